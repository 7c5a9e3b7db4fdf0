import { formatProblem, type Problem } from "../kit/problem.js";
import type { GrowthCaseResult, GrowthRange, GrowthResult } from "../plan/growth/growth-result.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Json } from "./json.js";
import { figureJson, headJson } from "./json-results.js";

/** The growth cases as JSON; what a case does not have is null. */
export function growthJson(
  scenario: Scenario,
  growth: GrowthResult,
  warnings: readonly Problem[] = [],
): Json {
  return {
    ...headJson(scenario, growth.today),
    warnings: warnings.map(formatProblem),
    evaluations: growth.evaluations,
    baseYear: growth.baseYear,
    agentsToday: growth.agentsToday,
    caseOrder: growth.cases.map(({ name }) => name),
    cases: new Map(growth.cases.map((one) => [one.name, caseJson(one)])),
  };
}

function caseJson(one: GrowthCaseResult): Json {
  return {
    of: one.of,
    source: one.source,
    assumption: one.assumption,
    finding: one.finding,
    breaksIn: one.breaksIn ?? null,
    interrupted: one.interrupted ?? false,
    years: one.years.map((year) => ({
      ...year,
      serviceLevel: figureJson(year.serviceLevel),
      serviceLevelNoHire: figureJson(year.serviceLevelNoHire),
    })),
    range: one.range ? rangeJson(one.range) : null,
    poolCurve:
      one.poolCurve?.map((point) => ({ ...point, serviceLevel: figureJson(point.serviceLevel) })) ?? null,
    people:
      one.people?.map(({ more, agentsExperienced, headsMore, ...year }) => ({
        ...year,
        agentsExperienced: agentsExperienced ?? null,
        headsMore: headsMore ?? null,
        moreAgents: new Map(more.map(({ because, agents }) => [because, agents])),
      })) ?? null,
  };
}

function rangeJson({ kind, paths, breaksEarliest, breaksLatest, years }: GrowthRange): Json {
  return {
    kind,
    paths: paths ?? null,
    breaksEarliest: breaksEarliest ?? null,
    breaksLatest: breaksLatest ?? null,
    years: years.map(({ brokenShare, ...spans }) => ({
      year: spans.year,
      contacts: { ...spans.contacts },
      agents: { ...spans.agents },
      fullTimeEquivalents: { ...spans.fullTimeEquivalents },
      heads: { ...spans.heads },
      cost: { ...spans.cost },
      brokenShare: brokenShare ?? null,
    })),
  };
}
