import { expect, test } from "vitest";
import type { Distribution } from "../../src/random/distribution.js";
import { survivalOf } from "../../src/statistics/survival.js";

/** Spellings of one distribution. */
const alike: readonly (readonly [string, Distribution, Distribution])[] = [
  [
    "a uniform one without width is a constant",
    { kind: "uniform", minSeconds: 7, maxSeconds: 7 },
    { kind: "constant", seconds: 7 },
  ],
  [
    "a triangle without width is a constant",
    { kind: "triangular", minSeconds: 7, modeSeconds: 7, maxSeconds: 7 },
    { kind: "constant", seconds: 7 },
  ],
  [
    "a lognormal one without spread is a constant",
    { kind: "lognormal", medianSeconds: 7, sigma: 0 },
    { kind: "constant", seconds: 7 },
  ],
  [
    "a gamma one without spread is a constant",
    { kind: "gamma", meanSeconds: 7, cv: 0 },
    { kind: "constant", seconds: 7 },
  ],
  [
    "a gamma one with cv 1 is exponential",
    { kind: "gamma", meanSeconds: 7, cv: 1 },
    { kind: "exponential", meanSeconds: 7 },
  ],
  [
    "a Weibull one with shape 1 is exponential",
    { kind: "weibull", meanSeconds: 7, shape: 1 },
    { kind: "exponential", meanSeconds: 7 },
  ],
  [
    "weights count by their shares",
    {
      kind: "mixture",
      parts: [
        { weight: 6, of: { kind: "constant", seconds: 2 } },
        { weight: 2, of: { kind: "constant", seconds: 9 } },
      ],
    },
    { kind: "empirical", valuesSeconds: [2, 2, 2, 9] },
  ],
];

for (const [name, one, other] of alike) {
  test(name, () => {
    const [a, b] = [survivalOf(one), survivalOf(other)];
    for (const x of [0, 0.1, 2, 3, 6.9, 7.1, 9, 40, 1e6]) {
      expect(a.below(x)).toBeCloseTo(b.below(x), 12);
      expect(a.above(x)).toBeCloseTo(b.above(x), 12);
      expect(a.meanUpTo(x)).toBeCloseTo(b.meanUpTo(x), 10);
    }
  });
}

test("a triangle may have its mode at either end", () => {
  const falling = survivalOf({ kind: "triangular", minSeconds: 0, modeSeconds: 0, maxSeconds: 10 });
  const rising = survivalOf({ kind: "triangular", minSeconds: 0, modeSeconds: 10, maxSeconds: 10 });
  expect(falling.above(5)).toBeCloseTo(0.25, 14);
  expect(rising.above(5)).toBeCloseTo(0.75, 14);
  expect(falling.meanUpTo(100)).toBeCloseTo(10 / 3, 13);
  expect(rising.meanUpTo(100)).toBeCloseTo(20 / 3, 13);
});
