import type { Observations } from "../engine/observations.js";
import type { Scenario } from "../scenario/scenario.js";

/** Some replications of one scenario. */
export interface Job {
  readonly scenario: Scenario;
  readonly seed: string;
  /** First replication's number, counted from 1, and how many follow it. */
  readonly first: number;
  readonly count: number;
}

/** What a job tells while it is performed, and how it is stopped. */
export interface PerformOptions {
  /** Told after each replication how many of the job are done. */
  readonly onProgress?: (done: number) => void;
  /**
   * Takes each replication's observations, in order, as soon as it and all before it are finished. None of
   * them is kept then, and nothing is returned.
   */
  readonly take?: (observations: Observations) => void;
  /** Stops the job: what is finished by then, up to the first gap, is returned. */
  readonly signal?: AbortSignal;
}

/**
 * Who performs a job: this process, worker threads, later others. The promise, which one contract test holds
 * every runner to: the observations come in order of replication and are the same bytes whoever performs
 * them; jobs may be started together; a failing replication, or whoever watches or takes and throws, rejects
 * with its own error and the next job works; after `close` nothing keeps the process alive, and a job in hand
 * or asked for later is rejected.
 */
export interface Runner {
  perform(job: Job, options?: PerformOptions): Promise<Observations[]>;
  close(): Promise<void>;
}

/** What a closed runner answers to a job. */
export function closedRunner(): Error {
  return new Error("the runner is closed");
}
