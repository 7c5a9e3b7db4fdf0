import { poissonTerm } from "../../../src/statistics/theory/special-functions.js";

/**
 * M/D/n: every contact takes `handle`. Contacts in the system one handle time apart are a Markov chain, those
 * waiting or begun in between are Poisson (Crommelin 1932); waits by Franx, A simple solution for the M/D/c
 * waiting time distribution, 2001.
 */
export function constantHandle(rate: number, handle: number, agents: number) {
  const load = rate * handle;
  const shares = stationaryAfterHandle(load, agents);
  let atOnce = 0;
  let queueLength = 0;
  for (let i = 0; i < shares.length; i++) {
    if (i < agents) atOnce += shares[i];
    queueLength += shares[i] * Math.max(0, i - agents);
  }
  const upTo = new Float64Array(shares.length);
  for (let i = 0, sum = 0; i < shares.length; i++) {
    sum += shares[i];
    upTo[i] = sum;
  }
  /** Share that waits at most so long. */
  const within = (time: number) => {
    const k = Math.floor(time / handle) + 1;
    const mean = rate * (k * handle - time);
    let sum = 0;
    for (let j = 0; j < k * agents; j++) {
      sum += upTo[Math.min(shares.length, agents + k * agents - j) - 1] * poissonTerm(j, mean);
    }
    return sum;
  };
  return {
    occupancy: load / agents,
    delayedShare: 1 - atOnce,
    queueLength,
    wait: queueLength / rate,
    within,
  };
}

/** Chances of 0, 1, ... contacts in the system, by stepping the chain until it stands still. */
function stationaryAfterHandle(load: number, agents: number): Float64Array {
  const size = Math.ceil(agents + 40 / (1 - load / agents)) + 40;
  const arrivals = Float64Array.from({ length: size }, (_, k) => poissonTerm(k, load));
  const last = arrivals.findLastIndex((share) => share > 1e-22);
  let shares = Float64Array.from(arrivals);
  for (let moved = 1; moved > 1e-16; ) {
    const next = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      const left = Math.max(0, i - agents);
      for (let k = 0; k <= last && left + k < size; k++) next[left + k] += shares[i] * arrivals[k];
    }
    moved = 0;
    for (let i = 0; i < size; i++) moved = Math.max(moved, Math.abs(next[i] - shares[i]));
    shares = next;
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
