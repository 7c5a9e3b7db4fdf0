import { describe, expect, test } from "vitest";
import {
  againstLonger,
  type Compared,
  compare,
  fewestWithPower,
  foreseeing,
  LIMIT,
  longerHandling,
  longerPatience,
  lookAgain,
  pool,
} from "./comparison.js";
import { casesOf } from "./computed-cases.js";
import type { ComputedCase, Family } from "./family.js";

/** Power with which companions look for longer handling: it is missed by one seed in 160. */
const ENOUGH = 6.5;
/** By how many per cent more patient callers have to be. */
const PATIENCE_PERCENT = 2;
/** Power at which one still speaks of telling apart. */
const LEAST_POWER = 6;

/** Holds a family's cases to theory: by formula where there is one, by simulation, each and all together. */
export function holdFamily(family: Family): void {
  const cases = casesOf(family);
  const done = new Map<string, Compared[]>();
  const outcome = (given: ComputedCase) => {
    const found = done.get(given.id) ?? compare(family, given);
    done.set(given.id, found);
    return found;
  };
  const all = () => cases.flatMap(outcome);
  describe(`${family.name}: ${family.truth}`, () => {
    const { formula } = family;
    if (formula) {
      for (const { id, title, input, expected } of cases) {
        test(`by formula to 1e-9, ${id}: ${title}`, () => {
          const reached = formula(input);
          expect(Object.keys(reached)).toEqual(Object.keys(expected));
          for (const [name, value] of Object.entries(reached)) expectNear(name, value, expected[name]);
        });
      }
    }
    for (const given of cases) {
      test(`as simulated within four standard errors, ${given.id}: ${given.title}`, () => {
        const compared = outcome(given);
        expect(compared.map(({ name }) => name)).toEqual(Object.keys(given.expected));
        const isOff = ({ score }: Compared) => !(Math.abs(score) < LIMIT);
        const off = compared.filter(isOff);
        if (off.length === 0) return;
        const again = lookAgain(family, given);
        console.log(`${given.id}: looked at again\n${[...off, ...again].map(told).join("\n")}`);
        expect(again.filter(isOff).map(told)).toEqual([]);
      });
    }

    test("all cases together lean to no side, and spread as chance has it", () => {
      for (const { kind, score, spread } of pool(all())) {
        expect(Math.abs(score), kind).toBeLessThan(LIMIT);
        expect(spread, kind).toBeLessThan(LIMIT);
      }
      expect(Math.abs(againstLonger(all()).score)).toBeLessThan(LIMIT);
    });

    const percent = percentTold(family);
    test(`handling that takes ${percent} % longer is told apart`, () => {
      console.log(report(family, all()));
      expect(percent * againstLonger(all()).power).toBeGreaterThan(LEAST_POWER);
      const chosen = fewestWithPower(all(), ENOUGH / percent);
      const longer = cases
        .filter(({ id }) => chosen.includes(id))
        .flatMap((one) => compare(family, one, longerHandling(family, 1 + percent / 100)));
      expect(againstLonger(longer).score).toBeGreaterThan(LIMIT);
    });

    if (family.morePatient) {
      test(`callers who are ${PATIENCE_PERCENT} % more patient are told apart`, () => {
        const onePercent = longerPatience(family, 1.01);
        const foreseen = foreseeing(family, cases, all(), onePercent);
        const { power, score } = againstLonger(foreseen);
        console.log(
          `  patience ${(LIMIT / power).toFixed(2)} % longer is four standard errors of all together`,
        );
        expect(Math.abs(score)).toBeLessThan(LIMIT);
        expect(PATIENCE_PERCENT * power).toBeGreaterThan(LEAST_POWER);
        const chosen = fewestWithPower(foreseen, ENOUGH / PATIENCE_PERCENT);
        const some = cases.filter(({ id }) => chosen.includes(id));
        const patient = longerPatience(family, 1 + PATIENCE_PERCENT / 100);
        const seen = some.flatMap((one) => compare(family, one, patient));
        expect(againstLonger(foreseeing(family, some, seen, onePercent)).score).toBeGreaterThan(LIMIT);
      });
    }
  });
}

/** Families in which 1 % longer handling can go unseen: by how many per cent longer it is told apart. */
const coarser: Readonly<Record<string, number>> = {
  "busy and quiet days": 4,
  breaks: 6,
  absence: 2,
  lateness: 2,
};

/** By how many per cent longer handling has to be for a family to be sure to tell it apart. */
export function percentTold({ name }: Family): number {
  return coarser[name] ?? 1;
}

function expectNear(name: string, value: number, truth: number): void {
  expect(Math.abs(value - truth), `${name}: ${value}, expected ${truth}`).toBeLessThanOrEqual(
    1e-9 * Math.abs(truth),
  );
}

function told({ name, truth, reached, standardError, score }: Compared): string {
  return `${name}: ${reached}, expected ${truth}, standard error ${standardError}, score ${score}`;
}

/** What a family would notice, as lines of text. */
function report(family: Family, all: readonly Compared[]): string {
  const share = (value: number) => `${(100 * value).toFixed(2)} %`.padStart(8);
  const rows = pool(all).map(({ kind, cases, detectable, median, worst }) =>
    [
      `  ${kind.padEnd(14)}${share(median)} median`,
      `${share(worst)} worst`,
      `${share(detectable)} all ${cases} together`,
    ].join(""),
  );
  const { power } = againstLonger(all);
  const percent = percentTold(family);
  const unseen = percent > 1 ? `; 1 % may go unseen, ${percent} % is told apart` : "";
  return [
    `${family.name}: smallest relative bias beyond four standard errors, by case`,
    ...rows,
    `  handling ${(LIMIT / power).toFixed(2)} % longer is four standard errors of all together${unseen}`,
  ].join("\n");
}
