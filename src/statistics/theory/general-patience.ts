import type { Distribution } from "../../random/distribution.js";
import { exp } from "../../random/portable-math.js";
import { type Survival, survivalOf } from "../survival.js";
import { erlangB } from "./erlang-b.js";
import { integrate } from "./integrate.js";
import { checkWorkload, emptyState, leastReaching, type SteadyState, type Workload } from "./steady-state.js";

/** Past so many e-folds below its greatest value the density of the wait is left out: 1e-26 of it. */
const NEGLIGIBLE_EXPONENT = 60;

/**
 * M/M/n+G: callers hang up after a patience of any distribution, first come first served.
 *
 * The wait V that a caller of endless patience would have is 0, or has the density λ π e^(λ H(x) − nμx),
 * where H(x) is the mean of the smaller of x and a patience, and π the chance that n − 1 agents are busy.
 * Baccelli and Hebuterne, On queues with impatient customers, 1981; Zeltyn and Mandelbaum, Call centers with
 * impatient customers, 2005.
 */
export function generalPatience(workload: Workload, agents: number, patience: Distribution): SteadyState {
  checkWorkload(workload, agents);
  const load = workload.ratePerSecond * workload.handleSeconds;
  if (load === 0) return emptyState(agents);
  const survival = survivalOf(patience);
  if (agents === 0) return withoutAgents(workload, survival);
  return stateOf(workload, agents, survival);
}

function stateOf(workload: Workload, agents: number, survival: Survival): SteadyState {
  const { ratePerSecond, handleSeconds } = workload;
  const { below, above, meanUpTo } = survival;
  const load = ratePerSecond * handleSeconds;
  const density = waitDensity(ratePerSecond, agents / handleSeconds, survival);
  const weights = ratePerSecond * erlangB(load, agents - 1);
  const whole = density.integrate(0, Number.POSITIVE_INFINITY, (x, sums) => {
    const staying = above(x);
    sums[0] = 1;
    sums[1] = below(x);
    sums[2] = staying;
    sums[3] = x * staying;
    sums[4] = meanUpTo(x);
  });
  const atOnceWeight = exp(-density.peak);
  const total = atOnceWeight + weights * whole[0];
  const perWeight = weights / total;
  const atOnceShare = atOnceWeight / total;
  const answeredShare = atOnceShare + perWeight * whole[2];
  const meanWaitSeconds = perWeight * whole[4];
  const asaSeconds = (perWeight * whole[3]) / answeredShare;
  const answeredWithin = (seconds: number) => {
    if (seconds < 0) return 0;
    const part = density.integrate(0, seconds, (x, sums) => {
      sums[0] = above(x);
    });
    return atOnceShare + perWeight * part[0];
  };
  const abandonedWithin = (seconds: number) => {
    if (seconds < 0) return 0;
    const sooner = density.integrate(0, seconds, (x, sums) => {
      sums[0] = below(x);
    });
    const later = density.integrate(seconds, Number.POSITIVE_INFINITY, (_, sums) => {
      sums[0] = 1;
    });
    return perWeight * (sooner[0] + (later[0] > 0 ? below(seconds) * later[0] : 0));
  };
  return {
    loadErlangs: load,
    agents,
    blockedShare: 0,
    delayedShare: perWeight * whole[0],
    answeredShare,
    abandonedShare: perWeight * whole[1],
    occupancyShare: (answeredShare * load) / agents,
    asaSeconds,
    meanWaitSeconds,
    queueLength: ratePerSecond * meanWaitSeconds,
    answeredWithin,
    abandonedWithin,
    waitPercentileSeconds: (share) =>
      leastReaching(share, handleSeconds, (seconds) => answeredWithin(seconds) / answeredShare),
  };
}

/** Everybody waits for as long as patience lasts. */
function withoutAgents(workload: Workload, survival: Survival): SteadyState {
  const meanWaitSeconds = survival.meanUpTo(Number.MAX_VALUE);
  return {
    ...emptyState(0),
    loadErlangs: workload.ratePerSecond * workload.handleSeconds,
    blockedShare: 0,
    delayedShare: 1,
    answeredShare: 0,
    abandonedShare: 1,
    meanWaitSeconds,
    queueLength: workload.ratePerSecond * meanWaitSeconds,
    answeredWithin: () => 0,
    abandonedWithin: (seconds) => survival.below(seconds),
  };
}

interface WaitDensity {
  /**
   * Exponent of the density at its greatest; all integrals are divided by its exponential, so that none
   * overflows.
   */
  readonly peak: number;
  integrate(from: number, to: number, factors: (x: number, into: Float64Array) => void): Float64Array;
}

/**
 * e^(λ H(x) − nμx). The exponent is concave, so the density rises to one peak and falls, and what lies far
 * from the peak of a stretch can be cut off.
 */
function waitDensity(ratePerSecond: number, drainPerSecond: number, survival: Survival): WaitDensity {
  const exponent = (x: number) => ratePerSecond * survival.meanUpTo(x) - drainPerSecond * x;
  const rising = (x: number) => ratePerSecond * survival.above(x) > drainPerSecond;
  const step = 1 / drainPerSecond;
  const peakAt = rising(0) ? lastWhere(rising, 0, step, Number.POSITIVE_INFINITY) : 0;
  const peak = exponent(peakAt);
  return {
    peak,
    integrate(from, to, factors) {
      const top = Math.min(Math.max(peakAt, from), to);
      const floor = exponent(top) - NEGLIGIBLE_EXPONENT;
      const high = (x: number) => exponent(x) > floor;
      const right = lastWhere(high, top, step, to);
      const left = high(from) ? from : top - lastWhere((back) => high(top - back), 0, step, top - from);
      const edges = panelEdges(left, top, right, survival.breaksSeconds);
      return integrate(edges, 5, (x, into) => {
        factors(x, into);
        const weight = exp(exponent(x) - peak);
        for (let i = 0; i < into.length; i++) into[i] *= weight;
      });
    },
  };
}

/** About the last x of from..to at which `holds`, which holds at `from` and, once it ceases, never again. */
function lastWhere(holds: (x: number) => boolean, from: number, step: number, to: number): number {
  let low = from;
  let high = from;
  for (let stride = step; holds(high); stride *= 2) {
    if (high >= to) return to;
    low = high;
    high = Math.min(to, from + stride);
  }
  for (let round = 0; round < 50 && high - low > 1e-9 * (high - from); round++) {
    const middle = low + (high - low) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** Left, peak and right, four steps on either side, and every break in between. */
function panelEdges(left: number, top: number, right: number, breaks: readonly number[]): number[] {
  const edges = new Set([left, top, right]);
  for (let k = 1; k < 4; k++) edges.add(left + ((top - left) * k) / 4).add(top + ((right - top) * k) / 4);
  for (const at of breaks) if (at > left && at < right) edges.add(at);
  return Array.from(edges).sort((a, b) => a - b);
}
