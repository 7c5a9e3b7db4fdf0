import type { HiringPeriod } from "./hiring.js";
import { dateText, dayNumber, nextDate } from "./local-date.js";

/** A year in weeks: 365.25 days. */
export const YEAR_WEEKS = 365.25 / 7;

/** So many months or weeks from a date on, the first of a month where they are months. */
export function hiringPeriods(unit: "month" | "week", from: string, count: number): HiringPeriod[] {
  const periods: HiringPeriod[] = [];
  for (let start = from; periods.length < count; ) {
    periods.push(unit === "month" ? monthFrom(start) : weekFrom(start));
    start = unit === "month" ? nextMonth(start) : later(start, 7);
  }
  return periods;
}

/** Index of the period in which a date lies. */
export function periodOf(periods: readonly HiringPeriod[], date: string): number | undefined {
  const last = periods.at(-1)!;
  const end = last.name.length === 7 ? nextMonth(last.start) : later(last.start, 7);
  // Dates as text are in the order of time.
  if (date < periods[0]!.start || date >= end) return undefined;
  return periods.findLastIndex(({ start }) => start <= date);
}

function monthFrom(start: string): HiringPeriod {
  const month = Number(start.slice(5, 7)) - 1;
  const middleYear = Number(start.slice(0, 4)) + (month + 0.5) / 12;
  return { name: start.slice(0, 7), start, weeks: YEAR_WEEKS / 12, middleYear, month };
}

function weekFrom(start: string): HiringPeriod {
  const middle = later(start, 3);
  const year = Number(middle.slice(0, 4));
  const first = dayNumber(dateText(year, 1, 1));
  const days = dayNumber(dateText(year + 1, 1, 1)) - first;
  const middleYear = year + (dayNumber(middle) - first + 0.5) / days;
  return { name: start, start, weeks: 1, middleYear, month: Number(middle.slice(5, 7)) - 1 };
}

function nextMonth(start: string): string {
  const year = Number(start.slice(0, 4));
  const month = Number(start.slice(5, 7));
  return month < 12 ? dateText(year, month + 1, 1) : dateText(year + 1, 1, 1);
}

function later(date: string, days: number): string {
  let found = date;
  for (let day = 0; day < days; day++) found = nextDate(found);
  return found;
}
