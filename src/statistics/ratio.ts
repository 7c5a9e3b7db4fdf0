import { studentQuantile } from "./student.js";
import type { Figure } from "./summary.js";

/** The figure of nothing observed. */
export const NO_FIGURE: Figure = Object.freeze({ mean: Number.NaN, low: Number.NaN, high: Number.NaN });

/**
 * The ratio of the totals of two sums over replications, with its 95 % confidence interval by the delta
 * method: the variance of the residuals numerator - ratio x denominator, and Student's t with one degree less
 * than there are replications (Law, Simulation Modeling and Analysis, section 9.5). NO_FIGURE where the
 * denominators add up to 0; what was observed in one replication alone has no interval.
 */
export function ratioFigure(numerators: ArrayLike<number>, denominators: ArrayLike<number>): Figure {
  const count = numerators.length;
  let above = 0;
  let below = 0;
  let seen = 0;
  for (let index = 0; index < count; index++) {
    above += numerators[index];
    below += denominators[index];
    if (denominators[index] !== 0) seen++;
  }
  const mean = above / below;
  if (below === 0 || Number.isNaN(mean)) return NO_FIGURE;
  if (seen < 2) return { mean, low: Number.NaN, high: Number.NaN };
  let squares = 0;
  for (let index = 0; index < count; index++) {
    const residual = numerators[index] - mean * denominators[index];
    squares += residual * residual;
  }
  if (squares === 0) return { mean, low: mean, high: mean };
  const error =
    (Math.sqrt((squares * count) / (count - 1)) / Math.abs(below)) * studentQuantile(0.975, count - 1);
  return { mean, low: mean - error, high: mean + error };
}
