import { normalDensity, normalShareBelow } from "../../../src/statistics/theory/special-functions.js";

/**
 * Limit of the chance to wait in M/M/n as n grows with a load of n − β√n. Halfin and Whitt, Heavy-traffic
 * limits for queues with many exponential servers, 1981.
 */
export function halfinWhittDelay(beta: number): number {
  return 1 / (1 + (beta * normalShareBelow(beta)) / normalDensity(beta));
}

/**
 * Limits in M/M/n+M with load n − β√n: the chance to wait, and √n times the chance to abandon. Garnett,
 * Mandelbaum and Reiman, Designing a call center with impatient customers, 2002.
 */
export function garnett(beta: number, serviceRateOverHangUpRate: number) {
  const root = Math.sqrt(serviceRateOverHangUpRate);
  const delayedShare = 1 / (1 + hazard(beta * root) / (root * hazard(-beta)));
  const abandonedTimesRootAgents = (delayedShare * (hazard(beta * root) - beta * root)) / root;
  return { delayedShare, abandonedTimesRootAgents };
}

/** Hazard rate of the standard normal distribution. */
function hazard(z: number): number {
  return normalDensity(z) / normalShareBelow(-z);
}
