import type { Scenario } from "../../scenario/scenario.js";
import type { Schedule, ShiftTemplate } from "../../scenario/schedule.js";

const DAY_SECONDS = 86_400;
const STEP_SECONDS = 300;

/**
 * What a shift of the template that starts at a position is paid above the pay, as a share: of its five
 * minutes the mean, each at the highest of the premiums that apply to it. Breaks count as the rest does.
 */
export function premiumShareOf(
  { calendar }: Scenario,
  { premiums, nightHours }: Schedule,
  { lengthSeconds, premiumShare }: ShiftTemplate,
  startSeconds: number,
): number {
  const { fromClockSeconds, toClockSeconds } = nightHours;
  let sum = 0;
  let steps = 0;
  for (let after = 0; after < lengthSeconds; after += STEP_SECONDS) {
    const at = startSeconds + after;
    const day = calendar.days.findLast((one) => one.startSeconds <= at) ?? calendar.days[0];
    const beyond = at - day.startSeconds >= day.lengthSeconds;
    const clock = (at - day.startSeconds) % DAY_SECONDS;
    const weekday = (day.weekday + (beyond ? 1 : 0)) % 7;
    const night =
      (clock >= fromClockSeconds && clock < toClockSeconds) || clock + DAY_SECONDS < toClockSeconds;
    sum += Math.max(
      premiumShare,
      night ? premiums.night : 0,
      weekday === 5 ? premiums.sat : 0,
      weekday === 6 ? premiums.sun : 0,
      day.holiday && !beyond ? premiums.holiday : 0,
    );
    steps++;
  }
  return sum / steps;
}
