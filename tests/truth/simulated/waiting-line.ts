import type { Trace } from "../../../src/engine/trace.js";
import type { Scenario } from "../../../src/scenario/scenario.js";

/** What one replication's trace says about the line of waiting contacts, day by day added up. */
export interface LineWatch {
  /** Contact-seconds waited between two marks of the day. */
  readonly waitedSeconds: number[];
  /** Contacts that joined the line between two marks. */
  readonly joined: number[];
  /** Contacts found waiting at the last mark, a sum over days. */
  waitingAtLast: number;
  readonly days: number;
}

/** Follows the line between clock times of every counted day, given as marks in seconds after midnight. */
export function watchLine(scenario: Scenario, marks: readonly number[]): { watch: LineWatch; trace: Trace } {
  const days = scenario.calendar.days.filter((day) => day.startSeconds >= 0);
  const cuts = days.flatMap((day) => marks.map((mark) => day.startSeconds + mark));
  const spans = marks.length - 1;
  const watch: LineWatch = {
    waitedSeconds: Array<number>(spans).fill(0),
    joined: Array<number>(spans).fill(0),
    waitingAtLast: 0,
    days: days.length,
  };
  const waiting = new Set<number>();
  let next = 0;
  let reached = 0;
  /** Span of the day that cut number `next` ends; none before its first. */
  const span = () => (next % marks.length) - 1;
  const passTo = (seconds: number) => {
    while (next < cuts.length && cuts[next] <= seconds) {
      if (span() >= 0) watch.waitedSeconds[span()] += waiting.size * (cuts[next] - reached);
      if (span() === spans - 1) watch.waitingAtLast += waiting.size;
      reached = cuts[next++];
    }
    if (span() >= 0 && next < cuts.length) watch.waitedSeconds[span()] += waiting.size * (seconds - reached);
    reached = seconds;
  };
  const trace: Trace = (seconds, event, contact) => {
    if (event === "waits") {
      passTo(seconds);
      if (span() >= 0 && next < cuts.length) watch.joined[span()]++;
      waiting.add(contact);
    } else if (
      waiting.has(contact) &&
      (event === "answered" || event === "abandons" || event === "unserved")
    ) {
      passTo(seconds);
      waiting.delete(contact);
    }
  };
  return { watch, trace };
}
