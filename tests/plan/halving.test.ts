import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fallsBelowZeroAt, leastWhole } from "../../src/plan/requirement/halving.js";

describe("the least whole number that meets", () => {
  it("is found from any start", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.nat(5000), async (least, start) => {
        expect(await leastWhole(async (number) => number >= least, start, 5000)).toBe(least);
      }),
      { seed: 1 },
    );
  });

  it("is nowhere where not even the most meets", async () => {
    expect(await leastWhole(async () => false, 3, 100)).toBeUndefined();
    expect(await leastWhole(async (number) => number >= 101, 400, 100)).toBeUndefined();
    expect(await leastWhole(async (number) => number >= 100, 3, 100)).toBe(100);
  });

  it("is asked for four times at most where it lies beside the start", async () => {
    for (const least of [19, 20, 21]) {
      let asked = 0;
      await leastWhole(async (number) => ++asked > 0 && number >= least, 20, 1000);
      expect(asked).toBeLessThanOrEqual(4);
    }
  });

  it("lies beside one that misses, even where the answers are not in order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        fc.nat(30),
        async (meets, start) => {
          const found = await leastWhole(async (number) => meets[number] ?? true, start, 30);
          expect(meets[found!] ?? true).toBe(true);
          if (found! > 0) expect(meets[found! - 1]).toBe(false);
        },
      ),
      { seed: 2 },
    );
  });
});

describe("where a falling function falls below zero", () => {
  const curves: [string, (x: number, root: number) => number][] = [
    ["a straight line", (x, root) => root - x],
    ["a curve that flattens", (x, root) => root / x - 1],
    ["a curve that steepens", (x, root) => 1 - (x / root) * (x / root) * (x / root)],
    ["a step", (x, root) => (x <= root ? 0.01 : -1)],
    [
      "a curve with no end before its fall",
      (x, root) => (x < root / 2 ? Number.POSITIVE_INFINITY : root - x),
    ],
  ];

  it.each(curves)("is found to the precision: %s", async (_, curve) => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0.2, max: 5, noNaN: true }), async (root) => {
        const asked: number[] = [];
        const of = async (x: number) => asked.push(x) && curve(x, root);
        const found = (await fallsBelowZeroAt(of as (x: number) => Promise<number>, 1, 0.002, 8))!;
        expect(found).toBeLessThanOrEqual(root);
        expect(found).toBeGreaterThanOrEqual(root * (1 - 0.002) * (1 - 1e-12));
        expect(asked.length).toBeLessThan(40);
      }),
      { seed: 3 },
    );
  });

  it("is nowhere where it lies too far away", async () => {
    expect(await fallsBelowZeroAt(async () => -1, 1, 0.002, 8)).toBeUndefined();
    expect(await fallsBelowZeroAt(async () => 1, 1, 0.002, 8)).toBeUndefined();
  });
});
