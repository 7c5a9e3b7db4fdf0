import { version } from "../../kit/version.js";
import { figureAtPoint, type SweepGroup, sweepEffects } from "../../plan/sweep/sweep-effects.js";
import type { SweepPoint, SweepResult } from "../../plan/sweep/sweep-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { findMeasure } from "../../statistics/measures.js";
import { clean, REPORT_COLUMNS, widthOf, wrap } from "./display.js";
import { datesOf } from "./head.js";
import { formatDistance, formatHalf, formatMeasured } from "./measured.js";
import { formatNumber } from "./numbers.js";
import { type Paint, PLAIN } from "./paint.js";
import { joinSections, titled } from "./run-text.js";
import { type Cell, formatTable } from "./table.js";

/** The figure that a summary looks at: `claims.serviceLevel` as `findMeasure` reads it. */
export type SweepSubject = ReturnType<typeof findMeasure>;

/** How an effect is found; see `sweepEffects`. */
const MOVED = {
  grid: "mean over the points with a value",
  samples: "along a plane through the points",
} as const;

/** Points that are listed one by one, and values of two paths that make a table. */
const MOST_LISTED = 24;
const MOST_ACROSS = 10;
const LONGEST_PATH = 40;
const LONGEST_HEADING = 24;

/**
 * A sweep in short, for a terminal of 100 columns: the figure at every point where they are few, which varied
 * path moved it how much, and where it was least and greatest.
 */
export function formatSweepText(
  scenario: Scenario,
  result: SweepResult,
  subject: SweepSubject,
  paint: Paint = PLAIN,
): string {
  const name = subjectText(subject);
  return joinSections([
    headOf(scenario, result, paint),
    titled(`${name} at each point`, formatPoints(result, subject), paint),
    titled(`What moved it: ${name}, ${MOVED[result.method.kind]}`, formatEffects(result, subject), paint),
    formatExtremes(result, subject, name),
  ]);
}

/** `Service level of claims`, `Cost of all together`. */
function subjectText({ of, name, title }: SweepSubject): string {
  return `${title} of ${of === "total" ? "all together" : clean(name)}`;
}

function headOf(scenario: Scenario, result: SweepResult, paint: Paint): string[] {
  const { axes, method, count, points, seed } = result;
  const some = points.length < count ? `${formatNumber(points.length)} of ${formatNumber(count)}` : "";
  const how = method.kind === "grid" ? "grid" : "Latin hypercube";
  const paths = `${axes.length} varied path${axes.length === 1 ? "" : "s"}`;
  const replications = [...new Set(points.map((point) => point.replications))];
  const [each = 0] = replications;
  const counted = `${formatNumber(each)} replication${each === 1 ? "" : "s"} each, `;
  const repeats = replications.length === 1 ? counted : "";
  const facts =
    `${datesOf(scenario)}; ${some || formatNumber(count)} points, ${how} of ${paths}; ` +
    `${repeats}seed ${clean(seed)}, the same callers at every point; callsim ${version}, scenario ` +
    `${scenario.hash} before values are set`;
  return [paint.title(clean(scenario.name)), ...wrap(facts, REPORT_COLUMNS)];
}

/** A line a point, or a table of two paths; nothing where there are too many points. */
function formatPoints(result: SweepResult, subject: SweepSubject): string[] {
  const { axes, points, method } = result;
  if (points.length === 0) return [];
  const across = axes.length === 2 && method.kind === "grid" ? [...new Set(points.map(second))] : [];
  if (across.length > 1 && across.length <= MOST_ACROSS) return formatMatrix(result, across, subject);
  if (points.length > MOST_LISTED || axes.length > 4) return [];
  return formatTable(
    [
      ...axes.map(({ path }) => ({ heading: shortPath(path, LONGEST_HEADING) })),
      { heading: subject.title },
      { heading: "", align: "left" as const },
    ],
    points.map((point) => {
      const figure = figureAtPoint(point, subject);
      const half = (figure.high - figure.low) / 2;
      return [
        ...point.values.map(({ text }) => text),
        formatMeasured(figure.mean, subject.unit),
        Number.isNaN(half) || Number.isNaN(figure.mean) ? "" : `±${formatHalf(half, subject.unit)}`,
      ];
    }),
  );
}

