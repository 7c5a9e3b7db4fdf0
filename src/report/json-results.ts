import { formatProblem, type Problem } from "../kit/problem.js";
import { version } from "../kit/version.js";
import type { Requirement } from "../plan/requirement/requirement-result.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Figure, Figures, IntervalSummary, QuotaSummary, Summary } from "../statistics/summary.js";
import { guaranteeJson, intervalGuaranteeJson } from "./guarantee-results.js";
import type { Json } from "./json.js";

/** A run as JSON. Shares are 0..1, times seconds, money in `currency`; the spellings are promises. */
export function summaryJson(scenario: Scenario, summary: Summary, warnings: readonly Problem[] = []): Json {
  return {
    ...headJson(scenario, summary),
    controlVariates: summary.controls ? { ...summary.controls, names: [...summary.controls.names] } : null,
    precision: summary.precision ? { ...summary.precision } : null,
    warnings: warnings.map(formatProblem),
    queueOrder: summary.queues.map(({ name }) => name),
    teamOrder: summary.teams.map(({ name }) => name),
    queues: new Map(
      summary.queues.map((queue) => [
        queue.name,
        {
          ...figuresJson(queue.figures),
          longestWait: queue.longestWaitSeconds,
          waitPercentiles: figuresJson(queue.waitPercentiles),
          serviceLevels: figuresJson(queue.serviceLevels),
          target: queue.target,
        },
      ]),
    ),
    teams: new Map(
      summary.teams.map((team) => [
        team.name,
        {
          ...figuresJson(team.figures),
          quota: quotaJson(team.quota),
          shifts: new Map(
            team.shifts.map((shift) => [
              shift.shift ?? "all",
              { ...figuresJson(shift.figures), quota: quotaJson(shift.quota) },
            ]),
          ),
        },
      ]),
    ),
    total: figuresJson(summary.total),
    intervals: intervalsJson(summary.intervals, summary),
    weekdayIntervals: intervalsJson(summary.weekdayIntervals, summary),
  };
}

/** The agents needed as JSON. */
export function requirementJson(
  scenario: Scenario,
  requirement: Requirement,
  warnings: readonly Problem[] = [],
): Json {
  const { teams, queues, summary } = requirement;
  const byTeam = (values: readonly number[]) => new Map(teams.map((team, index) => [team, values[index]!]));
  const byQueue = (values: readonly Figure[]) =>
    new Map(queues.map((queue, index) => [queue, figureJson(values[index]!)]));
  return {
    ...headJson(scenario, summary),
    warnings: warnings.map(formatProblem),
    evaluations: requirement.evaluations,
    teamOrder: teams,
    queueOrder: queues,
    agentHours: byTeam(requirement.agentHours),
    peak: byTeam(requirement.peak),
    unmet: requirement.unmet.map(({ interval, queue }) => ({
      start: requirement.intervals[interval]!.start,
      queue,
    })),
    countsAbsence: requirement.countsAbsence ?? false,
    interrupted: requirement.interrupted ?? false,
    guarantee: guaranteeJson(requirement),
    intervals: requirement.intervals.map((interval, index) => ({
      start: interval.start,
      needed: byTeam(interval.agents),
      rostered: byTeam(interval.rostered),
      offered: byQueue(interval.offered),
      serviceLevel: byQueue(interval.serviceLevels),
      ...intervalGuaranteeJson(requirement, index),
    })),
  };
}

/** What every result begins with. */
export function headJson(
  { currency, calendar }: Scenario,
  { scenario, seed, replications, contacts }: Summary,
) {
  return {
    callsim: version,
    scenario: { name: scenario.name, hash: scenario.hash },
    seed,
    replications,
    contacts,
    currency,
    timezone: calendar.timezone,
    timezoneData: calendar.timezoneData,
  };
}

function intervalsJson(intervals: readonly IntervalSummary[], { queues, teams }: Summary): Json[] {
  return intervals.flatMap(({ start, queues: byQueue, teams: byTeam }) => [
    ...byQueue.map(
      (figures, index): Json => ({ start, queue: queues[index]!.name, ...figuresJson(figures) }),
    ),
    ...byTeam.map((figures, index): Json => ({ start, team: teams[index]!.name, ...figuresJson(figures) })),
  ]);
}

function figuresJson(figures: Figures): Record<string, Json> {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figureJson(figure)]));
}

/** A figure with its interval. */
export function figureJson({ mean, low, high }: Figure): Json {
  return { mean, low, high };
}

function quotaJson(quota: QuotaSummary | undefined): Json {
  return quota === undefined ? null : { ...quota };
}
