import type { Cohort } from "./team-terms.js";

/** What all heads of a team come to, by period. */
export interface HeadSums {
  readonly heads: Float64Array;
  readonly atEnd: Float64Array;
  readonly trainees: Float64Array;
  readonly onPhone: Float64Array;
  readonly nesting: Float64Array;
  readonly productive: Float64Array;
  readonly leavers: Float64Array;
}

const SUMMED = ["heads", "atEnd", "trainees", "onPhone", "nesting", "productive", "leavers"] as const;

/** The courses of all cohorts, each as often as it has heads. */
export function headSums(cohorts: readonly Cohort[], periods: number): HeadSums {
  const sum = (key: (typeof SUMMED)[number]) => {
    const total = new Float64Array(periods);
    for (const { heads, course } of cohorts) {
      for (let period = 0; period < periods; period++) total[period] += heads * course[key][period];
    }
    return total;
  };
  return Object.fromEntries(SUMMED.map((key) => [key, sum(key)])) as unknown as HeadSums;
}
