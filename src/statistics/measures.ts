import { WrongUsage } from "../kit/problem.js";
import { inForce, type Mechanism, mechanismsOf } from "../scenario/mechanisms.js";
import { notInUse, parseSubject, type Subject } from "../scenario/promise.js";
import type { ServiceLevelVariant } from "../scenario/queue.js";
import type { Scenario } from "../scenario/scenario.js";
import { DOOR_MEASURES } from "./door-measures.js";
import { QUEUE_MONEY, TEAM_MONEY, TOTAL_MONEY } from "./money-measures.js";
import { OUTBOUND_QUEUE_MEASURES, OUTBOUND_TEAM_MEASURES } from "./outbound-measures.js";
import { dealMeasures, OUTCOME_MEASURES } from "./outcome-measures.js";
import { QUALITY_MEASURES } from "./quality-measures.js";
import { serviceLevelParts } from "./service-level.js";
import type { Figure, Summary } from "./summary.js";
import { Q, type Sums, serviceCounts, T } from "./sums.js";

/** Shares are 0..1, times seconds, money in the scenario's currency. */
export type Unit = "share" | "seconds" | "count" | "hours" | "money";

/**
 * A figure: a ratio of two sums over a slice, which are added up over intervals and replications each by
 * itself. A count's denominator is how often the slice occurs.
 */
export interface Measure<Of = Sums> {
  readonly name: string;
  readonly unit: Unit;
  /** For a report's heading. */
  readonly title: string;
  readonly numerator: (sums: Of) => number;
  readonly denominator: (sums: Of) => number;
  /** Only scenarios that use this mechanism have it; absent: all have. */
  readonly of?: Mechanism;
}

/** What a measure is called, whatever it is computed from. */
export type MeasureName = Pick<Measure, "name" | "unit" | "title" | "of">;

/** Sums of all queues and of all teams. */
export interface TotalSums {
  readonly queues: Sums;
  /** Its cost is that of the teams with pay, NaN where none has. */
  readonly teams: Sums;
}

type Term = Measure["numerator"];

function measure(
  name: string,
  unit: Unit,
  title: string,
  numerator: Term,
  denominator: Term,
  of?: Mechanism,
): Measure {
  return { name, unit, title, numerator, denominator, ...(of && { of }) };
}

const offered: Term = (sums) => sums[Q.offered];
const answered: Term = (sums) => sums[Q.answered];
const handled: Term = (sums) => sums[Q.answered] + sums[Q.calledBack];
const each: Term = (sums) => sums[Q.occurrences];
// Who hands a caller over, and who takes over, talks with the caller.
const talk: Term = (sums) => sums[Q.talkSeconds] + sums[Q.handoverSeconds];
const handling: Term = (sums) => talk(sums) + sums[Q.holdSeconds] + sums[Q.wrapSeconds];

