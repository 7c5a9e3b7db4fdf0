import { differenceOf, type Estimate, errorOf, estimateFigure, type Spread, spreadOf } from "./estimate.js";
import type { Family } from "./holm.js";
import { studentQuantile, studentShareOutside } from "./student.js";
import type { Figure } from "./summary.js";

/** A figure in two variants that met the same callers, and its difference. */
export interface PairedFigure {
  readonly a: Figure;
  readonly b: Figure;
  /** B less A, with its own 95 % confidence interval, not widened for other comparisons. */
  readonly difference: Figure;
  /** Whether it came out the same in every replication. */
  readonly same: boolean;
  /** Chance of so great a difference, either way, were there none; NaN where there is no interval. */
  readonly pValue: number;
  /**
   * Variance of the difference had the two been simulated with luck of their own, over the variance with
   * common random numbers: so many times more replications it would have taken. Infinity where the luck
   * cancels out; NaN where there is none.
   */
  readonly varianceRatio: number;
  /** Of the replications' differences. */
  readonly spread: Spread;
}

/** What can be said of a difference. */
export type DifferenceVerdict = "same" | "slight" | "real" | "perhaps" | "open" | "none";

/** Sums added up in another order differ by so much without any difference. */
const ROUNDING = 1e-9;
const MOST_REPLICATIONS = 1_000_000;

/**
 * The paired difference of two estimates of the same replications (the paired-t interval; Law, Simulation
 * Modeling and Analysis, section 10.2), for ratios by their influences.
 */
export function pairedFigure(a: Estimate, b: Estimate): PairedFigure {
  const difference = differenceOf(a, b);
  const spread = spreadOf(difference);
  const scale = ROUNDING * Math.max(Math.abs(a.value), Math.abs(b.value));
  const same =
    Math.abs(difference.value) <= scale && difference.influence.every((one) => !(Math.abs(one) > scale));
  const standardError = Math.sqrt(spread.variance / spread.count);
  const apart = spreadOf(a).variance + spreadOf(b).variance;
  return {
    a: estimateFigure(a),
    b: estimateFigure(b),
    difference: estimateFigure(difference),
    same,
    pValue: same ? 1 : studentShareOutside(difference.value / standardError, spread.count - 1),
    varianceRatio:
      apart > scale * scale ? apart / (spread.variance > scale * scale ? spread.variance : 0) : Number.NaN,
    spread,
  };
}

/**
 * `same`: equal in every replication. `slight`: the interval lies within the smallest difference that
 * matters. `real`: not luck, at the level of the whole family. `perhaps`: its own interval leaves 0 out, but
 * among so many some do by luck. `open`: not settled. `none`: not observed, or no interval.
 */
export function judge(
  { difference, same, pValue }: PairedFigure,
  family: Family,
  smallest: number,
): DifferenceVerdict {
  const { mean, low, high } = difference;
  if (Number.isNaN(mean)) return "none";
  if (same) return "same";
  if (Number.isNaN(low)) return "none";
  if (low > -smallest && high < smallest) return "slight";
  if (pValue <= family.threshold) return "real";
  return low > 0 || high < 0 ? "perhaps" : "open";
}

/**
 * Replications, in all, after which an open difference would be settled if it and its spread stay as they
 * are: shown to be real in its family, or shown to be slight, whichever is sooner. Infinity where no number
 * of them would do; NaN where nothing is open.
 */
export function replicationsToSettle(figure: PairedFigure, family: Family, smallest: number): number {
  const verdict = judge(figure, family, smallest);
  if (verdict !== "open" && verdict !== "perhaps") return Number.NaN;
  const size = Math.abs(figure.difference.mean);
  const toBeReal = replicationsFor(figure.spread, family.nextLevel, size);
  const toBeSlight = replicationsFor(figure.spread, 0.05, smallest - size);
  return Math.max(Math.min(toBeReal, toBeSlight), figure.spread.count + 1);
}

/**
 * The fewest replications with which a two-sided interval that errs with chance `level` has a half width
 * below `half`; Infinity above a million.
 */
export function replicationsFor({ variance }: Spread, level: number, half: number): number {
  if (!(half > 0)) return Number.POSITIVE_INFINITY;
  const enough = (count: number) =>
    studentQuantile(1 - level / 2, count - 1) * Math.sqrt(variance / count) < half;
  if (!enough(MOST_REPLICATIONS)) return Number.POSITIVE_INFINITY;
  let few = 1;
  let many = 2;
  while (!enough(many)) {
    few = many;
    many = Math.min(MOST_REPLICATIONS, 2 * many);
  }
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (enough(middle)) many = middle;
    else few = middle;
  }
  return many;
}

/** Half the width of the difference of two estimates, one-sided at this share. */
export function differenceError(a: Estimate, b: Estimate, share: number): number {
  return errorOf(spreadOf(differenceOf(a, b)), share);
}
