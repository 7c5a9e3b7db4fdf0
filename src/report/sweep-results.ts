import { formatProblem, type Problem } from "../kit/problem.js";
import { version } from "../kit/version.js";
import { countOf } from "../plan/sweep/sweep-axis.js";
import type { SweepPoint, SweepResult, SweepRow } from "../plan/sweep/sweep-result.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Figures } from "../statistics/summary.js";
import { cell, csvLines } from "./csv.js";
import type { Json } from "./json.js";

/**
 * A sweep as CSV: a heading line, then a row for each point and total, queue and team. Columns are the
 * point's number, a column for each varied path, the replications, `scope` and `name`, and for each measure
 * its estimate and the bounds of its interval, `serviceLevel,serviceLevelLow,serviceLevelHigh`; empty where
 * there is none. Shares are 0..1, times seconds.
 */
export function formatSweepCsv({ axes, measures, points }: SweepResult): string {
  // Those of queues, then what only teams have.
  const columns = [...new Set([...measures.queue, ...measures.team, ...measures.total])];
  const head = [
    "point",
    ...axes.map(({ path }) => cell(path)),
    ...["replications", "scope", "name"],
    ...columns.flatMap((measure) => [measure, `${measure}Low`, `${measure}High`]),
  ];
  return csvLines([head, ...points.flatMap((point) => point.rows.map((row) => csvRow(point, row, columns)))]);
}

function csvRow(
  { point, values, replications }: SweepPoint,
  { scope, name, figures }: SweepRow,
  columns: readonly string[],
): string[] {
  const cells = columns.flatMap((measure) => {
    if (!Object.hasOwn(figures, measure)) return ["", "", ""];
    const { mean, low, high } = figures[measure]!;
    return [cell(mean), cell(low), cell(high)];
  });
  const varied = values.map(({ value }) => cell(value));
  return [String(point), ...varied, String(replications), scope, cell(name), ...cells];
}

/** A sweep as JSON. */
export function sweepJson(scenario: Scenario, result: SweepResult, warnings: readonly Problem[] = []): Json {
  const { seed, method, axes, count, points } = result;
  return {
    callsim: version,
    scenario: { name: scenario.name, hash: scenario.hash },
    seed,
    currency: scenario.currency,
    warnings: warnings.map(formatProblem),
    method: method.kind,
    pointCount: count,
    axes: axes.map((axis) => ({
      path: axis.path,
      unit: axis.unit,
      values: Number.isFinite(countOf(axis)) ? countOf(axis) : null,
    })),
    queueOrder: scenario.queues.map(({ name }) => name),
    teamOrder: scenario.teams.map(({ name }) => name),
    points: points.map(({ point, values, scenario: hash, replications, rows }) => ({
      point,
      values: new Map(axes.map(({ path }, axis) => [path, values[axis]!.value])),
      scenario: hash,
      replications,
      total: figuresJson(rows[0]!.figures),
      queues: byName(rows, "queue"),
      teams: byName(rows, "team"),
    })),
  };
}

function byName(rows: readonly SweepRow[], scope: SweepRow["scope"]): Json {
  const own = rows.filter((row) => row.scope === scope);
  return new Map(own.map(({ name, figures }) => [name, figuresJson(figures)]));
}

function figuresJson(figures: Figures): Json {
  return Object.fromEntries(
    Object.entries(figures).map(([name, { mean, low, high }]) => [name, { mean, low, high }]),
  );
}
