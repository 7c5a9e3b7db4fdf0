import { NO_FIGURE } from "./ratio.js";
import { studentQuantile } from "./student.js";
import type { Figure } from "./summary.js";

/**
 * An estimate over replications, and how far each replication pulls it: `influence[r]` is to the estimate
 * what a value's deviation is to a mean, so the estimate's variance is theirs over their number. Sums and
 * differences of estimates have sums and differences of influences: what two estimates owe to the same
 * replication cancels. NaN marks a replication in which nothing was observed.
 */
export interface Estimate {
  readonly value: number;
  readonly influence: Float64Array;
}

/** How widely influences lie: their number, NaN left out, and the variance of one; NaN of fewer than two. */
export interface Spread {
  readonly count: number;
  readonly variance: number;
}

/**
 * The ratio of two sums over replications, as `ratioFigure` has it: the influence of a replication is its
 * residual, numerator - ratio x denominator, over the mean denominator (the infinitesimal jackknife; Efron
 * and Tibshirani, An Introduction to the Bootstrap, chapter 21). NaN where the denominators add up to 0.
 * What was observed in one replication alone says nothing of how widely it lies: its influences are NaN.
 */
export function ratioEstimate(numerators: ArrayLike<number>, denominators: ArrayLike<number>): Estimate {
  const count = numerators.length;
  let above = 0;
  let below = 0;
  let seen = 0;
  for (let index = 0; index < count; index++) {
    above += numerators[index];
    below += denominators[index];
    if (denominators[index] !== 0) seen++;
  }
  const value = below === 0 ? Number.NaN : above / below;
  const influence = new Float64Array(count).fill(Number.NaN);
  if (seen < 2) return { value, influence };
  for (let index = 0; index < count; index++) {
    influence[index] = ((numerators[index] - value * denominators[index]) * count) / below;
  }
  return { value, influence };
}

/** A value of its own for each replication, such as its percentile, around an estimate made from all. */
export function pooledEstimate(value: number, own: ArrayLike<number>): Estimate {
  let count = 0;
  let sum = 0;
  for (let index = 0; index < own.length; index++) {
    if (Number.isNaN(own[index])) continue;
    count++;
    sum += own[index];
  }
  return { value, influence: Float64Array.from(own, (one) => one - sum / count) };
}

/** The sum of estimates of the same replications, each times its weight. */
export function combined(terms: readonly { readonly weight: number; readonly of: Estimate }[]): Estimate {
  let value = 0;
  const influence = new Float64Array(terms[0].of.influence.length);
  for (const { weight, of } of terms) {
    value += weight * of.value;
    for (let index = 0; index < influence.length; index++) influence[index] += weight * of.influence[index];
  }
  return { value, influence };
}

/** `b` less `a`, replication by replication. */
export function differenceOf(a: Estimate, b: Estimate): Estimate {
  return {
    value: b.value - a.value,
    influence: b.influence.map((one, index) => one - a.influence[index]),
  };
}

/** The spread of an estimate's influences. */
export function spreadOf({ influence }: Estimate): Spread {
  let count = 0;
  let sum = 0;
  for (const one of influence) {
    if (Number.isNaN(one)) continue;
    count++;
    sum += one;
  }
  if (count < 2) return { count, variance: Number.NaN };
  let squares = 0;
  for (const one of influence) {
    if (!Number.isNaN(one)) squares += (one - sum / count) * (one - sum / count);
  }
  return { count, variance: squares / (count - 1) };
}

/** Half the width of an interval: Student's t below which `share` lies, times the standard error. */
export function errorOf({ count, variance }: Spread, share: number): number {
  if (variance === 0) return 0;
  return count < 2 ? Number.NaN : studentQuantile(share, count - 1) * Math.sqrt(variance / count);
}

/** The estimate with its 95 % confidence interval by Student's t; one replication has none. */
export function estimateFigure(estimate: Estimate): Figure {
  const { value } = estimate;
  if (Number.isNaN(value)) return NO_FIGURE;
  const error = errorOf(spreadOf(estimate), 0.975);
  return { mean: value, low: value - error, high: value + error };
}
