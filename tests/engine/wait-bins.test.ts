import { expect, test } from "vitest";
import { WAIT_BINS, waitBin, waitBinMiddleSeconds } from "../../src/engine/wait-bins.js";

const MOST = 2_147_483_647;

test("waits below 256 ms have a bin for each millisecond", () => {
  for (let milliseconds = 0; milliseconds < 256; milliseconds++) {
    expect(waitBin(milliseconds)).toBe(milliseconds);
    expect(waitBinMiddleSeconds(milliseconds)).toBe(milliseconds / 1000);
  }
  expect(waitBin(0.49)).toBe(0);
  expect(waitBin(0.5)).toBe(1);
});

test("one millisecond more is the same bin or the next", () => {
  const starts = [0, 255, 511, 65_535, 1_000_000, 16_777_215, 1_073_741_823, MOST - 3000];
  for (const start of starts) {
    for (let milliseconds = start; milliseconds < start + 3000; milliseconds++) {
      const step = waitBin(milliseconds + 1) - waitBin(milliseconds);
      expect(step === 0 || step === 1, `${milliseconds}`).toBe(true);
    }
  }
});

test("the middle of each bin lies in it, and no wait in it is further off than one part in 256", () => {
  let least = 0;
  for (let bin = 0; bin < WAIT_BINS; bin++) {
    const middle = waitBinMiddleSeconds(bin) * 1000;
    expect(waitBin(middle)).toBe(bin);
    const greatest = Math.round(2 * middle - least);
    expect(waitBin(least)).toBe(bin);
    expect(waitBin(greatest)).toBe(bin);
    expect(middle - least).toBeLessThanOrEqual(least / 256);
    least = greatest + 1;
  }
  expect(least - 1).toBe(MOST);
});

test("a wait past the last bin is counted there", () => {
  expect(waitBin(MOST)).toBe(WAIT_BINS - 1);
  expect(waitBin(MOST + 0.7)).toBe(WAIT_BINS - 1);
  expect(waitBin(1e15)).toBe(WAIT_BINS - 1);
  expect(waitBin(Number.POSITIVE_INFINITY)).toBe(WAIT_BINS - 1);
});
