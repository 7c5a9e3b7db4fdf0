import { describe, expect, it } from "vitest";
import {
  type Distribution,
  lognormalFromMean,
  lognormalFromQuantile,
  meanSeconds,
  scaled,
  secondMoment,
} from "../../src/random/distribution.js";
import { PROBABILITIES, TRUTHS } from "./distribution-truths.js";

describe.each(TRUTHS)("$name", (truth) => {
  it("has its closed-form mean and second moment", () => {
    const second = truth.deviationSeconds ** 2 + truth.meanSeconds ** 2;
    expect(meanSeconds(truth.distribution) / truth.meanSeconds).toBeCloseTo(1, 12);
    expect(secondMoment(truth.distribution) / second).toBeCloseTo(1, 12);
  });

  it("scales its mean by the factor and its second moment by the square", () => {
    const twice = scaled(truth.distribution, 2);
    expect(meanSeconds(twice)).toBeCloseTo(2 * truth.meanSeconds, 9);
    expect(secondMoment(twice)).toBeCloseTo(4 * secondMoment(truth.distribution), 6);
  });
});

describe("a constant and observed values", () => {
  const observed: Distribution = { kind: "empirical", valuesSeconds: [1, 2, 6] };
  it("have the moments worked by hand", () => {
    expect(meanSeconds({ kind: "constant", seconds: 7 })).toBe(7);
    expect(secondMoment({ kind: "constant", seconds: 7 })).toBe(49);
    expect(meanSeconds(observed)).toBe(3);
    expect(secondMoment(observed)).toBeCloseTo(41 / 3, 14);
  });

  it("scale value by value, and leave the original as it was", () => {
    expect(scaled(observed, 10)).toEqual({ kind: "empirical", valuesSeconds: [10, 20, 60] });
    expect(scaled({ kind: "constant", seconds: 7 }, 3)).toEqual({ kind: "constant", seconds: 21 });
    expect(observed.valuesSeconds).toEqual([1, 2, 6]);
  });
});

describe("lognormalFromMean", () => {
  it.each([0, 1e-9, 1e-4, 0.5, 0.9, 3])("has the mean and the cv asked for: cv %d", (cv) => {
    const distribution = lognormalFromMean(240, cv);
    expect(meanSeconds(distribution)).toBeCloseTo(240, 10);
    if (distribution.kind !== "lognormal") return expect.fail("not a lognormal");
    const observedCv = Math.sqrt(Math.expm1(distribution.sigma ** 2));
    expect(Math.abs(observedCv - cv)).toBeLessThanOrEqual(1e-14 * Math.max(cv, 1e-300));
  });
});

describe("lognormalFromQuantile", () => {
  it("has the median and the 90 % point asked for", () => {
    const truth = TRUTHS.find(({ name }) => name === "lognormal")!;
    const p90 = truth.quantilesSeconds[PROBABILITIES.indexOf(0.9)];
    const distribution = lognormalFromQuantile(180, p90);
    expect(distribution).toMatchObject({ kind: "lognormal", medianSeconds: 180 });
    expect(meanSeconds(distribution)).toBeCloseTo(truth.meanSeconds, 10);
  });

  it("is a constant where both are the same", () => {
    expect(lognormalFromQuantile(180, 180)).toEqual({ kind: "lognormal", medianSeconds: 180, sigma: 0 });
  });
});
