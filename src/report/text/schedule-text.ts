import { formatClock } from "../../kit/clock.js";
import type { Problem } from "../../kit/problem.js";
import type { AgentLine, ScheduleResult, TeamSchedule } from "../../plan/schedule/schedule-result.js";
import { payAnHour } from "../../scenario/money.js";
import type { Scenario } from "../../scenario/scenario.js";
import { gapOf } from "../schedule/schedule-json.js";
import { WEEKDAY_NAMES } from "./day-axis.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { formatHead } from "./head.js";
import { needGrid } from "./need-grid.js";
import { formatNeedPicture } from "./need-picture.js";
import { formatHours, formatMoney, formatNumber, formatShare } from "./numbers.js";
import { type Paint, PLAIN } from "./paint.js";
import { formatWarnings, joinSections, titled } from "./run-text.js";
import { formatSources } from "./sources.js";
import { formatTable } from "./table.js";
import { formatTargets } from "./targets.js";

/** What a report of a schedule is made from. */
export interface ScheduleReport {
  readonly scenario: Scenario;
  readonly result: ScheduleResult;
  readonly warnings: readonly Problem[];
}

const MOST_LISTED = 8;
/** Lines of agents that are shown of each team. */
const MOST_LINES = 60;
const WEEK_DAYS = 7;

/** The whole report of a schedule: cost and gap, targets, the cover as a picture, who works when. */
export function formatScheduleText(
  { scenario, result, warnings }: ScheduleReport,
  paint: Paint = PLAIN,
): string {
  const { requirement, needed, teams, summary } = result;
  const covered = {
    ...requirement,
    intervals: requirement.intervals.map((one, interval) => ({
      ...one,
      agents: needed.map((numbers) => numbers[interval]!),
      rostered: teams.map(({ present }) => present[interval]!),
    })),
  };
  return joinSections([
    formatHead(scenario, summary, paint),
    formatWarnings(warnings, paint),
    titled(
      "The schedule: what it costs, and how far it may be from the least cost",
      totals(scenario, teams),
      paint,
    ),
    explanation(scenario, result),
    titled("The schedule simulated, over all counted time", formatTargets(scenario, summary, paint), paint),
    missedLines(scenario, result, paint),
    ...teams.flatMap(({ team, lines }, index) => {
      const grid = needGrid(scenario, covered, [index]);
      const picture = formatNeedPicture(grid, scenario.calendar.intervalSeconds, paint);
      return [
        titled(
          `${clean(team)}: agents needed on the phone, and those the schedule has there`,
          picture,
          paint,
        ),
        titled(`${clean(team)}: who starts when`, lineTable(scenario, lines), paint),
      ];
    }),
    titled("Where the figures came from", formatSources(scenario), paint),
  ]);
}

function totals({ schedule }: Scenario, teams: readonly TeamSchedule[]): string[] {
  const contracts = schedule!.contracts.map(({ name }) => clean(name));
  const sum = (of: (team: TeamSchedule) => number) => teams.reduce((all, team) => all + of(team), 0);
  const all = {
    team: "all",
    heads: contracts.map((_, index) => sum(({ heads }) => heads[index]!)),
    paidHours: sum((one) => one.paidHours),
    underHours: sum((one) => one.underHours),
    overHours: sum((one) => one.overHours),
    wages: sum((one) => one.wages),
    cost: sum((one) => one.cost),
    bound: sum((one) => one.bound),
  };
  const rows = (teams.length > 1 ? [...teams, all] : teams).map((one) => [
    clean(one.team),
    ...one.heads.map((heads) => formatNumber(heads)),
    formatHours(one.paidHours),
    formatHours(one.underHours),
    formatHours(one.overHours),
    formatMoney(one.wages),
    formatMoney(one.cost),
    formatMoney(one.bound),
    formatShare(gapOf(one)),
  ]);
  return formatTable(
    [
      { heading: "", align: "left", most: 20 },
      ...contracts.map((name) => ({ heading: "heads", unit: name, most: 10 })),
      { heading: "hours", unit: "paid" },
      { heading: "hours", unit: "missing" },
      { heading: "hours", unit: "above" },
      { heading: "wages" },
      { heading: "priced", unit: "cost" },
      { heading: "least", unit: "possible" },
      { heading: "gap" },
    ],
    rows,
  );
}

