import type { CalendarInput } from "../calendar.js";
import { resolveCalendar } from "../calendar.js";
import type { OpenTable } from "../open-beside.js";
import type { ProblemList } from "../problem-list.js";
import type { Calendar } from "../scenario.js";
import type { CalendarSection } from "../schema/calendar.js";
import { readHolidays } from "../tables/read-holidays.js";
import { tableAt } from "./checking.js";
import { countryHolidays } from "./country-holidays.js";

/**
 * The calendar with its holidays read and its days resolved; where something is wrong, with a stand-in for
 * it.
 */
export function checkCalendar(section: CalendarSection, problems: ProblemList, open: OpenTable): Calendar {
  const { timezone, start, days, interval, warmup, hours } = section;
  if (warmup > days * 86_400) {
    const message = `the warm-up is longer than the ${days} ${days === 1 ? "day" : "days"} that count`;
    problems.at(["calendar", "warmup"], message);
  }
  const input: CalendarInput = {
    timezone,
    start,
    days,
    intervalSeconds: interval,
    warmupSeconds: warmup,
    holidays: holidaysOf(section, problems, open),
    hours,
  };
  return resolveCalendar(input, (problem) => problems.take(problem));
}

function holidaysOf(section: CalendarSection, problems: ProblemList, open: OpenTable): readonly string[] {
  const { holidays, start, days } = section;
  const path = ["calendar", "holidays"];
  if (holidays === undefined) return [];
  if (typeof holidays === "string") {
    if (/\.ics$/i.test(holidays)) {
      const read = (text: string) => readHolidays(text, holidays, (problem) => problems.take(problem));
      return tableAt({ problems, open }, path, holidays, read) ?? [];
    }
    const first = Number(start.slice(0, 4));
    const found = countryHolidays(holidays, first - 1, first + Math.ceil(days / 365) + 1);
    if ("value" in found) return found.value;
    problems.at(path, found.problem);
    return [];
  }
  const lines = new Map<string, number>();
  for (const [index, date] of holidays.entries()) {
    if (lines.has(date)) problems.at([...path, index], `${date} is given twice`, { severity: "warning" });
    lines.set(date, index);
  }
  return holidays;
}
