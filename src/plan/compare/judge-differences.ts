import type { Estimate } from "../../statistics/estimate.js";
import { type Family, holm } from "../../statistics/holm.js";
import { judge, pairedFigure, replicationsToSettle } from "../../statistics/paired.js";
import type { ComparedRow } from "./compared-rows.js";
import type { ComparedFigure } from "./comparison.js";

/** A figure of two variants before it is judged. */
export interface Unjudged {
  readonly row: ComparedRow;
  readonly a: Estimate;
  readonly b: Estimate;
}

/** What differences are held against. */
export interface Judging {
  /** The smallest difference that matters, by measure. */
  readonly smallest: ReadonlyMap<string, number>;
  /** Chance of one false alarm or more among all of them. */
  readonly error: number;
}

/** Half a percentage point, a second; half a percent of the figure of counts, hours and money. */
const SMALLEST_SHARE = 0.005;
const SMALLEST_SECONDS = 1;
const SMALLEST_PART = 0.005;

/**
 * Judges the differences of some variants from the first together, as one family: figures that came out the
 * same in every replication, and those that repeat another, are not of it.
 */
export function judgeFamily(
  variants: readonly (readonly Unjudged[])[],
  judging: Judging,
): { readonly figures: ComparedFigure[][]; readonly family: Family } {
  const paired = variants.map((rows) => rows.map(({ row, a, b }) => ({ row, figure: pairedFigure(a, b) })));
  const family = holm(
    paired.flatMap((rows) =>
      rows.filter(({ row, figure }) => !figure.same && !row.isRepeated).map(({ figure }) => figure.pValue),
    ),
    judging.error,
  );
  const figures = paired.map((rows) =>
    rows.map(({ row, figure }): ComparedFigure => {
      const { of, name, measure, interval, unit } = row;
      const { a, b, difference, pValue, varianceRatio } = figure;
      const smallest = judging.smallest.get(measure) ?? smallestOf(row, a.mean);
      return {
        of,
        name,
        measure,
        interval,
        unit,
        isRepeated: row.isRepeated,
        a,
        b,
        difference,
        verdict: judge(figure, family, smallest),
        pValue,
        smallest,
        replicationsToSettle: replicationsToSettle(figure, family, smallest),
        varianceRatio,
      };
    }),
  );
  return { figures, family };
}

function smallestOf({ unit }: ComparedRow, level: number): number {
  switch (unit) {
    case "share":
      return SMALLEST_SHARE;
    case "seconds":
      return SMALLEST_SECONDS;
    case "count":
    case "hours":
    case "money":
      return SMALLEST_PART * Math.abs(level);
  }
}
