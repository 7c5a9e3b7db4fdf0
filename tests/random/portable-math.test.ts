import { describe, expect, it } from "vitest";
import { exp, log, logGamma, logOnePlus, power } from "../../src/random/portable-math.js";
import { openStream } from "../../src/random/stream.js";

const TOLERANCE = 1e-15;

/** The largest relative difference of two functions over 200,000 arguments. */
function worst(ours: (x: number) => number, theirs: (x: number) => number, argument: () => number): number {
  let most = 0;
  for (let i = 0; i < 200_000; i++) {
    const x = argument();
    const truth = theirs(x);
    const off = truth === 0 ? Math.abs(ours(x)) : Math.abs(ours(x) / truth - 1);
    if (!(off <= most)) most = off;
  }
  return most;
}

const u = openStream("truth", 0, "portable-math", "arguments");

describe("log", () => {
  it.each([
    ["all magnitudes", () => Math.exp((u() - 0.5) * 1400)],
    ["around one", () => 0.5 + 1.5 * u()],
    ["very near one", () => 1 + (u() - 0.5) * Math.exp(-35 * u())],
    ["subnormal numbers", () => (1 + u()) * 1e-310],
    ["whole numbers", () => Math.floor(u() * 1e6) + 1],
  ])("agrees with exact logarithms within 1e-15: %s", (_, argument) => {
    expect(worst(log, Math.log, argument)).toBeLessThan(TOLERANCE);
  });

  it("has the ends and the exact value of a logarithm", () => {
    expect([log(1), log(0), log(-0), log(Infinity)]).toEqual([0, -Infinity, -Infinity, Infinity]);
    expect([log(-1), log(Number.NaN), log(-Infinity)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe("exp", () => {
  it.each([
    ["all magnitudes", () => (u() - 0.5) * 1415],
    ["around zero", () => (u() - 0.5) * 4],
    ["very near zero", () => (u() - 0.5) * Math.exp(-40 * u())],
  ])("agrees with exact powers of e within 1e-15: %s", (_, argument) => {
    expect(worst(exp, Math.exp, argument)).toBeLessThan(TOLERANCE);
  });

  it("has the ends and the exact value of an exponential", () => {
    expect([exp(0), exp(-0), exp(Infinity), exp(-Infinity), exp(710), exp(-746)]).toEqual([
      1,
      1,
      Infinity,
      0,
      Infinity,
      0,
    ]);
    expect(exp(Number.NaN)).toBeNaN();
    expect(exp(709.782712893384) / Math.exp(709.782712893384)).toBeCloseTo(1, 14);
  });

  it("goes down through the subnormal numbers to the least of them", () => {
    expect(exp(-745.1)).toBe(5e-324);
    for (let x = -708; x > -745; x -= 0.37) {
      expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(Math.max(5e-324, Math.exp(x) * TOLERANCE));
    }
  });
});

describe("a difference of 2e-15", () => {
  it("would be caught", () => {
    expect(
      worst(
        (x) => log(x) * (1 + 2e-15),
        Math.log,
        () => 2 + u(),
      ),
    ).toBeGreaterThan(TOLERANCE);
  });
});

describe("logOnePlus", () => {
  it("agrees with log1p, however tiny the argument", () => {
    expect(worst(logOnePlus, Math.log1p, () => Math.exp(-50 * u()))).toBeLessThan(TOLERANCE);
    expect(worst(logOnePlus, Math.log1p, () => -0.9 * u())).toBeLessThan(TOLERANCE);
    expect([logOnePlus(0), logOnePlus(1e-300), logOnePlus(Infinity)]).toEqual([0, 1e-300, Infinity]);
  });
});

describe("power", () => {
  it("agrees with powers", () => {
    expect(
      worst(
        (x) => power(x, 1.5),
        (x) => x * Math.sqrt(x),
        () => 20 * u(),
      ),
    ).toBeLessThan(1e-14);
    expect(
      worst(
        (x) => power(x, -2),
        (x) => 1 / (x * x),
        () => 0.01 + u(),
      ),
    ).toBeLessThan(1e-14);
  });

  it("has the ends of a power", () => {
    expect([power(0, 2), power(0, 0), power(5, 0), power(0, -1), power(1, 7)]).toEqual([
      0,
      1,
      1,
      Infinity,
      1,
    ]);
  });
});

describe("logGamma", () => {
  it("gives factorials", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(
        1e-14 * Math.max(1, Math.log(factorial)),
      );
      factorial *= n;
    }
  });

  it("gives the square root of pi at one half, and 100! by its known logarithm", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(101)).toBeCloseTo(363.7393755555635, 11);
  });

  it("obeys the reflection formula between 0 and 1", () => {
    for (let x = 0.01; x < 1; x += 0.01) {
      expect(logGamma(x) + logGamma(1 - x)).toBeCloseTo(Math.log(Math.PI / Math.sin(Math.PI * x)), 13);
    }
  });
});
