import type { Problem } from "../kit/problem.js";
import { formatProblem } from "../kit/problem.js";
import type { EvaluateOptions } from "../run/evaluation.js";
import { openRunner } from "../run/open-runner.js";
import type { Runner } from "../run/runner.js";
import { type ReadOptions, readScenario } from "../scenario/read-scenario.js";
import type { Scenario } from "../scenario/scenario.js";
import { complain, Interrupted } from "./failures.js";
import { watchInterruption } from "./interruption.js";
import type { ScenarioOptions, SimulationOptions } from "./options.js";
import { openProgress, type Progress } from "./progress.js";
import { makeFolder } from "./write-file.js";

/** All that simulating needs. */
export interface Means {
  readonly runner: Runner;
  readonly signal: AbortSignal;
  /** Seed and replications as the command line has them, for whoever simulates. */
  readonly asked: Pick<EvaluateOptions, "seed" | "replications">;
  progress(what: string): Progress;
}

/** A scenario that was read, and all that simulating it needs. */
export interface Simulation extends Means {
  readonly scenario: Scenario;
  readonly warnings: readonly Problem[];
}

/**
 * Reads a scenario and does `work` with it; worker threads and the watch for Ctrl-C end with it. What `work`
 * throws after Ctrl-C becomes an Interrupted.
 */
export async function withSimulation(
  file: string,
  options: SimulationOptions,
  work: (simulation: Simulation) => Promise<void>,
): Promise<void> {
  const { scenario, warnings } = await readScenario(file, readOptionsOf(options));
  // A report in text or JSON carries them itself.
  if (options.format === "csv" && !options.quiet) for (const one of warnings) complain(formatProblem(one));
  await withMeans(options, (means) => work({ ...means, scenario, warnings }));
}

/** As `withSimulation`, for who reads scenarios by himself. */
export async function withMeans(
  options: Pick<SimulationOptions, "out" | "workers" | "seed" | "replications" | "quiet">,
  work: (means: Means) => Promise<void>,
): Promise<void> {
  // Now rather than after an hour of simulating.
  if (options.out !== undefined) makeFolder(options.out);
  const interruption = watchInterruption();
  const runner = openRunner(options.workers);
  const { seed, replications } = options;
  try {
    await work({
      runner,
      signal: interruption.signal,
      asked: { ...(seed !== undefined && { seed }), ...(replications !== undefined && { replications }) },
      progress: (what) => openProgress(what, options.quiet ?? false),
    });
  } catch (error) {
    if (!interruption.signal.aborted || error instanceof Interrupted) throw error;
    throw new Interrupted("Interrupted before anything more was finished.");
  } finally {
    interruption.close();
    await runner.close();
  }
}

/** The reader's options among those of the command line. */
export function readOptionsOf(options: ScenarioOptions): ReadOptions {
  return {
    ...(options.set && { set: options.set }),
    ...(options.allowDir && { allowDir: options.allowDir }),
    ...(options.case !== undefined && { case: options.case }),
    ...(options.allowLarge && { allowLarge: true }),
  };
}
