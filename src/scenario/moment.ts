import { clockRuns, DAY_SECONDS } from "./days.js";
import type { Calendar } from "./scenario.js";

/** A moment of the simulated time as the clock on the wall shows it. */
export interface Moment {
  /** From the start of the first counted day; negative in the warm-up. */
  readonly seconds: number;
  /** `2026-03-02`. */
  readonly date: string;
  /** Monday 0 to Sunday 6. */
  readonly weekday: number;
  readonly holiday: boolean;
  /** Seconds after midnight on the local clock, which daylight saving may have moved. */
  readonly clockSeconds: number;
}

/** The local date and clock time at a position on the time axis, within the calendar's days. */
export function momentAt(calendar: Calendar, seconds: number): Moment {
  const { days, warmupSeconds } = calendar;
  let index = days.findLastIndex((day) => day.startSeconds <= seconds);
  if (index < 0) index = 0;
  const inDay = seconds - days[index].startSeconds;
  const run = clockRuns(days[index]).findLast(({ fromSeconds }) => fromSeconds <= inDay);
  const clock = inDay + (run?.aheadSeconds ?? 0);
  // Clocks that go back over midnight show the date before for a while.
  const day = clock < 0 && index > 0 ? days[index - 1] : days[index];
  return {
    // To the millisecond: finer is what is left of a difference of two large numbers.
    seconds: Math.round((seconds - warmupSeconds) * 1000) / 1000,
    date: day.date,
    weekday: day.weekday,
    holiday: day.holiday,
    clockSeconds: clock < 0 ? clock + DAY_SECONDS : clock,
  };
}
