import { formatClock } from "../../kit/clock.js";
import type { ProblemReporter } from "../../kit/problem.js";
import type { DayShape, ShapeStep } from "../arrivals.js";
import { DAY_NAMES } from "./day-names.js";
import { limitProblems } from "./limit-problems.js";
import { readTable } from "./read-table.js";

/**
 * Reads the shape of a day, `time,weight`, or `weekday,time,weight` where days differ (`weekday` may be
 * `mon-fri`, `sat,sun` in quotes, `daily` or `holiday`). A weight holds until the next row's time. Days of
 * which no row speaks have no weights; without rows for `holiday` it is absent.
 */
export function readDayShape(text: string, file: string, report: ProblemReporter): DayShape {
  return limitProblems(report, (fault) => {
    const columns = [
      { name: "weekday", kind: "days" },
      { name: "time", kind: "clock", required: true },
      { name: "weight", kind: "number", required: true },
    ] as const;
    const table = readTable(text, file, columns, fault);
    const days = DAY_NAMES.map(() => new Map<number, { weight: number; line: number }>());
    let total = 0;
    for (const row of table.rows) {
      const spoken = row.days("weekday");
      const clockSeconds = row.number("time");
      const weight = row.number("weight");
      total += weight;
      const { line } = row.place("time");
      for (const [index, day] of days.entries()) {
        // Without the column a holiday is a day like its weekday.
        if (!(spoken ? (spoken.weekdays[index] ?? spoken.holiday) : index < 7)) continue;
        const before = day.get(clockSeconds);
        if (before === undefined) {
          day.set(clockSeconds, { weight, line });
          continue;
        }
        const what = `${spoken ? `${DAY_NAMES[index]} ` : ""}${formatClock(clockSeconds)}`;
        const message = `${what} is already given in line ${before.line}`;
        fault({ severity: "error", place: row.place("time"), message });
        break;
      }
    }
    if (table.sound && total === 0) {
      const message = "weight: every weight is 0; expected at least one above it";
      fault({ severity: "error", place: table.place, message });
    }
    const steps = days.map((day) =>
      [...day]
        .map(([clockSeconds, { weight }]): ShapeStep => ({ clockSeconds, weight }))
        .sort((a, b) => a.clockSeconds - b.clockSeconds),
    );
    const holiday = steps[7];
    return { weekdays: steps.slice(0, 7), ...(holiday.length > 0 && { holiday }) };
  });
}
