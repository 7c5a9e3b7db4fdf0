import type { ServiceLevelRule } from "../../scenario/queue.js";
import { serviceLevelParts } from "../service-level.js";

/** Contacts that arrive as a Poisson process, each handled for an exponential time. */
export interface Workload {
  readonly ratePerSecond: number;
  readonly handleSeconds: number;
}

/**
 * One queue and its agents in the long run, by formula. Offered contacts are those answered and those that
 * abandon; blocked ones are apart. Shares are 0..1; NaN where there is nothing to take a share of. Where
 * contacts come faster than they are handled and nobody hangs up, waits are Infinity and nothing is answered
 * in time.
 */
export interface SteadyState {
  /** Erlangs: arrival rate times mean handle time. */
  readonly loadErlangs: number;
  readonly agents: number;
  /** Of all arrivals, those that met a busy signal. */
  readonly blockedShare: number;
  /** Of the offered, those that found no free agent. */
  readonly delayedShare: number;
  readonly answeredShare: number;
  readonly abandonedShare: number;
  readonly occupancyShare: number;
  /** Mean wait of the answered. */
  readonly asaSeconds: number;
  /** Mean wait of all offered, whether answered or not. */
  readonly meanWaitSeconds: number;
  /** Mean number of contacts waiting. */
  readonly queueLength: number;
  /** Share of the offered that is answered after a wait of at most so long. */
  answeredWithin(seconds: number): number;
  /** Share of the offered that hangs up after a wait of at most so long. */
  abandonedWithin(seconds: number): number;
  /** The wait that this share of the answered does not exceed. */
  waitPercentileSeconds(share: number): number;
}

/**
 * Service level of a steady state, counted as the rule says; blocked contacts count as offered if asked for.
 */
export function steadyServiceLevel(state: SteadyState, rule: ServiceLevelRule, countBlocked = false): number {
  const blockedPerOffered = countBlocked ? state.blockedShare / (1 - state.blockedShare) : 0;
  const { met, of } = serviceLevelParts(rule.counting, {
    offered: 1 + blockedPerOffered,
    answered: state.answeredShare,
    answeredWithin: state.answeredWithin(rule.withinSeconds),
    abandonedWithin: state.abandonedWithin(rule.withinSeconds),
    abandonedUnder: state.abandonedWithin(rule.underSeconds),
  });
  return met / of;
}

/**
 * Refuses what no formula can mean: a rate or time that is not a number of at least 0, agents that are not
 * whole.
 */
export function checkWorkload(workload: Workload, agents: number): void {
  const { ratePerSecond, handleSeconds } = workload;
  if (!(ratePerSecond >= 0 && ratePerSecond < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`arrival rate must be a number of at least 0, not ${ratePerSecond}`);
  }
  if (!(handleSeconds > 0 && handleSeconds < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`handle time must be a number above 0, not ${handleSeconds}`);
  }
  if (!(Number.isInteger(agents) && agents >= 0)) {
    throw new RangeError(`agents must be a whole number of at least 0, not ${agents}`);
  }
}

/** The state of a queue to which nothing comes: no share, no wait, idle agents. */
export function emptyState(agents: number): SteadyState {
  return {
    loadErlangs: 0,
    agents,
    blockedShare: Number.NaN,
    delayedShare: Number.NaN,
    answeredShare: Number.NaN,
    abandonedShare: Number.NaN,
    occupancyShare: agents > 0 ? 0 : Number.NaN,
    asaSeconds: Number.NaN,
    meanWaitSeconds: Number.NaN,
    queueLength: 0,
    answeredWithin: () => Number.NaN,
    abandonedWithin: () => Number.NaN,
    waitPercentileSeconds: () => Number.NaN,
  };
}

/**
 * The least x ≥ 0 at which `reached` (never falling, at most 1 in the limit) is `share`; 0 if it is so at 0,
 * Infinity if it never is. `scale` is a guess at the size of x.
 */
export function leastReaching(share: number, scale: number, reached: (x: number) => number): number {
  if (reached(0) >= share) return 0;
  let low = 0;
  let high = scale;
  while (reached(high) < share) {
    low = high;
    high *= 2;
    if (high > 1e15 * scale) return Number.POSITIVE_INFINITY;
  }
  while (high - low > 1e-14 * high) {
    const middle = low + (high - low) / 2;
    if (reached(middle) < share) low = middle;
    else high = middle;
  }
  return high;
}
