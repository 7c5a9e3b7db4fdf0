import type { CalendarDay } from "./scenario.js";

type ClockChange = NonNullable<CalendarDay["clockChange"]>;

/** Seconds of a day on which clocks do not change. */
export const DAY_SECONDS = 86400;

/**
 * Position on the time axis of a local clock time (0 to 86,400 seconds after midnight) of `day`. A time that the clocks
 * skip is the moment of the change; one that they repeat is its first occurrence. Never outside the day.
 */
export function elapsedAt(day: CalendarDay, clockSeconds: number): number {
  const { startSeconds, lengthSeconds, clockChange } = day;
  return (
    startSeconds +
    Math.min(clockChange ? elapsedInDay(clockChange, clockSeconds) : clockSeconds, lengthSeconds)
  );
}

function elapsedInDay(change: ClockChange, clockSeconds: number): number {
  const { atClockSeconds, bySeconds } = change;
  if (bySeconds < 0) return clockSeconds < atClockSeconds ? clockSeconds : clockSeconds - bySeconds;
  return Math.min(clockSeconds, Math.max(atClockSeconds, clockSeconds - bySeconds));
}
