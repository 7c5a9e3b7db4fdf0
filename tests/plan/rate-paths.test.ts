import { describe, expect, it } from "vitest";
import { RATE_PATHS, ratePaths } from "../../src/plan/growth/rate-paths.js";
import type { RateDistribution } from "../../src/scenario/growth.js";
import { medianRate } from "../../src/scenario/median-rate.js";
import { normalDensity, normalQuantile } from "../../src/statistics/theory/special-functions.js";

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];

describe("paths of a yearly rate", () => {
  const of: RateDistribution = { kind: "lognormal", mean: 0.03, sd: 0.04 };
  const sigma = Math.sqrt(Math.log1p((0.04 / 1.03) ** 2));
  const mu = Math.log(1.03) - sigma ** 2 / 2;

  /** Standard deviation of the logarithm after so many years, in units of one year's. */
  function spread(years: number, persistence: number): number {
    let variance = years;
    for (let apart = 1; apart < years; apart++) variance += 2 * (years - apart) * persistence ** apart;
    return Math.sqrt(variance);
  }

  /** By how many standard errors of as many random paths a quantile of a year is off its closed form. */
  function errorsOff(persistence: number, assumed: number): number {
    const paths = ratePaths({ of, persistence }, 20);
    let most = 0;
    for (const year of [1, 2, 3, 5, 10, 20]) {
      for (const share of SHARES) {
        const z = (Math.log(paths.quantile(year, share)) - year * mu) / (sigma * spread(year, assumed));
        const truth = normalQuantile(share);
        const standardError = Math.sqrt((share * (1 - share)) / RATE_PATHS) / normalDensity(truth);
        most = Math.max(most, Math.abs(z - truth) / standardError);
      }
    }
    return most;
  }

  it.each([0, 0.3, 0.7, 0.95, 1])("have the closed form's quantiles with persistence %d", (persistence) => {
    expect(errorsOff(persistence, persistence)).toBeLessThan(4);
  });

  it("would be caught with another persistence", () => {
    expect(errorsOff(0.3, 0.4)).toBeGreaterThan(4);
    expect(errorsOff(0.9, 1)).toBeGreaterThan(4);
  });

  it("begin at 1 and depend on nothing but the rate", () => {
    const [a, b] = [ratePaths({ of, persistence: 0.5 }, 5), ratePaths({ of, persistence: 0.5 }, 9)];
    expect(new Set(a.factors[0])).toEqual(new Set([1]));
    for (let year = 0; year <= 5; year++) expect(b.factors[year]).toEqual(a.factors[year]);
  });

  it("have with one rate for all years the quantiles of that rate", () => {
    const kinds: readonly [RateDistribution, (share: number) => number][] = [
      [{ kind: "normal", mean: 0.03, sd: 0.01 }, (share) => 0.03 + 0.01 * normalQuantile(share)],
      [{ kind: "uniform", min: -0.01, max: 0.05 }, (share) => -0.01 + 0.06 * share],
      // Rising to the mode, a quarter of the way, and falling from it.
      [
        { kind: "triangular", min: 0, mode: 0.02, max: 0.08 },
        (share) => (share < 0.25 ? Math.sqrt(share * 0.0016) : 0.08 - Math.sqrt((1 - share) * 0.0048)),
      ],
    ];
    for (const [kind, rateAt] of kinds) {
      const paths = ratePaths({ of: kind, persistence: 1 }, 10);
      for (const share of SHARES) {
        expect(paths.quantile(1, share) - 1).toBeCloseTo(rateAt(share), 4);
        expect(paths.quantile(10, share)).toBeCloseTo((1 + rateAt(share)) ** 10, 3);
      }
      expect(medianRate(kind)).toBeCloseTo(rateAt(0.5), 12);
    }
  });

  it("of the lognormal have its mean, standard deviation and median", () => {
    const first = ratePaths({ of, persistence: 0 }, 1).factors[1];
    const mean = first.reduce((sum, one) => sum + one, 0) / RATE_PATHS;
    const square = first.reduce((sum, one) => sum + (one - mean) ** 2, 0) / RATE_PATHS;
    expect(mean - 1).toBeCloseTo(0.03, 4);
    expect(Math.sqrt(square)).toBeCloseTo(0.04, 3);
    expect(medianRate(of)).toBeCloseTo(Math.exp(mu) - 1, 12);
  });
});
