import { describe, expect, it } from "vitest";
import { compileSampler } from "../../src/random/compile-sampler.js";
import { type Distribution, scaled } from "../../src/random/distribution.js";
import { gammaFactorSampler } from "../../src/random/gamma-sampler.js";
import { openStream } from "../../src/random/stream.js";
import { PROBABILITIES, TRUTHS, type Truth } from "./distribution-truths.js";

/** Enough that a mean 1 % off lies six and a half standard errors away. */
function drawsFor(truth: Truth): number {
  const cv = truth.deviationSeconds / truth.meanSeconds;
  return Math.max(200_000, Math.ceil((650 * cv) ** 2));
}

/**
 * What lies more than four standard errors from the truth: mean, variance, share of draws below each
 * quantile.
 */
function disagreements(draw: () => number, truth: Truth): string[] {
  const { meanSeconds, deviationSeconds, quantilesSeconds } = truth;
  const draws = drawsFor(truth);
  const below = new Float64Array(quantilesSeconds.length + 1);
  let sum = 0;
  let squares = 0;
  let fourths = 0;
  for (let i = 0; i < draws; i++) {
    const x = draw();
    let bin = 0;
    while (bin < quantilesSeconds.length && x > quantilesSeconds[bin]) bin++;
    below[bin]++;
    const square = ((x - meanSeconds) / deviationSeconds) ** 2;
    sum += x;
    squares += square;
    fourths += square * square;
  }
  const found: string[] = [];
  const judge = (what: string, observed: number, expected: number, standardError: number) => {
    const off = (observed - expected) / standardError;
    if (!(Math.abs(off) <= 4)) found.push(`${what} is ${off.toFixed(1)} standard errors off`);
  };
  judge("mean", sum / draws, meanSeconds, deviationSeconds / Math.sqrt(draws));
  const variance = squares / draws;
  judge("variance", variance, 1, Math.sqrt((fourths / draws - variance ** 2) / draws));
  let count = 0;
  for (let bin = 0; bin < quantilesSeconds.length; bin++) {
    const p = PROBABILITIES[bin];
    count += below[bin];
    judge(`share below the ${p} quantile`, count / draws, p, Math.sqrt((p * (1 - p)) / draws));
  }
  return found;
}

const open = (subject: string) => openStream("truth", 0, "sampler", subject);

describe.each(TRUTHS)("$name", (truth) => {
  it("has the mean, variance and quantiles of theory", () => {
    expect(disagreements(compileSampler(truth.distribution, open(truth.name)), truth)).toEqual([]);
  });

  it("would be caught were its times 1 % too long", () => {
    const long = compileSampler(scaled(truth.distribution, 1.01), open(truth.name));
    expect(disagreements(long, truth)).toContainEqual(expect.stringMatching(/^mean/));
  });

  it("draws exactly scaled times from the same stream once scaled", () => {
    const plain = compileSampler(truth.distribution, open("scaled"));
    const doubled = compileSampler(scaled(truth.distribution, 2), open("scaled"));
    for (let i = 0; i < 1000; i++) expect(doubled()).toBeCloseTo(2 * plain(), 9);
  });

  it("draws only finite times that are not negative", () => {
    const draw = compileSampler(truth.distribution, open("sign"));
    for (let i = 0; i < 100_000; i++) {
      const x = draw();
      if (!(x >= 0 && x < Infinity)) expect.fail(`drew ${x}`);
    }
  });
});

describe("compileSampler", () => {
  it.each<Distribution>([
    { kind: "constant", seconds: 30 },
    { kind: "gamma", meanSeconds: 30, cv: 0 },
    { kind: "lognormal", medianSeconds: 30, sigma: 0 },
    { kind: "uniform", minSeconds: 30, maxSeconds: 30 },
    { kind: "triangular", minSeconds: 30, modeSeconds: 30, maxSeconds: 30 },
    { kind: "empirical", valuesSeconds: [30] },
  ])("draws a constant, and nothing from the stream, without spread: $kind", (distribution) => {
    const draw = compileSampler(distribution, () => expect.fail("drew from the stream"));
    expect([draw(), draw()]).toEqual([30, 30]);
  });

  it("draws zeros from distributions with mean zero", () => {
    for (const kind of ["exponential", "gamma", "weibull", "erlang"] as const) {
      const distribution = { kind, meanSeconds: 0, cv: 0.5, shape: 2, stages: 3 };
      expect(compileSampler(distribution, open("zero"))()).toBe(0);
    }
  });

  it("draws each observed value as often as the next, and a repeated one twice as often", () => {
    const draw = compileSampler({ kind: "empirical", valuesSeconds: [10, 20, 20, 70] }, open("empirical"));
    const counts = new Map<number, number>();
    const draws = 400_000;
    for (let i = 0; i < draws; i++) {
      const x = draw();
      counts.set(x, (counts.get(x) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([10, 20, 70]);
    for (const [value, p] of [
      [10, 0.25],
      [20, 0.5],
      [70, 0.25],
    ] as const) {
      const standardError = Math.sqrt((p * (1 - p)) / draws);
      expect(Math.abs(counts.get(value)! / draws - p)).toBeLessThan(4 * standardError);
    }
  });

  it("reaches the first and the last observed value at the ends of the uniform", () => {
    const distribution: Distribution = { kind: "empirical", valuesSeconds: [1, 2, 3] };
    expect(compileSampler(distribution, () => 0)()).toBe(1);
    expect(compileSampler(distribution, () => 1 - 1 / 4294967296)()).toBe(3);
  });

  it("never draws a part of a mixture that has no weight, not even at the ends of the uniform", () => {
    const parts = [0, 2, 0, 1, 0].map((weight, part) => ({
      weight,
      of: { kind: "constant", seconds: part } as const,
    }));
    expect(compileSampler({ kind: "mixture", parts }, () => 0)()).toBe(1);
    expect(compileSampler({ kind: "mixture", parts }, () => 1 - 1 / 4294967296)()).toBe(3);
  });
});

describe("gammaFactorSampler", () => {
  it("is always one, and draws nothing, where cv is zero", () => {
    expect(gammaFactorSampler(0, () => expect.fail("drew from the stream"))()).toBe(1);
  });

  it.each([1e-3, 1e-5, 1e-7, 1e-9])("keeps mean 1 and its cv where that is as small as %d", (cv) => {
    const factor = gammaFactorSampler(cv, open("small"));
    const draws = 200_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < draws; i++) {
      const z = (factor() - 1) / cv;
      sum += z;
      squares += z * z;
    }
    expect(Math.abs(sum / draws)).toBeLessThan(4 / Math.sqrt(draws));
    expect(Math.abs(squares / draws - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
  });
});
