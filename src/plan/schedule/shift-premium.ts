import type { CalendarDay, Scenario } from "../../scenario/scenario.js";
import type { Schedule, ShiftTemplate } from "../../scenario/schedule.js";

const DAY_SECONDS = 86_400;
const STEP_SECONDS = 300;

/** What a shift is paid above the pay, as shares of it. */
export interface ShiftPremium {
  /** By the schedule's premiums and the template's own. */
  readonly ofShift: number;
  /** By the team's own premiums for days, which are paid besides. */
  readonly ofTeam: number;
}

/**
 * The premiums of a shift of the template that starts at a position: of its five minutes the mean. Of the
 * schedule's and the template's the highest that applies is paid. Breaks count as the rest does.
 */
export function shiftPremium(
  { calendar, teams }: Scenario,
  { premiums, nightHours }: Schedule,
  team: number,
  { lengthSeconds, premiumShare }: ShiftTemplate,
  startSeconds: number,
): ShiftPremium {
  const { premiums: own } = teams[team];
  const sum = { ofShift: 0, ofTeam: 0 };
  let steps = 0;
  for (let after = 0; after < lengthSeconds; after += STEP_SECONDS) {
    const { clockSeconds, weekday, holiday } = momentAt(calendar.days, startSeconds + after);
    const { fromClockSeconds: from, toClockSeconds: to } = nightHours;
    const night = (clockSeconds >= from && clockSeconds < to) || clockSeconds + DAY_SECONDS < to;
    sum.ofShift += Math.max(
      premiumShare,
      night ? premiums.night : 0,
      weekday === 5 ? premiums.sat : 0,
      weekday === 6 ? premiums.sun : 0,
      holiday ? premiums.holiday : 0,
    );
    if (own) sum.ofTeam += (holiday ? own.holiday : undefined) ?? own.weekdays[weekday];
    steps++;
  }
  return { ofShift: sum.ofShift / steps, ofTeam: sum.ofTeam / steps };
}

/** Which day and clock time a position is; what lies past the calendar is the day after it. */
function momentAt(days: readonly CalendarDay[], at: number) {
  const day = days.findLast((one) => one.startSeconds <= at) ?? days[0];
  const beyond = at - day.startSeconds >= day.lengthSeconds;
  return {
    clockSeconds: (at - day.startSeconds) % DAY_SECONDS,
    weekday: (day.weekday + (beyond ? 1 : 0)) % 7,
    holiday: day.holiday && !beyond,
  };
}
