import { describe, expect, it } from "vitest";
import { normalSampler } from "../../src/random/normal-sampler.js";
import { openStream } from "../../src/random/stream.js";
import { figureAtLevel, standardErrorOf } from "../../src/statistics/confidence.js";
import { ERROR_SHARE, type Looks, planLooks } from "../../src/statistics/looks.js";
import { meanFigure } from "../../src/statistics/mean.js";
import { replicationsToDecide } from "../../src/statistics/replications-to-decide.js";
import { studentQuantile } from "../../src/statistics/student.js";
import type { Verdict } from "../../src/statistics/summary.js";
import { atLeast } from "../../src/statistics/target-verdict.js";
import { chanceOfDifference } from "../../src/statistics/two-sample.js";

const figureOf = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });

describe("looks", () => {
  it("double until the last, and share the error", () => {
    expect(planLooks(20, 160)).toEqual({ replications: [20, 40, 80, 160], level: 1 - 0.05 / 4 });
    expect(planLooks(20, 100).replications).toEqual([20, 40, 80, 100]);
    expect(planLooks(20, 20)).toEqual({ replications: [20], level: 0.95 });
    expect(planLooks(1, 2).replications).toEqual([1, 2]);
  });
});

describe("a figure at another level", () => {
  it("has Student's quantile of that level over its standard error", () => {
    // From tables: t(0.975, 19) = 2.093024, t(0.99, 19) = 2.539, t(0.995, 19) = 2.861.
    const figure = figureOf(10, 2.093024);
    expect(standardErrorOf(figure, 20)).toBeCloseTo(1, 6);
    expect(figureAtLevel(figure, 20, 0.98).high).toBeCloseTo(12.539, 3);
    expect(figureAtLevel(figure, 20, 0.99).low).toBeCloseTo(10 - 2.861, 3);
    expect(figureAtLevel(figure, 20, 0.95)).toBe(figure);
  });

  it("stays a constant, or without interval, where it is one", () => {
    expect(figureAtLevel(figureOf(4, 0), 20, 0.99)).toEqual(figureOf(4, 0));
    expect(figureAtLevel(figureOf(4, Number.NaN), 1, 0.99)).toEqual(figureOf(4, Number.NaN));
  });
});

describe("the replications that would decide", () => {
  it("are the fewest whose interval leaves the bound out, by trying every number", () => {
    const truth = (level: number, least: number) => {
      for (let count = least; ; count++) {
        if (studentQuantile((1 + level) / 2, count - 1) * 3 < 0.5 * Math.sqrt(count)) return count;
      }
    };
    // One look at 95 % asks for 141, beyond the first 100; two looks at 97.5 % for 184, which 200 allow.
    expect(truth(0.95, 2)).toBe(141);
    expect(replicationsToDecide(3, 0.5, 100)).toBe(truth(0.975, 101));
    expect(replicationsToDecide(3, 0.5, 141)).toBe(141);
    // From 20 on: 40 and 80 and 160 are too few for their levels, five looks at 99 % ask for 245.
    expect(replicationsToDecide(3, 0.5, 20)).toBe(truth(0.99, 161));
  });

  it("decide indeed when they are planned", () => {
    for (const first of [2, 5, 20, 50]) {
      const needed = replicationsToDecide(1, 0.1, first);
      const decides = (most: number) => {
        const { replications, level } = planLooks(first, most);
        const last = replications.at(-1)!;
        return studentQuantile((1 + level) / 2, last - 1) / Math.sqrt(last) < 0.1;
      };
      expect(decides(needed), `from ${first}`).toBe(true);
      expect(decides(needed - 1), `from ${first}`).toBe(false);
    }
  });

  it("have no end where the figure is the bound, and are not known without a spread", () => {
    expect(replicationsToDecide(1, 0, 20)).toBe(Number.POSITIVE_INFINITY);
    expect(replicationsToDecide(1, 1e-9, 20)).toBe(Number.POSITIVE_INFINITY);
    expect(replicationsToDecide(Number.NaN, 1, 20)).toBeNaN();
  });
});

