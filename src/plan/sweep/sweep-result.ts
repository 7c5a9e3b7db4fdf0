import { NAMED_MEASURES } from "../../statistics/measures.js";
import type { Figure, Figures, Summary } from "../../statistics/summary.js";
import type { Axis, SweepValue } from "./sweep-axis.js";
import type { SweepMethod } from "./sweep-points.js";

/** The figures of a sweep, point by point. */
export interface SweepResult {
  readonly seed: string;
  readonly method: SweepMethod;
  readonly axes: readonly Axis[];
  /** Points there are; fewer are in `points` where the sweep was stopped. */
  readonly count: number;
  /** The finished points in their order. */
  readonly points: readonly SweepPoint[];
}

/** What one point of a sweep came to. */
export interface SweepPoint {
  /** From 1. */
  readonly point: number;
  /** By axis. */
  readonly values: readonly SweepValue[];
  /** Hash of the point's scenario. */
  readonly scenario: string;
  readonly replications: number;
  /** The total, then the queues, then the teams, in the scenario's order. */
  readonly rows: readonly SweepRow[];
}

/** The figures of all, of a queue or of a team over the whole counted time. */
export interface SweepRow {
  readonly scope: "total" | "queue" | "team";
  readonly name: string;
  /** Those of `SWEEP_MEASURES[scope]`, in that order. */
  readonly figures: Figures;
}

/** Measures of each scope by name, in the order of reports. */
export const SWEEP_MEASURES: Readonly<Record<SweepRow["scope"], readonly string[]>> = {
  total: NAMED_MEASURES.total.map(({ name }) => name),
  queue: NAMED_MEASURES.queue.map(({ name }) => name),
  team: NAMED_MEASURES.team.map(({ name }) => name),
};

/** The rows of a summary; what has no end is NaN as what was not observed. */
export function sweepRows(summary: Summary): SweepRow[] {
  return [
    row("total", "total", summary.total),
    ...summary.queues.map(({ name, figures, waitPercentiles, longestWaitSeconds }) =>
      row("queue", name, {
        ...figures,
        ...waitPercentiles,
        longestWait: { mean: longestWaitSeconds, low: Number.NaN, high: Number.NaN },
      }),
    ),
    ...summary.teams.map(({ name, figures }) => row("team", name, figures)),
  ];
}

function row(scope: SweepRow["scope"], name: string, all: Figures): SweepRow {
  const figures: Record<string, Figure> = {};
  for (const measure of SWEEP_MEASURES[scope]) {
    const { mean, low, high } = all[measure]!;
    figures[measure] = { mean: finite(mean), low: finite(low), high: finite(high) };
  }
  return { scope, name, figures };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
