import { paidHoursOf } from "../../scenario/check/check-schedule.js";
import { elapsedAt } from "../../scenario/days.js";
import { payAnHour } from "../../scenario/money.js";
import type { CalendarDay, Scenario } from "../../scenario/scenario.js";
import type { Schedule, ShiftTemplate } from "../../scenario/schedule.js";
import { countsAbsence } from "../requirement/agents-by-interval.js";
import { dayPatterns } from "./days-off.js";
import type { TeamNeed } from "./needs.js";
import { shiftPremium } from "./shift-premium.js";
import type { ShiftKind, WeekCover } from "./week-cover.js";

const DAY_SECONDS = 86_400;
const WEEK_DAYS = 7;

/** A week of a team: what is to be covered, and which days of the calendar it has. */
export interface TeamWeek {
  /** Counted days of the week, indices into `calendar.days`, in order. */
  readonly days: readonly number[];
  readonly slotSeconds: number;
  /** Position of the first slot. */
  readonly startSeconds: number;
  /** Templates by kind. */
  readonly templates: readonly ShiftTemplate[];
  readonly cover: WeekCover;
}

/** The calendar's counted days in weeks of seven from the first on; the last may be shorter. */
export function weeksOf({ calendar }: Scenario): number[][] {
  const counted = [...calendar.days.keys()].filter(
    (day) => calendar.days[day].startSeconds >= calendar.warmupSeconds,
  );
  const weeks: number[][] = [];
  for (let first = 0; first < counted.length; first += WEEK_DAYS) {
    weeks.push(counted.slice(first, first + WEEK_DAYS));
  }
  return weeks;
}

/**
 * A week of a team as a problem of cover. `given`: by slot, who is on
 * shift since the week before, or undefined in the first week, which is taken to follow one like itself.
 */
export function teamWeek(
  scenario: Scenario,
  schedule: Schedule,
  team: number,
  days: readonly number[],
  need: TeamNeed,
  given: readonly number[] | undefined,
): TeamWeek {
  const { calendar, teams } = scenario;
  const { absenceShare, offPhone } = teams[team];
  // A team without pay: cost is hours then.
  const pay = payAnHour(teams[team]) || 1;
  const { templates: names, most = Number.POSITIVE_INFINITY } = schedule.teams[team];
  const templates = schedule.templates.filter(({ name }) => names.includes(name));
  const slotSeconds = slotSecondsOf(calendar.intervalSeconds, templates);
  const hourCost = (pay * slotSeconds) / 3600;
  const first = calendar.days[days[0]];
  const last = calendar.days[days.at(-1)!];
  const startSeconds = first.startSeconds;
  const slots = Math.round((last.startSeconds + last.lengthSeconds - startSeconds) / slotSeconds);
  const comingShare = countsAbsence(scenario) ? 1 : 1 - absenceShare;
  const presentShare = comingShare * (1 - (offPhone?.share ?? 0));
  const needed = new Float64Array(slots);
  const underCosts = new Float64Array(slots);
  for (const [index, interval] of calendar.intervals.entries()) {
    const from = Math.round((interval.startSeconds - startSeconds) / slotSeconds);
    const to = Math.round((interval.startSeconds + interval.lengthSeconds - startSeconds) / slotSeconds);
    for (let slot = Math.max(0, from); slot < Math.min(slots, to); slot++) {
      needed[slot] = need.agents[index] / Math.max(0.01, presentShare);
      underCosts[slot] = schedule.price.under * need.priceTimes[index] * hourCost;
    }
  }
  const kinds = templates.map((template) =>
    kindOf(template, { scenario, schedule, team, days, slotSeconds, pay }),
  );
  const weekend = weekendOf(scenario, schedule, days);
  return {
    days,
    slotSeconds,
    startSeconds,
    templates,
    cover: {
      slots,
      need: needed,
      given: Float64Array.from({ length: slots }, (_, slot) => given?.[slot] ?? 0),
      wraps: given === undefined,
      days: days.length,
      kinds,
      most,
      shares: schedule.contracts.map(({ name, mostShare, leastShare }) => ({
        kinds: [...templates.keys()].filter((kind) => templates[kind].contract === name),
        most: mostShare,
        least: leastShare,
      })),
      ...(weekend && { weekend }),
      underCosts,
      overCost: schedule.price.over * hourCost,
    },
  };
}

