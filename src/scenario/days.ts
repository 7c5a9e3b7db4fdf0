import type { CalendarDay, Shift } from "./scenario.js";

type ClockChange = NonNullable<CalendarDay["clockChange"]>;

/** A span on the time axis. */
export interface Span {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Seconds of a day on which clocks do not change. */
export const DAY_SECONDS = 86400;

/**
 * Position on the time axis of a local clock time (0 to 86,400 seconds after midnight) of `day`. A time
 * that the clocks skip is the moment of the change; one that they repeat is its first occurrence. Never
 * outside the day.
 */
export function elapsedAt(day: CalendarDay, clockSeconds: number): number {
  const { startSeconds, lengthSeconds, clockChange } = day;
  return (
    startSeconds +
    Math.min(clockChange ? elapsedInDay(clockChange, clockSeconds) : clockSeconds, lengthSeconds)
  );
}

/** A part of a day in which clocks run on without a jump; positions are elapsed seconds within the day. */
export interface ClockRun {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Clock time less elapsed seconds. */
  readonly aheadSeconds: number;
}

/** The day in one run, or in two where clocks change. */
export function clockRuns(day: CalendarDay): ClockRun[] {
  const { lengthSeconds, clockChange } = day;
  if (clockChange === undefined) return [{ fromSeconds: 0, toSeconds: lengthSeconds, aheadSeconds: 0 }];
  const { atClockSeconds, bySeconds } = clockChange;
  return [
    { fromSeconds: 0, toSeconds: atClockSeconds, aheadSeconds: 0 },
    { fromSeconds: atClockSeconds, toSeconds: lengthSeconds, aheadSeconds: bySeconds },
  ].filter((run) => run.toSeconds > run.fromSeconds);
}

/**
 * Where on the time axis the day's clock shows a time from `fromClockSeconds` until before
 * `toClockSeconds`, ascending: nothing where the clocks skip it, two spans where they repeat it.
 */
export function clockSpans(day: CalendarDay, fromClockSeconds: number, toClockSeconds: number): Span[] {
  return clockRuns(day).flatMap((run) => {
    const from = Math.max(fromClockSeconds - run.aheadSeconds, run.fromSeconds);
    const to = Math.min(toClockSeconds - run.aheadSeconds, run.toSeconds);
    if (from >= to) return [];
    return [{ fromSeconds: day.startSeconds + from, toSeconds: day.startSeconds + to }];
  });
}

function elapsedInDay(change: ClockChange, clockSeconds: number): number {
  const { atClockSeconds, bySeconds } = change;
  if (bySeconds < 0) return clockSeconds < atClockSeconds ? clockSeconds : clockSeconds - bySeconds;
  return Math.min(clockSeconds, Math.max(atClockSeconds, clockSeconds - bySeconds));
}

/** Whether the shift starts on the day: by its dates, on a holiday by `holiday`, else by the weekday. */
export function startsOn({ dates, holiday, weekdays }: Shift, day: CalendarDay): boolean {
  if (dates) return dates.includes(day.date);
  return day.holiday ? holiday : weekdays[day.weekday]!;
}
