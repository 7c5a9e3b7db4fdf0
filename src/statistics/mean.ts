import { NO_FIGURE } from "./ratio.js";
import { studentQuantile } from "./student.js";
import type { Figure } from "./summary.js";

/**
 * The mean of independent values with its 95 % confidence interval by Student's t. Values that are NaN
 * (nothing observed) are left out; with one value there is no interval, with none no figure.
 */
export function meanFigure(values: ArrayLike<number>): Figure {
  let count = 0;
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    if (Number.isNaN(values[index])) continue;
    count++;
    sum += values[index];
  }
  if (count === 0) return NO_FIGURE;
  const mean = sum / count;
  if (count === 1) return { mean, low: Number.NaN, high: Number.NaN };
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    if (Number.isNaN(values[index])) continue;
    squares += (values[index] - mean) * (values[index] - mean);
  }
  const error = Math.sqrt(squares / (count - 1) / count) * studentQuantile(0.975, count - 1);
  return { mean, low: mean - error, high: mean + error };
}
