import { describe, expect, test } from "vitest";
import { errorsOff } from "./simulated/claims.js";
import { Simulation } from "./simulated/simulation.js";
import { exponential, steadyScenario } from "./simulated/steady-scenario.js";

/** One class: how often its contacts come, and how fast its priority rises. */
interface RisingClass {
  readonly ratePerSecond: number;
  readonly risesSeconds: number;
}

const HANDLE_SECONDS = 60;

/**
 * Mean waits by class of M/M/1 where a contact's priority is its wait times a rate of its class: Kleinrock, A
 * delay dependent queue discipline, 1964; classes by growing rate.
 */
function risingWaits(classes: readonly RisingClass[]): number[] {
  const loads = classes.map(({ ratePerSecond }) => ratePerSecond * HANDLE_SECONDS);
  const load = loads.reduce((sum, one) => sum + one, 0);
  // Half the mean square of an exponential handle time is the square of its mean.
  const remaining = load * HANDLE_SECONDS;
  const waits: number[] = [];
  for (const [place, { risesSeconds }] of classes.entries()) {
    let above = remaining / (1 - load);
    let below = 1;
    for (const [other, one] of classes.entries()) {
      if (other < place) above -= loads[other] * waits[other] * (1 - risesSeconds / one.risesSeconds);
      if (other > place) below -= loads[other] * (1 - one.risesSeconds / risesSeconds);
    }
    waits.push(above / below);
  }
  return waits;
}

function claims(classes: readonly RisingClass[], stretch: number, seed: string) {
  const queues = classes.map(({ ratePerSecond, risesSeconds }) => ({
    ratePerSecond,
    risesSeconds,
    talk: exponential(HANDLE_SECONDS * stretch),
  }));
  const { summary, samples } = new Simulation(
    steadyScenario(queues, {
      warmupSeconds: 86_400,
      teams: [{ agents: 1 }],
      routing: { agent: "longest-idle", contact: "priority", overflow: [] },
      contacts: 1e6,
      seed,
    }),
  );
  return risingWaits(classes).map((truth, queue) => {
    const { asa } = summary.queues[queue].figures;
    return { name: `asa ${queue}`, reached: asa, truth, samples: samples.length, doubt: 1e-9 * truth };
  });
}

const two = [
  { ratePerSecond: 0.5 / 60, risesSeconds: 300 },
  { ratePerSecond: 0.3 / 60, risesSeconds: 60 },
];
const three = [
  { ratePerSecond: 0.25 / 60, risesSeconds: 600 },
  { ratePerSecond: 0.3 / 60, risesSeconds: 200 },
  { ratePerSecond: 0.25 / 60, risesSeconds: 100 },
];

describe("one agent, priorities that rise with waiting", () => {
  test.each([
    ["two classes", two],
    ["three classes", three],
  ])("%s wait as Kleinrock's formula says, within four standard errors", (name, classes) => {
    for (const claim of claims(classes, 1, name)) expect(errorsOff(claim), claim.name).toBeLessThan(4);
  });

  test("a rise twice as fast, or contacts that take 1 % too long, are told apart", () => {
    const faster = [{ ...two[0], risesSeconds: 150 }, two[1]];
    const expected = risingWaits(two);
    const off = claims(faster, 1, "faster").map((claim, queue) =>
      errorsOff({ ...claim, truth: expected[queue] }),
    );
    expect(Math.max(...off)).toBeGreaterThan(4);
    expect(Math.max(...claims(two, 1.01, "longer").map(errorsOff))).toBeGreaterThan(4);
  });

  test("priorities that rise alike are first come first served: the formula, and the waits", () => {
    const alike = two.map((one) => ({ ...one, risesSeconds: 60 }));
    const [first, second] = risingWaits(alike);
    expect(first).toBeCloseTo(second, 9);
    expect(first).toBeCloseTo((0.8 * HANDLE_SECONDS) / 0.2, 9);
  });
});
