import { meanSeconds } from "../random/distribution.js";
import { arrivalPieces } from "./arrival-pieces.js";
import { elapsedAt, startsOn } from "./days.js";
import { harderFactor, reachingShare } from "./door.js";
import type { Queue } from "./queue.js";
import type { Calendar, CalendarDay, Shift } from "./scenario.js";
import type { Team } from "./team.js";

/**
 * Expected contacts of a queue in each counted interval, redials left out; for recorded contacts, their
 * number.
 */
export function expectedContacts(queue: Queue, calendar: Calendar): Float64Array {
  const contacts = new Float64Array(calendar.intervals.length);
  if (queue.arrivals.kind === "replay") {
    for (const at of queue.arrivals.atSeconds) spread(contacts, calendar, at, at + 1, 1);
    return contacts;
  }
  for (const { fromSeconds, toSeconds, ratePerSecond } of arrivalPieces(queue, calendar)) {
    spread(contacts, calendar, fromSeconds, toSeconds, ratePerSecond);
  }
  return contacts;
}

/** Expected contacts of a queue in all that is simulated, warm-up included, redials left out. */
export function allExpectedContacts(queue: Queue, calendar: Calendar): number {
  if (queue.arrivals.kind === "replay") return queue.arrivals.atSeconds.length;
  return arrivalPieces(queue, calendar).reduce((sum, { fromSeconds, toSeconds, ratePerSecond }) => {
    const seconds = Math.min(toSeconds, calendar.horizonSeconds) - Math.max(fromSeconds, 0);
    return seconds > 0 ? sum + seconds * ratePerSecond : sum;
  }, 0);
}

/** How long the centre is open in each counted interval. */
export function openSeconds(calendar: Calendar): Float64Array {
  const seconds = new Float64Array(calendar.intervals.length);
  for (const { fromSeconds, toSeconds } of calendar.open) {
    spread(seconds, calendar, fromSeconds, toSeconds, 1);
  }
  return seconds;
}

/**
 * Agents of a team planned in each counted interval, on average over it; breaks, absence, off-phone and
 * coaching taken off, training, supervising and evaluating not.
 */
export function plannedAgents(team: Team, shifts: readonly Shift[], calendar: Calendar): Float64Array {
  const agentSeconds = new Float64Array(calendar.intervals.length);
  const { staffing } = team;
  switch (staffing.kind) {
    case "constant":
      for (const { fromSeconds, toSeconds } of calendar.open) {
        spread(agentSeconds, calendar, fromSeconds, toSeconds, staffing.agents);
      }
      break;
    case "table":
      for (const { fromSeconds, toSeconds, agents } of staffing.steps) {
        spread(agentSeconds, calendar, fromSeconds, toSeconds, agents);
      }
      break;
    case "roster":
      for (const entry of staffing.shifts) {
        const shift = shifts.find((one) => one.name === entry.shift);
        for (const day of shift ? calendar.days : []) {
          if (startsOn(shift!, day)) addShift(agentSeconds, entry.agents, shift!, day, calendar);
        }
      }
  }
  const away = (team.offPhone?.share ?? 0) + (team.quality?.coaching?.share ?? 0);
  const there = (1 - team.absenceShare) * (1 - away);
  return agentSeconds.map((seconds, index) => (seconds * there) / calendar.intervals[index]!.lengthSeconds);
}

function addShift(
  sums: Float64Array,
  agents: number,
  shift: Shift,
  day: CalendarDay,
  calendar: Calendar,
): void {
  const start = elapsedAt(day, shift.startClockSeconds);
  spread(sums, calendar, start, start + shift.lengthSeconds, agents);
  for (const { afterSeconds, lengthSeconds } of shift.breaks) {
    spread(sums, calendar, start + afterSeconds, start + afterSeconds + lengthSeconds, -agents);
  }
}

/** Mean handle time of a queue. */
export function handleSeconds({ handle }: Pick<Queue, "handle">): number {
  return [handle.talk, handle.hold, handle.wrap].reduce(
    (sum, part) => sum + (part ? meanSeconds(part) : 0),
    0,
  );
}

/** Mean handle time of those who come to a queue: longer after self-service. */
export function reachingSeconds(queue: Pick<Queue, "handle" | "selfService">): number {
  return handleSeconds(queue) * harderFactor(queue);
}

/** Mean handle time that a first arrival brings, those whom self-service contains among them. */
export function workSeconds(queue: Pick<Queue, "handle" | "selfService">): number {
  return reachingSeconds(queue) * reachingShare(queue);
}

/** Adds `rate` times the seconds between two moments to the intervals they fall into. */
function spread(sums: Float64Array, calendar: Calendar, from: number, to: number, rate: number): void {
  const { intervals } = calendar;
  for (let index = firstIntervalAt(calendar, from); index < intervals.length; index++) {
    const { startSeconds, lengthSeconds } = intervals[index]!;
    if (startSeconds >= to) break;
    const seconds = Math.min(to, startSeconds + lengthSeconds) - Math.max(from, startSeconds);
    if (seconds > 0) sums[index] = sums[index]! + seconds * rate;
  }
}

/** The last interval that starts at or before a moment, the first where none does. */
function firstIntervalAt({ intervals }: Calendar, seconds: number): number {
  let low = 0;
  let high = intervals.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (intervals[middle]!.startSeconds <= seconds) low = middle;
    else high = middle - 1;
  }
  return low;
}