function explanation(
  { schedule, teams }: Scenario,
  { rounds, interrupted, priceTimes, missed }: ScheduleResult,
): string[] {
  const { price, startsWithinSeconds } = schedule!;
  const tours =
    startsWithinSeconds > 0
      ? "weeks whose starts lie within the span of startsWithin"
      : "weeks with one start time";
  const unpaid = teams.some((team) => payAnHour(team) === 0) ? " A team without pay costs 1 an hour." : "";
  const dearest = priceTimes.flat().reduce((most, one) => Math.max(most, one), 1);
  const dearer =
    dearest > 1 ? ` (up to ${formatNumber(dearest)} times as much where a target had failed)` : "";
  const times = rounds === 1 ? "once" : `${rounds} times, again where the simulation missed a target`;
  const leaner =
    missed.length === 0 && !interrupted ? "; then agents were taken out whom no target misses" : "";
  const stopped = interrupted ? " It was interrupted: this is the best so far." : "";
  const text =
    `The priced cost is the wages and ${price.under} hours of pay for each agent hour missing${dearer}, ` +
    `${price.over} for each above. No schedule of ${tours} that keeps the rules covers ` +
    `these needs for less than the least possible; it is of each team and week by itself. ` +
    `Shifts were sought ${times}${leaner}.${unpaid}${stopped}`;
  return wrap(text, REPORT_COLUMNS, "  ");
}

function missedLines(
  { calendar }: Scenario,
  { missed, requirement, rounds, interrupted }: ScheduleResult,
  paint: Paint,
): string[] {
  const listed = (some: ScheduleResult["missed"]) => {
    const shown = some
      .slice(0, MOST_LISTED)
      .map(
        ({ interval, queue }) =>
          `${clean(queue)} at ${calendar.intervals[interval]!.start.slice(0, 16).replace("T", " ")}`,
      );
    const more = some.length > MOST_LISTED ? ` and ${formatNumber(some.length - MOST_LISTED)} more` : "";
    return `${shown.join(", ")}${more}`;
  };
  const tried = interrupted ? "misses" : `misses after ${rounds} ${rounds === 1 ? "round" : "rounds"}`;
  const sentences = [
    ...(missed.length > 0
      ? [
          `The schedule ${tried} the target of ${listed(missed)}. More rounds may mend it (--rounds); ` +
            "so may templates that start or end there, more heads, or fewer rules about weekends and shares.",
        ]
      : []),
    ...(requirement.unmet.length > 0
      ? [`No number of agents met the target of ${listed(requirement.unmet)}.`]
      : []),
  ];
  if (sentences.length === 0) return ["  Simulated, the schedule meets every target in every interval."];
  return sentences.flatMap((one) => wrap(one, REPORT_COLUMNS, "  ")).map((line) => paint.bad(line));
}

/** A row for each line and week: the start of each day's shift. */
function lineTable({ calendar }: Scenario, lines: readonly AgentLine[]): string[] {
  const first = calendar.intervals[0]!.day;
  const weeks = Math.ceil((calendar.days.length - first) / WEEK_DAYS);
  const rows = lines.flatMap((line) =>
    Array.from({ length: weeks }, (_, week) => {
      const from = first + week * WEEK_DAYS;
      const shifts = line.shifts.filter(({ day }) => day >= from && day < from + WEEK_DAYS);
      const cells = new Array<string>(WEEK_DAYS).fill("·");
      for (const { day, startClockSeconds } of shifts) cells[day - from] = formatClock(startClockSeconds);
      const hours = shifts.reduce((sum, { paidHours }) => sum + paidHours, 0);
      const templates = [...new Set(shifts.map(({ template }) => clean(template)))].join(", ");
      const name = week === 0 ? clean(line.name) : "";
      return [name, ...(weeks > 1 ? [String(week + 1)] : []), templates, ...cells, formatHours(hours)];
    }),
  );
  const days = Array.from({ length: WEEK_DAYS }, (_, index) => calendar.days[first + index]);
  const table = formatTable(
    [
      { heading: "", align: "left", most: 20 },
      ...(weeks > 1 ? [{ heading: "week" }] : []),
      { heading: "template", align: "left" as const, most: 16 },
      ...days.map((day) => ({ heading: day ? WEEKDAY_NAMES[day.weekday]! : "" })),
      { heading: "hours" },
    ],
    rows.slice(0, MOST_LINES),
  );
  const left = rows.length - MOST_LINES;
  return left > 0
    ? [...table, `  ${formatNumber(left)} more; --format csv has all, with their breaks.`]
    : table;
}
