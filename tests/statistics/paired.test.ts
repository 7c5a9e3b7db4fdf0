import { describe, expect, test } from "vitest";
import { Draws } from "../../src/random/draws.js";
import { openStream } from "../../src/random/stream.js";
import {
  combined,
  differenceOf,
  type Estimate,
  estimateFigure,
  pooledEstimate,
  ratioEstimate,
} from "../../src/statistics/estimate.js";
import { holm } from "../../src/statistics/holm.js";
import { judge, pairedFigure, replicationsFor, replicationsToSettle } from "../../src/statistics/paired.js";
import { ratioFigure } from "../../src/statistics/ratio.js";
import { studentQuantile, studentShareOutside } from "../../src/statistics/student.js";

const NUMERATORS = [8, 9, 7, 10, 6];
const DENOMINATORS = [10, 12, 9, 11, 9];

/** An estimate of the mean of these values. */
const meanOf = (values: readonly number[]): Estimate =>
  ratioEstimate(
    values,
    values.map(() => 1),
  );

/** A family of one: what its own interval says holds. */
const alone = (p: number) => holm([p], 0.05);

describe("an estimate", () => {
  test("of a ratio has the value and the interval that a summary gives it", () => {
    const wanted = ratioFigure(NUMERATORS, DENOMINATORS);
    const reached = estimateFigure(ratioEstimate(NUMERATORS, DENOMINATORS));
    expect(reached.mean).toBe(wanted.mean);
    expect(reached.low).toBeCloseTo(wanted.low, 12);
    expect(reached.high).toBeCloseTo(wanted.high, 12);
  });

  test("of nothing observed is no figure, and one replication has no interval", () => {
    expect(estimateFigure(ratioEstimate([0, 0], [0, 0])).mean).toBeNaN();
    const one = estimateFigure(ratioEstimate([3], [4]));
    expect([one.mean, one.low]).toEqual([0.75, Number.NaN]);
    const alone = estimateFigure(ratioEstimate([0, 3, 0], [0, 4, 0]));
    expect([alone.mean, alone.low]).toEqual([0.75, Number.NaN]);
  });

  test("of a percentile leaves out replications in which nobody was answered", () => {
    const { influence } = pooledEstimate(5, [4, Number.NaN, 6]);
    expect([...influence]).toEqual([-1, Number.NaN, 1]);
  });

  test("is added up with its influences", () => {
    const sum = combined([
      { weight: 2, of: { value: 3, influence: Float64Array.of(1, -1) } },
      { weight: -1, of: { value: 1, influence: Float64Array.of(2, -2) } },
    ]);
    expect([sum.value, ...sum.influence]).toEqual([5, 0, 0]);
  });
});

describe("a paired difference", () => {
  test("is, for means, the paired t interval worked by hand", () => {
    // Differences 1, 3, 2: mean 2, standard deviation 1.
    const { difference, pValue } = pairedFigure(meanOf([10, 20, 30]), meanOf([11, 23, 32]));
    const error = studentQuantile(0.975, 2) / Math.sqrt(3);
    expect(difference.mean).toBeCloseTo(2, 12);
    expect(difference.high - 2).toBeCloseTo(error, 12);
    expect(pValue).toBeCloseTo(studentShareOutside(2 * Math.sqrt(3), 2), 12);
  });

  test("says how much the common luck saved", () => {
    // Variances 100 and 111, of the differences 1.
    const { varianceRatio } = pairedFigure(meanOf([10, 20, 30]), meanOf([11, 23, 32]));
    expect(varianceRatio).toBeCloseTo(211, 9);
  });

  test("of a figure and itself is exactly 0 and the same", () => {
    const one = ratioEstimate(NUMERATORS, DENOMINATORS);
    const figure = pairedFigure(one, ratioEstimate([...NUMERATORS], [...DENOMINATORS]));
    expect(figure.difference).toEqual({ mean: 0, low: 0, high: 0 });
    expect(judge(figure, alone(figure.pValue), 0.01)).toBe("same");
  });

  test("of two constants is real, however few the replications", () => {
    const figure = pairedFigure(meanOf([8, 8]), meanOf([9, 9]));
    expect([figure.pValue, figure.difference.low]).toEqual([0, 1]);
    expect(judge(figure, alone(0), 0.5)).toBe("real");
    expect(figure.varianceRatio).toBeNaN();
  });

  test("of one replication is not judged", () => {
    const figure = pairedFigure(meanOf([8]), meanOf([9]));
    expect(judge(figure, alone(figure.pValue), 0.5)).toBe("none");
  });

  test("holds the true difference of two ratios 95 times in 100, and independent intervals are wider", () => {
    const rounds = 2_000;
    let held = 0;
    let wider = 0;
    let heldShifted = 0;
    for (let round = 0; round < rounds; round++) {
      const normal = Draws.of(
        { kind: "gamma", meanSeconds: 1, cv: 0.2 },
        openStream("paired", round, "day", "q"),
      );
      const volumes = Array.from({ length: 20 }, () => 100 * normal.next());
      const luck = volumes.map(() => normal.next() - 1);
      // Answered shares whose expectations are 0.8 and 0.7 whatever the volume.
      const a = ratioEstimate(
        volumes.map((volume, r) => volume * (0.8 + 0.1 * luck[r])),
        volumes,
      );
      const b = ratioEstimate(
        volumes.map((volume, r) => volume * (0.7 + 0.1 * luck[r] + 0.02 * (normal.next() - 1))),
        volumes,
      );
      const { low, high } = estimateFigure(differenceOf(a, b));
      if (low <= -0.1 && high >= -0.1) held++;
      if (low <= -0.11 && high >= -0.11) heldShifted++;
      if (pairedFigure(a, b).varianceRatio > 10) wider++;
    }
    const error = Math.sqrt(0.95 * 0.05 * rounds);
    // The interval is Student's of skewed values: as exact as the others of a summary.
    expect(Math.abs(held - 0.95 * rounds)).toBeLessThan(4 * error);
    expect(Math.abs(heldShifted - 0.95 * rounds)).toBeGreaterThan(4 * error);
    expect(wider).toBeGreaterThan(0.95 * rounds);
  });
});

