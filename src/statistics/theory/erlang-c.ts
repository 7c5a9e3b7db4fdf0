import { exp, log } from "../../random/portable-math.js";
import { erlangB } from "./erlang-b.js";
import { checkWorkload, emptyState, type SteadyState, type Workload } from "./steady-state.js";

/**
 * Erlang's delay formula, M/M/n: contacts wait as long as they must, first come first served, and nobody
 * hangs up. At a load of as many erlangs as agents, or more, waits are Infinity.
 */
export function erlangC(workload: Workload, agents: number): SteadyState {
  checkWorkload(workload, agents);
  const { ratePerSecond, handleSeconds } = workload;
  const load = ratePerSecond * handleSeconds;
  if (load === 0) return emptyState(agents);
  if (load >= agents) return overloaded(load, agents);
  const blocked = erlangB(load, agents);
  const delayed = (agents * blocked) / (agents - load * (1 - blocked));
  const drainPerSecond = (agents - load) / handleSeconds;
  const asaSeconds = delayed / drainPerSecond;
  return {
    loadErlangs: load,
    agents,
    blockedShare: 0,
    delayedShare: delayed,
    answeredShare: 1,
    abandonedShare: 0,
    occupancyShare: load / agents,
    asaSeconds,
    meanWaitSeconds: asaSeconds,
    queueLength: ratePerSecond * asaSeconds,
    answeredWithin: (seconds) => (seconds < 0 ? 0 : 1 - delayed * exp(-drainPerSecond * seconds)),
    abandonedWithin: () => 0,
    waitPercentileSeconds: (share) => Math.max(0, log(delayed / (1 - share)) / drainPerSecond),
  };
}

function overloaded(loadErlangs: number, agents: number): SteadyState {
  return {
    loadErlangs,
    agents,
    blockedShare: 0,
    delayedShare: 1,
    answeredShare: 1,
    abandonedShare: 0,
    occupancyShare: agents > 0 ? 1 : Number.NaN,
    asaSeconds: Number.POSITIVE_INFINITY,
    meanWaitSeconds: Number.POSITIVE_INFINITY,
    queueLength: Number.POSITIVE_INFINITY,
    answeredWithin: (seconds) => (seconds === Number.POSITIVE_INFINITY ? 1 : 0),
    abandonedWithin: () => 0,
    waitPercentileSeconds: () => Number.POSITIVE_INFINITY,
  };
}
