import { meanSeconds } from "../random/distribution.js";
import type { Calendar, CalendarDay, Interval, Queue, Shift, Team, VolumeArrivals } from "./scenario.js";

/** Expected contacts of a queue in each counted interval, redials left out. Estimates for checks, not for results. */
export function expectedContacts(queue: Queue, calendar: Calendar): Float64Array {
  const { arrivals } = queue;
  const contacts = new Float64Array(calendar.intervals.length);
  if (arrivals.kind === "replay") {
    for (const at of arrivals.atSeconds) {
      const index = intervalAt(calendar, at);
      if (index >= 0) contacts[index]!++;
    }
    return contacts;
  }
  if (arrivals.kind === "table") {
    for (const step of arrivals.steps) {
      const index = intervalAt(calendar, (step.fromSeconds + step.toSeconds) / 2);
      if (index >= 0) contacts[index]! += step.contacts;
    }
  } else {
    for (const [index, interval] of calendar.intervals.entries()) {
      contacts[index] = volumeIn(arrivals, interval, calendar);
    }
  }
  for (const event of arrivals.events) {
    for (const [index, { startSeconds, lengthSeconds }] of calendar.intervals.entries()) {
      const from = Math.max(startSeconds, event.fromSeconds);
      const to = Math.min(startSeconds + lengthSeconds, event.toSeconds);
      if (to > from) contacts[index]! *= 1 + ((event.factor - 1) * (to - from)) / lengthSeconds;
    }
  }
  return contacts;
}

function volumeIn(arrivals: VolumeArrivals, interval: Interval, calendar: Calendar): number {
  const day = calendar.days[interval.day]!;
  const weekday = arrivals.weekdayWeights[day.weekday]!;
  const weight = day.holiday ? (arrivals.holidayWeight ?? weekday) : weekday;
  const { shape, per } = arrivals;
  const to = interval.startSeconds + interval.lengthSeconds;
  const openShare = openSeconds(calendar, interval.startSeconds, to) / interval.lengthSeconds;
  if (!shape && per === "hour")
    return (arrivals.contacts * weight * openShare * interval.lengthSeconds) / 3600;
  if (!shape && per === "interval") return arrivals.contacts * weight * openShare;
  const volume = arrivals.contacts * weight * daysWorth(arrivals, calendar);
  const steps = shape && ((day.holiday ? shape.holiday : undefined) ?? shape.weekdays[day.weekday]);
  if (!steps) {
    const open = openSeconds(calendar, day.startSeconds, day.startSeconds + day.lengthSeconds);
    return open > 0 ? (volume * openShare * interval.lengthSeconds) / open : 0;
  }
  const sum = steps.reduce((total, step) => total + step.weight, 0);
  if (sum === 0) return 0;
  const middle = interval.clockSeconds + interval.lengthSeconds / 2;
  const position = steps.findLastIndex((step) => step.clockSeconds <= middle);
  if (position < 0) return 0;
  const step = steps[position]!;
  const until = steps[position + 1]?.clockSeconds ?? 86_400;
  return (volume * step.weight * interval.lengthSeconds) / sum / Math.max(1, until - step.clockSeconds);
}

/** How many times `contacts` fall on a day of weight 1. */
function daysWorth({ per, weekdayWeights }: VolumeArrivals, calendar: Calendar): number {
  if (per === "day") return 1;
  if (per === "hour") return 24;
  if (per === "interval") return 86_400 / calendar.intervalSeconds;
  const sum = weekdayWeights.reduce((total, one) => total + one, 0);
  return sum > 0 ? 1 / sum : 0;
}

function openSeconds(calendar: Calendar, from: number, to: number): number {
  let open = 0;
  for (const span of calendar.open) {
    open += Math.max(0, Math.min(to, span.toSeconds) - Math.max(from, span.fromSeconds));
  }
  return open;
}

/** Index of the interval a moment falls into, -1 where it is not counted. */
function intervalAt(calendar: Calendar, seconds: number): number {
  const { intervals } = calendar;
  let low = 0;
  let high = intervals.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (intervals[middle]!.startSeconds <= seconds) low = middle;
    else high = middle - 1;
  }
  const found = intervals[low];
  const inside =
    found !== undefined &&
    seconds >= found.startSeconds &&
    seconds < found.startSeconds + found.lengthSeconds;
  return inside ? low : -1;
}

/** Agents of a team planned at the middle of each counted interval, breaks and absence taken off. */
export function plannedAgents(team: Team, shifts: readonly Shift[], calendar: Calendar): Float64Array {
  const agents = new Float64Array(calendar.intervals.length);
  const { staffing } = team;
  for (const [index, { startSeconds, lengthSeconds }] of calendar.intervals.entries()) {
    if (staffing.kind !== "constant") break;
    const open = openSeconds(calendar, startSeconds, startSeconds + lengthSeconds);
    agents[index] = (staffing.agents * open) / lengthSeconds;
  }
  if (staffing.kind === "table") {
    for (const step of staffing.steps) {
      const index = intervalAt(calendar, (step.fromSeconds + step.toSeconds) / 2);
      if (index >= 0) agents[index]! += step.agents;
    }
  }
  if (staffing.kind === "roster") addRoster(agents, staffing.shifts, shifts, calendar);
  const there = (1 - team.absenceShare) * (1 - (team.offPhone?.share ?? 0));
  return agents.map((some) => some * there);
}

function addRoster(
  agents: Float64Array,
  roster: readonly { shift: string; agents: number }[],
  shifts: readonly Shift[],
  calendar: Calendar,
): void {
  for (const entry of roster) {
    const shift = shifts.find((one) => one.name === entry.shift);
    for (const day of shift ? calendar.days : []) {
      if (worksOn(shift!, day)) addShift(agents, entry.agents, shift!, day, calendar);
    }
  }
}

/** Whether a shift starts on a day. */
export function worksOn(shift: Shift, day: CalendarDay): boolean {
  return day.holiday ? shift.holiday : shift.weekdays[day.weekday]!;
}

function addShift(agents: Float64Array, count: number, shift: Shift, day: CalendarDay, calendar: Calendar) {
  const start = day.startSeconds + shift.startClockSeconds;
  const end = start + shift.lengthSeconds;
  const step = calendar.intervalSeconds;
  for (let at = Math.max(0, start); at < end; at += step) {
    const index = intervalAt(calendar, Math.min(at + step / 2, end - 1));
    if (index < 0) continue;
    const { startSeconds, lengthSeconds } = calendar.intervals[index]!;
    const present = overlap(startSeconds, startSeconds + lengthSeconds, start, end);
    const resting = shift.breaks.reduce((sum, rest) => {
      const from = start + rest.afterSeconds;
      return sum + overlap(startSeconds, startSeconds + lengthSeconds, from, from + rest.lengthSeconds);
    }, 0);
    agents[index]! += (count * Math.max(0, present - resting)) / lengthSeconds;
  }
}

function overlap(from: number, to: number, start: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start));
}

/** Mean handle time of a queue. */
export function handleSeconds({ handle }: Queue): number {
  return [handle.talk, handle.hold, handle.wrap].reduce(
    (sum, part) => sum + (part ? meanSeconds(part) : 0),
    0,
  );
}
