import { formatClock } from "../../kit/clock.js";
import type { ScheduleResult } from "../../plan/schedule/schedule-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import { cell, csvLines } from "../csv.js";

const DAY_SECONDS = 86_400;
const COLUMNS = [
  "agent",
  "team",
  "contract",
  "date",
  "template",
  "start",
  "end",
  "paidHours",
  "premium",
  "breaks",
];

/**
 * The agents' lines as CSV, a line a shift: local date and times (an end before the start is on the next
 * day), paid hours, premium as a share, breaks as `09:30-09:45 11:00-11:30`.
 */
export function formatScheduleCsv({ calendar }: Scenario, { teams }: ScheduleResult): string {
  const rows = teams.flatMap(({ team, lines }) =>
    lines.flatMap(({ name, contract, shifts }) =>
      shifts.map((shift) => {
        const clock = (after: number) => formatClock((shift.startClockSeconds + after) % DAY_SECONDS);
        const breaks = shift.breaks.map(
          ({ afterSeconds, lengthSeconds }) =>
            `${clock(afterSeconds)}-${clock(afterSeconds + lengthSeconds)}`,
        );
        return [
          name,
          team,
          contract,
          calendar.days[shift.day]!.date,
          shift.template,
          clock(0),
          clock(shift.lengthSeconds),
          shift.paidHours,
          shift.premiumShare + shift.teamPremiumShare,
          breaks.join(" "),
        ].map(cell);
      }),
    ),
  );
  return csvLines([COLUMNS, ...rows]);
}
