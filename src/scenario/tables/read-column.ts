import type { ProblemReporter } from "../../kit/problem.js";
import { limitProblems } from "./limit-problems.js";
import { readTable } from "./read-table.js";

/** Reads one column of a table as seconds (numbers or durations), ascending; empty cells are passed over. */
export function readColumn(text: string, file: string, column: string, report: ProblemReporter): number[] {
  return limitProblems(report, (fault) => {
    const columns = [{ name: column, kind: "seconds", required: true, sparse: true }] as const;
    const table = readTable(text, file, columns, fault, "ignored");
    const values = Float64Array.from(table.rows, (row) => row.number(column)).filter((value) => value >= 0);
    if (table.sound && values.length === 0) {
      const message = `${column}: every cell is empty; expected seconds or durations`;
      fault({ severity: "error", place: table.place, message });
    }
    return Array.from(values.sort());
  });
}
