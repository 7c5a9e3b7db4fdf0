import { WrongUsage } from "../../kit/problem.js";
import { formatCsv } from "../../report/csv.js";
import { type ErlangReport, type ErlangRow, erlangJson, erlangRows } from "../../report/erlang-result.js";
import { formatJson } from "../../report/json.js";
import { formatErlangText } from "../../report/text/erlang-text.js";
import type { ServiceLevelVariant } from "../../scenario/queue.js";
import { erlangA } from "../../statistics/theory/erlang-a.js";
import { erlangB } from "../../statistics/theory/erlang-b.js";
import { erlangC } from "../../statistics/theory/erlang-c.js";
import { finiteLines } from "../../statistics/theory/finite-lines.js";
import { type AgentsTarget, leastAgents, positionsFor } from "../../statistics/theory/least-agents.js";
import { type SteadyState, steadyServiceLevel, type Workload } from "../../statistics/theory/steady-state.js";
import { deliver } from "../deliver.js";
import type { ErlangOptions } from "../erlang-options.js";
import type { Format } from "../options.js";
import { paintFor } from "../paint-for.js";

const CUSTOMARY_TARGET = { answeredShare: 0.8, withinSeconds: 20 };
/** Rows of the table before and after the answer's. */
const ROWS_AROUND = 5;
/** Formulas take time with the number of agents and lines; past these a simulation is the better way. */
const MOST_ERLANGS = 100_000;

/** `callsim erlang`: the formulas' table around a number of agents, given or found. */
export async function erlang(
  options: ErlangOptions & { readonly format: Format; readonly out?: string },
): Promise<void> {
  const report = solve(options);
  const text = {
    text: () => formatErlangText(report, paintFor(options.out)),
    json: () => formatJson(erlangJson(report)),
    csv: () => formatCsv(erlangRows(report)),
  }[options.format]();
  await deliver("erlang", text, options);
}

function solve(options: ErlangOptions): ErlangReport {
  const { aht, patience, lines, maxOccupancy, shrinkage } = options;
  const workload = workloadOf(options);
  const target = options.target ?? CUSTOMARY_TARGET;
  const rule = {
    withinSeconds: target.withinSeconds,
    counting: options.counting as ServiceLevelVariant,
    underSeconds: 5,
  };
  const asked: AgentsTarget = {
    answeredShare: target.answeredShare,
    serviceLevel: rule,
    ...(maxOccupancy !== undefined && { occupancyShare: maxOccupancy }),
  };
  const stateWith = (agents: number): SteadyState => {
    if (lines !== undefined) return finiteLines(workload, agents, lines, patience);
    return patience === undefined ? erlangC(workload, agents) : erlangA(workload, agents, patience);
  };
  const loadErlangs = workload.ratePerSecond * workload.handleSeconds;
  const answer = options.agents ?? leastAgents(loadErlangs, asked, stateWith);
  if (answer === undefined) {
    throw new WrongUsage("no number of agents reaches that; ask for less, or give more --lines");
  }
  const rows: ErlangRow[] = [];
  for (let agents = Math.max(1, answer - ROWS_AROUND); agents <= answer + ROWS_AROUND; agents++) {
    const state = stateWith(agents);
    rows.push({
      agents,
      positions: positionsFor(agents, shrinkage),
      state,
      serviceLevel: steadyServiceLevel(state, rule),
      erlangB: erlangB(loadErlangs, agents),
      erlangC: steadyServiceLevel(erlangC(workload, agents), rule),
    });
  }
  const model = lines !== undefined ? "lines" : patience === undefined ? "C" : "A";
  const callsPerHour = workload.ratePerSecond * 3600;
  return {
    model,
    callsPerHour,
    ahtSeconds: aht,
    patienceSeconds: patience,
    lines,
    shrinkageShare: shrinkage,
    loadErlangs,
    rule,
    answeredShare: options.agents === undefined || options.target ? target.answeredShare : undefined,
    maxOccupancyShare: maxOccupancy,
    answer,
    found: options.agents === undefined,
    rows,
  };
}

function workloadOf({ callsPerHour, callsPerInterval, interval, aht }: ErlangOptions): Workload {
  const ratePerSecond =
    callsPerHour !== undefined
      ? callsPerHour / 3600
      : callsPerInterval !== undefined
        ? callsPerInterval / interval
        : undefined;
  if (ratePerSecond === undefined) throw new WrongUsage("give --calls-per-hour or --calls-per-interval");
  if (ratePerSecond * aht > MOST_ERLANGS) {
    throw new WrongUsage(`the load is above ${MOST_ERLANGS} erlangs; give fewer calls or a shorter --aht`);
  }
  return { ratePerSecond, handleSeconds: aht };
}
