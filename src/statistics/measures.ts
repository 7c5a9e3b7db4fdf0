import { WrongUsage } from "../kit/problem.js";
import { parseSubject, type Subject } from "../scenario/promise.js";
import type { Scenario, ServiceLevelVariant } from "../scenario/scenario.js";
import { serviceLevelParts } from "./service-level.js";
import type { Figure, Summary } from "./summary.js";
import type { QueueSums, TeamSums } from "./sums.js";

/** Shares are 0..1, times seconds, money in the scenario's currency. */
export type Unit = "share" | "seconds" | "count" | "hours" | "money";

/**
 * A figure: a ratio of two sums over a slice, which are added up over intervals and replications each by itself. A
 * count's denominator is how often the slice occurs.
 */
export interface Measure<Sums> {
  readonly name: string;
  readonly unit: Unit;
  /** For a report's heading. */
  readonly title: string;
  readonly numerator: (sums: Sums) => number;
  readonly denominator: (sums: Sums) => number;
}

/** What a measure is called, whatever it is computed from. */
export type MeasureName = Pick<Measure<never>, "name" | "unit" | "title">;

/** Sums of all queues and of all teams. */
export interface TotalSums {
  readonly queues: QueueSums;
  /** Its cost is that of the teams with pay, NaN where none has. */
  readonly teams: TeamSums;
}

function measure<Sums>(
  name: string,
  unit: Unit,
  title: string,
  numerator: (sums: Sums) => number,
  denominator: (sums: Sums) => number,
): Measure<Sums> {
  return { name, unit, title, numerator, denominator };
}

const inQueue = measure<QueueSums>;
const inTeam = measure<TeamSums>;
const answered = (sums: { answered: number }) => sums.answered;
const offered = (sums: QueueSums) => sums.offered;
const occurrences = (sums: { occurrences: number }) => sums.occurrences;
const seconds = (sums: TeamSums) => sums.seconds;
const paid = (sums: TeamSums) => sums.paidSeconds;
const handling = (sums: QueueSums) => sums.talkSeconds + sums.holdSeconds + sums.wrapSeconds;
const onPhone = (sums: TeamSums) => sums.busySeconds + sums.idleSeconds;
const pauses = (sums: TeamSums) => sums.breakSeconds + sums.unpaidBreakSeconds + sums.offPhoneSeconds;

/** Figures of a queue, in the order of reports; its waits' percentiles are in WAIT_MEASURES. */
// biome-ignore format: a table, one measure a line
export const QUEUE_MEASURES: readonly Measure<QueueSums>[] = [
  inQueue("offered", "count", "Offered", offered, occurrences),
  inQueue("answered", "count", "Answered", answered, occurrences),
  inQueue("abandoned", "count", "Abandoned", (sums) => sums.abandoned, occurrences),
  inQueue("blocked", "count", "Blocked", (sums) => sums.blocked, occurrences),
  inQueue("closed", "count", "While closed", (sums) => sums.closed, occurrences),
  inQueue("unserved", "count", "Unserved at close", (sums) => sums.unserved, occurrences),
  inQueue("waiting", "count", "Waiting at the end", (sums) => sums.waiting, occurrences),
  inQueue("redialled", "count", "Redials", (sums) => sums.redialled, occurrences),
  inQueue("overflowed", "count", "Overflowed", (sums) => sums.overflowed, occurrences),
  inQueue("serviceLevel", "share", "Service level", (sums) => sums.serviceMet, (sums) => sums.serviceOf),
  inQueue("abandonRate", "share", "Abandon rate", (sums) => sums.abandoned, offered),
  // Of those who met an open centre, as Erlang's loss formula counts.
  inQueue("blockedRate", "share", "Blocked rate", (sums) => sums.blocked, (sums) => sums.arrived - sums.closed),
  inQueue("asa", "seconds", "ASA", (sums) => sums.answeredWaitSeconds, answered),
  inQueue("meanWaitAbandoned", "seconds", "Wait of abandoned",
    (sums) => sums.abandonedWaitSeconds, (sums) => sums.abandoned),
  inQueue("aht", "seconds", "AHT", handling, answered),
  inQueue("talk", "seconds", "Talk", (sums) => sums.talkSeconds, answered),
  inQueue("hold", "seconds", "Hold", (sums) => sums.holdSeconds, answered),
  inQueue("wrap", "seconds", "Wrap", (sums) => sums.wrapSeconds, answered),
];

/** The six ways of counting service level, each at the queue's own threshold. */
export const SERVICE_LEVEL_MEASURES: readonly Measure<QueueSums>[] = (
  [
    ["ignore-short", "Short abandons ignored"],
    ["abandoned-miss", "Abandoned missed"],
    ["abandoned-hit", "Short abandons met"],
    ["answered-only", "Of answered"],
    ["ignore-under", "Abandons under s ignored"],
    ["credit-under", "Abandons under s met"],
  ] satisfies readonly [ServiceLevelVariant, string][]
).map(([name, title]) =>
  measure(
    name,
    "share",
    title,
    (sums) => serviceLevelParts(name, sums).met,
    (sums) => serviceLevelParts(name, sums).of,
  ),
);

