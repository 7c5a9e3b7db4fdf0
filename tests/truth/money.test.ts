import { describe, expect, it } from "vitest";
import { standardErrorOf } from "../../src/statistics/confidence.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { Simulation } from "./simulated/simulation.js";
import { exponential, steadyScenario } from "./simulated/steady-scenario.js";

const WORKLOAD = { ratePerSecond: 0.1, handleSeconds: 240 };
const AGENTS = 24;
const PATIENCE_SECONDS = 180;
const VALUE = 4.2;
const PER_MINUTE = 0.85;

/** A team of another firm, paid by the minute of handling, that takes orders worth 4.20 each. */
function simulated(stretch: number) {
  const queue = {
    ratePerSecond: WORKLOAD.ratePerSecond,
    talk: exponential(WORKLOAD.handleSeconds * stretch),
    patience: exponential(PATIENCE_SECONDS),
    value: VALUE,
  };
  const simulation = new Simulation(
    steadyScenario([queue], {
      warmupSeconds: 30 * WORKLOAD.handleSeconds,
      teams: [{ agents: AGENTS, contract: { perMinute: PER_MINUTE } }],
      seed: "orders taken",
    }),
  );
  const { figures } = simulation.summary.queues[0];
  const { length } = simulation.samples;
  const callers = WORKLOAD.ratePerSecond * simulation.samples[0].seconds;
  return { callers, off: (name: string, truth: number) => deviations(figures[name], truth, length) };
}

function deviations(figure: Parameters<typeof standardErrorOf>[0], truth: number, samples: number): number {
  return Math.abs(figure.mean - truth) / standardErrorOf(figure, samples);
}

const { abandonedShare } = erlangA(WORKLOAD, AGENTS, PATIENCE_SECONDS);
const costOfAnswered = (WORKLOAD.handleSeconds / 60) * PER_MINUTE;

describe("the profit and loss of a queue whose callers hang up", () => {
  it("is by Erlang A what the answered pay less what their handling costs", () => {
    const { callers, off } = simulated(1);
    const answered = callers * (1 - abandonedShare);
    expect(off("revenue", answered * VALUE)).toBeLessThan(4);
    expect(off("revenueLost", callers * abandonedShare * VALUE)).toBeLessThan(4);
    expect(off("staffCost", answered * costOfAnswered)).toBeLessThan(4);
    expect(off("result", answered * (VALUE - costOfAnswered))).toBeLessThan(4);
  });

  it("would be told apart from that if handling took 1 % longer", () => {
    const { callers, off } = simulated(1.01);
    const answered = callers * (1 - abandonedShare);
    expect(off("revenueLost", callers * abandonedShare * VALUE)).toBeGreaterThan(4);
    expect(off("result", answered * (VALUE - costOfAnswered))).toBeGreaterThan(4);
  });
});