/** Figures of a queue, in the order of reports; its waits' percentiles are in WAIT_MEASURES. */
// biome-ignore format: a table, one measure a line
export const QUEUE_MEASURES: readonly Measure[] = [
  measure("offered", "count", "Offered", offered, each),
  measure("answered", "count", "Answered", answered, each),
  measure("abandoned", "count", "Abandoned", (sums) => sums[Q.abandoned], each),
  measure("blocked", "count", "Blocked", (sums) => sums[Q.blocked], each),
  measure("closed", "count", "While closed", (sums) => sums[Q.closed], each),
  measure("unserved", "count", "Unserved at close", (sums) => sums[Q.unserved], each),
  measure("waiting", "count", "Waiting at the end", (sums) => sums[Q.waiting], each),
  measure("redialled", "count", "Redials", (sums) => sums[Q.redialled], each),
  measure("overflowed", "count", "Overflowed", (sums) => sums[Q.overflowed], each),
  measure("interrupted", "count", "Interrupted", (sums) => sums[Q.interrupted], each, "blending"),
  measure("serviceLevel", "share", "Service level",
    (sums) => sums[Q.serviceMet], (sums) => sums[Q.serviceOf]),
  measure("abandonRate", "share", "Abandon rate", (sums) => sums[Q.abandoned], offered),
  // Of those who met an open centre, as Erlang's loss formula counts.
  measure("blockedRate", "share", "Blocked rate", (sums) => sums[Q.blocked],
    (sums) => sums[Q.arrived] - sums[Q.closed]),
  measure("daysMet", "share", "Days on target", (sums) => sums[Q.daysMet], (sums) => sums[Q.days],
    "days-on-target"),
  measure("asa", "seconds", "ASA", (sums) => sums[Q.answeredWaitSeconds], answered),
  measure("meanWaitAbandoned", "seconds", "Wait of abandoned",
    (sums) => sums[Q.abandonedWaitSeconds], (sums) => sums[Q.abandoned]),
  measure("aht", "seconds", "AHT", handling, handled),
  measure("talk", "seconds", "Talk", talk, handled),
  measure("hold", "seconds", "Hold", (sums) => sums[Q.holdSeconds], handled),
  measure("wrap", "seconds", "Wrap", (sums) => sums[Q.wrapSeconds], handled),
  ...OUTCOME_MEASURES,
  ...DOOR_MEASURES,
  ...dealMeasures(Q),
  measure("backlog", "count", "Waiting at the start", (sums) => sums[Q.backlog], each, "deferred"),
  measure("balked", "count", "Balked", (sums) => sums[Q.balked], each, "balking"),
  measure("balkedRate", "share", "Balked rate", (sums) => sums[Q.balked],
    (sums) => sums[Q.arrived] - sums[Q.closed], "balking"),
  measure("treatedBadly", "count", "Treated badly", (sums) => sums[Q.treatedBadly], each, "customers"),
  // Of customers whose last try has ended, who count once however often they tried.
  measure("treatedBadlyRate", "share", "Treated badly, of callers", (sums) => sums[Q.treatedBadly],
    (sums) => sums[Q.callers], "customers"),
  measure("customersLost", "count", "Customers lost", (sums) => sums[Q.customersLost], each, "customers"),
  measure("valueLost", "money", "Value lost", (sums) => sums[Q.valueLost], each, "customers"),
  ...OUTBOUND_QUEUE_MEASURES,
  ...QUEUE_MONEY,
];

/** The six ways of counting service level, each at the queue's own threshold. */
export const SERVICE_LEVEL_MEASURES: readonly Measure[] = (
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
    (sums) => serviceLevelParts(name, serviceCounts(sums)).met,
    (sums) => serviceLevelParts(name, serviceCounts(sums)).of,
  ),
);

const teamAnswered: Term = (sums) => sums[T.answered];
const eachTime: Term = (sums) => sums[T.occurrences];
const seconds: Term = (sums) => sums[T.seconds];
const paid: Term = (sums) => sums[T.paidSeconds];
const onPhone: Term = (sums) => sums[T.busySeconds] + sums[T.idleSeconds];
const pauses: Term = (sums) => sums[T.breakSeconds] + sums[T.unpaidBreakSeconds] + sums[T.offPhoneSeconds];

/** Figures of a team, or of its agents on one shift. */
// biome-ignore format: a table, one measure a line
export const TEAM_MEASURES: readonly Measure[] = [
  measure("answered", "count", "Answered", teamAnswered, eachTime),
  measure("contactsPerHour", "count", "Contacts an hour", (sums) => sums[T.answered] * 3600, onPhone),
  measure("occupancy", "share", "Occupancy", (sums) => sums[T.busySeconds], onPhone),
  measure("agentsOn", "count", "Agents logged on", (sums) => onPhone(sums) + pauses(sums), seconds),
  measure("agentsAvailable", "count", "Agents on the phone", onPhone, seconds),
  measure("shrinkage", "share", "Shrinkage",
    (sums) =>
      sums[T.absentSeconds] + sums[T.breakSeconds] + sums[T.offPhoneSeconds] + sums[T.trainingSeconds], paid),
  measure("adherence", "share", "Adherence",
    (sums) => sums[T.plannedSeconds] - sums[T.offPlanSeconds], (sums) => sums[T.plannedSeconds]),
  measure("paidHours", "hours", "Paid hours", (sums) => sums[T.paidSeconds] / 3600, eachTime),
  measure("overtimeHours", "hours", "Overtime hours", (sums) => sums[T.overtimeSeconds] / 3600, eachTime),
  measure("overtimeShare", "share", "Overtime share", (sums) => sums[T.overtimeSeconds], paid),
  measure("cost", "money", "Cost", (sums) => sums[T.cost], eachTime),
  measure("costPerContact", "money", "Cost a contact", (sums) => sums[T.cost], teamAnswered),
  measure("trainingHours", "hours", "Hours in training",
    (sums) => sums[T.trainingSeconds] / 3600, eachTime, "people"),
  measure("supervisingHours", "hours", "Hours supervising",
    (sums) => sums[T.supervisingSeconds] / 3600, eachTime, "people"),
  measure("licensed", "count", "Agents on with all licences",
    (sums) => sums[T.licensedSeconds], seconds, "people"),
  measure("pressured", "count", "Taken behind the quota", (sums) => sums[T.pressured], eachTime,
    "quota-pressure"),
  ...QUALITY_MEASURES,
  ...dealMeasures(T),
  measure("contactsAtOnce", "count", "Contacts at once",
    (sums) => sums[T.busySeconds] + sums[T.besideSeconds], (sums) => sums[T.busySeconds], "chat"),
  ...OUTBOUND_TEAM_MEASURES,
  ...TEAM_MONEY,
];

