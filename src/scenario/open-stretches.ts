import { DAY_SECONDS, elapsedAt, type Span } from "./days.js";
import type { CalendarDay } from "./scenario.js";

/** Opening hours of one day, in seconds after midnight; past 86,400 it reaches into the next day. */
export interface Stretch {
  readonly fromClockSeconds: number;
  readonly toClockSeconds: number;
}

/**
 * When the centre is open: at all times, or by weekday (Monday first) and, where said, otherwise on
 * holidays.
 */
export type OpeningHours =
  | "always"
  | { readonly weekdays: readonly (readonly Stretch[])[]; readonly holiday?: readonly Stretch[] };

/**
 * The spans in which the centre is open on `days` (in order, at least one), ascending, those that touch
 * merged.
 */
export function openStretches(days: readonly CalendarDay[], hours: OpeningHours): Span[] {
  const last = days[days.length - 1];
  if (hours === "always")
    return [{ fromSeconds: days[0].startSeconds, toSeconds: last.startSeconds + last.lengthSeconds }];
  const spans = days.flatMap((day, index) => {
    const stretches = (day.holiday ? hours.holiday : undefined) ?? hours.weekdays[day.weekday];
    return stretches.map((stretch) => ({
      fromSeconds: elapsedAt(day, stretch.fromClockSeconds),
      toSeconds: stretchEnd(day, days[index + 1], stretch.toClockSeconds),
    }));
  });
  return merged(spans);
}

function stretchEnd(day: CalendarDay, next: CalendarDay | undefined, clockSeconds: number): number {
  if (clockSeconds <= DAY_SECONDS) return elapsedAt(day, clockSeconds);
  const seconds = clockSeconds - DAY_SECONDS;
  return next ? elapsedAt(next, seconds) : day.startSeconds + day.lengthSeconds + seconds;
}

function merged(spans: readonly Span[]): Span[] {
  const ascending = spans
    .filter((span) => span.toSeconds > span.fromSeconds)
    .sort((a, b) => a.fromSeconds - b.fromSeconds || a.toSeconds - b.toSeconds);
  const result: Span[] = [];
  for (const span of ascending) {
    const before = result[result.length - 1];
    if (before === undefined || span.fromSeconds > before.toSeconds) result.push(span);
    else if (span.toSeconds > before.toSeconds)
      result[result.length - 1] = { fromSeconds: before.fromSeconds, toSeconds: span.toSeconds };
  }
  return result;
}
