import { suggestion } from "../../kit/nearest.js";
import type { ProblemReporter } from "../../kit/problem.js";
import type { TableArrivals } from "../arrivals.js";
import type { Calendar } from "../scenario.js";
import { limitProblems } from "./limit-problems.js";
import { placeRows, WHEN_COLUMNS } from "./place-rows.js";
import { shown } from "./read-cell.js";
import { readTable } from "./read-table.js";

type Steps = TableArrivals["steps"];

/**
 * Reads a table of volumes, `date|weekday,time,queue,contacts[,aht]`: expected contacts of each queue in
 * the interval that starts at `time`, and their mean handle time in seconds or as a duration. `queue` may
 * be left out where `queueNames` has one. In an interval that a clock change cuts short a row counts in
 * proportion. The answer has the queues of which the table speaks; rows for dates outside the calendar are
 * passed over.
 */
export function readVolumes(
  text: string,
  file: string,
  calendar: Calendar,
  queueNames: readonly string[],
  report: ProblemReporter,
): Map<string, Steps> {
  return limitProblems(report, (fault) => {
    const alone = queueNames.length === 1;
    const columns = [
      ...WHEN_COLUMNS,
      { name: "queue", kind: "text", required: !alone } as const,
      { name: "contacts", kind: "number", required: true } as const,
      { name: "aht", kind: "seconds", sparse: true } as const,
    ];
    const table = readTable(text, file, columns, fault);
    if (table.sound && !table.has("date") && !table.has("weekday")) {
      fault({
        severity: "error",
        place: table.place,
        message: "column date or weekday missing; each row needs one of them",
      });
    }
    const names = new Set(queueNames);
    const unknown = new Set<string>();
    for (const row of table.rows) {
      const queue = row.text("queue");
      if (queue === "" || names.has(queue) || unknown.has(queue)) continue;
      unknown.add(queue);
      const message = `queue: there is no queue ${shown(queue)}; ${suggestion(queue, queueNames)}`;
      fault({ severity: "error", place: row.place("queue"), message });
    }
    const placed = placeRows(table, calendar, (row) => row.text("queue") || queueNames[0], fault);
    const volumes = new Map<string, Steps>();
    for (const [queue, rows] of placed) {
      if (unknown.has(queue)) continue;
      const steps = rows.map(({ fromSeconds, toSeconds, row }) => {
        const share = (toSeconds - fromSeconds) / calendar.intervalSeconds;
        const ahtSeconds = row.number("aht");
        const contacts = row.number("contacts") * share;
        return { fromSeconds, toSeconds, contacts, ...(ahtSeconds >= 0 && { ahtSeconds }) };
      });
      volumes.set(queue, steps);
    }
    return volumes;
  });
}
