import type { Calendar } from "../../scenario/scenario.js";

/** Weekdays as reports name them, Monday first. */
export const WEEKDAY_NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Columns of a picture of one day: two an hour. */
export const DAY_COLUMNS = 48;

/** Where a day's steps go in a picture: 15 minutes share a column with their neighbour, an hour takes two. */
export function columnOf(clockSeconds: number): number {
  return Math.floor(clockSeconds / 1800);
}

/** Columns an interval takes. */
export function columnsPerStep({ intervalSeconds }: Calendar): number {
  return intervalSeconds === 3600 ? 2 : 1;
}

/** `00    03    06 ...`: hours over a picture of one day. */
export function hourAxis(): string {
  let axis = "";
  for (let hour = 0; hour < 24; hour += 3) axis += String(hour).padStart(2, "0").padEnd(6);
  return axis.trimEnd();
}
