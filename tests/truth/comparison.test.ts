import { describe, expect, test } from "vitest";
import { openStream } from "../../src/random/stream.js";
import { studentQuantile } from "../../src/statistics/student.js";
import { normalShareBelow } from "../../src/statistics/theory/special-functions.js";
import {
  againstLonger,
  type Compared,
  compare,
  fewestWithPower,
  LIMIT,
  lookAgain,
  normalDeviate,
  pool,
} from "./computed/comparison.js";
import { casesOf } from "./computed/computed-cases.js";
import { finite } from "./computed/one-line.js";

/** Figures as they come by chance, of so many cases, all off by so many standard errors. */
function byChance(cases: number, seed: string, bias = 0, spread = 1): Compared[] {
  const stream = openStream(seed, 0, "comparison", "");
  const normal = () => Math.sqrt(-2 * Math.log(1 - stream())) * Math.cos(2 * Math.PI * stream());
  return Array.from({ length: cases }, (_, k) => {
    const score = bias + spread * normal();
    const standardError = 0.1 + 0.05 * (k % 3);
    return {
      ...{ id: `case ${k}`, name: "asa", truth: 10, reached: 10 + score * standardError },
      ...{ standardError, score, detectable: (4 * standardError) / 10, foreseen: 1 },
    };
  });
}

describe("a figure's distance from the truth", () => {
  test("is the normal deviate that is as likely as Student's t", () => {
    for (const degrees of [29, 39, 79]) {
      for (const deviate of [1, 2, 3, 4]) {
        const t = studentQuantile(normalShareBelow(deviate), degrees);
        expect(Math.abs(normalDeviate(t, degrees) - deviate)).toBeLessThan(0.01);
        expect(normalDeviate(-t, degrees)).toBe(-normalDeviate(t, degrees));
      }
    }
  });

  test("of a truth that is 4 % off is beyond four at a first look and at a second", () => {
    const [, , , , , given] = casesOf(finite);
    const name = "occupancy";
    const wrong = { ...given, expected: { [name]: given.expected[name] * 1.04 }, longer: given.longer };
    const worst = (compared: readonly Compared[]) =>
      Math.max(...compared.map(({ score }) => Math.abs(score)));
    expect(worst(compare(finite, wrong))).toBeGreaterThan(LIMIT);
    expect(worst(lookAgain(finite, wrong))).toBeGreaterThan(2 * LIMIT);
    expect(worst(lookAgain(finite, given))).toBeLessThan(LIMIT);
  });
});

describe("cases together", () => {
  test("lean and spread as chance has it where nothing is wrong", () => {
    for (const seed of ["one", "two", "three"]) {
      const [{ score, spread, cases }] = pool(byChance(40, seed));
      expect(cases).toBe(40);
      expect(Math.abs(score)).toBeLessThan(3);
      expect(Math.abs(spread)).toBeLessThan(3);
    }
  });

  test("show a lean that no single case shows", () => {
    const leaning = byChance(40, "one", 1);
    expect(Math.max(...leaning.map(({ score }) => Math.abs(score)))).toBeLessThan(LIMIT);
    const [{ score }] = pool(leaning);
    expect(score).toBeGreaterThan(LIMIT);
    expect(againstLonger(leaning).score).toBeGreaterThan(LIMIT);
    expect(againstLonger(leaning).power).toBeCloseTo(Math.sqrt(40), 12);
  });

  test("show standard errors that are too small", () => {
    const [{ score, spread }] = pool(byChance(40, "one", 0, 1.8));
    expect(Math.abs(score)).toBeLessThan(LIMIT);
    expect(spread).toBeGreaterThan(LIMIT);
  });

  test("are chosen by what they foresee, and no more of them than are needed", () => {
    const foreseen = [1, -5, 2, 4].map((value, k) => ({ ...byChance(4, "one")[k], foreseen: value }));
    expect(fewestWithPower(foreseen, 6)).toEqual(["case 1", "case 3"]);
    expect(fewestWithPower(foreseen, 100)).toHaveLength(4);
  });
});
