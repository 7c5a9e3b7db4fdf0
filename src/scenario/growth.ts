/** What the coming years may bring. */
export interface Growth {
  readonly baseYear: number;
  /** Years from one row to the next; absent: 1. */
  readonly every?: number;
  /** Leavers of a year for each head; absent: as the teams' tenure tells, where it does. */
  readonly attritionShare?: number;
  readonly cases: readonly GrowthCase[];
}

/** One way things may go. */
export interface GrowthCase {
  readonly name: string;
  readonly of: "jobs" | "volume";
  /** Relative change from `from` to `until`: 0.36. With a rate, what its middle comes to by then. */
  readonly change: number;
  /** Where the file gives low, middle and high; `change` is the middle. */
  readonly changeRange?: ChangeRange;
  /** Where the file gives a yearly rate: its middle, for the words of the report. */
  readonly yearlyRate?: number;
  /** Where the file gives a distribution of the yearly rate; `change` is then that of its median. */
  readonly rate?: UncertainRate;
  /** Queues whose contacts change by figures of their own. */
  readonly queues?: readonly QueueChange[];
  /** Part of the change that falls to this centre; 1 where silent. */
  readonly share: number;
  readonly from: number;
  readonly until: number;
  /** Keys of documents, or free text. */
  readonly source: string;
  /** Share of contacts taken by self-service at `until`. */
  readonly deflected: number;
  /** Relative change of handle time at `until`. */
  readonly handleTime: number;
  /** So many centres like this one become one; 1 where silent, the last of `pools` where there are any. */
  readonly pool: number;
  /** Numbers of centres to become one, ascending, where the file gives several. */
  readonly pools?: readonly number[];
  /** Targets every queue must meet at `until`; reached in equal yearly steps. */
  readonly target?: { readonly answeredShare?: number; readonly withinSeconds?: number };
  /** Cases that come together, one upon the other; the case's own terms are neutral then. */
  readonly combined?: readonly GrowthCase[];
}

/** The least and the most that a change may come to; the middle lies between them. */
export interface ChangeRange {
  readonly low: number;
  readonly high: number;
}

/** The change of one queue's contacts from `from` to `until`. */
export interface QueueChange {
  readonly queue: string;
  readonly change: number;
  readonly changeRange?: ChangeRange;
}

/** A yearly rate of which only the distribution is known. */
export interface UncertainRate {
  readonly of: RateDistribution;
  /**
   * Correlation of a year's rate with the next one's, by its place in the distribution: 1, one rate for all
   * years; 0, every year anew; between them an autoregression of the first order.
   */
  readonly persistence: number;
}

/** A distribution of a yearly rate: 0.03 is 3 % a year. Of `lognormal`, 1 + rate is lognormal. */
export type RateDistribution =
  | { readonly kind: "normal" | "lognormal"; readonly mean: number; readonly sd: number }
  | { readonly kind: "uniform"; readonly min: number; readonly max: number }
  | { readonly kind: "triangular"; readonly min: number; readonly mode: number; readonly max: number };