describe("looking again and again", () => {
  const REPEATS = 4000;

  /**
   * Shares of simulated checks of a promise `mean >= 0`, of normal values around `mean`, by their verdict.
   */
  function judgeOften(looks: Looks, mean: number): Readonly<Record<Verdict, number>> {
    const shares = { met: 0, missed: 0, undecided: 0, none: 0 };
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      const draw = normalSampler(openStream("looks", repeat, "values", ""));
      const values = Array.from({ length: looks.replications.at(-1)! }, () => mean + draw());
      let verdict: Verdict = "undecided";
      for (const count of looks.replications) {
        const figure = meanFigure(values.slice(0, count));
        verdict = atLeast(figureAtLevel(figure, count, looks.level), 0);
        if (verdict !== "undecided") break;
      }
      shares[verdict] += 1 / REPEATS;
    }
    return shares;
  }
  const looks = planLooks(10, 160);
  const slack = (share: number) => 4 * Math.sqrt((share * (1 - share)) / REPEATS);

  it("errs at most as often as one look does, where the truth is on the bound", () => {
    const { met, missed } = judgeOften(looks, 0);
    expect(met + missed).toBeLessThan(ERROR_SHARE + slack(ERROR_SHARE));
    expect(met).toBeLessThan(ERROR_SHARE / 2 + slack(ERROR_SHARE / 2));
    expect(missed).toBeLessThan(ERROR_SHARE / 2 + slack(ERROR_SHARE / 2));
    expect(met + missed).toBeGreaterThan(0.01);
  });

  it("would err far more often at 95 % a look, which this test would see", () => {
    const { met, missed } = judgeOften({ ...looks, level: 0.95 }, 0);
    expect(met + missed).toBeGreaterThan(ERROR_SHARE + 4 * slack(ERROR_SHARE));
  });

  it("finds a truth that is clear, nearly always and on the right side", () => {
    const { met, missed } = judgeOften(looks, 0.5);
    expect(met).toBeGreaterThan(0.99);
    expect(missed).toBeLessThan(0.002);
  });
});

describe("the chance of a difference", () => {
  const sampled = (values: readonly number[]) => ({
    figure: meanFigure(values),
    replications: values.length,
  });

  it("is that of Welch's test", () => {
    // The formula written out once more, and Student's distribution turned round.
    const a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
    const b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 31.3];
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    const square = (values: readonly number[]) =>
      values.reduce((sum, one) => sum + (one - mean(values)) ** 2, 0) / (values.length - 1) / values.length;
    const t = (mean(a) - mean(b)) / Math.sqrt(square(a) + square(b));
    const degrees = (square(a) + square(b)) ** 2 / ((square(a) ** 2 + square(b) ** 2) / 14);
    const chance = chanceOfDifference(sampled(a), sampled(b));
    expect(studentQuantile(1 - chance / 2, degrees)).toBeCloseTo(Math.abs(t), 8);
    expect(chanceOfDifference(sampled(b), sampled(a))).toBeCloseTo(chance, 12);
  });

  it("is one or none of constants, rounding aside, and unknown without an interval", () => {
    const constant = (mean: number) => ({ figure: figureOf(mean, 0), replications: 20 });
    expect(chanceOfDifference(constant(40), constant(40 + 1e-12))).toBe(1);
    expect(chanceOfDifference(constant(40), constant(40.01))).toBe(0);
    const alone = { figure: figureOf(40, Number.NaN), replications: 1 };
    expect(chanceOfDifference(constant(40), alone)).toBeNaN();
  });

  it("is as likely to be below any share as that share, where nothing has changed", () => {
    const repeats = 4000;
    let below = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const draw = normalSampler(openStream("welch", repeat, "values", ""));
      const one = sampled(Array.from({ length: 8 }, draw));
      const other = sampled(Array.from({ length: 25 }, () => 3 * draw()));
      if (chanceOfDifference(one, other) < 0.05) below++;
    }
    const error = Math.sqrt((0.05 * 0.95) / repeats);
    expect(Math.abs(below / repeats - 0.05)).toBeLessThan(4 * error);
  });
});
