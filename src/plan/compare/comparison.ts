import type { Scenario } from "../../scenario/scenario.js";
import type { ChosenFigure, FigureName } from "../../statistics/compared-measures.js";
import type { Family } from "../../statistics/holm.js";
import type { Unit } from "../../statistics/measures.js";
import type { DifferenceVerdict } from "../../statistics/paired.js";
import type { Ranked } from "../../statistics/rank.js";
import type { Figure } from "../../statistics/summary.js";
import type { Attribution } from "./attribute.js";

/** A scenario among those compared, and what it is called. */
export interface Variant {
  readonly name: string;
  readonly scenario: Scenario;
}

/** A figure in the first variant (A) and in another (B). */
export interface ComparedFigure extends FigureName {
  /** The interval's start; empty for a figure over all counted time. */
  readonly interval: string;
  readonly unit: Unit;
  readonly a: Figure;
  readonly b: Figure;
  /** Whether another row says the same: one of all together where there is but one queue or team. */
  readonly isRepeated: boolean;
  /** B less A, by replication, with a 95 % interval of its own. */
  readonly difference: Figure;
  readonly verdict: DifferenceVerdict;
  /** Chance of so great a difference by luck, by itself; NaN where there is no interval. */
  readonly pValue: number;
  /** The smallest difference that matters. */
  readonly smallest: number;
  /** Replications that would settle an open one, were it to stay as it is; NaN where nothing is open. */
  readonly replicationsToSettle: number;
  /** So many times more replications with luck of their own would have told as much; NaN without luck. */
  readonly varianceRatio: number;
}

/** A variant against the first. */
export interface VariantComparison {
  /** Index among the variants, 1 or more. */
  readonly variant: number;
  /** The figure that variants are told apart by. */
  readonly chosen: ComparedFigure;
  /** By queue, by team, then all together, over all counted time. */
  readonly figures: readonly ComparedFigure[];
  /** The chosen measure by interval, where asked for. */
  readonly intervals: readonly ComparedFigure[];
  /** `queues.fleet`, `total.valueLost`: what only one of the two has, which cannot be compared. */
  readonly onlyInFirst: readonly string[];
  readonly onlyInThis: readonly string[];
  /** Why the chosen figure differs, where asked for and finished. */
  readonly attribution: Attribution | undefined;
}

/** Variants that met the same callers, beside each other. */
export interface Comparison {
  readonly version: string;
  readonly seed: string;
  /** Of every variant; fewer than asked for where it was stopped. */
  readonly replications: number;
  /** Simulated, of all variants. */
  readonly contacts: number;
  readonly variants: readonly Variant[];
  readonly chosen: ChosenFigure;
  /** The chosen figure by variant. */
  readonly levels: readonly Figure[];
  readonly comparisons: readonly VariantComparison[];
  /** How figures over all counted time were judged together, and those by interval. */
  readonly family: Family;
  readonly intervalFamily: Family;
  /** The best first, with their chance of error; absent for two, or where no end of the figure is better. */
  readonly ranking: { readonly error: number; readonly ranked: readonly Ranked[] } | undefined;
}
