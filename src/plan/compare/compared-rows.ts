import { WrongUsage } from "../../kit/problem.js";
import { mechanismsOf } from "../../scenario/mechanisms.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type ChosenFigure, COMPARED, type FigureName } from "../../statistics/compared-measures.js";
import type { SampledFigure } from "../../statistics/figure-samples.js";
import { NAMED_MEASURES, namedMeasures, type Unit, WAIT_MEASURES } from "../../statistics/measures.js";
import { eachInterval, type Slice, weekdayIntervals, wholePeriod } from "../../statistics/slices.js";

/** Every interval of the calendar, or every interval of a week. */
export type IntervalKind = "each" | "weekday";

/** A figure that a comparison takes from a scenario. */
export interface ComparedRow extends SampledFigure {
  /** As in `ComparedFigure`. */
  readonly interval: string;
  readonly unit: Unit;
  /** Whether it is the one that variants are told apart by. */
  readonly isChosen: boolean;
  /** Whether it is of all together where there is but one queue, or team, that it could be of. */
  readonly isRepeated: boolean;
}

/**
 * The figures to compare of a scenario, in the order of reports: by queue, team and in total over all counted
 * time, then where asked for the chosen measure by interval, of everyone who has it. Throws WrongUsage where
 * that measure is not counted by interval.
 */
export function comparedRows(
  scenario: Scenario,
  chosen: ChosenFigure,
  intervals: IntervalKind | undefined,
): ComparedRow[] {
  const whole = wholePeriod(scenario.calendar);
  const owners = ownersOf(scenario);
  const known = namedMeasures(mechanismsOf(scenario));
  const rows = owners.flatMap(({ of, name }) => {
    const compared = COMPARED[of].filter((measure) => known[of].some((one) => one.name === measure));
    const names = compared.includes(chosen.measure) ? compared : [...compared, chosen.measure];
    const mine = of === chosen.of && name === chosen.name ? names : compared;
    return mine.map((measure) => rowOf(scenario, chosen, { of, name, measure }, "", whole));
  });
  if (intervals === undefined) return rows;
  if (WAIT_MEASURES.some(({ name }) => name === chosen.measure)) {
    throw new WrongUsage(
      `${chosen.measure} is not counted by interval; compare by another figure, such as asa`,
    );
  }
  const having = owners.filter(({ of }) => NAMED_MEASURES[of].some(({ name }) => name === chosen.measure));
  for (const { slice, start } of slicesOf(scenario, intervals)) {
    for (const { of, name } of having) {
      rows.push(rowOf(scenario, chosen, { of, name, measure: chosen.measure }, start, slice));
    }
  }
  return rows;
}

/** Tells rows of different variants that are about the same apart from all others. */
export function rowKey({ of, name, measure, interval }: FigureName & { readonly interval: string }): string {
  return JSON.stringify([of, name, measure, interval]);
}

function ownersOf({ queues, teams }: Scenario): Pick<FigureName, "of" | "name">[] {
  return [
    ...queues.map(({ name }) => ({ of: "queue" as const, name })),
    ...teams.map(({ name }) => ({ of: "team" as const, name })),
    { of: "total", name: "total" },
  ];
}

function rowOf(
  scenario: Scenario,
  chosen: ChosenFigure,
  figure: FigureName,
  interval: string,
  slice: Slice,
): ComparedRow {
  const { of, name, measure } = figure;
  return {
    ...figure,
    interval,
    slice,
    unit: NAMED_MEASURES[of].find((one) => one.name === measure)!.unit,
    isChosen: interval === "" && of === chosen.of && name === chosen.name && measure === chosen.measure,
    isRepeated: isRepetition(scenario, figure),
  };
}

function isRepetition({ queues, teams }: Scenario, { of, measure }: FigureName): boolean {
  if (of !== "total") return false;
  const isOf = (one: "queue" | "team") => NAMED_MEASURES[one].some(({ name }) => name === measure);
  return (queues.length === 1 && isOf("queue")) || (teams.length === 1 && isOf("team"));
}

function slicesOf({ calendar }: Scenario, kind: IntervalKind): { slice: Slice; start: string }[] {
  if (kind === "weekday") return weekdayIntervals(calendar).map((slice) => ({ slice, start: slice.start }));
  return eachInterval(calendar).map((slice, index) => ({ slice, start: calendar.intervals[index].start }));
}
