import type { ProblemReporter } from "../../kit/problem.js";
import type { Calendar } from "../scenario.js";
import { limitProblems } from "./limit-problems.js";
import { placeRows, WHEN_COLUMNS } from "./place-rows.js";
import { readTable } from "./read-table.js";

/** A stretch of time with an even chance that a dial is answered. */
export interface AnswersStep {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly answersShare: number;
}

/**
 * Reads a table of answers, `[date|weekday,]time,chance`: of dials in the interval that starts at `time` so
 * many, 0 to 1, are answered.
 */
export function readAnswers(
  text: string,
  file: string,
  calendar: Calendar,
  report: ProblemReporter,
): AnswersStep[] {
  return limitProblems(report, (fault) => {
    const columns = [...WHEN_COLUMNS, { name: "chance", kind: "number", required: true } as const];
    const table = readTable(text, file, columns, fault);
    for (const row of table.rows) {
      const chance = row.number("chance");
      if (chance <= 1) continue;
      const message = `chance: found ${chance}; expected a chance from 0 to 1: write ${chance / 100}`;
      fault({ severity: "error", place: row.place("chance"), message });
    }
    const rows = placeRows(table, calendar, () => "", fault).get("") ?? [];
    return rows.map(({ fromSeconds, toSeconds, row }) => ({
      fromSeconds,
      toSeconds,
      answersShare: row.number("chance"),
    }));
  });
}
