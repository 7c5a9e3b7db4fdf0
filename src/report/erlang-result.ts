import { version } from "../kit/version.js";
import type { ServiceLevelRule } from "../scenario/queue.js";
import type { Unit } from "../statistics/measures.js";
import type { SteadyState } from "../statistics/theory/steady-state.js";
import type { Json } from "./json.js";
import type { TidyRow } from "./rows.js";

/** The formulas' answer and its neighbours. */
export interface ErlangReport {
  /**
   * Erlang C: nobody hangs up. A: exponential patience. lines: a busy signal past so many, with or without
   * patience.
   */
  readonly model: "A" | "C" | "lines";
  readonly callsPerHour: number;
  readonly ahtSeconds: number;
  readonly patienceSeconds: number | undefined;
  readonly lines: number | undefined;
  readonly shrinkageShare: number;
  readonly loadErlangs: number;
  readonly rule: ServiceLevelRule;
  /** Undefined where agents were given and nothing was asked of them. */
  readonly answeredShare: number | undefined;
  readonly maxOccupancyShare: number | undefined;
  /** Agents found or given. */
  readonly answer: number;
  readonly found: boolean;
  readonly rows: readonly ErlangRow[];
}

/** What one number of agents gives. */
export interface ErlangRow {
  readonly agents: number;
  /** Agents after shrinkage. */
  readonly positions: number;
  readonly state: SteadyState;
  readonly serviceLevel: number;
  /** Blocked share by Erlang B and service level by Erlang C, to compare. */
  readonly erlangB: number;
  readonly erlangC: number;
}

const MEASURES: readonly { name: string; unit: Unit; value: (row: ErlangRow) => number }[] = [
  { name: "positions", unit: "count", value: ({ positions }) => positions },
  { name: "occupancy", unit: "share", value: ({ state }) => state.occupancyShare },
  { name: "serviceLevel", unit: "share", value: ({ serviceLevel }) => serviceLevel },
  { name: "delayedShare", unit: "share", value: ({ state }) => state.delayedShare },
  { name: "asa", unit: "seconds", value: ({ state }) => state.asaSeconds },
  { name: "p90", unit: "seconds", value: ({ state }) => state.waitPercentileSeconds(0.9) },
  { name: "abandonRate", unit: "share", value: ({ state }) => state.abandonedShare },
  { name: "blockedRate", unit: "share", value: ({ state }) => state.blockedShare },
  { name: "queueLength", unit: "count", value: ({ state }) => state.queueLength },
  { name: "erlangB", unit: "share", value: (row) => row.erlangB },
  { name: "erlangC", unit: "share", value: (row) => row.erlangC },
];

/** Tidy rows, one a number of agents and measure; the agents stand in `name`. */
export function erlangRows({ rows }: ErlangReport): TidyRow[] {
  return rows.flatMap((row) =>
    MEASURES.map(({ name, unit, value }) => ({
      scope: "formula" as const,
      name: String(row.agents),
      interval: "",
      measure: name,
      unit,
      mean: value(row),
      low: Number.NaN,
      high: Number.NaN,
    })),
  );
}

/**
 * The table as JSON; an endless wait is null. `answer` is the row that stands out, `answerIs` whether its
 * agents are the `fewest` that reach what was asked, or were `given`.
 */
export function erlangJson(report: ErlangReport): Json {
  const { rows, rule, answer, found, ...rest } = report;
  return {
    callsim: version,
    ...rest,
    answer,
    answerIs: found ? "fewest" : "given",
    withinSeconds: rule.withinSeconds,
    counting: rule.counting,
    table: rows.map((row) => ({
      agents: row.agents,
      ...Object.fromEntries(MEASURES.map(({ name, value }) => [name, value(row)])),
    })),
  };
}
