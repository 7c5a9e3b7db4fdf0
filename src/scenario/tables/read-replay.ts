import type { ProblemReporter } from "../../kit/problem.js";
import type { ReplayArrivals } from "../arrivals.js";
import type { Calendar } from "../scenario.js";
import { limitProblems } from "./limit-problems.js";
import { momentReader } from "./read-moment.js";
import { readTable } from "./read-table.js";

/**
 * Reads recorded contacts, `at[,handle][,patience]`: the moment of each arrival and, where recorded, its
 * handle time and patience in seconds or as durations. Rows need not be sorted; those at one moment keep
 * their order. Rows outside the simulated time are left out with one warning.
 */
export function readReplay(
  text: string,
  file: string,
  calendar: Calendar,
  report: ProblemReporter,
): ReplayArrivals {
  return limitProblems(report, (fault) => {
    const columns = [
      { name: "at", kind: "text", required: true },
      { name: "handle", kind: "seconds", sparse: true },
      { name: "patience", kind: "seconds", sparse: true },
    ] as const;
    const { rows, sound, place } = readTable(text, file, columns, fault);
    const read = momentReader(calendar);
    const at = new Float64Array(rows.length);
    const used: number[] = [];
    let wrong = !sound;
    for (const [index, row] of rows.entries()) {
      const moment = read(row.text("at"));
      if ("problem" in moment) {
        wrong = true;
        fault({ severity: "error", place: row.place("at"), message: `at: ${moment.problem}` });
        continue;
      }
      at[index] = moment.value;
      if (moment.value >= 0 && moment.value < calendar.horizonSeconds) used.push(index);
    }
    if (!wrong && used.length < rows.length) {
      const span = `the simulated time (${spanText(calendar)})`;
      if (used.length === 0) {
        fault({ severity: "error", place, message: `at: no row lies within ${span}` });
      } else {
        const outside = rows.length - used.length;
        const message = `at: ${outside} of ${rows.length} rows lie outside ${span} and are left out`;
        fault({ severity: "warning", place, message });
      }
    }
    used.sort((a, b) => at[a] - at[b] || a - b);
    const handleSeconds = used.map((index) => rows[index].number("handle"));
    const patienceSeconds = used.map((index) => rows[index].number("patience"));
    return {
      kind: "replay",
      atSeconds: used.map((index) => at[index]),
      ...(handleSeconds.some((seconds) => seconds >= 0) && { handleSeconds }),
      ...(patienceSeconds.some((seconds) => seconds >= 0) && { patienceSeconds }),
    };
  });
}

function spanText(calendar: Calendar): string {
  const first = calendar.intervals[0].start.slice(0, 10);
  const last = calendar.days[calendar.days.length - 1].date;
  const days = first === last ? first : `${first} to ${last}`;
  return calendar.warmupSeconds > 0 ? `${days} and the warm-up before it` : days;
}
