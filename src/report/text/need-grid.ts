import type { Requirement } from "../../plan/requirement/requirement-result.js";
import type { Scenario } from "../../scenario/scenario.js";

/** Agents needed and rostered at one time of a weekday. */
export interface NeedCell {
  readonly needed: number;
  /** Mean number on the phone by the scenario's own plan. */
  readonly rostered: number;
  /** Which interval it is. */
  readonly interval: number;
}

/**
 * A week's needs: by time of day, then by weekday (Monday first); undefined where that time does not come.
 */
export interface NeedGrid {
  readonly clocks: readonly number[];
  readonly cells: readonly (readonly (NeedCell | undefined)[])[];
  /** Whether a weekday comes more than once; a cell is then that of the day on which most are missing. */
  readonly severalWeeks: boolean;
}

/** Folds the intervals of one team, or of several added up, into a week. */
export function needGrid(
  { calendar }: Scenario,
  requirement: Requirement,
  teams: readonly number[],
): NeedGrid {
  const rows = new Map<number, (NeedCell | undefined)[]>();
  let severalWeeks = false;
  for (const [index, { day, clockSeconds }] of calendar.intervals.entries()) {
    const { agents, rostered } = requirement.intervals[index]!;
    const cell = { needed: sumOf(agents, teams), rostered: sumOf(rostered, teams), interval: index };
    const row = rows.get(clockSeconds) ?? new Array<NeedCell | undefined>(7).fill(undefined);
    const { weekday } = calendar.days[day]!;
    const before = row[weekday];
    if (before) severalWeeks = true;
    if (!before || missing(cell) > missing(before)) row[weekday] = cell;
    rows.set(clockSeconds, row);
  }
  const clocks = [...rows.keys()].sort((a, b) => a - b);
  return { clocks, cells: clocks.map((clock) => rows.get(clock)!), severalWeeks };
}

/** Whether nobody is needed nor on shift: less than one agent there is the overtime of those who finish. */
export function isEmpty({ needed, rostered }: NeedCell): boolean {
  return needed === 0 && rostered < 1;
}

/** Agents missing, whole; negative where there are more than needed. */
export function missing({ needed, rostered }: NeedCell): number {
  return Math.round(needed - rostered);
}

function sumOf(values: readonly number[], of: readonly number[]): number {
  return of.reduce((sum, index) => sum + values[index]!, 0);
}
