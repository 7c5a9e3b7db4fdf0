import { formatClock } from "../../kit/clock.js";
import type { Moment } from "../../scenario/moment.js";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** `Tuesday 2026-03-03`, with a word where it is a holiday. */
export function formatDay({ date, weekday, holiday }: Moment): string {
  return `${WEEKDAYS[weekday]} ${date}${holiday ? " (a holiday)" : ""}`;
}

/** `10:42:17`, on the local clock. */
export function formatClockTime({ clockSeconds }: Moment): string {
  const text = formatClock(Math.min(Math.round(clockSeconds), 86_399));
  return text.length === 5 ? `${text}:00` : text;
}

/** The clock time of a later moment, with its day where that is another than `than`. */
export function formatLater(moment: Moment, than: Moment): string {
  const clock = formatClockTime(moment);
  return moment.date === than.date ? clock : `${clock} on ${formatDay(moment)}`;
}
