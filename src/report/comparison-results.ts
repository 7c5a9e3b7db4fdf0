import { formatProblem } from "../kit/problem.js";
import { version } from "../kit/version.js";
import type { Attribution } from "../plan/compare/attribute.js";
import type { ComparedFigure, Comparison, VariantComparison } from "../plan/compare/comparison.js";
import type { Family } from "../statistics/holm.js";
import type { Figure } from "../statistics/summary.js";
import { cell, csvLines } from "./csv.js";
import type { Json } from "./json.js";
import type { CompareReport } from "./text/compare/compare-text.js";
import { variantLetter } from "./variant-letter.js";

/**
 * A comparison as JSON. Shares are 0..1, differences of shares too, times seconds, money in `currency`; the
 * spellings are promises. What is endless or was not observed is null.
 */
export function comparisonJson({ comparison, warnings, notes }: CompareReport): Json {
  const { variants, chosen, levels, ranking } = comparison;
  return {
    callsim: version,
    seed: comparison.seed,
    replications: comparison.replications,
    contacts: comparison.contacts,
    currency: variants[0]!.scenario.currency,
    warnings: warnings.map(formatProblem),
    notes,
    by: { figure: chosen.path, unit: chosen.unit, better: chosen.better ?? null },
    variants: variants.map(({ name, scenario }, index) => ({
      letter: variantLetter(index),
      name,
      scenario: { name: scenario.name, hash: scenario.hash },
      figure: figureJson(levels[index]!),
    })),
    family: familyJson(comparison.family),
    intervalFamily: familyJson(comparison.intervalFamily),
    ranking: ranking
      ? {
          error: ranking.error,
          ranked: ranking.ranked.map(({ variant, value, lead, mayBeBest }) => ({
            letter: variantLetter(variant),
            name: variants[variant]!.name,
            value,
            lead: figureJson(lead),
            mayBeBest,
          })),
        }
      : null,
    comparisons: comparison.comparisons.map((one) => againstJson(one, comparison)),
  };
}

function againstJson(one: VariantComparison, { variants }: Comparison): Json {
  const { figures, intervals, attribution } = one;
  const owned = (of: ComparedFigure["of"]) => {
    const mine = figures.filter((row) => row.of === of);
    const names = [...new Set(mine.map(({ name }) => name))];
    return new Map(names.map((name) => [name, measuresJson(mine.filter((row) => row.name === name))]));
  };
  return {
    letter: variantLetter(one.variant),
    name: variants[one.variant]!.name,
    against: variants[0]!.name,
    difference: differenceJson(one.chosen),
    onlyInFirst: one.onlyInFirst,
    onlyInThis: one.onlyInThis,
    why: attribution ? attributionJson(attribution) : null,
    queues: owned("queue"),
    teams: owned("team"),
    total: owned("total").get("total"),
    intervals: intervals.map((row) => ({
      start: row.interval,
      [row.of]: row.name,
      [row.measure]: differenceJson(row),
    })),
  };
}

function measuresJson(rows: readonly ComparedFigure[]): Json {
  return new Map(rows.map((row) => [row.measure, differenceJson(row)]));
}

function differenceJson(row: ComparedFigure): Json {
  const { a, b, difference, verdict, pValue, smallest, replicationsToSettle, varianceRatio } = row;
  return {
    against: figureJson(a),
    value: figureJson(b),
    difference: figureJson(difference),
    verdict,
    pValue,
    smallest,
    replicationsToSettle,
    varianceRatio,
  };
}

function attributionJson({ parts, difference, mixes, together, without }: Attribution): Json {
  return {
    difference: figureJson(difference),
    mixes,
    together,
    without,
    parts: parts.map((part) => ({
      parts: part.parts,
      share: figureJson(part.share),
      alone: figureJson(part.alone),
      last: figureJson(part.last),
      changes: part.changes.map(({ path, a, b }) => ({ path, against: plain(a), value: plain(b) })),
    })),
  };
}

/** A value of the scenario, which is plain data; what is not there is null, a long list but its length. */
function plain(value: unknown): Json {
  if (Array.isArray(value) && value.length > MOST_ENTRIES) return { entries: value.length };
  return value === undefined ? null : (value as Json);
}

function familyJson({ level, size }: Family): Json {
  return { method: "Holm", level, size };
}

function figureJson({ mean, low, high }: Figure): Json {
  return { mean, low, high };
}

const MOST_ENTRIES = 50;

const COLUMNS = [
  "variant",
  "against",
  "scope",
  "name",
  "interval",
  "measure",
  "unit",
  "mean",
  "low",
  "high",
  "againstMean",
  "difference",
  "differenceLow",
  "differenceHigh",
  "pValue",
  "verdict",
  "smallest",
  "replicationsToSettle",
  "varianceRatio",
] as const;

type Line = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/**
 * A comparison as tidy CSV, one line a figure of a variant: its own, that of the first and their difference;
 * then the parts that made the difference (`scope` part, `measure` share, alone, last) and the ranking.
 */
export function formatComparisonCsv({ comparison }: Pick<CompareReport, "comparison">): string {
  const { variants, comparisons, chosen, ranking } = comparison;
  const lines = comparisons.flatMap((one): Line[] => {
    const names = { variant: variants[one.variant]!.name, against: variants[0]!.name };
    const figures = [...one.figures, ...one.intervals].map((row) => ({ ...names, ...figureLine(row) }));
    const parts = (one.attribution?.parts ?? []).flatMap(({ parts: mine, share, alone, last }) =>
      Object.entries({ share, alone, last }).map(([measure, figure]) => ({
        ...names,
        scope: "part",
        name: mine.join(" + "),
        measure,
        unit: chosen.unit,
        ...columnsOf(figure),
      })),
    );
    return [...figures, ...parts];
  });
  const ranks = (ranking?.ranked ?? []).map(
    ({ variant, lead, mayBeBest }): Line => ({
      variant: variants[variant]!.name,
      scope: "ranking",
      name: chosen.path,
      measure: "lead",
      unit: chosen.unit,
      ...columnsOf(lead),
      verdict: mayBeBest ? "may be best" : "not the best",
    }),
  );
  return csvLines([
    COLUMNS,
    ...[...lines, ...ranks].map((line) => COLUMNS.map((column) => cell(line[column] ?? ""))),
  ]);
}

function figureLine(row: ComparedFigure): Line {
  const { of, name, interval, measure, unit, a, b, difference, pValue, verdict } = row;
  const { smallest, replicationsToSettle, varianceRatio } = row;
  return {
    scope: of,
    name,
    interval,
    measure,
    unit,
    ...columnsOf(b),
    againstMean: a.mean,
    difference: difference.mean,
    differenceLow: difference.low,
    differenceHigh: difference.high,
    pValue,
    verdict,
    smallest,
    replicationsToSettle,
    varianceRatio,
  };
}

function columnsOf({ mean, low, high }: Figure): Line {
  return { mean, low, high };
}
