import { holm } from "../../statistics/holm.js";
import { ERROR_SHARE } from "../../statistics/looks.js";
import { chanceOfDifference, type Sampled } from "../../statistics/two-sample.js";
import type { Baseline, KeptFigure } from "./baseline.js";

/** A figure that is not as it was; `before` or `now` is absent where it was not there. */
export interface MovedFigure {
  readonly path: string;
  readonly before?: KeptFigure;
  readonly now?: KeptFigure;
}

/** How results stand to those stored before. */
export interface BaselineComparison {
  /**
   * Exact where seed and replications are the same: the same callers came, so every figure must be the same.
   * Statistical where they differ: figures have moved that differ by more than luck explains, at most one
   * alarm in twenty such comparisons where nothing has changed, however many figures are compared.
   */
  readonly kind: "exact" | "statistical";
  /** Figures compared; statistically only what has an interval on both sides. */
  readonly compared: number;
  /** Those that moved, and those of the baseline that are gone; the clearest first. */
  readonly moved: readonly MovedFigure[];
  /** Figures that the baseline does not have, in their order. */
  readonly fresh: readonly string[];
  /** Figures of which statistics say nothing, for one of the sides has no interval. */
  readonly unjudged: readonly string[];
}

/** Compares results with stored ones. */
export function compareBaseline(stored: Baseline, found: Baseline): BaselineComparison {
  const kind =
    stored.seed === found.seed && stored.replications === found.replications ? "exact" : "statistical";
  const pairs: Required<MovedFigure>[] = [];
  const gone: MovedFigure[] = [];
  for (const [path, before] of stored.figures) {
    const now = found.figures.get(path);
    if (now) pairs.push({ path, before, now });
    else gone.push({ path, before });
  }
  const chances = pairs.map(({ before, now }) =>
    chanceOfDifference(sampled(before, stored.replications), sampled(now, found.replications)),
  );
  const isExact = kind === "exact";
  const { threshold } = holm(chances, ERROR_SHARE);
  const differs = pairs.map((pair, index) => (isExact ? !isEqual(pair) : chances[index] <= threshold));
  const order = [...pairs.keys()]
    .filter((index) => differs[index])
    .sort((one, other) => certainty(chances[one]) - certainty(chances[other]) || one - other);
  return {
    kind,
    compared: isExact ? pairs.length : chances.filter((chance) => !Number.isNaN(chance)).length,
    moved: [...gone, ...order.map((index) => pairs[index])],
    fresh: [...found.figures.keys()].filter((path) => !stored.figures.has(path)),
    unjudged: isExact
      ? []
      : pairs
          .filter((pair, index) => Number.isNaN(chances[index]) && !isNothing(pair))
          .map(({ path }) => path),
  };
}

function sampled({ mean, half }: KeptFigure, replications: number): Sampled {
  return { figure: { mean, low: mean - half, high: mean + half }, replications };
}

function isEqual({ before, now }: Required<MovedFigure>): boolean {
  return same(before.mean, now.mean) && same(before.half, now.half);
}

function same(one: number, other: number): boolean {
  return one === other || (Number.isNaN(one) && Number.isNaN(other));
}

/** Observed neither then nor now. */
function isNothing({ before, now }: Required<MovedFigure>): boolean {
  return Number.isNaN(before.mean) && Number.isNaN(now.mean);
}

/** Figures without an interval come last, though they may have moved for certain. */
function certainty(chance: number): number {
  return Number.isNaN(chance) ? 2 : chance;
}
