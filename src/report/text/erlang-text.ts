import type { ErlangReport } from "../erlang-result.js";
import { REPORT_COLUMNS, wrap } from "./display.js";
import { formatChosenShare, formatNumber, formatShare, formatTime } from "./numbers.js";
import { type Paint, PLAIN } from "./paint.js";
import { joinSections } from "./run-text.js";
import { type Cell, type Column, formatTable } from "./table.js";

const MODELS: Readonly<Record<ErlangReport["model"], string>> = {
  A: "Erlang A (callers hang up after an exponential patience)",
  C: "Erlang C (callers wait as long as they must)",
  lines: "a limited number of lines (past it a busy signal)",
};

/** The formulas' table: the answer's row is marked. */
export function formatErlangText(report: ErlangReport, paint: Paint = PLAIN): string {
  const { rows, answer, rule, shrinkageShare, model, lines } = report;
  const shrinks = shrinkageShare > 0;
  const hangUps = report.patienceSeconds !== undefined;
  const columns: Column[] = [
    { heading: "" },
    { heading: "agents" },
    ...(shrinks ? [{ heading: "with", unit: "shrinkage" }] : []),
    { heading: "occu-", unit: "pancy" },
    { heading: "service", unit: `in ${formatTime(rule.withinSeconds)}` },
    { heading: "must", unit: "wait" },
    { heading: "ASA" },
    { heading: "90 % wait", unit: "at most" },
    ...(hangUps ? [{ heading: "aban-", unit: "doned" }] : []),
    ...(lines === undefined ? [] : [{ heading: "blocked" }]),
    { heading: "Erlang B", unit: "blocked" },
    ...(model === "C" ? [] : [{ heading: "Erlang C", unit: "service" }]),
  ];
  const cells = rows.map((row): Cell[] => {
    const { state, agents } = row;
    return [
      agents === answer ? { text: ">", paint: paint.good } : "",
      formatNumber(agents),
      ...(shrinks ? [formatNumber(row.positions)] : []),
      formatShare(state.occupancyShare),
      formatShare(row.serviceLevel),
      formatShare(state.delayedShare),
      formatTime(state.asaSeconds),
      formatTime(state.waitPercentileSeconds(0.9)),
      ...(hangUps ? [formatShare(state.abandonedShare)] : []),
      ...(lines === undefined ? [] : [formatShare(state.blockedShare)]),
      formatShare(row.erlangB),
      ...(model === "C" ? [] : [formatShare(row.erlangC)]),
    ];
  });
  return joinSections([headOf(report, paint), formatTable(columns, cells)]);
}

function headOf(report: ErlangReport, paint: Paint): string[] {
  const { callsPerHour, ahtSeconds, patienceSeconds, lines, loadErlangs, answer, found } = report;
  const facts = [
    `${formatNumber(callsPerHour, callsPerHour < 100 ? 1 : 0)} calls an hour`,
    `AHT ${formatTime(ahtSeconds)}`,
  ];
  if (patienceSeconds !== undefined) facts.push(`patience ${formatTime(patienceSeconds)}`);
  if (lines !== undefined) facts.push(`${formatNumber(lines)} lines`);
  facts.push(`${formatNumber(loadErlangs, 2)} erlangs`);
  const result = found
    ? `${formatNumber(answer)} agents${positions(report)} are the fewest that reach ${asked(report)}.`
    : "";
  return [
    ...wrap(`${facts.join(", ")}. By ${MODELS[report.model]}.`, REPORT_COLUMNS, "  "),
    ...(found ? wrap(result, REPORT_COLUMNS, "  ").map((line) => paint.title(line)) : []),
  ];
}

function positions({ rows, answer, shrinkageShare }: ErlangReport): string {
  const row = rows.find(({ agents }) => agents === answer);
  if (!row || shrinkageShare === 0) return "";
  return ` (${formatNumber(row.positions)} with ${formatChosenShare(shrinkageShare)} shrinkage)`;
}

function asked({ answeredShare, rule, maxOccupancyShare }: ErlangReport): string {
  const parts: string[] = [];
  if (answeredShare !== undefined) {
    parts.push(`${formatChosenShare(answeredShare)} answered within ${formatTime(rule.withinSeconds)}`);
  }
  if (maxOccupancyShare !== undefined) {
    parts.push(`an occupancy of at most ${formatChosenShare(maxOccupancyShare)}`);
  }
  return parts.join(" and ");
}
