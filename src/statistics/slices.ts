import { formatClock } from "../kit/clock.js";
import type { Calendar } from "../scenario/scenario.js";

/** Counted intervals that are looked at together. */
export interface Slice {
  /** Indices into `calendar.intervals`, ascending. */
  readonly intervals: Int32Array;
  /**
   * How often the slice occurs: 1, or for Mondays at 06:00 the number of such Mondays. Counts are means over
   * them.
   */
  readonly occurrences: number;
  /** Length of its intervals together. */
  readonly seconds: number;
}

/** A slice of the weekday table. */
export interface WeekdaySlice extends Slice {
  /** `weekday * stepsPerDay + step`, Monday first. */
  readonly index: number;
  /** `mon 06:00`. */
  readonly start: string;
}

const DAY_SECONDS = 86_400;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** All counted intervals together. */
export function wholePeriod(calendar: Calendar): Slice {
  const { intervals } = calendar;
  return {
    intervals: Int32Array.from(intervals.keys()),
    occurrences: 1,
    seconds: intervals.reduce((sum, interval) => sum + interval.lengthSeconds, 0),
  };
}

/** Each counted interval by itself, in order. */
export function eachInterval(calendar: Calendar): Slice[] {
  return calendar.intervals.map((interval, index) => ({
    intervals: Int32Array.of(index),
    occurrences: 1,
    seconds: interval.lengthSeconds,
  }));
}

/**
 * Counted intervals by weekday and time of day, Monday 00:00 first, those that occur. A holiday stays with
 * its weekday. The hour that is repeated when clocks go back is one with its first run: so many contacts did
 * come.
 */
export function weekdayIntervals(calendar: Calendar): WeekdaySlice[] {
  const { intervals, intervalSeconds, days } = calendar;
  const steps = DAY_SECONDS / intervalSeconds;
  const members = Array.from({ length: 7 * steps }, (): number[] => []);
  for (const [index, { day, clockSeconds }] of intervals.entries()) {
    members[days[day].weekday * steps + Math.floor(clockSeconds / intervalSeconds)].push(index);
  }
  return members.flatMap((found, index) => {
    if (found.length === 0) return [];
    return [
      {
        index,
        start: `${WEEKDAYS[Math.floor(index / steps)]} ${formatClock((index % steps) * intervalSeconds)}`,
        intervals: Int32Array.from(found),
        occurrences: new Set(found.map((interval) => intervals[interval].day)).size,
        seconds: found.reduce((sum, interval) => sum + intervals[interval].lengthSeconds, 0),
      },
    ];
  });
}