/** Figures of a team, or of its agents on one shift. */
// biome-ignore format: a table, one measure a line
export const TEAM_MEASURES: readonly Measure<TeamSums>[] = [
  inTeam("answered", "count", "Answered", answered, occurrences),
  inTeam("contactsPerHour", "count", "Contacts an hour", (sums) => sums.answered * 3600, onPhone),
  inTeam("occupancy", "share", "Occupancy", (sums) => sums.busySeconds, onPhone),
  inTeam("agentsOn", "count", "Agents logged on", (sums) => onPhone(sums) + pauses(sums), seconds),
  inTeam("agentsAvailable", "count", "Agents on the phone", onPhone, seconds),
  inTeam("shrinkage", "share", "Shrinkage",
    (sums) => sums.absentSeconds + sums.breakSeconds + sums.offPhoneSeconds, paid),
  inTeam("adherence", "share", "Adherence",
    (sums) => sums.plannedSeconds - sums.offPlanSeconds, (sums) => sums.plannedSeconds),
  inTeam("paidHours", "hours", "Paid hours", (sums) => sums.paidSeconds / 3600, occurrences),
  inTeam("overtimeHours", "hours", "Overtime hours", (sums) => sums.overtimeSeconds / 3600, occurrences),
  inTeam("overtimeShare", "share", "Overtime share", (sums) => sums.overtimeSeconds, paid),
  inTeam("cost", "money", "Cost", (sums) => sums.cost, occurrences),
  inTeam("costPerContact", "money", "Cost a contact", (sums) => sums.cost, answered),
];

/** Figures of all queues and teams together: those of queues and teams, of their added sums. */
export const TOTAL_MEASURES: readonly Measure<TotalSums>[] = [
  ...QUEUE_MEASURES.map((one) => within(one, (sums: TotalSums) => sums.queues)),
  ...TEAM_MEASURES.filter((one) => one.name !== "answered").map((one) =>
    within(one, (sums: TotalSums) => sums.teams),
  ),
].map((one) =>
  one.name === "costPerContact" ? { ...one, denominator: (sums) => sums.queues.answered } : one,
);

/** Figures of a queue's waits over the whole period, which no ratio of sums gives. */
export const WAIT_MEASURES: readonly {
  readonly name: string;
  readonly unit: Unit;
  readonly title: string;
}[] = [
  { name: "longestWait", unit: "seconds", title: "Longest wait" },
  ...["p50", "p80", "p90", "p95", "p99"].map((name) => ({
    name,
    unit: "seconds" as const,
    title: `Wait ${name}`,
  })),
];

/** Every figure that a path can name, by whose it is, in the order of reports. */
export const NAMED_MEASURES: Readonly<Record<Subject["of"], readonly MeasureName[]>> = {
  queue: [...QUEUE_MEASURES, ...WAIT_MEASURES],
  team: TEAM_MEASURES,
  total: TOTAL_MEASURES,
};

/**
 * The measure that `claims.serviceLevel`, `queues.claims.asa` or `total.cost` names, and whose it is. A queue comes
 * before a team of the same name where both have it. Throws WrongUsage where there is none.
 */
export function findMeasure(
  path: string,
  scenario: Pick<Scenario, "queues" | "teams">,
): Subject & { readonly title: string } {
  return findNamed(path, scenario.queues, scenario.teams);
}

/** The figure at a path such as `claims.serviceLevel` or `total.cost`. Throws WrongUsage where there is none. */
export function figureAt(summary: Summary, path: string): Figure {
  const { of, name, measure: wanted } = findNamed(path, summary.queues, summary.teams);
  if (of === "total") return summary.total[wanted];
  if (of === "team") return summary.teams.find((team) => team.name === name)!.figures[wanted];
  const queue = summary.queues.find((one) => one.name === name)!;
  if (wanted === "longestWait") return { mean: queue.longestWaitSeconds, low: Number.NaN, high: Number.NaN };
  return queue.figures[wanted] ?? queue.waitPercentiles[wanted];
}

function findNamed(
  path: string,
  queues: readonly { readonly name: string }[],
  teams: readonly { readonly name: string }[],
): Subject & { readonly title: string } {
  const names = { queues: queues.map((one) => one.name), teams: teams.map((one) => one.name) };
  const found = parseSubject(path, names);
  if ("problem" in found) throw new WrongUsage(found.problem);
  const { of, measure: name } = found.value;
  return { ...found.value, title: NAMED_MEASURES[of].find((one) => one.name === name)!.title };
}

function within<Outer, Inner>(inner: Measure<Inner>, pick: (sums: Outer) => Inner): Measure<Outer> {
  return {
    ...inner,
    numerator: (sums) => inner.numerator(pick(sums)),
    denominator: (sums) => inner.denominator(pick(sums)),
  };
}