describe("what is said of a difference", () => {
  const figure = pairedFigure(meanOf([10, 20, 30]), meanOf([10.2, 20.6, 30.4]));
  const nobody = { level: 0.05, size: 100, threshold: -1, nextLevel: 0.0005 };

  test("is real only as the family has it, and perhaps where but its own interval leaves out 0", () => {
    const clear = pairedFigure(meanOf([10, 20, 30]), meanOf([11, 21.1, 31]));
    expect(judge(clear, alone(clear.pValue), 0.01)).toBe("real");
    expect(judge(clear, nobody, 0.01)).toBe("perhaps");
    expect(judge(figure, nobody, 0.01)).toBe("open");
  });

  test("is slight where the interval lies within what matters, real or not", () => {
    expect(judge(figure, nobody, 10)).toBe("slight");
    expect(judge(pairedFigure(meanOf([8, 8]), meanOf([9, 9])), alone(0), 2)).toBe("slight");
  });

  test("names the replications that would settle it: one fewer would not", () => {
    const count = replicationsToSettle(figure, nobody, 0);
    const half = (replications: number) =>
      studentQuantile(1 - 0.0005 / 2, replications - 1) * Math.sqrt(figure.spread.variance / replications);
    expect(half(count)).toBeLessThan(figure.difference.mean);
    expect(half(count - 1)).toBeGreaterThanOrEqual(figure.difference.mean);
    expect(replicationsToSettle(pairedFigure(meanOf([8, 8]), meanOf([9, 9])), alone(0), 0)).toBeNaN();
  });

  test("asks for no end of replications where nothing can be shown", () => {
    expect(replicationsFor({ count: 5, variance: 1 }, 0.05, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(replicationsFor({ count: 5, variance: 1 }, 0.05, 1e-6)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("Holm's method", () => {
  test("holds the i-th smallest against the level over those that are left, and stops at the first miss", () => {
    // 0.01 <= 0.05 / 4, 0.013 <= 0.05 / 3, 0.03 > 0.05 / 2; 0.04 would pass alone but comes after.
    const found = holm([0.03, 0.01, Number.NaN, 0.04, 0.013], 0.05);
    expect(found).toEqual({ level: 0.05, size: 4, threshold: 0.013, nextLevel: 0.025 });
    expect(holm([0.2], 0.05).threshold).toBe(-1);
    expect(holm([], 0.05)).toEqual({ level: 0.05, size: 0, threshold: -1, nextLevel: 0.05 });
  });

  test("raises a false alarm in one family of twenty, where each by itself would in most", () => {
    const families = 2_000;
    let alarms = 0;
    let alarmsAlone = 0;
    for (let family = 0; family < families; family++) {
      const draws = openStream("holm", family, "p-values", "q");
      const pValues = Array.from({ length: 40 }, draws);
      if (holm(pValues, 0.05).threshold >= 0) alarms++;
      if (pValues.some((p) => p <= 0.05)) alarmsAlone++;
    }
    expect(alarms).toBeLessThan(families * 0.05 + 4 * Math.sqrt(families * 0.05 * 0.95));
    expect(alarmsAlone).toBeGreaterThan(families / 2);
  });
});

test("Student's share outside ±t is what his quantile was asked for", () => {
  for (const [share, degrees] of [
    [0.95, 4],
    [0.975, 19],
    [0.9995, 1],
  ] as const) {
    expect(studentShareOutside(studentQuantile(share, degrees), degrees)).toBeCloseTo(2 * (1 - share), 10);
  }
  expect(studentShareOutside(Number.POSITIVE_INFINITY, 5)).toBe(0);
  expect(studentShareOutside(Number.NaN, 5)).toBeNaN();
});
