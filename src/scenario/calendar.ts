import { Temporal } from "temporal-polyfill";
import { nearest } from "../kit/nearest.js";
import type { ProblemReporter } from "../kit/problem.js";
import { clockRuns, DAY_SECONDS } from "./days.js";
import { dateFault } from "./local-date.js";
import { type OpeningHours, openStretches } from "./open-stretches.js";
import type { Calendar, CalendarDay, Interval } from "./scenario.js";

export type { OpeningHours, Stretch } from "./open-stretches.js";

/** What a scenario file says about time, read but not yet resolved. */
export interface CalendarInput {
  /** IANA name. */
  readonly timezone: string;
  /** First counted local date, `YYYY-MM-DD`. */
  readonly start: string;
  /** Counted days. */
  readonly days: number;
  readonly intervalSeconds: 900 | 1800 | 3600;
  readonly warmupSeconds: number;
  /** Local dates, in any order. */
  readonly holidays: readonly string[];
  readonly hours: OpeningHours;
}

/** Longest calendar: ten years and its leap days. */
const MOST_DAYS = 3653;
const MOST_WARMUP_SECONDS = 366 * DAY_SECONDS;

/**
 * Puts local dates and clock times on one axis of elapsed seconds, with the zone's clock changes. What is
 * wrong (unknown zone, date that does not exist, span too long) goes to `report` with its path
 * `calendar.…`; the calendar returned then has a stand-in for it, so that the rest can still be looked at.
 */
export function resolveCalendar(input: CalendarInput, report: ProblemReporter): Calendar {
  const checked = checkInput(input, report);
  const { timezone, first, lastDay, warmupSeconds, holidays } = checked;
  const originMilliseconds = first.toZonedDateTime(timezone).epochMilliseconds - warmupSeconds * 1000;
  const axis: Axis = { timezone, originMilliseconds };
  const firstDay = momentAt(axis, 0).toPlainDate().subtract({ days: 1 });
  const days: CalendarDay[] = [];
  for (let date = firstDay; Temporal.PlainDate.compare(date, lastDay) <= 0; date = date.add({ days: 1 })) {
    days.push(resolveDay(axis, date, holidays));
  }
  const last = days[days.length - 1];
  const open = openStretches(days, input.hours);
  const horizonSeconds = last.startSeconds + last.lengthSeconds;
  const lasting = input.days === 1 ? "1 day" : `${input.days} days`;
  if (!open.some((span) => span.fromSeconds < horizonSeconds && span.toSeconds > 0)) {
    report({
      severity: "warning",
      path: "calendar.hours",
      message: `the centre is never open from ${input.start} for ${lasting}`,
    });
  }
  const counted = days.findIndex((day) => day.date === first.toString());
  return {
    timezone,
    timezoneData: process.versions.tz ?? "unknown",
    intervalSeconds: input.intervalSeconds,
    warmupSeconds,
    horizonSeconds,
    days,
    intervals: days.flatMap((day, index) =>
      index < counted ? [] : dayIntervals(axis, day, index, input.intervalSeconds),
    ),
    open,
    openWeekdays: Array.from(
      { length: 7 },
      (_, weekday) => input.hours === "always" || input.hours.weekdays[weekday].length > 0,
    ),
  };
}

interface Axis {
  readonly timezone: string;
  /** Position 0 in milliseconds since 1970. */
  readonly originMilliseconds: number;
}

function momentAt(axis: Axis, seconds: number): Temporal.ZonedDateTime {
  const milliseconds = axis.originMilliseconds + seconds * 1000;
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(axis.timezone);
}

function resolveDay(axis: Axis, date: Temporal.PlainDate, holidays: ReadonlySet<string>): CalendarDay {
  const start = date.toZonedDateTime(axis.timezone);
  const next = date.add({ days: 1 }).toZonedDateTime(axis.timezone);
  const lengthSeconds = (next.epochMilliseconds - start.epochMilliseconds) / 1000;
  const clockChange = clockChangeOf(start, next, lengthSeconds);
  const text = date.toString();
  return {
    date: text,
    weekday: date.dayOfWeek - 1,
    holiday: holidays.has(text),
    startSeconds: (start.epochMilliseconds - axis.originMilliseconds) / 1000,
    lengthSeconds,
    ...(clockChange && { clockChange }),
  };
}

