/** What Holm's method says of a family of comparisons. */
export interface Family {
  /** Chance of one false alarm or more among all of them. */
  readonly level: number;
  /** Comparisons judged together. */
  readonly size: number;
  /** A p-value up to this one is significant; -1 where none is. */
  readonly threshold: number;
  /** Level at which one more would have been significant: it shares the error with those not yet so. */
  readonly nextLevel: number;
}

/**
 * Judges comparisons together, so that with chance `level` at most one or more of those without a difference
 * is called significant, however the comparisons depend on each other: the i-th smallest of m p-values is
 * held against level / (m - i + 1), and the first that fails ends it (Holm, A Simple Sequentially Rejective
 * Multiple Test Procedure, Scandinavian Journal of Statistics 6, 1979). NaN takes no part.
 */
export function holm(pValues: readonly number[], level: number): Family {
  const ordered = pValues.filter((p) => !Number.isNaN(p)).sort((a, b) => a - b);
  let significant = 0;
  while (significant < ordered.length && ordered[significant] <= level / (ordered.length - significant)) {
    significant++;
  }
  return {
    level,
    size: ordered.length,
    threshold: significant === 0 ? -1 : ordered[significant - 1],
    nextLevel: level / Math.max(1, ordered.length - significant),
  };
}
