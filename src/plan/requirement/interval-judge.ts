import type { Runner } from "../../run/runner.js";
import { tallyTargets } from "../../run/tally-targets.js";
import type { Target } from "../../scenario/queue.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { TargetTally } from "../../statistics/target-tally.js";
import { type AgentsByInterval, withAgentsByInterval } from "./agents-by-interval.js";
import { targetOf } from "./margins.js";

/** How a search simulates, and how it is watched and stopped. */
export interface SearchOptions {
  readonly runner?: Runner;
  readonly seed?: string;
  /** Replications of every simulation of the search; the scenario's own number where silent. */
  readonly replications?: number;
  /**
   * Judges what was found on fresh replications, and improves it by them; see guarantee.ts. Stopped, the
   * search then gives what it has. Without, what was found holds on the replications of the search.
   */
  readonly guarantee?: boolean;
  /** Told how many whole scenarios have been simulated. */
  readonly onProgress?: (evaluations: number) => void;
  /** Told after each replication how many are done, and of how many as far as can be seen. */
  readonly onReplication?: (done: number, expected: number) => void;
  /** Stops the search. */
  readonly signal?: AbortSignal;
}

/** Replications of which a simulation consists: the first one's number, from 1, and how many. */
export interface Block {
  readonly first: number;
  readonly count: number;
}

/** By interval and queue, how far a target is met; negative where it is missed. */
export type Margins = readonly (readonly number[])[];

/** Simulates numbers of agents, says how far they meet the targets, and counts what that takes. */
export class IntervalJudge {
  evaluations = 0;
  /** Replications that are still to come, as far as can be seen. */
  expected = 0;
  private replications = 0;
  private readonly targets: readonly (Target | undefined)[];

  /** `duringWarmup`: the agents before counted time, the same in every simulation. */
  constructor(
    private readonly scenario: Scenario,
    private readonly options: SearchOptions,
    private readonly duringWarmup: AgentsByInterval,
  ) {
    // Who is called waits for nobody, and what splits waits nowhere.
    this.targets = scenario.queues.map((queue) =>
      queue.outbound || queue.split ? undefined : targetOf(queue),
    );
  }

  /** Simulates these agents; rejects with the signal's reason when stopped. */
  async tally(agents: AgentsByInterval, { first, count }: Block): Promise<TargetTally> {
    const { scenario, options, replications: before } = this;
    const { runner, seed = scenario.run.seed, signal, onReplication } = options;
    signal?.throwIfAborted();
    const tally = await tallyTargets(withAgentsByInterval(scenario, agents, this.duringWarmup), {
      targets: this.targets,
      seed,
      first,
      count,
      onProgress: (done) => onReplication?.(before + done, before + Math.max(count, this.expected)),
      ...(runner && { runner }),
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    this.replications += count;
    this.expected -= count;
    this.evaluated();
    return tally;
  }

  /** Counts one whole scenario simulated, and tells of it. */
  evaluated(): void {
    this.evaluations++;
    this.options.onProgress?.(this.evaluations);
  }

  /** By interval and queue, how far these agents meet the targets. */
  async margins(agents: AgentsByInterval, block: Block): Promise<Margins> {
    return this.marginsOf(await this.tally(agents, block));
  }

  /** By interval and queue, how far what was tallied meets the targets. */
  marginsOf(tally: TargetTally): Margins {
    const { queues, calendar } = this.scenario;
    return calendar.intervals.map((_, interval) =>
      queues.map((_queue, queue) => tally.margin(interval, queue)),
    );
  }
}
