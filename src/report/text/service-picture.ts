import type { Scenario } from "../../scenario/scenario.js";
import type { Figures, Summary } from "../../statistics/summary.js";
import { columnOf, columnsPerStep, DAY_COLUMNS, hourAxis, WEEKDAY_NAMES } from "./day-axis.js";
import { clean, cut, pad } from "./display.js";
import { meanOf } from "./numbers.js";
import type { Paint } from "./paint.js";

/** A queue without a target is drawn against this share. */
const USUAL_TARGET = 0.8;
const BELOW = "▁▂▃▄▅";
const ABOVE = "▆▇█";
const NOTHING = "·";
const LABEL_COLUMNS = 18;

/**
 * The service level over the day by queue and weekday (with many queues Monday to Friday together, and the
 * weekend, where several of their days count), one sign for each half hour: low signs miss the target, high
 * ones meet it, as the key below says. Weekdays that do not count are left out.
 */
export function formatServicePicture(scenario: Scenario, summary: Summary, paint: Paint): string[] {
  const label = (text: string) => `  ${pad(cut(text, LABEL_COLUMNS - 2), LABEL_COLUMNS)}`;
  if (scenario.queues.every(({ outbound }) => outbound)) return [];
  const lines = [label("") + hourAxis()];
  for (const [index, queue] of scenario.queues.entries()) {
    // Who is called waits for nobody.
    if (queue.outbound ?? queue.split) continue;
    const target = queue.target?.answeredShare ?? USUAL_TARGET;
    const days = serviceByDays(scenario, summary, index);
    for (const [place, { label: weekday, levels }] of days.entries()) {
      const name = place === 0 ? clean(queue.name) : "";
      const head = `  ${pad(cut(name, LABEL_COLUMNS - 6), LABEL_COLUMNS - 5)} ${weekday} `;
      lines.push(
        head +
          levels
            .map((level) => signOf(level, target, paint))
            .join("")
            .trimEnd(),
      );
    }
  }
  return [...lines, ...keyOf(scenario)];
}

function keyOf({ queues }: Scenario): string[] {
  const drawn = new Set(queues.map(({ target }) => target?.answeredShare ?? USUAL_TARGET));
  const only = drawn.size === 1 ? [...drawn][0]! : undefined;
  const target = only === undefined ? "its target" : `${Math.round(only * 1000) / 10} %`;
  const none = queues.every(({ target: one }) => one?.answeredShare === undefined) ? " (no target set)" : "";
  return [
    `  Each sign half an hour: ▆▇█ reach ${target}${none}, ▅▄▃▂▁ fall ever shorter, ${NOTHING} no contacts.`,
  ];
}

/** Weekdays drawn together; with more queues than these, a line for each weekday would be too many. */
const MOST_QUEUES_BY_DAY = 4;
const EACH_DAY = WEEKDAY_NAMES.map((label, day) => ({ label, days: [day] }));
const WEEK_AND_WEEKEND = [
  { label: "m-f", days: [0, 1, 2, 3, 4] },
  { label: "s-s", days: [5, 6] },
];

interface DayLevels {
  readonly label: string;
  /** Service level by column, NaN where there were no contacts. */
  readonly levels: readonly number[];
}

function serviceByDays({ calendar, queues }: Scenario, summary: Summary, queue: number): DayLevels[] {
  const steps = 86_400 / calendar.intervalSeconds;
  const counted = new Set(calendar.intervals.map((interval) => calendar.days[interval.day]!.weekday));
  const groups = queues.length > MOST_QUEUES_BY_DAY ? WEEK_AND_WEEKEND : EACH_DAY;
  return groups
    .filter(({ days }) => days.some((day) => counted.has(day)))
    .map((group) => {
      const [day, another] = group.days.filter((one) => counted.has(one));
      return another === undefined ? EACH_DAY[day!]! : group;
    })
    .map(({ label, days }) => {
      const met = new Float64Array(DAY_COLUMNS);
      const weights = new Float64Array(DAY_COLUMNS);
      for (const { index, queues: byQueue } of summary.weekdayIntervals) {
        if (!days.includes(Math.floor(index / steps))) continue;
        const figures: Figures = byQueue[queue] ?? {};
        const weight = meanOf(figures, "offered");
        const level = meanOf(figures, "serviceLevel");
        if (!(weight > 0) || Number.isNaN(level)) continue;
        const first = columnOf((index % steps) * calendar.intervalSeconds);
        for (let column = first; column < first + columnsPerStep(calendar); column++) {
          met[column]! += level * weight;
          weights[column]! += weight;
        }
      }
      return { label, levels: Array.from(met, (sum, column) => sum / weights[column]!) };
    });
}

/** The sign of a service level: five below the target, three from it to 100 %. */
function signOf(level: number, target: number, paint: Paint): string {
  if (Number.isNaN(level)) return NOTHING;
  if (level < target) return paint.bad(BELOW[Math.min(4, Math.floor((level / target) ** 2 * 5))]!);
  const above = target < 1 ? (level - target) / (1 - target) : 1;
  return paint.good(ABOVE[Math.min(2, Math.floor(above * 3))]!);
}
