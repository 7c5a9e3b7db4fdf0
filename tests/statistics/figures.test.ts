import { describe, expect, it } from "vitest";
import { meanFigure } from "../../src/statistics/mean.js";
import { percentileBin } from "../../src/statistics/percentile.js";
import { ratioFigure } from "../../src/statistics/ratio.js";

const T_TWO_DEGREES = 4.302_652_73;

describe("the mean of values", () => {
  it("has Student's interval", () => {
    const { mean, low, high } = meanFigure([1, 2, 6]);
    expect(mean).toBe(3);
    expect(high - mean).toBeCloseTo(T_TWO_DEGREES * Math.sqrt(7 / 3), 7);
    expect(mean - low).toBeCloseTo(high - mean, 12);
  });

  it("leaves out what was not observed", () => {
    expect(meanFigure([Number.NaN, 1, 2, Number.NaN, 6])).toEqual(meanFigure([1, 2, 6]));
    expect(meanFigure([Number.NaN, 5]).mean).toBe(5);
    expect(meanFigure([Number.NaN, 5]).low).toBeNaN();
    expect(meanFigure([Number.NaN]).mean).toBeNaN();
  });
});

describe("a ratio of totals", () => {
  it("is the mean where every denominator is 1", () => {
    const ratio = ratioFigure([1, 2, 6], [1, 1, 1]);
    const mean = meanFigure([1, 2, 6]);
    expect(ratio.mean).toBe(mean.mean);
    expect(ratio.low).toBeCloseTo(mean.low, 12);
    expect(ratio.high).toBeCloseTo(mean.high, 12);
  });

  it("has the interval of its residuals", () => {
    // 230 / 300; residuals 10/3 and -10/3.
    const { mean, high } = ratioFigure([80, 150], [100, 200]);
    expect(mean).toBeCloseTo(23 / 30, 14);
    expect(high - mean).toBeCloseTo((12.706_204_736 * Math.sqrt((2 * 200) / 9)) / 300, 9);
  });

  it("has no width where all replications agree, whatever their size", () => {
    expect(ratioFigure([8, 80, 0], [10, 100, 0])).toEqual({ mean: 0.8, low: 0.8, high: 0.8 });
  });

  it("of nothing is not a figure", () => {
    expect(ratioFigure([0, 0], [0, 0]).mean).toBeNaN();
    expect(ratioFigure([], []).mean).toBeNaN();
    expect(ratioFigure([Number.NaN, 1], [1, 1]).mean).toBeNaN();
  });

  it("covers the truth in about 95 of 100 runs", () => {
    let state = 12_345;
    const uniform = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    const runs = 2000;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const offered = Array.from({ length: 20 }, () => 500 + 500 * uniform());
      const answered = offered.map((contacts) => contacts * (0.7 + 0.2 * uniform()));
      const { low, high } = ratioFigure(answered, offered);
      if (low <= 0.8 && 0.8 <= high) covered++;
    }
    const standardError = Math.sqrt((0.95 * 0.05) / runs);
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(4 * standardError);
  });
});

describe("a percentile of counts", () => {
  it("is the lowest bin that enough counts reach", () => {
    const counts = Float64Array.of(99, 5, 4, 1, 0, 99);
    expect(percentileBin(counts, 1, 4, 0.5)).toBe(0);
    expect(percentileBin(counts, 1, 4, 0.9)).toBe(1);
    expect(percentileBin(counts, 1, 4, 0.91)).toBe(2);
    expect(percentileBin(counts, 1, 4, 1)).toBe(2);
  });

  it("of nothing is no bin", () => {
    expect(percentileBin(new Float64Array(4), 0, 4, 0.5)).toBe(-1);
  });
});
