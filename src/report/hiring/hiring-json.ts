import { formatProblem, type Problem } from "../../kit/problem.js";
import type { HiringPlan, HiringResult } from "../../plan/hire/hiring-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Json } from "../json.js";
import { headJson } from "../json-results.js";

/**
 * A plan of head counts as JSON. Heads are people, means over a period; hours are of a week, money in
 * `currency` and of the whole period; shares and service levels 0..1.
 */
export function hiringJson(
  scenario: Scenario,
  result: HiringResult,
  warnings: readonly Problem[] = [],
): Json {
  const { unit, periods } = scenario.hiring!;
  const { base, plans, volumes, works, evaluations, rounds, interrupted } = result;
  return {
    ...headJson(scenario, base),
    warnings: warnings.map(formatProblem),
    evaluations,
    rounds,
    interrupted,
    unit,
    planOrder: plans.map(({ name }) => name),
    periods: periods.map(({ name, start, weeks }, period) => ({
      name,
      start,
      weeks,
      ...volumes[period]!,
      work: works[period]!,
    })),
    plans: new Map(plans.map((plan) => [plan.name, planJson(plan, scenario)])),
  };
}

/** How far a plan's cost may be above the least one, as a share of it. */
export function hiringGap({ cost, penalty, bound }: HiringPlan): number {
  const all = cost + penalty;
  return all > 0 && Number.isFinite(bound) ? Math.max(0, all - bound) / all : Number.NaN;
}

function planJson(plan: HiringPlan, { hiring }: Scenario): Json {
  const { teams, service, cost, penalty, bound, missesFrom } = plan;
  return {
    cost,
    penalty,
    bound,
    gap: hiringGap(plan),
    missesFrom: missesFrom === undefined ? null : hiring!.periods[missesFrom]!.name,
    service: service.map(({ serviceLevel: { mean, low, high }, queue, meets }) => ({
      serviceLevel: { mean, low, high },
      queue: queue === "" ? null : queue,
      meets: meets ?? null,
    })),
    teamOrder: teams.map(({ team }) => team),
    teams: new Map(
      teams.map((one) => [
        one.team,
        { cost: one.cost, periods: one.periods.map((period) => ({ ...period })) },
      ]),
    ),
  };
}
