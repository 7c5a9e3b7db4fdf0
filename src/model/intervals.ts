import type { Calendar } from "../scenario/scenario.js";

/**
 * Counted intervals on the time axis. Time that is not counted (warm-up) belongs to one interval more, the
 * last.
 */
export interface Intervals {
  readonly count: number;
  /** `count + 1` moments: the starts, then the horizon. */
  readonly startsSeconds: Float64Array;
}

/** The calendar's counted intervals as numbers. */
export function compileIntervals(calendar: Calendar): Intervals {
  const starts = calendar.intervals.map((interval) => interval.startSeconds);
  return { count: starts.length, startsSeconds: Float64Array.from([...starts, calendar.horizonSeconds]) };
}

/** Calls `book(interval, seconds)` for every counted interval that the stretch overlaps. */
export function spread(
  intervals: Intervals,
  fromSeconds: number,
  toSeconds: number,
  book: (interval: number, seconds: number) => void,
): void {
  const { count, startsSeconds } = intervals;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startsSeconds[middle] <= fromSeconds) low = middle;
    else high = middle - 1;
  }
  for (let interval = low; interval < count && startsSeconds[interval] < toSeconds; interval++) {
    const from = Math.max(fromSeconds, startsSeconds[interval]);
    const to = Math.min(toSeconds, startsSeconds[interval + 1]);
    if (to > from) book(interval, to - from);
  }
}
