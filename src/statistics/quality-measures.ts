import type { Team } from "../scenario/team.js";
import type { Measure } from "./measures.js";
import { type Sums, T } from "./sums.js";

/** Figures of a team in a scenario in which quality is looked after. */
// biome-ignore format: a table, one measure a line
export const QUALITY_MEASURES: readonly Measure[] = [
  measure("evaluated", "count", "Evaluated", (sums) => sums[T.evaluated]),
  measure("evaluationHours", "hours", "Hours evaluating", (sums) => sums[T.evaluatingSeconds] / 3600),
  measure("surveys", "count", "Surveys answered", (sums) => sums[T.surveys]),
];

/**
 * Writes how many of the contacts answered are evaluated and followed by a survey into the sums of a crew of
 * the team, whose fields are read already: shares of them, nothing drawn.
 */
export function countQuality({ quality }: Team, into: Sums): void {
  into[T.evaluated] = into[T.answered] * (quality?.evaluation?.share ?? 0);
  into[T.surveys] = into[T.answered] * (quality?.surveyShare ?? 0);
}

function measure(
  name: string,
  unit: "count" | "hours",
  title: string,
  numerator: Measure["numerator"],
): Measure {
  return { name, unit, title, numerator, denominator: (sums) => sums[T.occurrences], of: "quality" };
}
