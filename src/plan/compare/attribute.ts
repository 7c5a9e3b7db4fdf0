import { compile } from "../../model/model.js";
import { inProcessRunner } from "../../run/in-process-runner.js";
import type { Runner } from "../../run/runner.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type ChosenFigure, chooseFigure } from "../../statistics/compared-measures.js";
import { combined, differenceOf, type Estimate, estimateFigure } from "../../statistics/estimate.js";
import { FigureSamples } from "../../statistics/figure-samples.js";
import { shapleyWeights } from "../../statistics/shapley.js";
import { wholePeriod } from "../../statistics/slices.js";
import type { Figure } from "../../statistics/summary.js";
import { couplings, groupParts } from "./couple-parts.js";
import { mixedScenario } from "./mixed-scenario.js";
import { partChanges, type ValueChange } from "./part-changes.js";
import type { PartName } from "./scenario-parts.js";
import { simulateTogether } from "./simulate-together.js";

/** What a part, or parts that cannot be told apart, does to a figure. Intervals are 95 %. */
export interface AttributedPart {
  readonly parts: readonly PartName[];
  /** What differs in it. */
  readonly changes: readonly ValueChange[];
  /** Its Shapley value: all parts' shares add up to the difference. */
  readonly share: Figure;
  /** What the difference were, had this part alone changed. */
  readonly alone: Figure;
  /** What it were less, had this part alone not changed. */
  readonly last: Figure;
}

/** Why a figure differs between two scenarios. */
export interface Attribution {
  readonly figure: ChosenFigure;
  readonly replications: number;
  /** B less A. */
  readonly difference: Figure;
  /** Those in which something differs that the figure depends on, in the order of reports. */
  readonly parts: readonly AttributedPart[];
  /** Mixes of the two scenarios, A and B among them: 2 to the number of parts. */
  readonly mixes: number;
  /** Why some parts are taken together. */
  readonly together: readonly string[];
  /** Parts that differ without any effect on the figure, such as pay on service. */
  readonly without: readonly PartName[];
}

/** How a difference is shared out; as in `EvaluateOptions` where the names are the same. */
export interface AttributeOptions {
  /** The figure, `serviceLevel` of all together where silent. */
  readonly by?: string;
  readonly seed?: string;
  readonly replications?: number;
  readonly runner?: Runner;
  readonly signal?: AbortSignal;
  /** Told how many replications are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Exact up to here: 64 mixes are simulated. */
const MOST_PARTS = 6;

/** The parts in which two scenarios differ, before anything is simulated. */
export interface PlannedAttribution {
  readonly changes: ReadonlyMap<PartName, readonly ValueChange[]>;
  readonly groups: readonly (readonly PartName[])[];
  readonly together: readonly string[];
  readonly without: readonly PartName[];
}

/**
 * Shares the difference of a figure between two scenarios out to the parts in which they differ: exact
 * Shapley values over all mixes of the two, each simulated with the same callers, with intervals by
 * replication. The shares add up to the difference. Rejects with the signal's reason where it is stopped
 * before the end.
 */
export async function attribute(
  a: Scenario,
  b: Scenario,
  options: AttributeOptions = {},
): Promise<Attribution> {
  const figure = chooseFigure(options.by ?? "serviceLevel", [a, b]);
  const replications = options.replications ?? a.run.replications;
  const plan = planAttribution(a, b, figure);
  const of = 2 ** plan.groups.length * replications;
  let done = 0;
  return attributePlanned(a, b, figure, plan, {
    replications,
    seed: options.seed ?? a.run.seed,
    runner: options.runner ?? inProcessRunner(),
    signal: options.signal,
    onReplication: () => options.onProgress?.(++done, of),
  });
}

/** What `attribute` would have to mix. */
export function planAttribution(a: Scenario, b: Scenario, figure: ChosenFigure): PlannedAttribution {
  const changes = partChanges(a, b);
  const changed = [...changes.keys()];
  const without = changed.filter((part) => !matters(part, figure.measure));
  const matter = changed.filter((part) => !without.includes(part));
  const { groups, reasons } = groupParts(matter, couplings(a, b), MOST_PARTS);
  return { changes, groups, together: reasons, without };
}

interface Means {
  readonly seed: string;
  readonly replications: number;
  readonly runner: Runner;
  readonly signal?: AbortSignal | undefined;
  readonly onReplication?: (() => void) | undefined;
  /** Of A and B, where they were simulated with the same seed and replications. */
  readonly known?: { readonly a: Estimate; readonly b: Estimate };
}

/** As `attribute`, with what is known already. */
export async function attributePlanned(
  a: Scenario,
  b: Scenario,
  figure: ChosenFigure,
  { changes, groups, together, without }: PlannedAttribution,
  means: Means,
): Promise<Attribution> {
  const mixes = 2 ** groups.length;
  const worths: Estimate[] = [];
  for (let mix = 0; mix < mixes; mix++) {
    const fromB = new Set(groups.filter((_, group) => mix & (1 << group)).flat());
    // With no part that matters, what differs does not show: B stands for itself all the same.
    const known = mix === 0 ? means.known?.a : mix === mixes - 1 ? means.known?.b : undefined;
    const scenario = mix === 0 ? a : mix === mixes - 1 ? b : mixedScenario(a, b, fromB);
    worths.push(known ?? (await simulateOne(scenario, figure, means)));
  }
  const weighted = (weights: readonly (readonly [number, number])[]) =>
    estimateFigure(combined(weights.map(([weight, mix]) => ({ weight, of: worths[mix] }))));
  const shapley = shapleyWeights(groups.length);
  return {
    figure,
    replications: means.replications,
    difference: estimateFigure(differenceOf(worths[0], worths[mixes - 1])),
    parts: groups.map(
      (parts, group): AttributedPart => ({
        parts: parts.filter((part) => changes.has(part)),
        changes: parts.flatMap((part) => changes.get(part) ?? []),
        share: weighted([...shapley[group]].map((weight, mix) => [weight, mix])),
        alone: weighted([
          [1, 1 << group],
          [-1, 0],
        ]),
        last: weighted([
          [1, mixes - 1],
          [-1, (mixes - 1) & ~(1 << group)],
        ]),
      }),
    ),
    mixes,
    together,
    without,
  };
}

async function simulateOne(scenario: Scenario, figure: ChosenFigure, means: Means): Promise<Estimate> {
  means.signal?.throwIfAborted();
  const slice = wholePeriod(scenario.calendar);
  const samples = new FigureSamples(compile(scenario), [{ ...figure, slice }]);
  const done = await simulateTogether([{ scenario, samples }], means);
  if (done.replications < means.replications) means.signal?.throwIfAborted();
  return samples.estimates()[0];
}

/** Pay changes nothing but cost, and how service is counted nothing but what counts it. */
function matters(part: PartName, measure: string): boolean {
  if (part === "pay") return measure === "cost" || measure === "costPerContact";
  if (part === "target") return ["serviceLevel", "offered", "abandonRate"].includes(measure);
  return true;
}
