import { version } from "../kit/version.js";
import { compile } from "../model/model.js";
import type { Scenario } from "../scenario/scenario.js";
import { figureAt } from "../statistics/measures.js";
import { summaryOf } from "../statistics/summarise.js";
import type { PrecisionSummary, Summary } from "../statistics/summary.js";
import { type SummaryDetail, SummaryTables } from "../statistics/summary-tables.js";
import { inProcessRunner } from "./in-process-runner.js";
import type { Runner } from "./runner.js";

/** How an evaluation differs from what the scenario's `run` says. */
export interface EvaluateOptions {
  readonly seed?: string;
  /** A fixed number of replications, instead of the scenario's number or precision. */
  readonly replications?: number;
  /** The first replication's number; 1 where silent. Others meet other callers. */
  readonly first?: number;
  /** Who simulates; this thread where silent. */
  readonly runner?: Runner;
  /** Told how many replications are done, of how many (so far as is known). */
  readonly onProgress?: (done: number, of: number) => void;
  /** Stops early; the summary is then of what was finished. */
  readonly signal?: AbortSignal;
  /** Tables by interval cost time where nobody reads them; on where silent. */
  readonly detail?: SummaryDetail;
}

/**
 * Replications before a precision is first judged, at least: intervals of fewer that are looked at until they
 * are narrow leave the truth out too often.
 */
const LEAST_FIRST_BATCH = 30;
/** Replications added each time it is not reached. */
const NEXT_BATCH = 10;

/** What is known of a scenario after some replications; more can be added. */
export class Evaluation {
  private readonly runner: Runner;
  private readonly seed: string;
  private readonly tables: SummaryTables;

  constructor(
    private readonly scenario: Scenario,
    private readonly options: EvaluateOptions = {},
  ) {
    this.runner = options.runner ?? inProcessRunner();
    this.seed = options.seed ?? scenario.run.seed;
    this.tables = new SummaryTables(compile(scenario), options.detail ?? {});
  }

  /**
   * Simulates as many replications as the options or the scenario say. With a precision in `run`,
   * replications are added by whole batches, in their order, until the measure's half width is small enough
   * or `most` are done.
   */
  async simulateAsPlanned(): Promise<Summary> {
    const { run } = this.scenario;
    const { replications, signal } = this.options;
    const { precision } = run;
    if (replications !== undefined || !precision) {
      return await this.simulateUpTo(replications ?? run.replications);
    }
    const { most } = precision;
    await this.simulate(Math.min(most, Math.max(LEAST_FIRST_BATCH, run.replications)), most);
    while (this.tables.replications < most && !signal?.aborted && !this.reached().isReached) {
      await this.simulate(Math.min(most, this.tables.replications + NEXT_BATCH), most);
    }
    return { ...this.summary(), precision: this.reached() };
  }

  /** Simulates on until there are so many replications. */
  async simulateUpTo(replications: number): Promise<Summary> {
    await this.simulate(replications, replications);
    return this.summary();
  }

  /** A replication's observations are gone when it has been added: memory does not grow with them. */
  private async simulate(replications: number, of: number): Promise<void> {
    const { runner, seed, scenario, tables } = this;
    const { onProgress, signal, first = 1 } = this.options;
    const before = tables.replications;
    if (replications <= before || signal?.aborted) return;
    await runner.perform(
      { scenario, seed, first: before + first, count: replications - before },
      {
        take: (observed) => tables.add(observed),
        onProgress: (done) => onProgress?.(before + done, of),
        ...(signal && { signal }),
      },
    );
  }

  private summary(): Summary {
    const { scenario, options, seed, tables } = this;
    const leads = options.replications === undefined ? scenario.run.precision : undefined;
    return summaryOf(tables, { seed, version, ...(leads && { leadMeasure: leads.measure }) });
  }

  private reached(): PrecisionSummary {
    const { measure, halfWidth, most } = this.scenario.run.precision!;
    const { low, high } = figureAt(summaryOf(this.tables, { seed: this.seed, version }, true), measure);
    const reachedHalfWidth = (high - low) / 2;
    return { measure, halfWidth, reachedHalfWidth, isReached: reachedHalfWidth <= halfWidth, most };
  }
}
