import type { ProblemReporter } from "../../../src/kit/problem.js";
import { type CalendarInput, resolveCalendar } from "../../../src/scenario/calendar.js";
import type { Calendar } from "../../../src/scenario/scenario.js";

/** For reading what must be without fault. */
export const noProblem: ProblemReporter = (problem) => {
  throw new Error(problem.message);
};

/** A week in New York from Monday 2 March 2026; clocks go forward on Sunday the 8th. */
export function week(changes: Partial<CalendarInput> = {}): Calendar {
  const input: CalendarInput = {
    timezone: "America/New_York",
    start: "2026-03-02",
    days: 7,
    intervalSeconds: 1800,
    warmupSeconds: 0,
    holidays: [],
    hours: "always",
  };
  return resolveCalendar({ ...input, ...changes }, noProblem);
}
