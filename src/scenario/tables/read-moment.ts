import { parseClock } from "../../kit/clock.js";
import type { Parsed } from "../../kit/parsed.js";
import { DAY_SECONDS, elapsedAt } from "../days.js";
import { dateFault } from "../local-date.js";
import type { Calendar, CalendarDay } from "../scenario.js";
import { halfDayFault, shown } from "./read-cell.js";

const EXPECTED =
  "expected 2026-03-02T08:00:05, 08:00:05 on the first counted day, or seconds from that day's start";

/**
 * A reader of moments: local date and time, a time of day of the first counted day, or seconds from its
 * start. It gives positions on the time axis; NaN for a date outside the calendar. A time that clocks skip
 * is the moment of the change; one they repeat its first occurrence.
 */
export function momentReader(calendar: Calendar): (text: string) => Parsed<number> {
  const days = new Map<string, CalendarDay>(calendar.days.map((day) => [day.date, day]));
  const first = calendar.days[calendar.intervals[0].day];
  return (text) => {
    if (/^-?[0-9]+(?:\.[0-9]*)?$/.test(text)) return { value: calendar.warmupSeconds + Number(text) };
    const dated = /^([0-9-]+)[T ] *([0-9:.]+)$/.exec(text);
    if (dated === null) {
      const halfDay = halfDayFault(text);
      if (halfDay !== undefined) return { problem: halfDay };
      if (/^[0-9]{1,2}:/.test(text)) return clockMoment(first, text);
      if (/^[0-9-]+[T ][0-9:.]+(?:Z|[+-][0-9:]+)$/.test(text))
        return { problem: `${shown(text)} has an offset; write the local time without it` };
      return { problem: `${shown(text)} is not a moment; ${EXPECTED}` };
    }
    const [, date, clock] = dated;
    const day = days.get(date);
    if (day !== undefined) return clockMoment(day, clock);
    const fault = dateFault(date);
    return fault === undefined ? { value: Number.NaN } : { problem: fault };
  };
}

function clockMoment(day: CalendarDay, text: string): Parsed<number> {
  const point = text.indexOf(".");
  const read = parseClock(point < 0 ? text : text.slice(0, point));
  if ("problem" in read) return read;
  const fraction = point < 0 ? "" : text.slice(point + 1);
  if (point >= 0 && !/^[0-9]{1,9}$/.test(fraction))
    return { problem: `${shown(text)} is not a time of day; ${EXPECTED}` };
  const clockSeconds = read.value + (point < 0 ? 0 : Number(`0.${fraction}`));
  return { value: elapsedAt(day, Math.min(clockSeconds, DAY_SECONDS)) };
}
