import { version } from "../../kit/version.js";
import { compile } from "../../model/model.js";
import { inProcessRunner } from "../../run/in-process-runner.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type ChosenFigure, chooseFigure } from "../../statistics/compared-measures.js";
import type { Estimate } from "../../statistics/estimate.js";
import { estimateFigure } from "../../statistics/estimate.js";
import { FigureSamples } from "../../statistics/figure-samples.js";
import { rank } from "../../statistics/rank.js";
import {
  type AttributeOptions,
  type Attribution,
  attributePlanned,
  type PlannedAttribution,
  planAttribution,
} from "./attribute.js";
import { type ComparedRow, comparedRows, type IntervalKind, rowKey } from "./compared-rows.js";
import type { Comparison, Variant, VariantComparison } from "./comparison.js";
import { judgeFamily, type Unjudged } from "./judge-differences.js";
import { onlyIn } from "./part-changes.js";
import { simulateTogether, type TogetherOptions } from "./simulate-together.js";

/** What is compared, and how; as in `EvaluateOptions` where the names are the same. */
export interface CompareOptions extends AttributeOptions {
  /** The smallest difference that matters by measure: half a point, a second, half a percent where silent. */
  readonly smallest?: ReadonlyMap<string, number>;
  /** Compare the chosen measure by interval too. */
  readonly intervals?: IntervalKind;
  /** Explain each difference from the first variant; where silent, of two variants. */
  readonly why?: boolean;
}

/** Chance of a false alarm among all differences, and of an error in the ranking. */
const ERROR = 0.05;

/**
 * Simulates variants of a scenario with the same seed and replications, so that they meet the same callers,
 * and compares each with the first: seed and replications are the first's where the options are silent. When
 * stopped, it is of the replications that every variant has finished, without what was not explained yet.
 */
export async function compare(
  variants: readonly Variant[],
  options: CompareOptions = {},
): Promise<Comparison> {
  if (variants.length < 2) throw new RangeError("there must be two variants or more");
  const scenarios = variants.map(({ scenario }) => scenario);
  const chosen = chooseFigure(options.by ?? "serviceLevel", scenarios);
  const [first] = scenarios;
  const rows = scenarios.map((scenario) => comparedRows(scenario, chosen, options.intervals));
  const samples = scenarios.map((scenario, index) => new FigureSamples(compile(scenario), rows[index]));
  const why = options.why ?? variants.length === 2;
  const plans = scenarios.slice(1).map((other) => (why ? planAttribution(first, other, chosen) : undefined));
  const together = togetherOptions(options, first, variants.length, plans);
  const done = await simulateTogether(
    scenarios.map((scenario, index) => ({ scenario, samples: samples[index] })),
    together,
  );
  const estimates = samples.map((one) => one.estimates());
  const ofChosen = estimates.map((own, index) => own[rows[index].findIndex((row) => row.isChosen)]);
  const compared = scenarios.slice(1).map((scenario, index) => ({
    scenario,
    rows: pairs(rows[0], estimates[0], rows[index + 1], estimates[index + 1]),
  }));
  const judging = { smallest: options.smallest ?? new Map(), error: ERROR };
  const whole = judgeFamily(
    compared.map((one) => one.rows.filter(({ row }) => row.interval === "")),
    judging,
  );
  const byInterval = judgeFamily(
    compared.map((one) => one.rows.filter(({ row }) => row.interval !== "")),
    judging,
  );
  const comparisons: VariantComparison[] = [];
  for (const [index, { scenario }] of compared.entries()) {
    const figures = whole.figures[index];
    const plan = done.replications === together.replications ? plans[index] : undefined;
    comparisons.push({
      variant: index + 1,
      chosen: figures.find((one) => rowKey(one) === rowKey({ ...chosen, interval: "" }))!,
      figures,
      intervals: byInterval.figures[index],
      onlyInFirst: [...alone(first, scenario), ...figuresAlone(rows[0], rows[index + 1], scenario)],
      onlyInThis: [...alone(scenario, first), ...figuresAlone(rows[index + 1], rows[0], first)],
      attribution:
        plan &&
        (await explained(first, scenario, chosen, plan, {
          ...together,
          known: { a: ofChosen[0], b: ofChosen[index + 1] },
        })),
    });
  }
  return {
    version,
    seed: together.seed,
    replications: done.replications,
    contacts: done.contacts,
    variants,
    chosen,
    levels: ofChosen.map(estimateFigure),
    comparisons,
    family: whole.family,
    intervalFamily: byInterval.family,
    ranking:
      variants.length > 2 && chosen.better
        ? { error: ERROR, ranked: rank(ofChosen, chosen.better, ERROR) }
        : undefined,
  };
}

