import type { TargetJudgement } from "../../statistics/target-tally.js";

/**
 * How sure it is that agents are enough and not too many, judged on replications that had no part in finding
 * them. Each statement is one-sided, at 95 %, and for its interval by itself: of a hundred that are made
 * surely, five may be wrong.
 */
export interface Guarantee {
  /** The first of the fresh replications, and how many. */
  readonly first: number;
  readonly replications: number;
  readonly intervals: readonly IntervalGuarantee[];
}

/** Of one interval. */
export interface IntervalGuarantee {
  /** Whether the target of each queue holds with the agents needed. */
  readonly targets: readonly TargetJudgement[];
  readonly teams: readonly TeamGuarantee[];
}

/** Of one team in one interval; undefined where there is nobody to take away, or nobody comes. */
export interface TeamGuarantee {
  readonly oneFewer: OneFewer | undefined;
  readonly oneMore: OneMore | undefined;
}

/** With one agent of a team fewer in an interval, all else the same. */
export interface OneFewer {
  /** Whether a target is missed without her, here or by those who wait on into the next interval. */
  readonly verdict: "misses" | "holds" | "unsure";
  /** Of the queue that is nearest to a miss, or missed; with one-sided bounds. */
  readonly margin: number;
  readonly low: number;
  readonly high: number;
  /** Replications, in all, that would decide it; as in `TargetJudgement`. */
  readonly replicationsToDecide: number;
}

/** What one agent of a team more in an interval changes, all else the same: means per replication. */
export interface OneMore {
  /** Of the interval's contacts of all queues that are joined to the team: points, as a share of 1. */
  readonly serviceLevel: number;
  /** Contacts, and the waits of all together, of this interval and those it is felt in. */
  readonly abandoned: number;
  readonly waitSeconds: number;
}
