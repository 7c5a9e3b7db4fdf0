import { setImmediate } from "node:timers/promises";
import type { Observations } from "../engine/observations.js";
import { simulate } from "../engine/simulate.js";
import { compile } from "../model/model.js";
import type { Runner } from "./runner.js";

/** Performs jobs in this thread, letting timers and signals in between replications. */
export function inProcessRunner(): Runner {
  return {
    async perform({ scenario, seed, first, count }, { onProgress, signal } = {}) {
      const model = compile(scenario);
      const observations: Observations[] = [];
      while (observations.length < count && !signal?.aborted) {
        observations.push(simulate(model, seed, first + observations.length));
        onProgress?.(observations.length);
        await setImmediate();
      }
      return observations;
    },
    async close() {},
  };
}
