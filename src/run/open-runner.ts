import { availableParallelism } from "node:os";
import type { Runner } from "./runner.js";
import { threadRunner } from "./thread-runner.js";

/** The runner for long work: worker threads, one for each processor unless told otherwise. */
export function openRunner(workers: number = availableParallelism()): Runner {
  return threadRunner(workers);
}
