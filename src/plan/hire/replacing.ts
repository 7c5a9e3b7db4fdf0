import type { HiringClass } from "../../scenario/hiring.js";
import type { HeadCourse } from "./head-counts.js";
import { headSums } from "./head-sums.js";
import type { Cohort, TeamTerms } from "./team-terms.js";

/**
 * The classes of a team that makes good whom it lost and looks no further: where a class may be held, as many
 * as there are fewer than at the start, if that is a class's least size; trainees count as there.
 */
export function replacingClasses(
  { hired: { heads, choose } }: TeamTerms,
  first: readonly Cohort[],
  fixed: readonly HiringClass[],
  courses: readonly HeadCourse[],
  periods: number,
): HiringClass[] {
  if (!choose) return [];
  const cohort = ({ period, heads }: HiringClass): Cohort => ({ heads, period, course: courses[period] });
  const cohorts = [...first, ...fixed.map(cohort)];
  const classes: HiringClass[] = [];
  for (let period = choose.firstPeriod; period < periods; period += choose.every) {
    const before = period === 0 ? heads : headSums(cohorts, periods).atEnd[period - 1];
    const beginning = fixed.reduce((sum, one) => sum + (one.period === period ? one.heads : 0), 0);
    const lost = Math.min(choose.most, Math.round(heads - before - beginning));
    if (lost < choose.least) continue;
    classes.push({ period, heads: lost });
    cohorts.push(cohort({ period, heads: lost }));
  }
  return classes;
}
