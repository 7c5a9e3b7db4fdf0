import type { Runner } from "../../run/runner.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { FigureSamples } from "../../statistics/figure-samples.js";

/** A scenario to simulate, and what takes in its observations. */
export interface Simulated {
  readonly scenario: Scenario;
  readonly samples: FigureSamples;
}

/** How scenarios are simulated beside each other. */
export interface TogetherOptions {
  readonly seed: string;
  readonly replications: number;
  readonly runner: Runner;
  readonly signal?: AbortSignal | undefined;
  /** Told after each replication of any of them. */
  readonly onReplication?: (() => void) | undefined;
}

/** What was done: replications of every one of them, and their contacts. */
export interface Done {
  readonly replications: number;
  readonly contacts: number;
}

/** Replications of one scenario before the next has its turn. */
const TURN = 10;

/**
 * Simulates the same replications of several scenarios, so that each meets the same callers, some at a time
 * in turn: when stopped, what is kept is as many replications of every one of them.
 */
export async function simulateTogether(
  simulated: readonly Simulated[],
  { seed, replications, runner, signal, onReplication }: TogetherOptions,
): Promise<Done> {
  let done = 0;
  let contacts = 0;
  while (done < replications && !signal?.aborted) {
    const count = Math.min(TURN, replications - done);
    const turns = [];
    for (const { scenario } of simulated) {
      const options = { onProgress: () => onReplication?.(), ...(signal && { signal }) };
      turns.push(await runner.perform({ scenario, seed, first: done + 1, count }, options));
    }
    const finished = Math.min(...turns.map((turn) => turn.length));
    for (const [index, turn] of turns.entries()) {
      const kept = turn.slice(0, finished);
      if (kept.length > 0) simulated[index].samples.add(kept);
      contacts += kept.reduce((sum, one) => sum + one.contacts, 0);
    }
    done += finished;
  }
  return { replications: done, contacts };
}