/**
 * Figures of all queues and teams together: those of queues and of teams, from their added sums; what both
 * have is the queues'.
 */
export const TOTAL_MEASURES: readonly Measure<TotalSums>[] = [
  ...QUEUE_MEASURES.map((one) => TOTAL_MONEY.find(({ name }) => name === one.name) ?? from(one, "queues")),
  ...TEAM_MEASURES.filter(({ name }) => !QUEUE_MEASURES.some((one) => one.name === name)).map((one) =>
    from(one, "teams"),
  ),
];

/** Figures of a queue's waits over the whole period, which no ratio of sums gives. */
export const WAIT_MEASURES: readonly MeasureName[] = [
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

/** Of every figure that a path can name, those that every scenario has and those of these mechanisms. */
export function namedMeasures(mechanisms: ReadonlySet<Mechanism>): typeof NAMED_MEASURES {
  const { queue, team, total } = NAMED_MEASURES;
  return {
    queue: inForce(queue, mechanisms),
    team: inForce(team, mechanisms),
    total: inForce(total, mechanisms),
  };
}

/** Those of `QUEUE_MEASURES` that the scenario has. */
export function queueMeasures(scenario: Scenario): readonly Measure[] {
  return inForce(QUEUE_MEASURES, mechanismsOf(scenario));
}

/** Those of `TEAM_MEASURES` that the scenario has. */
export function teamMeasures(scenario: Scenario): readonly Measure[] {
  return inForce(TEAM_MEASURES, mechanismsOf(scenario));
}

/** Those of `TOTAL_MEASURES` that the scenario has. */
export function totalMeasures(scenario: Scenario): readonly Measure<TotalSums>[] {
  return inForce(TOTAL_MEASURES, mechanismsOf(scenario));
}

/**
 * The measure that `claims.serviceLevel`, `queues.claims.asa` or `total.cost` names, and whose it is. A queue
 * comes before a team of the same name where both have it. Throws WrongUsage where there is none, or where it
 * is of a mechanism that is not in use; `who` is then without it. In use are the scenario's mechanisms where
 * none are given.
 */
export function findMeasure(
  path: string,
  scenario: Scenario,
  mechanisms: ReadonlySet<Mechanism> = mechanismsOf(scenario),
  who?: string,
): Subject & { readonly title: string } {
  const found = findNamed(path, scenario.queues, scenario.teams);
  const problem = notInUse(found, mechanisms, who);
  if (problem !== undefined) throw new WrongUsage(problem);
  return found;
}

/**
 * The figure at a path such as `claims.serviceLevel` or `total.cost`. Throws WrongUsage where there is none.
 */
export function figureAt(summary: Summary, path: string): Figure {
  const subject = findNamed(path, summary.queues, summary.teams);
  const found = figureOf(summary, subject);
  if (found === undefined) throw new WrongUsage(`there is no ${subject.measure} among these results`);
  return found;
}

function figureOf(summary: Summary, { of, name, measure: wanted }: Subject): Figure | undefined {
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

function from(inner: Measure, whose: keyof TotalSums): Measure<TotalSums> {
  return {
    ...inner,
    numerator: (sums) => inner.numerator(sums[whose]),
    denominator: (sums) => inner.denominator(sums[whose]),
  };
}
