import { formatClock } from "../../kit/clock.js";
import { formatDuration } from "../../kit/duration.js";
import type { ProblemReporter } from "../../kit/problem.js";
import { clockSpans } from "../days.js";
import type { Calendar, CalendarDay } from "../scenario.js";
import type { ColumnSpec } from "./check-header.js";
import { DAY_NAMES } from "./day-names.js";
import type { Table, TableRow } from "./read-table.js";

/** The columns that say when a row holds: `time`, and `date` or `weekday` where it is not every day. */
export const WHEN_COLUMNS: readonly ColumnSpec[] = [
  { name: "date", kind: "date" },
  { name: "weekday", kind: "days" },
  { name: "time", kind: "clock", required: true },
];

/** A row on the time axis. */
export interface PlacedRow {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly row: TableRow;
}

/** Steps of tables, longest first, in seconds. */
const LONGER_STEPS = [3600, 1800];

type Bucket = Map<number, TableRow[]>;

/**
 * Lays the rows of a table on the calendar's days, each over one interval from its time, by subject (a
 * queue, a team), ascending. A date's row holds on that date; a weekday's on every such day, but on a
 * holiday where the subject has rows for `holiday` only those; without either column on every day. Where
 * clocks repeat the time a row holds for both occurrences, or, given twice for a date, for one each.
 * Reports times off the grid, rows given twice and dates of which none is in the calendar; warns of a table
 * in longer steps than the calendar's interval, such as one by the hour.
 */
export function placeRows(
  table: Table,
  calendar: Calendar,
  subjectOf: (row: TableRow) => string,
  report: ProblemReporter,
): Map<string, PlacedRow[]> {
  const subjects = new Map<string, Map<string, Bucket>>();
  const dates = new Map(calendar.days.map((day) => [day.date, day]));
  const fault = (row: TableRow, column: string, message: string) =>
    report({ severity: "error", place: row.place(column), message });
  if (table.has("date") && table.has("weekday")) {
    const message = "columns date and weekday may not be mixed in one file; expected one of them";
    report({ severity: "error", place: table.place, message });
    return new Map();
  }
  let inside = 0;
  for (const row of table.rows) {
    const clock = row.number("time");
    if (clock % calendar.intervalSeconds !== 0) {
      fault(row, "time", `time: ${offGrid(clock, calendar.intervalSeconds)}`);
      continue;
    }
    const subject = subjectOf(row);
    const buckets = subjects.get(subject) ?? new Map<string, Bucket>();
    subjects.set(subject, buckets);
    const day = dates.get(row.text("date"));
    if (day !== undefined) inside++;
    const most = day === undefined ? 1 : Math.max(1, spansOf(day, clock, calendar).length);
    for (const key of dayKeys(row)) {
      const bucket: Bucket = buckets.get(key) ?? new Map<number, TableRow[]>();
      buckets.set(key, bucket);
      const before = bucket.get(clock) ?? [];
      if (before.length >= most) {
        const what = [key, formatClock(clock), subject].filter((part) => part !== "").join(" ");
        fault(row, "time", `${what} is already given in line ${before[0].place("time").line}`);
        break;
      }
      bucket.set(clock, [...before, row]);
    }
  }
  if (table.sound && table.has("date") && inside === 0 && table.rows.length > 0) {
    const [first, last] = [calendar.days[0].date, calendar.days[calendar.days.length - 1].date];
    fault(table.rows[0], "date", `date: no row is of a date from ${first} to ${last}, which is the calendar`);
  }
  warnOfGaps(table, calendar.intervalSeconds, report);
  const placed = new Map<string, PlacedRow[]>();
  for (const [subject, buckets] of subjects) {
    const rows = calendar.days.flatMap((day) => placeDay(day, bucketOf(day, buckets), calendar, report));
    placed.set(
      subject,
      rows.sort((a, b) => a.fromSeconds - b.fromSeconds),
    );
  }
  return placed;
}

function offGrid(clock: number, intervalSeconds: number): string {
  const before = clock - (clock % intervalSeconds);
  const near = [before, before + intervalSeconds].filter((at) => at < 86_400).map(formatClock);
  const step = formatDuration(intervalSeconds);
  return `${formatClock(clock)} does not begin an interval of ${step}; expected ${near.join(" or ")}`;
}

/** Each row holds for one interval: of a table by the hour every other half hour would be empty unsaid. */
function warnOfGaps({ rows }: Table, intervalSeconds: number, report: ProblemReporter): void {
  const clocks = new Set(rows.map((row) => row.number("time")));
  const step = LONGER_STEPS.find((seconds) => {
    const onGrid = seconds > intervalSeconds && [...clocks].every((clock) => clock % seconds === 0);
    // Three in a row: two may well be single times that someone meant.
    return (
      onGrid && [...clocks].some((clock) => clocks.has(clock + seconds) && clocks.has(clock + 2 * seconds))
    );
  });
  if (step === undefined) return;
  const [apart, interval] = [formatDuration(step), formatDuration(intervalSeconds)];
  const message =
    `time: the rows are ${apart} apart, the interval is ${interval}, and a row holds for one interval; ` +
    `set calendar.interval to ${apart} or add the rows between`;
  report({ severity: "warning", place: rows[0].place("time"), message });
}

/** The days a row speaks of: a date, names of weekdays, or one empty key for every day. */
function dayKeys(row: TableRow): string[] {
  const date = row.text("date");
  const days = row.days("weekday");
  if (days === undefined) return [date];
  return DAY_NAMES.filter((_, index) => days.weekdays[index] ?? days.holiday);
}

function bucketOf(day: CalendarDay, buckets: Map<string, Bucket>): Bucket | undefined {
  if (day.holiday && buckets.has("holiday")) return buckets.get("holiday");
  return buckets.get(day.date) ?? buckets.get(DAY_NAMES[day.weekday]) ?? buckets.get("");
}

function spansOf(day: CalendarDay, clock: number, calendar: Calendar) {
  return clockSpans(day, clock, clock + calendar.intervalSeconds);
}

function placeDay(
  day: CalendarDay,
  bucket: Bucket | undefined,
  calendar: Calendar,
  report: ProblemReporter,
): PlacedRow[] {
  const placed: PlacedRow[] = [];
  for (const [clock, rows] of bucket ?? []) {
    const spans = spansOf(day, clock, calendar);
    for (const [index, span] of spans.entries()) placed.push({ ...span, row: rows[index] ?? rows[0] });
    if (spans.length === 0 && rows[0].text("date") !== "") {
      const message = `${day.date} has no ${formatClock(clock)}, clocks skip it; the row is not used`;
      report({ severity: "warning", place: rows[0].place("time"), message });
    }
  }
  return placed;
}
