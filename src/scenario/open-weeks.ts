import type { Calendar } from "./scenario.js";

/**
 * How many weeks the counted days make up: of the weekdays on which the centre opens at all, those counted
 * over those of a week. Five days from Monday are a week for a desk that is closed at weekends, five sevenths
 * of one for a centre that never is. A holiday counts as its weekday.
 */
export function openWeeks({ days, openWeekdays, warmupSeconds }: Calendar): number {
  const counted = days.filter((day) => day.startSeconds >= warmupSeconds);
  const perWeek = openWeekdays.filter(Boolean).length;
  if (perWeek === 0) return counted.length / 7;
  return counted.filter((day) => openWeekdays[day.weekday]).length / perWeek;
}
