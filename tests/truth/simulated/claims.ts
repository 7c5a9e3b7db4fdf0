import { describe, expect, test } from "vitest";
import { studentQuantile } from "../../../src/statistics/student.js";
import type { Figure } from "../../../src/statistics/summary.js";
import { type OracleCase, oracleCases } from "../oracle-cases.js";

/** A simulated figure and the exact answer. */
export interface Claim {
  readonly name: string;
  readonly reached: Figure;
  readonly truth: number;
  /** Samples the figure comes from. */
  readonly samples: number;
  /** How far the stated truth may itself be off: half a unit of its last digit. */
  readonly doubt: number;
  /** Its standard error, where it is itself simulated. */
  readonly truthError?: number;
  /** Where the case says in which range a simulation should come out. */
  readonly accept?: readonly [least: number, most: number];
}

/** Simulates a case with all handle times multiplied by `stretch` and says what should hold at 1. */
export type Simulated = (given: OracleCase, stretch: number) => Claim[];

/** Figures of one simulation, by the names of the case's answers. */
export interface Reached {
  /** Replications, or whatever the figures' intervals come from. */
  readonly samples: { readonly length: number };
  readonly figures: Readonly<Record<string, Figure>>;
  /** Answers about what nobody could observe, or that merely repeat others. */
  readonly unseen?: readonly string[];
  /** Digits to which the answers are printed; exact where silent. */
  readonly digits?: number;
}

/**
 * Every number among the answers with the figure of the same name; throws where one is neither there nor
 * unseen.
 */
export function claimsOf(expected: Readonly<Record<string, unknown>>, reached: Reached): Claim[] {
  const { samples, figures, unseen = [], digits } = reached;
  return Object.entries(expected).flatMap(([name, truth]) => {
    if (typeof truth !== "number" || unseen.includes(name)) return [];
    const figure = figures[name];
    if (!figure) throw new Error(`the simulation says nothing about ${name}`);
    const doubt = digits === undefined ? 1e-9 * Math.abs(truth) : 0.5 * 10 ** -digits;
    return [{ name, reached: figure, truth, samples: samples.length, doubt }];
  });
}

/**
 * The answers of a published simulation, by the texts they have for names. A value is exact to its digits, or
 * known from another simulation, of many more days.
 */
export function acceptedClaims(
  expected: readonly Published[],
  reached: Omit<Reached, "unseen" | "digits">,
): Claim[] {
  return expected.map(({ metric, value, accept, independent }) => {
    const digits = String(value).split(".")[1]?.length ?? 0;
    const [claim] = claimsOf({ [metric]: value }, { ...reached, digits });
    const other = /\+-([0-9.]+)/.exec(independent ?? "");
    return { ...claim, ...(accept && { accept }), ...(other && { truthError: Number(other[1]) / Z95 }) };
  });
}

export interface Published {
  readonly metric: string;
  readonly value: number;
  /** Between which a simulation should come out. */
  readonly accept?: readonly [least: number, most: number];
  /** `exact 1.23`, or `1.23+-0.04` with half of that simulation's 95 % interval. */
  readonly independent?: string;
}

const Z95 = 1.96;

/** Standard error of a figure of so many samples, from its 95 % interval. */
export function standardError({ high, low }: Figure, samples: number): number {
  return (high - low) / 2 / studentQuantile(0.975, samples - 1);
}

/** How many standard errors the figure lies from the truth; Infinity where nothing varies and it is off. */
export function errorsOff({ reached, truth, samples, doubt, truthError = 0 }: Claim): number {
  const off = Math.max(0, Math.abs(reached.mean - truth) - doubt);
  return off === 0 ? 0 : off / Math.hypot(standardError(reached, samples), truthError);
}

/** Whether the figure is in the range of the case; not asked where the range is narrower than chance. */
function isAccepted({ reached, truth, samples, accept }: Claim): boolean {
  if (!accept) return true;
  const [least, most] = accept;
  if (Math.min(truth - least, most - truth) < 3 * standardError(reached, samples)) return true;
  return reached.mean >= least && reached.mean <= most;
}

/** The cases of a family, by id; `caught` is the one in which contacts that take 1 % too long must show. */
export function holdToTruth(
  family: string,
  cases: Readonly<Record<string, Simulated>>,
  caught: string,
): void {
  const find = (id: string) => oracleCases.find((one) => one.id === id) as OracleCase;
  describe(`${family}, as simulated, agrees within four standard errors with the exact answer of`, () => {
    for (const [id, simulated] of Object.entries(cases)) {
      const given = find(id);
      test(`${id}: ${given.title}`, () => {
        const made = simulated(given, 1);
        expect(made.length).toBeGreaterThan(0);
        for (const claim of made) {
          expect(errorsOff(claim), told(claim)).toBeLessThan(4);
          expect(isAccepted(claim), told(claim)).toBe(true);
        }
      });
    }
  });
  test(`${family}, as simulated with contacts that take 1 % too long, is told apart in ${caught}`, () => {
    const off = cases[caught](find(caught), 1.01).map(errorsOff);
    expect(Math.max(...off)).toBeGreaterThan(4);
  });
}

function told(claim: Claim): string {
  const { name, reached, truth, samples } = claim;
  const error = standardError(reached, samples);
  return `${name}: ${reached.mean}, expected ${truth}, standard error ${error}, off by ${errorsOff(claim)}`;
}
