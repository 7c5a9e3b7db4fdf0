import { describe, expect, test } from "vitest";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { preemptiveTimesInSystem, priorityQueue } from "./formulas/priority-queue.js";
import { type Claim, errorsOff } from "./simulated/claims.js";
import { Simulation } from "./simulated/simulation.js";
import { exponential, steadyScenario } from "./simulated/steady-scenario.js";

const HANDLE_SECONDS = 60;
const RATES = [0.4 / HANDLE_SECONDS, 0.4 / HANDLE_SECONDS];

/** Calls that put down mail; both by so many agents, at so many times the rates. */
function simulated(agents: number, stretch: number, seed: string): Simulation {
  const [calls, mail] = RATES.map((rate) => ({
    ratePerSecond: rate * agents,
    talk: exponential(HANDLE_SECONDS * stretch),
  }));
  return new Simulation(
    steadyScenario(
      [
        { ...calls, priority: 1 },
        { ...mail, priority: 2, interruptible: true },
      ],
      {
        warmupSeconds: 86_400,
        teams: [{ agents, skills: ["q0", "q1"] }],
        routing: { agent: "longest-idle", contact: "priority", overflow: [] },
        contacts: 1e6,
        seed,
      },
    ),
  );
}

/**
 * Waits before the first answer; and how often a mail is put down: by each call that comes while it is
 * written.
 */
function claimsOfOneAgent(simulation: Simulation): Claim[] {
  const { summary, samples } = simulation;
  const [calls, mail] = preemptiveTimesInSystem(RATES, 1 / HANDLE_SECONDS);
  const load = RATES[0] * HANDLE_SECONDS;
  const claim = (name: string, reached: Claim["reached"], truth: number): Claim => {
    return { name, reached, truth, samples: samples.length, doubt: 1e-9 * truth };
  };
  return [
    claim("calls wait", summary.queues[0].figures.asa, calls - HANDLE_SECONDS),
    // From the first answer on a mail takes its handle time and all calls that come meanwhile.
    claim("mail waits", summary.queues[1].figures.asa, mail - HANDLE_SECONDS / (1 - load)),
    claim(
      "interruptions of a mail",
      simulation.ratio(
        ({ queues }) => queues[1].interrupted,
        ({ queues }) => queues[1].answered,
      ),
      load,
    ),
  ];
}

describe("calls that put down mail, handled later from where it was left", () => {
  test("wait with one agent as Kleinrock's formulas for resumed service say, within four standard errors", () => {
    for (const claim of claimsOfOneAgent(simulated(1, 1, "one"))) {
      expect(errorsOff(claim), claim.name).toBeLessThan(4);
    }
  });

  test("wait with five agents as if there were no mail: Erlang C of the calls alone", () => {
    const { summary, samples } = simulated(5, 1, "five");
    const { asaSeconds: truth } = erlangC({ ratePerSecond: 5 * RATES[0], handleSeconds: HANDLE_SECONDS }, 5);
    const { asa } = summary.queues[0].figures;
    const claim = { name: "asa", reached: asa, truth, samples: samples.length, doubt: 1e-9 * truth };
    expect(errorsOff(claim)).toBeLessThan(4);
    // All agents are as busy as if nobody were ever interrupted: no work is lost and none is done twice.
    const { occupancy } = summary.total;
    const busy = { name: "occupancy", reached: occupancy, truth: 0.8, samples: samples.length, doubt: 1e-9 };
    expect(errorsOff(busy)).toBeLessThan(4);
  });

  test("are told apart from calls that wait for the mail in hand, and from contacts that take 1 % too long", () => {
    const [first] = claimsOfOneAgent(simulated(1, 1, "one"));
    const { classes } = priorityQueue(RATES, 1 / HANDLE_SECONDS, 1);
    expect(errorsOff({ ...first, truth: classes[0].wait })).toBeGreaterThan(4);
    const longer = claimsOfOneAgent(simulated(1, 1.01, "longer")).map(errorsOff);
    expect(Math.max(...longer)).toBeGreaterThan(4);
  });
});