function clockChangeOf(
  start: Temporal.ZonedDateTime,
  next: Temporal.ZonedDateTime,
  lengthSeconds: number,
): CalendarDay["clockChange"] {
  const clockAtStart = start.hour * 3600 + start.minute * 60 + start.second;
  if (clockAtStart > 0) return { atClockSeconds: 0, bySeconds: clockAtStart };
  if (start.offsetNanoseconds === next.offsetNanoseconds && lengthSeconds === DAY_SECONDS) return undefined;
  const change = start.getTimeZoneTransition("next");
  if (change !== null && change.epochMilliseconds < next.epochMilliseconds) {
    return {
      atClockSeconds: (change.epochMilliseconds - start.epochMilliseconds) / 1000,
      bySeconds: (change.offsetNanoseconds - start.offsetNanoseconds) / 1e9,
    };
  }
  // The skipped time reaches over midnight, or is the whole day.
  if (lengthSeconds < DAY_SECONDS)
    return { atClockSeconds: lengthSeconds, bySeconds: DAY_SECONDS - lengthSeconds };
  return undefined;
}

/** Cuts a day at clock times on the grid and where the clocks change. */
function dayIntervals(axis: Axis, day: CalendarDay, index: number, stepSeconds: number): Interval[] {
  const intervals: Interval[] = [];
  for (const { fromSeconds, toSeconds, aheadSeconds } of clockRuns(day)) {
    const { offset } = momentAt(axis, day.startSeconds + fromSeconds);
    for (let at = fromSeconds; at < toSeconds; ) {
      const clock = at + aheadSeconds;
      const end = Math.min((Math.floor(clock / stepSeconds) + 1) * stepSeconds - aheadSeconds, toSeconds);
      // Clocks that go back over midnight show the date before for a while.
      const date = clock >= 0 ? day.date : Temporal.PlainDate.from(day.date).subtract({ days: 1 }).toString();
      const clockSeconds = clock >= 0 ? clock : clock + DAY_SECONDS;
      intervals.push({
        startSeconds: day.startSeconds + at,
        lengthSeconds: end - at,
        start: `${date}T${clockText(clockSeconds)}${offset}`,
        day: index,
        clockSeconds,
      });
      at = end;
    }
  }
  return intervals;
}

function clockText(clockSeconds: number): string {
  const parts = [Math.floor(clockSeconds / 3600), Math.floor(clockSeconds / 60) % 60, clockSeconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

interface CheckedInput {
  readonly timezone: string;
  readonly first: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly warmupSeconds: number;
  readonly holidays: ReadonlySet<string>;
}

function checkInput(input: CalendarInput, report: ProblemReporter): CheckedInput {
  const fault = (path: string, message: string) =>
    report({ severity: "error", path: `calendar.${path}`, message });
  const timezone = zoneName(input.timezone);
  if (timezone === undefined) fault("timezone", zoneFault(input.timezone));
  const startFault = dateFault(input.start);
  if (startFault !== undefined) fault("start", startFault);
  const daysFit = Number.isInteger(input.days) && input.days >= 1 && input.days <= MOST_DAYS;
  if (!daysFit)
    fault("days", `found ${input.days}, expected a whole number from 1 to ${MOST_DAYS} (ten years)`);
  const warmupFits = input.warmupSeconds >= 0 && input.warmupSeconds <= MOST_WARMUP_SECONDS;
  if (!warmupFits) fault("warmup", `found ${input.warmupSeconds} seconds, expected at most 366 days`);
  for (const [index, holiday] of input.holidays.entries()) {
    const holidayFault = dateFault(holiday);
    if (holidayFault !== undefined) fault(`holidays.${index}`, holidayFault);
  }
  const first = Temporal.PlainDate.from(startFault === undefined ? input.start : "2026-01-05");
  return {
    timezone: timezone ?? "UTC",
    first,
    lastDay: first.add({ days: daysFit ? input.days - 1 : 0 }),
    warmupSeconds: warmupFits ? input.warmupSeconds : 0,
    holidays: new Set(input.holidays),
  };
}

/**
 * The zone in its own spelling (`america/new_york` is `America/New_York`); undefined when there is no such
 * zone.
 */
function zoneName(text: string): string | undefined {
  // Temporal also takes offsets and whole date-times for a zone; neither names one.
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(text)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch {
    return undefined;
  }
}

function zoneFault(text: string): string {
  const found = `unknown time zone '${text}'`;
  if (/^[+-]|^(?:UTC|GMT)[+-]/i.test(text))
    return `${found}: an offset has no daylight saving; expected a place such as Europe/Paris`;
  const zones = [...Intl.supportedValuesOf("timeZone"), "UTC"];
  const city = text.replaceAll(" ", "_").toLowerCase();
  const zone = zones.find((name) => name.toLowerCase().endsWith(`/${city}`)) ?? nearest(text, zones);
  return zone
    ? `${found}; did you mean ${zone}?`
    : `${found}; expected an IANA name such as America/New_York`;
}
