import type { Schedule } from "../../scenario/schedule.js";
import type { AgentLine, LineShift } from "./schedule-result.js";

/** One agent's week: its contract and shifts, in order of time. */
export interface WeekOfAgent {
  readonly contract: string;
  readonly shifts: readonly LineShift[];
}

interface Line {
  readonly contract: string;
  readonly shifts: LineShift[];
  /** Of each week so far, whether a day of its weekend was worked. */
  readonly weekends: boolean[];
}

/**
 * Joins weeks to lines: each week goes to a line with which every rule holds across the weeks (rest, days in
 * a row, weekends off), as many as can at once by augmenting paths; a week left over begins a new line, so
 * there is always an answer. `isWeekend` tells of a day of the calendar.
 */
export function agentLines(
  team: string,
  schedule: Schedule,
  weeks: readonly (readonly WeekOfAgent[])[],
  isWeekend: (day: number) => boolean,
): AgentLine[] {
  const lines: Line[] = [];
  for (const [index, week] of weeks.entries()) {
    const lineOf = matched(week, lines, (one, line) => fits(one, line, schedule, isWeekend));
    for (const [at, one] of week.entries()) {
      let line = lineOf[at];
      if (line === undefined) {
        line = { contract: one.contract, shifts: [], weekends: new Array<boolean>(index).fill(false) };
        lines.push(line);
      }
      line.shifts.push(...one.shifts);
      line.weekends.push(one.shifts.some(({ day }) => isWeekend(day)));
    }
    for (const line of lines) if (line.weekends.length === index) line.weekends.push(false);
  }
  return lines.map(({ contract, shifts }, index) => ({ name: `${team} ${index + 1}`, contract, shifts }));
}

function fits(
  { contract, shifts }: WeekOfAgent,
  line: Line,
  { restSeconds, daysOn, weekends }: Schedule,
  isWeekend: (day: number) => boolean,
): boolean {
  if (contract !== line.contract) return false;
  const last = line.shifts.at(-1);
  const first = shifts[0];
  if (!last || !first) return true;
  if (first.startSeconds - (last.startSeconds + last.lengthSeconds) < restSeconds) return false;
  if (longestRun([...line.shifts.slice(-7), ...shifts]) > daysOn) return false;
  if (!weekends || !shifts.some(({ day }) => isWeekend(day))) return true;
  const worked = line.weekends.slice(-(weekends.of - 1)).filter(Boolean).length;
  return weekends.of === 1 ? weekends.off === 0 : worked + 1 <= weekends.of - weekends.off;
}

/** Most days of work in a row. */
export function longestRun(shifts: readonly LineShift[]): number {
  let longest = 0;
  let run = 0;
  for (const [index, { day }] of shifts.entries()) {
    run = index > 0 && day === shifts[index - 1].day + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** A line for as many weeks as can have one: the greatest matching (Kuhn 1955), earlier weeks first. */
function matched(
  weeks: readonly WeekOfAgent[],
  lines: readonly Line[],
  could: (week: WeekOfAgent, line: Line) => boolean,
): (Line | undefined)[] {
  const possible = weeks.map((week) => [...lines.keys()].filter((line) => could(week, lines[line])));
  const weekOf = new Array<number>(lines.length).fill(-1);
  const seat = (week: number, tried: Set<number>): boolean => {
    for (const line of possible[week]) {
      if (tried.has(line)) continue;
      tried.add(line);
      if (weekOf[line] < 0 || seat(weekOf[line], tried)) {
        weekOf[line] = week;
        return true;
      }
    }
    return false;
  };
  for (const week of weeks.keys()) seat(week, new Set());
  return weeks.map((_, week) => lines[weekOf.indexOf(week)]);
}
