import { type Promised, pathOfFigure } from "../../scenario/promised.js";
import { figureAtLevel, standardErrorOf } from "../../statistics/confidence.js";
import type { Looks } from "../../statistics/looks.js";
import { figureAt } from "../../statistics/measures.js";
import { replicationsToDecide } from "../../statistics/replications-to-decide.js";
import type { Figure, Summary, Verdict } from "../../statistics/summary.js";
import { atLeast, atMost } from "../../statistics/target-verdict.js";

/**
 * What became of a promise: undecided where its figure's interval holds the bound, or nothing was observed.
 */
export type PromiseVerdict = "holds" | "fails" | "undecided";

/** A promise that was judged. */
export interface JudgedPromise extends Promised {
  readonly verdict: PromiseVerdict;
  /** What it was judged by, its interval at the level of the looks; see Figure for what is NaN. */
  readonly reached: Figure;
  /** Replications after which it was decided, or those that were not enough. */
  readonly replications: number;
  /**
   * Replications to allow so that an undecided promise is decided, should the figure stay where it is;
   * Infinity where no number would do, NaN where it is decided or nothing was observed.
   */
  readonly needed: number;
}

/**
 * Judges a promise by a summary, at one of the looks. One replication has no interval: its estimate decides.
 */
export function judgePromise(promised: Promised, summary: Summary, looks: Looks): JudgedPromise {
  const { bound, relation } = promised.figure;
  const { replications } = summary;
  const found = figureAt(summary, pathOfFigure(promised.figure));
  const reached = figureAtLevel(found, replications, looks.level);
  const verdict = VERDICTS[verdictOf(unrounded(reached, bound), relation, bound)];
  const deviation = standardErrorOf(found, replications) * Math.sqrt(replications);
  const needed =
    verdict === "undecided"
      ? replicationsToDecide(deviation, Math.abs(found.mean - bound), looks.replications[0])
      : Number.NaN;
  return { ...promised, verdict, reached, replications, needed };
}

const VERDICTS = { met: "holds", missed: "fails", undecided: "undecided", none: "undecided" } as const;
const OPPOSITE = { met: "missed", missed: "met", undecided: "undecided", none: "none" } as const;

/** A constant figure on its bound may miss it by a last bit of its sum. */
function unrounded({ mean, low, high }: Figure, bound: number): Figure {
  const exact = (value: number) => (Math.abs(value - bound) <= ROUNDING * Math.abs(bound) ? bound : value);
  return { mean: exact(mean), low: exact(low), high: exact(high) };
}

const ROUNDING = 1e-12;

function verdictOf(figure: Figure, relation: Promised["figure"]["relation"], bound: number): Verdict {
  switch (relation) {
    case ">=":
      return atLeast(figure, bound);
    case "<=":
      return atMost(figure, bound);
    case ">":
      return OPPOSITE[atMost(figure, bound)];
    case "<":
      return OPPOSITE[atLeast(figure, bound)];
  }
}
