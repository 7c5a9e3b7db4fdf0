import { describe, expect, it } from "vitest";
import { standardErrorOf } from "../../src/statistics/confidence.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { Simulation } from "./simulated/simulation.js";
import { exponential, steadyScenario } from "./simulated/steady-scenario.js";

const DAY = 86_400;
const POINT = { ratePerSecond: 0.1, handleSeconds: 240, agents: 24, patienceSeconds: 180 };
const YEARLY_VALUE = 320;

/** Customers lost in a day, and what they were worth, with handle times stretched by a factor. */
function simulated(stretch: number, customerCount?: number) {
  const { ratePerSecond, handleSeconds, agents, patienceSeconds } = POINT;
  const queue = {
    ratePerSecond,
    talk: exponential(handleSeconds * stretch),
    patience: exponential(patienceSeconds),
    customers: { leaveShare: 0.68, badEnds: ["abandoned" as const], yearlyValue: YEARLY_VALUE },
  };
  const simulation = new Simulation(
    steadyScenario([queue], {
      warmupSeconds: 30 * handleSeconds,
      teams: [{ agents }],
      seed: "customers lost",
      ...(customerCount === undefined ? {} : { customerCount }),
    }),
  );
  const { figures } = simulation.summary.queues[0];
  const days = simulation.samples[0].seconds / DAY;
  const { length } = simulation.samples;
  return { figures, days, deviations: (name: string, truth: number) => off(figures[name], truth, length) };
}

function off(figure: Parameters<typeof standardErrorOf>[0], truth: number, samples: number): number {
  return Math.abs(figure.mean - truth) / standardErrorOf(figure, samples);
}

/** Callers a day, times the chance of hanging up by Erlang A, times the chance of leaving. */
function lostByTheory(days: number): number {
  const { ratePerSecond, handleSeconds, agents, patienceSeconds } = POINT;
  const { abandonedShare } = erlangA({ ratePerSecond, handleSeconds }, agents, patienceSeconds);
  return ratePerSecond * days * DAY * abandonedShare * 0.68;
}

describe("customers lost to hang-ups", () => {
  it("are callers times Erlang A's chance of hanging up times 68 %", () => {
    const { days, deviations } = simulated(1);
    expect(deviations("customersLost", lostByTheory(days))).toBeLessThan(4);
    expect(deviations("valueLost", lostByTheory(days) * YEARLY_VALUE)).toBeLessThan(4);
  });

  it("would be told apart from that if handling took 1 % longer", () => {
    const { days, deviations } = simulated(1.01);
    expect(deviations("customersLost", lostByTheory(days))).toBeGreaterThan(4);
  });

  it("are fewer of a firm with few customers, of whom some have left before", () => {
    const { figures, days } = simulated(1, 200);
    expect(figures.customersLost.mean).toBeLessThan(200);
    expect(figures.customersLost.mean).toBeLessThan(lostByTheory(days));
  });
});
