import { expect, test } from "vitest";
import { compare } from "../../src/plan/compare/compare.js";
import { buildScenario } from "../build-scenario.js";

const ROUNDS = 200;

/** A day of a small desk; another name of its queue draws other luck, and changes nothing else. */
function desk(queue: string, perHour: number) {
  return buildScenario({
    queues: [{ name: queue, perHour, patience: { kind: "exponential", meanSeconds: 120 } }],
    teams: [{ agents: 2 }],
  });
}

/** Rounds in which a difference of all together is real, and in which some own interval leaves out 0. */
async function alarms(perHour: number): Promise<{ family: number; alone: number }> {
  const found = { family: 0, alone: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const variants = [
      { name: "one", scenario: desk("calls", 30) },
      { name: "other", scenario: desk("other calls", perHour) },
    ];
    const { comparisons } = await compare(variants, { seed: `round ${round}`, replications: 8, why: false });
    const verdicts = comparisons[0].figures.filter(({ of }) => of === "total").map(({ verdict }) => verdict);
    if (verdicts.includes("real")) found.family++;
    if (verdicts.includes("real") || verdicts.includes("perhaps")) found.alone++;
  }
  return found;
}

test("where nothing but luck differs, one comparison in twenty calls any difference real", async () => {
  const { family, alone } = await alarms(30);
  expect(family).toBeLessThan(ROUNDS * 0.05 + 4 * Math.sqrt(ROUNDS * 0.05 * 0.95));
  // By their own intervals far more would.
  expect(alone).toBeGreaterThan(ROUNDS * 0.05 + 4 * Math.sqrt(ROUNDS * 0.05 * 0.95));
});

test("where a third more call, nearly every comparison does", async () => {
  expect((await alarms(40)).family).toBeGreaterThan(0.9 * ROUNDS);
});
