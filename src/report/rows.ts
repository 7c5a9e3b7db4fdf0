import type { Requirement } from "../plan/requirement/requirement-result.js";
import {
  QUEUE_MEASURES,
  SERVICE_LEVEL_MEASURES,
  TEAM_MEASURES,
  TOTAL_MEASURES,
  type Unit,
  WAIT_MEASURES,
} from "../statistics/measures.js";
import type { Figures, QuotaSummary, Summary } from "../statistics/summary.js";
import { guaranteeRows } from "./guarantee-results.js";

/** One figure: what of, which, and its value. The shape that every format for machines can be made from. */
export interface TidyRow {
  readonly scope: "queue" | "team" | "shift" | "total" | "need" | "growth" | "formula";
  /**
   * Queue or team; `team/shift`; the growth case, or `case/4` of four centres as one; `total`; the number of
   * agents of a formula.
   */
  readonly name: string;
  /** ISO start, `mon 06:00`, a growth case's year; empty for a figure over all counted time. */
  readonly interval: string;
  readonly measure: string;
  readonly unit: Unit;
  readonly mean: number;
  /** NaN where the figure has no interval of confidence; of growth, its range where growth is uncertain. */
  readonly low: number;
  readonly high: number;
}

/** Units by measure, of queues, of teams and shifts, and of the total. */
const UNITS = {
  queue: unitsOf([...QUEUE_MEASURES, ...SERVICE_LEVEL_MEASURES, ...WAIT_MEASURES]),
  team: unitsOf(TEAM_MEASURES),
  shift: unitsOf(TEAM_MEASURES),
  total: unitsOf(TOTAL_MEASURES),
};

/** Every figure of a run: over all counted time, then by interval, then by weekday and time of day. */
export function summaryRows(summary: Summary): TidyRow[] {
  const rows: TidyRow[] = [];
  for (const queue of summary.queues) {
    rows.push(...figureRows("queue", queue.name, "", queue.figures));
    rows.push(...figureRows("queue", queue.name, "", queue.serviceLevels));
    rows.push(...figureRows("queue", queue.name, "", queue.waitPercentiles));
    rows.push(plainRow("queue", queue.name, "", "longestWait", "seconds", queue.longestWaitSeconds));
  }
  for (const team of summary.teams) {
    rows.push(...figureRows("team", team.name, "", team.figures));
    rows.push(...quotaRows("team", team.name, team.quota));
    for (const shift of team.shifts) {
      if (shift.shift === undefined) continue;
      const name = `${team.name}/${shift.shift}`;
      rows.push(...figureRows("shift", name, "", shift.figures), ...quotaRows("shift", name, shift.quota));
    }
  }
  rows.push(...figureRows("total", "total", "", summary.total));
  for (const interval of [...summary.intervals, ...summary.weekdayIntervals]) {
    for (const [index, figures] of interval.queues.entries()) {
      rows.push(...figureRows("queue", summary.queues[index]!.name, interval.start, figures));
    }
    for (const [index, figures] of interval.teams.entries()) {
      rows.push(...figureRows("team", summary.teams[index]!.name, interval.start, figures));
    }
  }
  return rows;
}

/** Agents needed and rostered in every interval, and what the needed ones reach. */
export function requirementRows(requirement: Requirement): TidyRow[] {
  const { teams, queues, intervals, agentHours, peak } = requirement;
  const rows = teams.flatMap((team, index) => [
    plainRow("need", team, "", "agentHoursNeeded", "hours", agentHours[index]!),
    plainRow("need", team, "", "mostAgentsNeeded", "count", peak[index]!),
  ]);
  for (const [at, { start, agents, rostered, serviceLevels, offered }] of intervals.entries()) {
    for (const [index, team] of teams.entries()) {
      rows.push(plainRow("need", team, start, "agentsNeeded", "count", agents[index]!));
      rows.push(plainRow("need", team, start, "agentsRostered", "count", rostered[index]!));
    }
    for (const [index, queue] of queues.entries()) {
      rows.push({
        scope: "queue",
        name: queue,
        interval: start,
        measure: "offered",
        unit: "count",
        ...offered[index]!,
      });
      rows.push({
        scope: "queue",
        name: queue,
        interval: start,
        measure: "serviceLevel",
        unit: "share",
        ...serviceLevels[index]!,
      });
    }
    rows.push(...guaranteeRows(requirement, at));
  }
  return rows;
}

function figureRows(scope: keyof typeof UNITS, name: string, interval: string, figures: Figures): TidyRow[] {
  const units = UNITS[scope];
  return Object.entries(figures).map(([measure, { mean, low, high }]) => ({
    scope,
    name,
    interval,
    measure,
    unit: units.get(measure) ?? "count",
    mean,
    low,
    high,
  }));
}

function quotaRows(scope: "team" | "shift", name: string, quota: QuotaSummary | undefined): TidyRow[] {
  if (!quota) return [];
  const shares = ["contactsMet", "handledMet", "met", "handledNineInTen"] as const;
  const counts = ["agentShifts", "contactsNineInTen"] as const;
  return [
    ...counts.map((key) => plainRow(scope, name, "", `quota.${key}`, "count", quota[key])),
    ...shares.map((key) => plainRow(scope, name, "", `quota.${key}`, "share", quota[key])),
  ];
}

/** A figure without an interval. */
export function plainRow(
  scope: TidyRow["scope"],
  name: string,
  interval: string,
  measure: string,
  unit: Unit,
  mean: number,
): TidyRow {
  return { scope, name, interval, measure, unit, mean, low: Number.NaN, high: Number.NaN };
}

function unitsOf(measures: readonly { name: string; unit: Unit }[]): ReadonlyMap<string, Unit> {
  return new Map(measures.map(({ name, unit }) => [name, unit]));
}
