import { describe, expect, it } from "vitest";
import {
  type Distribution,
  lognormalFromMean,
  meanSeconds,
  secondMoment,
} from "../../src/random/distribution.js";
import { standInsFor } from "../../src/random/stand-ins.js";
import { TRUTHS } from "./distribution-truths.js";

const momentOf = (distribution: Distribution, of: (seconds: number) => number) =>
  standInsFor(distribution).reduce((sum, { seconds, share }) => sum + share * of(seconds), 0);

/** Mean of what exceeds a limit. */
const excess = (distribution: Distribution, limit: number) =>
  momentOf(distribution, (seconds) => Math.max(0, seconds - limit));

describe.each(TRUTHS)("values that stand for $name", ({ distribution }) => {
  it("have all of its shares, its mean within half a hundredth, its square within five", () => {
    expect(momentOf(distribution, () => 1)).toBeCloseTo(1, 9);
    expect(momentOf(distribution, (x) => x) / meanSeconds(distribution)).toBeCloseTo(1, 2);
    expect(momentOf(distribution, (x) => x * x) / secondMoment(distribution)).toBeCloseTo(1, 1);
  });
});

describe("the mean of what exceeds a limit", () => {
  it("is that of an exponential time, mean * exp(-limit / mean)", () => {
    for (const limit of [0, 100, 600, 1500, 3000]) {
      const truth = 300 * Math.exp(-limit / 300);
      expect(excess({ kind: "exponential", meanSeconds: 300 }, limit) / truth).toBeCloseTo(1, 2);
    }
  });

  it("is that of a uniform time, (most - limit)^2 / (2 * (most - least))", () => {
    const uniform: Distribution = { kind: "uniform", minSeconds: 100, maxSeconds: 500 };
    expect(excess(uniform, 300)).toBeCloseTo(200 ** 2 / 800, 2);
    expect(excess(uniform, 500)).toBe(0);
  });

  it("is that of an Erlang time of two stages, (2 + x) * exp(-x) stages long, x the limit in stages", () => {
    const erlang: Distribution = { kind: "erlang", meanSeconds: 300, stages: 2 };
    const x = 400 / 150;
    expect(excess(erlang, 400) / (150 * (2 + x) * Math.exp(-x))).toBeCloseTo(1, 2);
    const gamma: Distribution = { kind: "gamma", meanSeconds: 300, cv: Math.SQRT1_2 };
    expect(excess(gamma, 400) / (150 * (2 + x) * Math.exp(-x))).toBeCloseTo(1, 2);
  });

  it("is that of observed values, many or few, of a mixture and of a constant", () => {
    expect(excess({ kind: "empirical", valuesSeconds: [1, 2, 6] }, 2)).toBeCloseTo(4 / 3, 12);
    const many = Array.from({ length: 5000 }, (_, index) => index);
    expect(excess({ kind: "empirical", valuesSeconds: many }, 4000) / 100).toBeCloseTo(1, 1);
    const constant: Distribution = { kind: "constant", seconds: 9 };
    expect(excess(constant, 4)).toBe(5);
    const parts = [
      { weight: 3, of: constant },
      { weight: 1, of: { kind: "constant", seconds: 1 } as const },
    ];
    expect(excess({ kind: "mixture", parts }, 4)).toBeCloseTo(3.75, 12);
    expect(excess({ kind: "gamma", meanSeconds: 9, cv: 0 }, 4)).toBe(5);
  });

  it("is that of a lognormal time: Black's formula", () => {
    // E[X] N(d1) - limit N(d2), with mean 300, cv 1 and limit 300: sigma = sqrt(ln 2), d1 = sigma / 2 = -d2.
    const truth = 300 * (2 * 0.66138 - 1);
    expect(excess(lognormalFromMean(300, 1), 300) / truth).toBeCloseTo(1, 2);
  });
});
