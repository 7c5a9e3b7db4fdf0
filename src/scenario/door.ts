import type { Distribution } from "../random/distribution.js";

/** A step before the queue in which contacts serve themselves: voice response, or a web page. */
export interface SelfService {
  readonly time: Distribution;
  /** Share of those who try it whose matter is settled there. */
  readonly containsShare: number;
  /** Handle times of the others are so much longer: 0.2 is 20 %; below 0 they are shorter. */
  readonly harderShare: number;
  /** Share of contacts that try it at all. */
  readonly reachesShare: number;
  /** Whether it works while the centre is closed. */
  readonly always: boolean;
}

/** What a contact that has to wait hears of its expected wait, and what it does then. */
export interface Announcement {
  /** Told where the expected wait is longer. */
  readonly overSeconds: number;
  /**
   * Who leaves at once: of those who expect to wait longer than a step says, its share; the last such step
   * counts. Ascending.
   */
  readonly leave: readonly { readonly overSeconds: number; readonly share: number }[];
  /** Patience of those who stay is multiplied by it. */
  readonly patienceFactor: number;
}

/** An offer to be called back instead of waiting on the line. */
export interface Callback {
  /** Offered where the expected wait is longer. */
  readonly overSeconds: number;
  readonly acceptShare: number;
  /** Absent: the contact keeps its place in the line; else it is called so much later. */
  readonly afterSeconds?: number;
  /** Chance that a call reaches the customer. */
  readonly reachShare: number;
  /** Most calls to one customer, and the time between them. */
  readonly attempts: number;
  readonly retrySeconds: number;
  /** Time that the agent spends on each call before anybody answers, or nobody. */
  readonly dialSeconds: number;
}

/** Talk that grows with the wait before it, as callers complain of it: so much for each `perSeconds`. */
export interface HandleGrowth {
  readonly perSeconds: number;
  readonly byShare: number;
  /** It grows no more than by this share; absent: without limit. */
  readonly mostShare?: number;
}

/** Share of a queue's contacts that come to it: all but those whom self-service contains. */
export function reachingShare({ selfService }: { readonly selfService?: SelfService }): number {
  return selfService ? 1 - selfService.reachesShare * selfService.containsShare : 1;
}

/**
 * What the mean handle time of a queue is multiplied by for those who come to it, as some of them come from
 * self-service; 1 where nobody comes.
 */
export function harderFactor({ selfService }: { readonly selfService?: SelfService }): number {
  if (!selfService) return 1;
  const { reachesShare, containsShare, harderShare } = selfService;
  const passedShare = reachesShare * (1 - containsShare);
  const reaching = 1 - reachesShare + passedShare;
  return reaching === 0 ? 1 : 1 + (passedShare * harderShare) / reaching;
}
