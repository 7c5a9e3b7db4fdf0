import { describe, expect, test } from "vitest";
import { normalSampler } from "../../src/random/normal-sampler.js";
import { openStream } from "../../src/random/stream.js";
import { type Estimate, ratioEstimate } from "../../src/statistics/estimate.js";
import { type Ranked, rank } from "../../src/statistics/rank.js";
import { studentQuantile } from "../../src/statistics/student.js";

const meanOf = (values: readonly number[]): Estimate =>
  ratioEstimate(
    values,
    values.map(() => 1),
  );

/** Normal variants that share most of their luck, by their true means. */
function simulated(means: readonly number[], round: number, replications = 10): Estimate[] {
  const normal = normalSampler(openStream("rank", round, "luck", "q"));
  const common = Array.from({ length: replications }, () => 3 * normal());
  return means.map((mean) => meanOf(common.map((luck) => mean + luck + normal())));
}

/** Rounds of 1,000 in which a lead lies outside its interval, or the first best is not among the possible. */
function misses(means: readonly number[], error: number): number {
  let missed = 0;
  for (let round = 0; round < 1_000; round++) {
    const ranked = rank(simulated(means, round), "more", error);
    if (!ranked.every((one) => holdsTruth(one, means))) missed++;
  }
  return missed;
}

function holdsTruth({ variant, lead, mayBeBest }: Ranked, means: readonly number[]): boolean {
  const truth = means[variant] - Math.max(...means.filter((_, index) => index !== variant));
  const isBest = variant === means.indexOf(Math.max(...means));
  return lead.low <= truth && truth <= lead.high && (mayBeBest || !isBest);
}

describe("the ranking of variants", () => {
  test("is, for two, what a paired one-sided interval says", () => {
    // Differences 1, 3, 2: mean 2, standard deviation 1.
    const ranked = rank([meanOf([10, 20, 30]), meanOf([11, 23, 32])], "more", 0.05);
    const half = studentQuantile(0.95, 2) / Math.sqrt(3);
    expect(ranked.map(({ variant }) => variant)).toEqual([1, 0]);
    expect(ranked[0].lead.mean).toBeCloseTo(2, 12);
    expect(ranked[0].lead.high).toBeCloseTo(2 + half, 12);
    expect(ranked.map(({ mayBeBest }) => mayBeBest)).toEqual([true, false]);
    expect(ranked[1].lead.low).toBeCloseTo(-2 - half, 12);
    expect(ranked[1].lead.high).toBe(0);
  });

  test("turns round where less is better", () => {
    const estimates = [meanOf([10, 20, 30]), meanOf([11, 23, 32])];
    expect(rank(estimates, "less", 0.05)[0].variant).toBe(0);
  });

  test("errs with the best at most as often as it says, whatever the variants have in common", () => {
    const most = 50 + 4 * Math.sqrt(1_000 * 0.05 * 0.95);
    for (const means of [
      [5, 5, 5, 5],
      [5, 5.4, 5, 4],
      [5, 5.5],
    ]) {
      expect(misses(means, 0.05), String(means)).toBeLessThan(most);
    }
  });

  test("errs more often where it is let: four times so much error is seen", () => {
    expect(misses([5, 5, 5, 5], 0.4)).toBeGreaterThan(50 + 4 * Math.sqrt(1_000 * 0.05 * 0.95));
  });

  test("names one best where it is clear, and several where it is not", () => {
    const possible = (means: readonly number[]) =>
      rank(simulated(means, 1, 40), "more", 0.05)
        .filter(({ mayBeBest }) => mayBeBest)
        .map(({ variant }) => variant);
    expect(possible([5, 9, 5])).toEqual([1]);
    expect(possible([5, 9, 9]).sort()).toEqual([1, 2]);
  });

  test("lets variants that are the same both be the best", () => {
    const same = meanOf([1, 2, 3]);
    const ranked = rank([same, same, meanOf([-19, -18, -17.1])], "more", 0.05);
    expect(ranked.map(({ mayBeBest }) => mayBeBest)).toEqual([true, true, false]);
    expect(ranked[0].lead).toEqual({ mean: 0, low: 0, high: 0 });
  });

  test("puts last, and out, a variant in which nothing was observed; one replication decides nothing", () => {
    const nothing = ratioEstimate([0, 0, 0], [0, 0, 0]);
    const ranked = rank([nothing, meanOf([1, 2, 4]), meanOf([5, 6, 7])], "more", 0.05);
    expect(ranked.map(({ variant }) => variant)).toEqual([2, 1, 0]);
    expect(ranked[2].mayBeBest).toBe(false);
    expect(rank([meanOf([1]), meanOf([2])], "more", 0.05).every((one) => one.mayBeBest)).toBe(true);
  });
});
