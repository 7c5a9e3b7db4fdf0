import { studentQuantile } from "./student.js";
import type { Figure } from "./summary.js";

/** The level of every interval of a summary. */
export const SUMMARY_LEVEL = 0.95;

/**
 * The standard error of a figure over so many replications: its half width at 95 % over Student's t. NaN
 * where it has no interval. (A percentile that some replications did not observe rests on fewer of them and
 * gets a little too much.)
 */
export function standardErrorOf(figure: Figure, replications: number): number {
  return (figure.high - figure.low) / 2 / quantileAt(SUMMARY_LEVEL, replications);
}

/** The figure with its interval at another level, 0..1, such as 0.9875. */
export function figureAtLevel(figure: Figure, replications: number, level: number): Figure {
  if (level === SUMMARY_LEVEL) return figure;
  const { mean, low, high } = figure;
  if (low === high) return figure;
  const half = standardErrorOf(figure, replications) * quantileAt(level, replications);
  return { mean, low: mean - half, high: mean + half };
}

/** How many standard errors an interval of that level reaches to each side, over so many replications. */
export function quantileAt(level: number, replications: number): number {
  return studentQuantile((1 + level) / 2, replications - 1);
}
