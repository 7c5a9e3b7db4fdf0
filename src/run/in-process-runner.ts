import { setImmediate } from "node:timers/promises";
import type { Observations } from "../engine/observations.js";
import { simulate } from "../engine/simulate.js";
import { compile, type Model } from "../model/model.js";
import { closedRunner, type Runner } from "./runner.js";

/** Performs jobs in this thread, letting timers and signals in between replications. */
export function inProcessRunner(): Runner {
  let model: Model | undefined;
  let closed = false;
  return {
    async perform({ scenario, seed, first, count }, { onProgress, take, signal } = {}) {
      // The batches of one evaluation are jobs of the same scenario.
      const compiled = model?.scenario === scenario ? model : compile(scenario);
      model = compiled;
      const observations: Observations[] = [];
      for (let done = 0; !closed && done < count && !signal?.aborted; ) {
        const observed = simulate(compiled, seed, first + done++);
        if (take) take(observed);
        else observations.push(observed);
        onProgress?.(done);
        await setImmediate();
      }
      if (closed) throw closedRunner();
      return observations;
    },
    async close() {
      closed = true;
      model = undefined;
    },
  };
}
