import type { GrowthCase } from "../../scenario/growth.js";
import type { Scenario } from "../../scenario/scenario.js";
import { followYears, pooledAgents } from "./follow-years.js";
import type { Growing, Step } from "./growing.js";
import { yearsOf } from "./growth-paths.js";
import { followRange, futuresOf, rangeSteps } from "./growth-range.js";
import type { GrowthCaseResult } from "./growth-result.js";
import { assumptionOf, findingOf } from "./growth-words.js";
import { followPeople, hasPeople } from "./people-parts.js";
import { followPools } from "./pool-curve.js";

/** Steps of work in a case: its years, as often as they are followed, and the points of its curve. */
export function stepsOf(scenario: Scenario, growth: GrowthCase): number {
  const years = yearsOf(growth, scenario.growth?.every).length;
  const people = hasPeople(scenario) ? years : 0;
  return years + rangeSteps(growth, years) + people + (growth.pools?.length ?? 0);
}

/**
 * Follows a case to its end, or to where it is stopped: then what was finished is kept, but for a case
 * without a finished year, which rejects with the signal's reason.
 */
export async function followCase(
  growing: Growing,
  growth: GrowthCase,
  onStep: () => void,
): Promise<GrowthCaseResult> {
  const steps: Step[] = [];
  const futures = futuresOf(growth);
  const resultWith = (more: Partial<GrowthCaseResult>): GrowthCaseResult => {
    const years = steps.map((step) => step.row);
    return {
      name: growth.name,
      of: growth.of,
      source: growth.source,
      assumption: assumptionOf(growth),
      years,
      breaksIn: years.find((year) => !year.noHireMeets)?.year,
      finding: findingOf(growth, years, pooledAgents(growing, growth)),
      ...more,
    };
  };
  const more: { -readonly [K in "range" | "poolCurve" | "people"]?: GrowthCaseResult[K] } = {};
  try {
    await followYears(growing, growth, futures.middle, (step) => {
      steps.push(step);
      onStep();
    });
    if (futures.uncertain) more.range = await followRange(growing, growth, futures, steps, onStep);
    if (growth.pools) more.poolCurve = await followPools(growing, growth, futures.middle, onStep);
    if (hasPeople(growing.scenario))
      more.people = await followPeople(growing, growth, futures.middle, steps, onStep);
  } catch (error) {
    if (!growing.options.signal?.aborted || steps.length === 0) throw error;
    return resultWith({ ...more, interrupted: true });
  }
  return resultWith(more);
}
