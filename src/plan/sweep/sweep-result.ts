import type { Mechanism } from "../../scenario/mechanisms.js";
import { namedMeasures } from "../../statistics/measures.js";
import { NO_FIGURE } from "../../statistics/ratio.js";
import type { Figure, Figures, Summary } from "../../statistics/summary.js";
import type { Axis, SweepValue } from "./sweep-axis.js";
import type { SweepMethod } from "./sweep-points.js";

/** The figures of a sweep, point by point. */
export interface SweepResult {
  readonly seed: string;
  readonly method: SweepMethod;
  readonly axes: readonly Axis[];
  readonly measures: SweepMeasures;
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
  /** Those of the sweep's measures of this scope, in that order; not a figure where the point has it not. */
  readonly figures: Figures;
}

/** Measures of each scope by name, in the order of reports. */
export type SweepMeasures = Readonly<Record<SweepRow["scope"], readonly string[]>>;

/** The measures of a sweep whose points use these mechanisms. */
export function sweepMeasures(mechanisms: ReadonlySet<Mechanism>): SweepMeasures {
  const { total, queue, team } = namedMeasures(mechanisms);
  const names = (measures: typeof total) => measures.map(({ name }) => name);
  return { total: names(total), queue: names(queue), team: names(team) };
}

/** The rows of a summary; what has no end is NaN as what was not observed. */
export function sweepRows(summary: Summary, measures: SweepMeasures): SweepRow[] {
  const row = (scope: SweepRow["scope"], name: string, all: Figures) => ({
    scope,
    name,
    figures: finiteFigures(all, measures[scope]),
  });
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

function finiteFigures(all: Figures, measures: readonly string[]): Figures {
  const figures: Record<string, Figure> = {};
  for (const measure of measures) {
    const { mean, low, high } = all[measure] ?? NO_FIGURE;
    figures[measure] = { mean: finite(mean), low: finite(low), high: finite(high) };
  }
  return figures;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
