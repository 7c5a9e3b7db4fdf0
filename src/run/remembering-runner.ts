import type { Observations } from "../engine/observations.js";
import type { Job, Runner } from "./runner.js";

/**
 * A runner that lets another perform what it has not performed yet of the same scenario and seed, and
 * remembers all of it: to look at 20 replications and then at 40 costs 40. It forgets when another scenario
 * or seed comes. Closing it is closing the other.
 */
export function rememberingRunner(runner: Runner): Runner {
  let about: Pick<Job, "scenario" | "seed"> | undefined;
  let known = new Map<number, Observations>();
  return {
    async perform(job, options = {}) {
      const { scenario, seed, first, count } = job;
      if (about?.scenario !== scenario || about.seed !== seed) {
        about = { scenario, seed };
        known = new Map();
      }
      const mine = known;
      const observations: Observations[] = [];
      for (let next = mine.get(first); next && observations.length < count; ) {
        observations.push(next);
        next = mine.get(first + observations.length);
      }
      const before = observations.length;
      if (before === count) return observations;
      const performed = await runner.perform(
        { ...job, first: first + before, count: count - before },
        {
          ...options,
          ...(options.onProgress && { onProgress: (done) => options.onProgress?.(before + done) }),
        },
      );
      for (const one of performed) mine.set(one.replication, one);
      return [...observations, ...performed];
    },
    close() {
      about = undefined;
      return runner.close();
    },
  };
}
