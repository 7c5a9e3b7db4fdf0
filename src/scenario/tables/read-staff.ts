import type { ProblemReporter } from "../../kit/problem.js";
import type { Calendar } from "../scenario.js";
import type { Staffing } from "../team.js";
import { limitProblems } from "./limit-problems.js";
import { placeRows, WHEN_COLUMNS } from "./place-rows.js";
import { shown } from "./read-cell.js";
import { readTable } from "./read-table.js";

type StaffSteps = Extract<Staffing, { kind: "table" }>["steps"];

/**
 * Reads a table of staff, `[date|weekday,]time,agents`: a team's agents in the interval that starts at
 * `time`; at times of which no row speaks there are none. Where there is a column `team` the rows of `team`
 * count.
 */
export function readStaff(
  text: string,
  file: string,
  calendar: Calendar,
  team: string,
  report: ProblemReporter,
): StaffSteps {
  return limitProblems(report, (fault) => {
    const columns = [
      ...WHEN_COLUMNS,
      { name: "team", kind: "text" } as const,
      { name: "agents", kind: "count", required: true } as const,
    ];
    const table = readTable(text, file, columns, fault);
    const placed = placeRows(table, calendar, (row) => row.text("team"), fault);
    const rows = placed.get(table.has("team") ? team : "");
    if (rows === undefined && table.sound && table.has("team")) {
      const teams = [...placed.keys()].slice(0, 12).join(", ");
      const message = `team: no row is of team ${shown(team)}; the table has ${teams}`;
      fault({ severity: "error", place: table.rows[0].place("team"), message });
    }
    return (rows ?? []).map(({ fromSeconds, toSeconds, row }) => ({
      fromSeconds,
      toSeconds,
      agents: row.number("agents"),
    }));
  });
}
