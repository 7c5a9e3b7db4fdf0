import { describe, expect, test } from "vitest";
import { studentQuantile } from "../../src/statistics/student.js";
import {
  betaShareBelow,
  binomialTerm,
  expLessOne,
  gammaShareAbove,
  gammaShareBelow,
  normalQuantile,
  normalShareBelow,
  poissonTerm,
} from "../../src/statistics/theory/special-functions.js";
import { errorOf, referenceRows } from "./reference.js";

describe("special functions agree with 40-digit arithmetic", () => {
  test("the incomplete gamma function, both tails, to 1e-12", () => {
    const rows = referenceRows("reference-special", "gamma");
    expect(rows.length).toBeGreaterThan(60);
    for (const [shape, x, below, above] of rows) {
      expect(errorOf(gammaShareBelow(shape, x), below), `below ${x} of ${shape}`).toBeLessThan(1e-12);
      expect(errorOf(gammaShareAbove(shape, x), above), `above ${x} of ${shape}`).toBeLessThan(1e-12);
    }
  });

  test("the incomplete beta function to 1e-12", () => {
    const rows = referenceRows("reference-special", "beta");
    expect(rows.length).toBeGreaterThan(80);
    for (const [a, b, x, below] of rows) {
      expect(errorOf(betaShareBelow(a, b, x), below), `${a} ${b} at ${x}`).toBeLessThan(1e-12);
    }
  });

  test("the normal distribution to 1e-13 and its quantile to 1e-14, far into the tail", () => {
    for (const [z, below] of referenceRows("reference-special", "normal")) {
      expect(errorOf(normalShareBelow(z), below), `below ${z}`).toBeLessThan(1e-13);
    }
    for (const [share, z] of referenceRows("reference-special", "normal quantile")) {
      // Near the middle a share of type double says no more than this about z.
      const grain = 1.2e-16 / Math.max(1e-300, Math.abs(z));
      expect(errorOf(normalQuantile(share), z), `quantile of ${share}`).toBeLessThan(1e-14 + 4 * grain);
    }
  });

  test("Student's quantile to 1e-10, for whole and broken degrees of freedom", () => {
    const rows = referenceRows("reference-special", "student");
    expect(rows.length).toBeGreaterThan(140);
    for (const [share, degrees, t] of rows) {
      expect(errorOf(studentQuantile(share, degrees), t), `${share} with ${degrees}`).toBeLessThan(1e-10);
    }
  });
});

test("the t that every statistics book prints for 95 % and 29 degrees of freedom is 2.045", () => {
  expect(studentQuantile(0.975, 29)).toBeCloseTo(2.04523, 5);
  expect(studentQuantile(0.975, 1)).toBeCloseTo(12.7062, 4);
  expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959964, 6);
});

test("quantiles at and past the ends are infinite or not a number", () => {
  for (const quantile of [normalQuantile, (share: number) => studentQuantile(share, 7)]) {
    expect(quantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(quantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(quantile(0.5)).toBeCloseTo(0, 15);
    expect(quantile(-0.1)).toBeNaN();
    expect(quantile(1.1)).toBeNaN();
    expect(quantile(Number.NaN)).toBeNaN();
  }
  expect(studentQuantile(0.9, 0)).toBeNaN();
  expect(studentQuantile(0.25, 4.5)).toBe(-studentQuantile(0.75, 4.5));
});

test("Poisson and binomial chances add up to 1, also where single ones are tiny", () => {
  for (const mean of [0.3, 7, 1234.5, 20_000]) {
    let sum = 0;
    const most = mean + 40 * Math.sqrt(mean) + 40;
    for (let k = 0; k < most; k++) sum += poissonTerm(k, mean);
    expect(errorOf(sum, 1)).toBeLessThan(1e-12);
  }
  for (const n of [1, 10, 4000]) {
    let sum = 0;
    for (let k = 0; k <= n; k++) sum += binomialTerm(k, n - k, 0.3, 0.7);
    expect(errorOf(sum, 1)).toBeLessThan(1e-12);
  }
});

test("e^x - 1 keeps its digits near 0", () => {
  expect(expLessOne(0)).toBe(0);
  expect(expLessOne(1e-12)).toBe(1.0000000000005e-12);
  for (const x of [-30, -0.36, -0.34, 0.2, 3])
    expect(errorOf(expLessOne(x), Math.expm1(x))).toBeLessThan(1e-15);
});
