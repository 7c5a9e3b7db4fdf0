import { evaluate } from "../../run/evaluate.js";
import type { Runner } from "../../run/runner.js";
import { type SweepPlan, scenarioAt } from "./plan-sweep.js";
import { type SweepPoint, type SweepResult, sweepMeasures, sweepRows } from "./sweep-result.js";

/** How a planned sweep is performed. */
export interface SweepOptions {
  /** Who simulates; this thread where silent. */
  readonly runner?: Runner;
  /** Points of an earlier run of the same plan, by number: they are not simulated again. */
  readonly finished?: ReadonlyMap<number, SweepPoint>;
  /** Told of each point as it is finished. */
  readonly onPoint?: (point: SweepPoint) => void;
  /** Told how many points are done, parts of points included. */
  readonly onProgress?: (points: number) => void;
  /** Stops the sweep: the points finished by then are returned. */
  readonly signal?: AbortSignal;
}

/**
 * Simulates every point under the same random numbers: the same callers come whatever is varied, so that
 * differences between points are those of the plan. Same plan, same result, on any runner.
 */
export async function sweep(plan: SweepPlan, options: SweepOptions = {}): Promise<SweepResult> {
  const { seed, replications, method, axes, mechanisms } = plan;
  const measures = sweepMeasures(mechanisms);
  const { count } = plan.points;
  const points: SweepPoint[] = [];
  for (let index = 0; index < count && !options.signal?.aborted; index++) {
    const point = options.finished?.get(index + 1) ?? (await simulatePoint(plan, index, options));
    if (!point) break;
    points.push(point);
    options.onProgress?.(index + 1);
  }
  return { seed, method, axes, measures, count, points };

  async function simulatePoint(
    { points: all, hashes }: SweepPlan,
    index: number,
    { runner, signal, onPoint, onProgress }: SweepOptions,
  ): Promise<SweepPoint | undefined> {
    const summary = await evaluate(scenarioAt(plan, index), {
      seed,
      ...(replications !== undefined && { replications }),
      ...(runner && { runner }),
      ...(signal && { signal }),
      onProgress: (done, of) => onProgress?.(index + done / of),
      detail: { intervals: false, weekdayIntervals: false, shifts: false },
    });
    // Of a point that was stopped, some replications are missing.
    if (signal?.aborted) return undefined;
    const point: SweepPoint = {
      point: index + 1,
      values: all.at(index),
      scenario: hashes[index]!,
      replications: summary.replications,
      rows: sweepRows(summary, measures),
    };
    onPoint?.(point);
    return point;
  }
}
