import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { formatNumber } from "./numbers.js";
import type { Paint } from "./paint.js";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What was simulated: name, days, replications, seed, contacts; with it the result can be had again. */
export function formatHead(scenario: Scenario, summary: Summary, paint: Paint): string[] {
  const { replications, seed, contacts, version } = summary;
  const repeats = `${formatNumber(replications)} replication${replications === 1 ? "" : "s"}`;
  const facts =
    `${datesOf(scenario)}; ${repeats}, seed ${clean(seed)}; ` +
    `${formatNumber(contacts)} contacts simulated; callsim ${version}, scenario ${summary.scenario.hash}`;
  return [
    paint.title(clean(summary.scenario.name)),
    ...(scenario.about ? wrap(clean(scenario.about), REPORT_COLUMNS) : []),
    ...wrap(facts, REPORT_COLUMNS),
  ];
}

/** `Monday 2026-03-02 to Sunday 2026-03-08, 7 days, America/New_York`. */
export function datesOf({ calendar }: Scenario): string {
  const { days, intervals, timezone } = calendar;
  const first = days[intervals[0]!.day]!;
  const last = days[days.length - 1]!;
  const firstText = `${WEEKDAYS[first.weekday]} ${first.date}`;
  const span = countedDays({ calendar });
  const dates = span === 1 ? firstText : `${firstText} to ${WEEKDAYS[last.weekday]} ${last.date}`;
  return `${dates}, ${span === 1 ? "1 day" : `${span} days`}, ${timezone}`;
}

/** Days that count. */
export function countedDays({ calendar }: Pick<Scenario, "calendar">): number {
  return calendar.days.length - calendar.intervals[0]!.day;
}
