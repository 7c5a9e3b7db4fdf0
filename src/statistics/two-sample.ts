import { standardErrorOf } from "./confidence.js";
import { studentShareOutside } from "./student.js";
import type { Figure } from "./summary.js";

/** A figure and the replications it was taken from. */
export interface Sampled {
  readonly figure: Figure;
  readonly replications: number;
}

/** Constants differ by rounding, depending on how many of them are added up. */
const ROUNDING = 1e-9;

/**
 * How probable so great a difference of two independent estimates is where nothing has changed (Welch's test,
 * with the degrees of freedom of Welch and Satterthwaite; Law, Simulation Modeling and Analysis, section
 * 10.2.2). Two constants are equal (1) or not (0). NaN where one of them has no interval.
 */
export function chanceOfDifference(one: Sampled, other: Sampled): number {
  const difference = other.figure.mean - one.figure.mean;
  const errors = [one, other].map(({ figure, replications }) => standardErrorOf(figure, replications) ** 2);
  const square = errors[0] + errors[1];
  if (Number.isNaN(difference) || Number.isNaN(square)) return Number.NaN;
  const most = Math.max(Math.abs(one.figure.mean), Math.abs(other.figure.mean));
  if (Math.abs(difference) <= ROUNDING * most) return 1;
  if (square === 0) return 0;
  const degrees =
    square ** 2 / (errors[0] ** 2 / (one.replications - 1) + errors[1] ** 2 / (other.replications - 1));
  return studentShareOutside(difference / Math.sqrt(square), degrees);
}