function togetherOptions(
  options: CompareOptions,
  first: Scenario,
  variants: number,
  plans: readonly (PlannedAttribution | undefined)[],
): TogetherOptions {
  const replications = options.replications ?? first.run.replications;
  const mixes = plans.reduce((sum, plan) => sum + (plan ? Math.max(0, 2 ** plan.groups.length - 2) : 0), 0);
  let done = 0;
  return {
    replications,
    seed: options.seed ?? first.run.seed,
    runner: options.runner ?? inProcessRunner(),
    signal: options.signal,
    onReplication: () => options.onProgress?.(++done, (variants + mixes) * replications),
  };
}

/** Undefined where it is stopped before its end: half an explanation adds up to nothing. */
async function explained(
  a: Scenario,
  b: Scenario,
  figure: ChosenFigure,
  plan: PlannedAttribution,
  means: TogetherOptions & { readonly known: { readonly a: Estimate; readonly b: Estimate } },
): Promise<Attribution | undefined> {
  try {
    return await attributePlanned(a, b, figure, plan, means);
  } catch (error) {
    if (!means.signal?.aborted) throw error;
    return undefined;
  }
}

/** What both have, each figure with both its estimates. */
function pairs(
  rowsA: readonly ComparedRow[],
  ofA: readonly Estimate[],
  rowsB: readonly ComparedRow[],
  ofB: readonly Estimate[],
): Unjudged[] {
  const places = new Map(rowsB.map((row, index) => [rowKey(row), index]));
  // Of all together where both have but one queue or team, the same one.
  const ofOne = new Set(
    rowsA.filter((row) => row.of !== "total" && places.has(rowKey(row))).map((row) => whenKey(row)),
  );
  return rowsA.flatMap((row, index): Unjudged[] => {
    const place = places.get(rowKey(row));
    if (place === undefined) return [];
    const isRepeated = row.isRepeated && rowsB[place].isRepeated && ofOne.has(whenKey(row));
    if (isRepeated && row.interval !== "") return [];
    return [{ row: { ...row, isRepeated }, a: ofA[index], b: ofB[place] }];
  });
}

function whenKey({ measure, interval }: ComparedRow): string {
  return `${measure}/${interval}`;
}

function alone(one: Scenario, other: Scenario): string[] {
  return (["queues", "teams"] as const).flatMap((section) =>
    onlyIn(one[section], other[section]).map((name) => `${section}.${name}`),
  );
}

/** Figures of queues and teams that both have, which only one counts, for only one uses their mechanism. */
function figuresAlone(
  rows: readonly ComparedRow[],
  others: readonly ComparedRow[],
  other: Scenario,
): string[] {
  const known = new Set(others.map(rowKey));
  const isThere = ({ of, name }: ComparedRow) =>
    of === "total" || other[`${of}s`].some((one) => one.name === name);
  return rows
    .filter((row) => row.interval === "" && !known.has(rowKey(row)) && isThere(row))
    .map(({ of, name, measure }) => (of === "total" ? `total.${measure}` : `${of}s.${name}.${measure}`));
}
