/** What the coming years may bring. */
export interface Growth {
  readonly baseYear: number;
  readonly cases: readonly GrowthCase[];
}

/** One way things may go. */
export interface GrowthCase {
  readonly name: string;
  readonly of: "jobs" | "volume";
  /** Relative change from `from` to `until`: 0.36. */
  readonly change: number;
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
  /** So many centres like this one become one; 1 where silent. */
  readonly pool: number;
  /** Targets every queue must meet at `until`; reached in equal yearly steps. */
  readonly target?: { readonly answeredShare?: number; readonly withinSeconds?: number };
}
