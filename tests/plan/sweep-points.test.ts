import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Axis, readAxis } from "../../src/plan/sweep/sweep-axis.js";
import { pointCount, sweepPoints } from "../../src/plan/sweep/sweep-points.js";

function axisOf(text: string, samples?: number): Axis {
  const read = readAxis(text, samples);
  if ("problem" in read) throw new Error(read.problem);
  return read.value;
}

function valuesOf(axes: readonly Axis[], samples: number, seed = "seed"): number[][] {
  const points = sweepPoints(axes, { kind: "samples", samples }, seed);
  return Array.from({ length: points.count }, (_, index) => points.at(index).map(({ value }) => value));
}

describe("a grid", () => {
  const axes = [axisOf("a=1,2"), axisOf("b=10..30:10"), axisOf("c=0%,5%")];
  const points = sweepPoints(axes, { kind: "grid" }, "seed");

  test("has every combination once, the last path going fastest", () => {
    const all = Array.from({ length: points.count }, (_, index) =>
      points.at(index).map(({ value }) => value),
    );
    expect(all.slice(0, 4)).toEqual([
      [1, 10, 0],
      [1, 10, 0.05],
      [1, 20, 0],
      [1, 20, 0.05],
    ]);
    expect(all).toHaveLength(12);
    expect(new Set(all.map(String)).size).toBe(12);
  });

  test("of a billion points is there at once", () => {
    const many = [axisOf("a=1..1000000"), axisOf("b=1..1000")];
    expect(pointCount(many, { kind: "grid" })).toBe(1e9);
    const far = sweepPoints(many, { kind: "grid" }, "seed").at(1e9 - 1);
    expect(far.map(({ value }) => value)).toEqual([1_000_000, 1000]);
  });
});

describe("samples", () => {
  test("lie one in each stratum of every range, whatever the ends and the number", () => {
    const range = fc.record({
      from: fc.integer({ min: -1000, max: 1000 }),
      span: fc.integer({ min: 1, max: 5000 }),
      samples: fc.integer({ min: 1, max: 200 }),
      seed: fc.string({ maxLength: 5 }),
    });
    fc.assert(
      fc.property(range, ({ from, span, samples, seed }) => {
        const [low, high] = [from / 100, (from + span) / 100];
        const axis = axisOf(`x=${low.toFixed(2)}..${high.toFixed(2)}`, samples);
        const strata = valuesOf([axis], samples, seed).map(([value]) =>
          // A value on the edge of a stratum is in the upper one, however the division is rounded.
          Math.floor(((value! - low) / (high - low)) * samples + 1e-9),
        );
        expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: samples }, (_, index) => index));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test("of a path with steps have each step as often as any other, by one at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100 }), (count, samples) => {
        const found = valuesOf([axisOf(`x=1..${count}:1`, samples)], samples).map(([value]) => value!);
        const often = Array.from({ length: count }, (_, at) => found.filter((one) => one === at + 1).length);
        const fair = samples / count;
        for (const times of often) {
          expect(times).toBeGreaterThanOrEqual(Math.floor(fair) - 1);
          expect(times).toBeLessThanOrEqual(Math.ceil(fair) + 1);
        }
        expect(found).toHaveLength(samples);
      }),
      { seed: 2, numRuns: 200 },
    );
    expect(
      valuesOf([axisOf("x=5..10", 6)], 6)
        .map(([value]) => value)
        .sort(),
    ).toEqual([10, 5, 6, 7, 8, 9]);
  });

  test("keep whole numbers whole, and values on the steps", () => {
    const axes = [axisOf("agents=5..40", 50), axisOf("wait=60s..180s:30s", 50), axisOf("list=1,2,50", 50)];
    for (const [agents, wait, listed] of valuesOf(axes, 50)) {
      expect(Number.isInteger(agents)).toBe(true);
      expect([60, 90, 120, 150, 180]).toContain(wait);
      expect([1, 2, 50]).toContain(listed);
    }
  });

  test("come from the seed alone: the same again, others with another seed", () => {
    const axes = [axisOf("a=0.5..1.5", 20), axisOf("b=0%..50%", 20)];
    expect(valuesOf(axes, 20, "monday")).toEqual(valuesOf(axes, 20, "monday"));
    expect(valuesOf(axes, 20, "monday")).not.toEqual(valuesOf(axes, 20, "tuesday"));
  });

  test("of two paths are not tied to each other", () => {
    const samples = 400;
    const rows = valuesOf([axisOf("a=0.0..1.0", samples), axisOf("b=0.0..1.0", samples)], samples);
    const correlation = (of: readonly number[][]) => {
      const mean = (axis: number) => of.reduce((sum, row) => sum + row[axis]!, 0) / of.length;
      const [a, b] = [mean(0), mean(1)];
      const sum = (f: (row: number[]) => number) => of.reduce((all, row) => all + f(row), 0);
      const both = sum((row) => (row[0]! - a) * (row[1]! - b));
      return both / Math.sqrt(sum((row) => (row[0]! - a) ** 2) * sum((row) => (row[1]! - b) ** 2));
    };
    // Of independent orders the correlation's standard error is 1 / sqrt(n - 1).
    const allowed = 4 / Math.sqrt(samples - 1);
    expect(Math.abs(correlation(rows))).toBeLessThan(allowed);
    // It can fail: the same order on both paths is caught.
    expect(correlation(rows.map(([a]) => [a!, a!]))).toBeGreaterThan(allowed);
  });
});