function second({ values }: SweepPoint): string {
  return values[1]!.text;
}

function formatMatrix({ axes, points }: SweepResult, across: string[], subject: SweepSubject): string[] {
  const rows = new Map<string, Map<string, string>>();
  for (const point of points) {
    const first = point.values[0]!.text;
    const row = rows.get(first) ?? new Map<string, string>();
    row.set(second(point), formatMeasured(figureAtPoint(point, subject).mean, subject.unit));
    rows.set(first, row);
  }
  if (rows.size > MOST_LISTED) return [];
  const [down, over] = axes.map(({ path }) => clean(path));
  return [
    ...wrap(`Down: ${down}; across: ${over}`, REPORT_COLUMNS, "    ", "  "),
    ...formatTable(
      [{ heading: "" }, ...across.map((heading) => ({ heading }))],
      [...rows].map(([first, row]): Cell[] => [first, ...across.map((one) => row.get(one) ?? "")]),
    ),
  ];
}

function formatEffects(result: SweepResult, subject: SweepSubject): string[] {
  const effects = sweepEffects(result, subject);
  if (effects.length === 0) return [];
  const path = { heading: "path", align: "left" } as const;
  if (result.method.kind === "samples") {
    return formatTable(
      [path, { heading: "from" }, { heading: "to" }, { heading: "moves it by" }],
      effects.map(({ path, groups, change }) => [
        shortPath(path, LONGEST_PATH),
        groups[0]!.from.text,
        groups.at(-1)!.to.text,
        `${change > 0 ? "+" : change < 0 ? "-" : ""}${formatDistance(change, subject.unit)}`,
      ]),
    );
  }
  const at = ({ mean, from, to }: SweepGroup) => [
    formatMeasured(mean, subject.unit),
    `at ${from.value === to.value ? from.text : `${from.text} to ${to.text}`}`,
  ];
  return formatTable(
    [
      path,
      { heading: "least" },
      { heading: "", align: "left" },
      { heading: "greatest" },
      { heading: "", align: "left" },
      { heading: "moved by" },
    ],
    effects.map(({ path, least, greatest, change }) => [
      shortPath(path, LONGEST_PATH),
      ...at(least),
      ...at(greatest),
      formatDistance(change, subject.unit),
    ]),
  );
}

function formatExtremes({ axes, points }: SweepResult, subject: SweepSubject, name: string): string[] {
  const known = points.filter((point) => !Number.isNaN(figureAtPoint(point, subject).mean));
  if (known.length === 0) return [`${name} was observed at no point.`];
  if (known.length < 2) return [];
  const mean = (point: SweepPoint) => figureAtPoint(point, subject).mean;
  const least = known.reduce((one, other) => (mean(other) < mean(one) ? other : one));
  const greatest = known.reduce((one, other) => (mean(other) > mean(one) ? other : one));
  const sentence = (word: string, point: SweepPoint) => {
    const values = axes.map(({ path }, axis) => `${clean(path)}=${point.values[axis]!.text}`).join(", ");
    const reached = formatMeasured(mean(point), subject.unit);
    const text = `${word} at point ${point.point}: ${reached} with ${values}.`;
    return wrap(text, REPORT_COLUMNS, "  ");
  };
  return [...sentence("Least", least), ...sentence("Greatest", greatest)];
}

/** The end of a path, which tells it apart. */
function shortPath(path: string, columns: number): string {
  const text = clean(path);
  if (widthOf(text) <= columns) return text;
  let kept = [...text];
  while (widthOf(kept.join("")) > columns - 1) kept = kept.slice(1);
  return `…${kept.join("")}`;
}
