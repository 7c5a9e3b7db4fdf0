import type { Observations } from "../engine/observations.js";
import { version } from "../kit/version.js";
import { compile } from "../model/model.js";
import type { Scenario } from "../scenario/scenario.js";
import { figureAt } from "../statistics/measures.js";
import { type SummaryDetail, summarise } from "../statistics/summarise.js";
import type { Summary } from "../statistics/summary.js";
import { inProcessRunner } from "./in-process-runner.js";
import type { Runner } from "./runner.js";

/** How an evaluation differs from what the scenario's `run` says. */
export interface EvaluateOptions {
  readonly seed?: string;
  /** A fixed number of replications, instead of the scenario's number or precision. */
  readonly replications?: number;
  /** Who simulates; this thread where silent. */
  readonly runner?: Runner;
  /** Told how many replications are done, of how many (so far as is known). */
  readonly onProgress?: (done: number, of: number) => void;
  /** Stops early; the summary is then of what was finished. */
  readonly signal?: AbortSignal;
  /** Tables by interval cost time where nobody reads them; on where silent. */
  readonly detail?: SummaryDetail;
}

/** Replications before a precision is first judged, at least, and added each time it is not reached. */
const LEAST_FIRST_BATCH = 20;
const NEXT_BATCH = 10;

/**
 * Simulates the scenario's replications and sums them up. With a precision in `run`, replications are added
 * by whole batches, in their order, until the measure's half width is small enough or `most` are done.
 */
export async function evaluate(scenario: Scenario, options: EvaluateOptions = {}): Promise<Summary> {
  const { run } = scenario;
  const runner = options.runner ?? inProcessRunner();
  const seed = options.seed ?? run.seed;
  const model = compile(scenario);
  const about = { seed, version };
  const precision = options.replications === undefined ? run.precision : undefined;
  const fixed = options.replications ?? run.replications;
  const most = precision ? precision.most : fixed;
  const observations: Observations[] = [];
  while (observations.length < most && !options.signal?.aborted) {
    const first = observations.length === 0;
    const batch = precision ? (first ? Math.max(LEAST_FIRST_BATCH, fixed) : NEXT_BATCH) : fixed;
    const before = observations.length;
    observations.push(
      ...(await runner.perform(
        { scenario, seed, first: before + 1, count: Math.min(batch, most - before) },
        {
          onProgress: (done) => options.onProgress?.(before + done, most),
          ...(options.signal && { signal: options.signal }),
        },
      )),
    );
    if (precision && observations.length >= 2) {
      const figure = figureAt(
        summarise(model, observations, about, { intervals: false, weekdayIntervals: false, shifts: false }),
        precision.measure,
      );
      if ((figure.high - figure.low) / 2 <= precision.halfWidth) break;
    }
  }
  return summarise(model, observations, about, options.detail);
}
