/** When a promise is looked at, and how sure each look must be. */
export interface Looks {
  /** Replications done at each look, ascending. */
  readonly replications: readonly number[];
  /** Level of the interval at each look, 0..1. */
  readonly level: number;
}

/** The share of promises that all looks together may judge wrongly, to both sides. */
export const ERROR_SHARE = 0.05;

/**
 * Looks after `first` replications, after twice as many, and so on, the last after `most`. An interval that
 * is looked at again and again leaves out the truth more often than one that is looked at once, so each look
 * has only its part of the error (Bonferroni): 95 % for one look, 98.75 % for four. The error is then at most
 * 5 % in all, whatever the looks have to do with each other.
 */
export function planLooks(first: number, most: number): Looks {
  const replications = [first];
  while (replications.at(-1)! < most) replications.push(Math.min(most, 2 * replications.at(-1)!));
  return { replications, level: 1 - ERROR_SHARE / replications.length };
}
