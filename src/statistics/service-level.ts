import type { ServiceLevelVariant } from "../scenario/queue.js";

/** What the six ways of counting service level are made of: contacts, or shares of those offered. */
export interface ServiceCounts {
  /** Answered and abandoned, and with `countBlocked` the blocked. */
  readonly offered: number;
  readonly answered: number;
  /** Answered, abandoned, within the threshold. */
  readonly answeredWithin: number;
  readonly abandonedWithin: number;
  /** Abandoned within the s of `ignore-under` and `credit-under`. */
  readonly abandonedUnder: number;
}

/**
 * Numerator and denominator of a service level; over several intervals or replications each is added up by
 * itself.
 */
export interface ServiceParts {
  readonly met: number;
  readonly of: number;
}

/** The two parts of a service level, counted in one of the six ways. */
export function serviceLevelParts(counting: ServiceLevelVariant, counts: ServiceCounts): ServiceParts {
  const { offered, answered, answeredWithin, abandonedWithin, abandonedUnder } = counts;
  switch (counting) {
    case "ignore-short":
      return { met: answeredWithin, of: offered - abandonedWithin };
    case "abandoned-miss":
      return { met: answeredWithin, of: offered };
    case "abandoned-hit":
      return { met: answeredWithin + abandonedWithin, of: offered };
    case "answered-only":
      return { met: answeredWithin, of: answered };
    case "ignore-under":
      return { met: answeredWithin, of: offered - abandonedUnder };
    case "credit-under":
      return { met: answeredWithin + abandonedUnder, of: offered };
  }
}
