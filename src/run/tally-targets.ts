import { compile } from "../model/model.js";
import type { Target } from "../scenario/queue.js";
import type { Scenario } from "../scenario/scenario.js";
import { eachInterval } from "../statistics/slices.js";
import { TargetReader } from "../statistics/target-reader.js";
import { TargetTally } from "../statistics/target-tally.js";
import { inProcessRunner } from "./in-process-runner.js";
import type { Runner } from "./runner.js";

/** Which replications are simulated, and how. */
export interface TallyOptions {
  /** By queue; a queue without one keeps it always. */
  readonly targets: readonly (Target | undefined)[];
  readonly seed: string;
  /** The first replication's number, from 1, and how many. */
  readonly first: number;
  readonly count: number;
  /** Who simulates; this thread where silent. */
  readonly runner?: Runner;
  /** Told after each replication how many are done. */
  readonly onProgress?: (done: number) => void;
  /** Stops early; the tally is then of what was finished. */
  readonly signal?: AbortSignal;
}

/**
 * Simulates and keeps only by how much targets are kept in each counted interval: all that a search among
 * numbers of agents asks, for a fraction of the work of a summary.
 */
export async function tallyTargets(scenario: Scenario, options: TallyOptions): Promise<TargetTally> {
  const { targets, seed, first, count, signal, onProgress, runner = inProcessRunner() } = options;
  const model = compile(scenario);
  const tally = new TargetTally(new TargetReader(model, targets), eachInterval(scenario.calendar));
  await runner.perform(
    { scenario, seed, first, count },
    {
      take: (observed) => tally.add(observed),
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    },
  );
  return tally;
}
