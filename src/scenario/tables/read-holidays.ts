import type { Parsed } from "../../kit/parsed.js";
import type { ProblemReporter } from "../../kit/problem.js";
import { dateFault, dateText, nextDate } from "../local-date.js";
import { limitProblems } from "./limit-problems.js";
import { shown } from "./read-cell.js";
import { type IcalEvent, type IcalLine, icalEvents, unfoldIcal } from "./unfold-ical.js";

/** A holiday that comes back every year is listed to the end of this one. */
const LAST_YEAR = 2100;
const MOST_DAYS = 366;

/**
 * Reads the whole-day events of an iCalendar file as local dates, ascending, each once. Events of several
 * days and plain yearly repetition are understood (until 2100); other repetition is a problem; events with
 * a time of day are left out with a warning, cancelled ones without.
 */
export function readHolidays(text: string, file: string, report: ProblemReporter): string[] {
  return limitProblems(report, (fault) => {
    const top = { file, line: 1, column: 1 };
    if (!/^\ufeff?\s*BEGIN:VCALENDAR\s/i.test(text)) {
      const message =
        text.trim() === "" ? "the file is empty" : `found ${shown(text.trim().split(/[\r\n]/, 1)[0])}`;
      fault({
        severity: "error",
        place: top,
        message: `${message}; expected BEGIN:VCALENDAR (an .ics file)`,
      });
      return [];
    }
    let errors = 0;
    const counting: ProblemReporter = (problem) => {
      if (problem.severity === "error") errors++;
      fault(problem);
    };
    const events = icalEvents(unfoldIcal(text, file, counting), counting);
    const dates = new Set(events.flatMap((event) => eventDates(event, counting)));
    if (dates.size === 0 && errors === 0)
      fault({
        severity: "warning",
        place: top,
        message: "no holidays: there is no whole-day event in this file",
      });
    return [...dates].sort();
  });
}

function eventDates(event: IcalEvent, report: ProblemReporter): string[] {
  const find = (name: string) => event.lines.find((line) => line.name === name);
  const fault = (line: IcalLine | IcalEvent, message: string): string[] => {
    report({ severity: "error", place: line.place, message });
    return [];
  };
  if (find("STATUS")?.value.toUpperCase() === "CANCELLED") return [];
  const start = find("DTSTART");
  if (start === undefined)
    return fault(event, "this event has no DTSTART; expected DTSTART;VALUE=DATE:20260525");
  if (/^[0-9]{8}T/.test(start.value)) {
    const name = shown(find("SUMMARY")?.value ?? "without a name");
    const message = `event ${name} has a time of day, so it is no holiday; whole days have VALUE=DATE`;
    report({ severity: "warning", place: start.place, message });
    return [];
  }
  const first = icalDate(start.value);
  if ("problem" in first) return fault(start, `DTSTART: ${first.problem}`);
  const length = eventDays(first.value, find("DTEND"), find("DURATION"));
  if ("problem" in length) return fault(length.at, length.problem);
  for (const name of ["RDATE", "RECURRENCE-ID"]) {
    const line = find(name);
    if (line) return fault(line, `${name} is not read; list each date as an event of its own`);
  }
  const rule = find("RRULE");
  const starts = rule ? yearlyStarts(first.value, rule.value) : { value: [first.value] };
  if ("problem" in starts) return fault(rule ?? event, `RRULE: ${starts.problem}`);
  const excepted = new Set<string>();
  for (const line of event.lines) {
    if (line.name !== "EXDATE") continue;
    for (const part of line.value.split(",")) {
      const date = icalDate(part.slice(0, 8));
      if ("problem" in date) return fault(line, `EXDATE: ${date.problem}`);
      excepted.add(date.value);
    }
  }
  return starts.value.filter((date) => !excepted.has(date)).flatMap((date) => datesFrom(date, length.value));
}

function icalDate(text: string): Parsed<string> {
  if (!/^[0-9]{8}$/.test(text))
    return { problem: `${shown(text)} is not a date; expected one such as 20260525` };
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const fault = dateFault(date);
  return fault === undefined ? { value: date } : { problem: fault };
}

function eventDays(
  first: string,
  end: IcalLine | undefined,
  duration: IcalLine | undefined,
): { value: number } | { problem: string; at: IcalLine } {
  if (end !== undefined) {
    const last = icalDate(end.value);
    if ("problem" in last) return { problem: `DTEND: ${last.problem}`, at: end };
    if (last.value < first) return { problem: `DTEND: ${last.value} is before DTSTART ${first}`, at: end };
    const dates = datesFrom(first, MOST_DAYS + 1);
    // Some programs write the same date for both and mean one day.
    const days = last.value === first ? 1 : dates.indexOf(last.value);
    return days > 0
      ? { value: days }
      : { problem: `DTEND: from ${first} to ${last.value} is more than a year`, at: end };
  }
  if (duration === undefined) return { value: 1 };
  const match = /^P([0-9]{1,3})([DW])$/i.exec(duration.value);
  const days = match ? Number(match[1]) * (match[2].toUpperCase() === "W" ? 7 : 1) : 0;
  return days >= 1 && days <= MOST_DAYS
    ? { value: days }
    : {
        problem: `DURATION: ${shown(duration.value)} is not whole days up to a year, such as P2D`,
        at: duration,
      };
}

function datesFrom(first: string, days: number): string[] {
  const dates = [first];
  while (dates.length < days) dates.push(nextDate(dates[dates.length - 1]));
  return dates;
}

/** The dates of a plain yearly rule; a 29 February comes in leap years. */
function yearlyStarts(first: string, rule: string): Parsed<string[]> {
  const [year, month, day] = first.split("-").map(Number);
  let until = `${LAST_YEAR}-12-31`;
  let count = Number.POSITIVE_INFINITY;
  const parts = rule.split(";").map((part) => part.toUpperCase());
  if (!parts.includes("FREQ=YEARLY"))
    return { problem: `${shown(rule)} is not read; only FREQ=YEARLY is, list other dates one by one` };
  for (const part of parts) {
    const [name, value = ""] = part.split("=");
    if (name === "UNTIL") {
      const read = icalDate(value.slice(0, 8));
      if ("problem" in read) return { problem: `UNTIL: ${read.problem}` };
      if (read.value < until) until = read.value;
    } else if (name === "COUNT" && /^[1-9][0-9]{0,5}$/.test(value)) {
      count = Number(value);
    } else if (!sameDate(name, value, month, day)) {
      return { problem: `${shown(part)} is not read; list the date of each year as an event of its own` };
    }
  }
  const dates: string[] = [];
  for (let later = year; later <= LAST_YEAR && dates.length < count; later++) {
    const date = dateText(later, month, day);
    if (date > until) break;
    if (dateFault(date) === undefined) dates.push(date);
  }
  return { value: dates };
}

/** Parts of a rule that say no more than DTSTART does. */
function sameDate(name: string, value: string, month: number, day: number): boolean {
  if (name === "FREQ" || name === "WKST") return true;
  if (name === "INTERVAL") return value === "1";
  return (name === "BYMONTH" && Number(value) === month) || (name === "BYMONTHDAY" && Number(value) === day);
}
