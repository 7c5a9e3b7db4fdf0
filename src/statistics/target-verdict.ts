import type { Target } from "../scenario/queue.js";
import { NO_FIGURE } from "./ratio.js";
import type { Figure, Verdict } from "./summary.js";

/** A queue's figures that a target may bound; occupancy is that of the teams that serve it. */
export interface TargetFigures {
  readonly serviceLevel: Figure;
  readonly abandonRate: Figure;
  readonly asa: Figure;
  readonly occupancy: Figure;
  /** Share of days on which all parts held; absent where no target is by day. */
  readonly daysMet?: Figure;
}

/**
 * Whether all parts of the target hold: missed if one is missed, else undecided if one is, none without a
 * target; of one by day, whether they hold together on days enough.
 */
export function targetVerdict(target: Target | undefined, figures: TargetFigures): Verdict {
  if (target === undefined) return "none";
  if (target.daysShare !== undefined) return atLeast(figures.daysMet ?? NO_FIGURE, target.daysShare);
  const parts: Verdict[] = [
    atLeast(figures.serviceLevel, target.answeredShare),
    atMost(figures.abandonRate, target.abandonedShare),
    atMost(figures.asa, target.asaSeconds),
    atMost(figures.occupancy, target.occupancyShare),
  ];
  for (const verdict of ["missed", "undecided", "met"] as const) if (parts.includes(verdict)) return verdict;
  return "none";
}

/**
 * Whether a figure is a bound or more: undecided where its interval straddles the bound or nothing was
 * observed. With one replication the estimate decides.
 */
export function atLeast(figure: Figure, bound: number | undefined): Verdict {
  if (bound === undefined) return "none";
  const { mean } = figure;
  if (Number.isNaN(mean)) return "undecided";
  const low = Number.isNaN(figure.low) ? mean : figure.low;
  const high = Number.isNaN(figure.high) ? mean : figure.high;
  if (low >= bound) return "met";
  return high < bound ? "missed" : "undecided";
}

/** Whether a figure is a bound or less; else as `atLeast`. */
export function atMost(figure: Figure, bound: number | undefined): Verdict {
  if (bound === undefined) return "none";
  return atLeast({ mean: -figure.mean, low: -figure.high, high: -figure.low }, -bound);
}
