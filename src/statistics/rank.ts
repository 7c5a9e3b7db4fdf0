import type { Estimate } from "./estimate.js";
import { differenceError } from "./paired.js";

/** A variant among others by one figure. */
export interface Ranked {
  /** Index of the variant. */
  readonly variant: number;
  readonly value: number;
  /**
   * By how much it is better than the best of the others, negative where it is worse. All variants' intervals
   * hold at once but for the chance of error.
   */
  readonly lead: { readonly mean: number; readonly low: number; readonly high: number };
  /** Whether it may be the best. */
  readonly mayBeBest: boolean;
}

/**
 * Ranks variants that met the same callers, the best first: multiple comparisons with the best (Hsu, The
 * Annals of Statistics 12, 1984; with common random numbers Yang and Nelson, Operations Research 39, 1991,
 * and Nelson and Matejcik, Management Science 41, 1995). Whichever is the best, with a chance of `error` at
 * most it is not among those that may be it, or one of the leads is outside its interval: each of the k - 1
 * paired one-sided comparisons with the best has its share of the error (Bonferroni), so nothing is asked of
 * how the variants depend on each other. `better` says at which end of the figure the best is. A variant in
 * which nothing was observed is last and cannot be the best; with one replication every other one may.
 */
export function rank(estimates: readonly Estimate[], better: "more" | "less", error: number): Ranked[] {
  const sign = better === "more" ? 1 : -1;
  const observed = [...estimates.keys()].filter((index) => !Number.isNaN(estimates[index].value));
  const share = 1 - error / Math.max(1, observed.length - 1);
  const others = (index: number) => observed.filter((one) => one !== index);
  const ahead = (one: number, other: number) => sign * (estimates[one].value - estimates[other].value);
  const half = (one: number, other: number) => {
    const width = differenceError(estimates[one], estimates[other], share);
    return Number.isNaN(width) ? Number.POSITIVE_INFINITY : width;
  };
  const least = (values: readonly number[]) =>
    values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const upper = (index: number) =>
    least(others(index).map((other) => ahead(index, other) + half(index, other)));
  const possible = observed.filter((index) => upper(index) >= 0);
  return [...estimates.keys()]
    .map((index): Ranked => {
      if (!observed.includes(index)) {
        const nothing = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
        return { variant: index, value: Number.NaN, lead: nothing, mayBeBest: false };
      }
      const rivals = possible.filter((other) => other !== index);
      const lower = least(rivals.map((other) => ahead(index, other) - half(index, other)));
      return {
        variant: index,
        value: estimates[index].value,
        lead: {
          mean: least(others(index).map((other) => ahead(index, other))),
          low: rivals.length === 0 ? 0 : Math.min(0, lower),
          high: Math.max(0, upper(index)),
        },
        mayBeBest: possible.includes(index),
      };
    })
    .sort((one, other) => places(one, sign) - places(other, sign) || one.variant - other.variant);
}

function places({ value }: Ranked, sign: number): number {
  return Number.isNaN(value) ? Number.MAX_VALUE : -sign * value;
}
