import { erlangC } from "../../../src/statistics/theory/erlang-c.js";

/** One class of a priority queue. */
export interface ClassWait {
  /** Mean wait in the queue, of all the class. */
  readonly wait: number;
  /** The same of those who wait at all. */
  readonly waitIfDelayed: number;
}

/**
 * M/M/n with classes served in the order given, first come first served within one, a service never broken
 * off, one mean service time for all. Cobham 1954; Kella and Yechiali, Waiting times in the non-preemptive
 * priority M/M/c queue, 1985.
 */
export function priorityQueue(rates: readonly number[], serviceRate: number, agents: number) {
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  const { delayedShare } = erlangC({ ratePerSecond: total, handleSeconds: 1 / serviceRate }, agents);
  const drain = agents * serviceRate;
  let above = 0;
  const classes: ClassWait[] = rates.map((rate) => {
    const upTo = above + rate / drain;
    const waitIfDelayed = 1 / (drain * (1 - above) * (1 - upTo));
    above = upTo;
    return { wait: delayedShare * waitIfDelayed, waitIfDelayed };
  });
  /**
   * Those of the first class who wait meet an M/M/1 queue of their own kind that is served at the rate of all
   * agents.
   */
  const firstWithin = (time: number) => 1 - delayedShare * Math.exp(-(drain - rates[0]) * time);
  return { delayedShare, classes, firstWithin };
}

/**
 * M/M/1 with classes of which a higher one breaks off the service of a lower, which resumes: mean times in
 * the system. Kleinrock, Queueing Systems II, 3.4.
 */
export function preemptiveTimesInSystem(rates: readonly number[], serviceRate: number): number[] {
  let above = 0;
  return rates.map((rate) => {
    const upTo = above + rate / serviceRate;
    const time = 1 / (serviceRate * (1 - above) * (1 - upTo));
    above = upTo;
    return time;
  });
}
