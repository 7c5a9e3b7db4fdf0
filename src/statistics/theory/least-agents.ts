import type { ServiceLevelRule, Target } from "../../scenario/queue.js";
import { type SteadyState, steadyServiceLevel } from "./steady-state.js";

/** What a number of agents must reach; every part that is present must hold. */
export interface AgentsTarget extends Target {
  /** How `answeredShare` is counted. */
  readonly serviceLevel: ServiceLevelRule;
  /** Greatest share of arrivals that meets a busy signal. */
  readonly blockedShare?: number;
  /** Whether blocked contacts count as offered in the service level. */
  readonly countBlocked?: boolean;
}

/**
 * The fewest agents that meet the target, one fewer missing it, where `solve` tells the state with so many
 * agents; 0 where the load is 0; `undefined` where no number up to ten million does. Begins at the load,
 * strides away from it and halves the stretch between a number that misses and one that meets, so it asks
 * about twenty times whatever the size.
 */
export function leastAgents(
  loadErlangs: number,
  target: AgentsTarget,
  solve: (agents: number) => SteadyState,
): number | undefined {
  if (loadErlangs === 0) return 0;
  const met = (agents: number) => meetsTarget(solve(agents), target);
  const most = mostWorthAsking(loadErlangs, target);
  let low = -1;
  let high = Math.ceil(loadErlangs);
  let stride = Math.max(1, Math.round(Math.sqrt(loadErlangs) / 4));
  if (met(high)) {
    for (let below = high - stride; below >= 0; below = high - stride) {
      if (!met(below)) {
        low = below;
        break;
      }
      high = below;
      stride *= 2;
    }
  } else {
    do {
      if (high >= most) return undefined;
      low = high;
      high = Math.min(most, high + stride);
      stride *= 2;
    } while (!met(high));
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (met(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Whether every part of the target holds; a figure of nothing, NaN, meets none. */
export function meetsTarget(state: SteadyState, target: AgentsTarget): boolean {
  const { answeredShare, abandonedShare, asaSeconds, occupancyShare, blockedShare } = target;
  if (answeredShare !== undefined) {
    if (!(steadyServiceLevel(state, target.serviceLevel, target.countBlocked) >= answeredShare)) return false;
  }
  if (abandonedShare !== undefined && !(state.abandonedShare <= abandonedShare)) return false;
  if (asaSeconds !== undefined && !(state.asaSeconds <= asaSeconds)) return false;
  if (occupancyShare !== undefined && !(state.occupancyShare <= occupancyShare)) return false;
  return blockedShare === undefined || state.blockedShare <= blockedShare;
}

/** No centre has more; a target that asks for more is out of reach. */
const MOST_AGENTS = 10_000_000;

/** So far past the load nobody waits that a double could tell; only occupancy can ask for more. */
function mostWorthAsking(loadErlangs: number, target: AgentsTarget): number {
  const unhurried = loadErlangs + 40 * Math.sqrt(loadErlangs) + 200;
  const unoccupied = loadErlangs / (target.occupancyShare ?? 1) + 1;
  return Math.min(MOST_AGENTS, Math.ceil(Math.max(unhurried, unoccupied)));
}

/**
 * Positions to fill so that, with this share of paid time not available, so many agents are there: agents
 * over 1 − shrinkage, rounded up, where a rounding error does not make one more.
 */
export function positionsFor(agents: number, shrinkageShare: number): number {
  if (!(shrinkageShare >= 0 && shrinkageShare < 1)) {
    throw new RangeError(`shrinkage must be at least 0 and below 1, not ${shrinkageShare}`);
  }
  return Math.ceil((agents / (1 - shrinkageShare)) * (1 - 1e-12));
}