/** The longest step of which every time of the templates and every interval is a multiple. */
function slotSecondsOf(intervalSeconds: number, templates: readonly ShiftTemplate[]): number {
  const times = templates.flatMap(({ startClockSeconds, lengthSeconds, breaks }) => [
    ...startClockSeconds,
    lengthSeconds,
    ...breaks.flatMap((one) => [one.fromSeconds, one.toSeconds, one.lengthSeconds]),
  ]);
  return times.reduce(greatestCommonDivisor, intervalSeconds);
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

interface KindContext {
  readonly scenario: Scenario;
  readonly schedule: Schedule;
  readonly team: number;
  readonly days: readonly number[];
  readonly slotSeconds: number;
  readonly pay: number;
}

function kindOf(template: ShiftTemplate, context: KindContext): ShiftKind {
  const { scenario, schedule, team, days, slotSeconds, pay } = context;
  const { calendar } = scenario;
  const { startClockSeconds: clocks, lengthSeconds, breaks, contract } = template;
  const paidHours = paidHoursOf(lengthSeconds, breaks);
  const { weekHours } = schedule.contracts.find(({ name }) => name === contract)!;
  const possible = days.map((day) => startsOnDay(template, calendar.days[day]));
  const spare = DAY_SECONDS - lengthSeconds - schedule.restSeconds;
  const origin = calendar.days[days[0]].startSeconds;
  const starts = days.map((day, index) =>
    possible[index]
      ? clocks.map((clock) => Math.round((elapsedAt(calendar.days[day], clock) - origin) / slotSeconds))
      : undefined,
  );
  return {
    slots: lengthSeconds / slotSeconds,
    breaks: breaks.map((one) => ({
      from: one.fromSeconds / slotSeconds,
      to: one.toSeconds / slotSeconds,
      slots: one.lengthSeconds / slotSeconds,
    })),
    patterns: dayPatterns({
      days: days.length,
      workDays: Math.max(1, Math.floor(weekHours / paidHours + 1e-9)),
      daysOn: schedule.daysOn,
      daysOff: schedule.daysOff,
      daysOffTogether: schedule.daysOffTogether,
      neighbours: spare >= 0,
      possible,
    }),
    starts,
    costs: days.map((day, index) =>
      possible[index]
        ? clocks.map((clock) => {
            const start = elapsedAt(calendar.days[day], clock);
            const { ofShift, ofTeam } = shiftPremium(scenario, schedule, team, template, start);
            return paidHours * pay * (1 + ofShift + ofTeam);
          })
        : undefined,
    ),
    bands: bandsOf(clocks, Math.min(schedule.startsWithinSeconds, Math.max(0, spare))),
  };
}

function startsOnDay({ weekdays, holiday }: ShiftTemplate, day: CalendarDay): boolean {
  return day.holiday ? holiday : weekdays[day.weekday];
}

/** Every longest run of starts that lie within so much of each other. */
function bandsOf(clocks: readonly number[], within: number): { first: number; last: number }[] {
  const bands: { first: number; last: number }[] = [];
  for (const [first, clock] of clocks.entries()) {
    let last = first;
    while (last + 1 < clocks.length && clocks[last + 1] - clock <= within) last++;
    if (bands.length === 0 || bands.at(-1)!.last < last) bands.push({ first, last });
  }
  return bands;
}

function weekendOf(
  { calendar }: Scenario,
  { weekends }: Schedule,
  days: readonly number[],
): WeekCover["weekend"] {
  if (!weekends) return undefined;
  let bits = 0;
  for (const [index, day] of days.entries()) if (calendar.days[day].weekday >= 5) bits |= 1 << index;
  return { days: bits, mostShare: 1 - weekends.off / weekends.of };
}
