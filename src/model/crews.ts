import { elapsedAt, startsOn } from "../scenario/days.js";
import type { Calendar, Scenario, Shift } from "../scenario/scenario.js";
import type { Team } from "../scenario/team.js";
import { compileIntervals, type Intervals, spread } from "./intervals.js";

/**
 * Crews: a team's agents on one shift, or all of a team's agents where it has no shifts. Agents are numbered
 * crew by crew, so that a crew is a range. When a crew is due to work is a list of musters; a team whose
 * agents come from a table has changes of number instead.
 */
export interface Crews {
  readonly count: number;
  readonly agents: number;
  /** Team of each crew. */
  readonly teams: Int32Array;
  /** Name of each crew's shift. */
  readonly shifts: readonly (string | undefined)[];
  /** `count + 1` numbers: agents of crew c are `firstAgents[c]` to `firstAgents[c + 1] - 1`. */
  readonly firstAgents: Int32Array;
  /** By crew: the time within which the quota wants contacts handled; -1 where it sets none. */
  readonly quotaSeconds: Float64Array;
  /** In order of their start. */
  readonly musters: readonly Muster[];
  /** In order of time. */
  readonly changes: readonly StaffChange[];
  /** Rostered time less unpaid breaks, by `crew * intervals.count + interval`, in agent seconds. */
  readonly paidSeconds: Float64Array;
  /** Rostered time, unpaid breaks included. */
  readonly plannedSeconds: Float64Array;
}

/** All agents of a crew due for one shift on one day. */
export interface Muster {
  readonly crew: number;
  /** May lie before the simulation's start: the crew is then at work already. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Names the muster's draws: the local date. */
  readonly date: string;
  /** In the order due. */
  readonly breaks: readonly {
    readonly dueSeconds: number;
    readonly lengthSeconds: number;
    readonly paid: boolean;
  }[];
  /** The muster before it of the same crew, where this one goes on without a gap; else -1. */
  readonly follows: number;
  /** Whether its agent-shifts are measured: all of it simulated, its end in counted time. */
  readonly measured: boolean;
}

/** From this moment on a team has so many agents. */
export interface StaffChange {
  readonly crew: number;
  readonly atSeconds: number;
  readonly agents: number;
  readonly date: string;
}

/** Crews, their musters and what they are paid for. */
export function compileCrews(scenario: Scenario): Crews {
  const { calendar } = scenario;
  const plans = scenario.teams.flatMap((team, index) => crewPlans(team, index, scenario));
  const firstAgents = new Int32Array(plans.length + 1);
  for (const [crew, plan] of plans.entries()) firstAgents[crew + 1] = firstAgents[crew] + plan.agents;
  const musters = plans.flatMap((plan, crew) =>
    plan.spans
      .filter((span) => span.endSeconds > 0 && span.startSeconds < calendar.horizonSeconds)
      .map((span) => ({ ...span, crew, measured: isMeasured(span, calendar), follows: -1 })),
  );
  musters.sort((a, b) => a.startSeconds - b.startSeconds || a.crew - b.crew);
  const changes = plans.flatMap((plan, crew) => plan.changes.map((change) => ({ ...change, crew })));
  changes.sort((a, b) => a.atSeconds - b.atSeconds || a.crew - b.crew);
  const intervals = compileIntervals(calendar);
  return {
    count: plans.length,
    agents: firstAgents[plans.length],
    teams: Int32Array.from(plans, (plan) => plan.team),
    shifts: plans.map((plan) => plan.shift?.name),
    firstAgents,
    quotaSeconds: Float64Array.from(
      plans,
      (plan) => scenario.teams[plan.team].quota?.handled?.withinSeconds ?? -1,
    ),
    musters: withFollowers(musters),
    changes,
    ...plannedTime(plans, musters, changes, intervals),
  };
}

interface Span {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly date: string;
  readonly breaks: Muster["breaks"];
}

interface CrewPlan {
  readonly team: number;
  readonly shift: Shift | undefined;
  readonly agents: number;
  readonly spans: readonly Span[];
  readonly changes: readonly Omit<StaffChange, "crew">[];
}

function crewPlans(team: Team, index: number, scenario: Scenario): CrewPlan[] {
  const { staffing } = team;
  const { calendar } = scenario;
  switch (staffing.kind) {
    case "constant":
      return [
        { team: index, shift: undefined, agents: staffing.agents, spans: openSpans(calendar), changes: [] },
      ];
    case "roster":
      return staffing.shifts.map(({ shift: name, agents }) => {
        const shift = scenario.shifts.find((one) => one.name === name)!;
        return { team: index, shift, agents, spans: shiftSpans(shift, calendar), changes: [] };
      });
    case "table": {
      const agents = staffing.steps.reduce((most, step) => Math.max(most, step.agents), 0);
      return [
        { team: index, shift: undefined, agents, spans: [], changes: tableChanges(staffing.steps, calendar) },
      ];
    }
  }
}

/** Open stretches cut at local midnight. */
function openSpans(calendar: Calendar): Span[] {
  return calendar.days.flatMap((day) =>
    calendar.open
      .map((open) => ({
        startSeconds: Math.max(open.fromSeconds, day.startSeconds),
        endSeconds: Math.min(open.toSeconds, day.startSeconds + day.lengthSeconds),
        date: day.date,
        breaks: [],
      }))
      .filter((span) => span.endSeconds > span.startSeconds),
  );
}

function shiftSpans(shift: Shift, calendar: Calendar): Span[] {
  return calendar.days.flatMap((day, index) => {
    if (!startsOn(shift, day)) return [];
    const startSeconds = elapsedAt(day, shift.startClockSeconds);
    const endSeconds = shiftEnd(shift, index, calendar);
    // On a night when clocks change a shift ends by the clock, so that the next one joins it; breaks keep
    // inside.
    const breaks = shift.breaks
      .map((one) => ({
        dueSeconds: startSeconds + one.afterSeconds,
        lengthSeconds: one.lengthSeconds,
        paid: one.paid,
      }))
      .filter((one) => one.dueSeconds < endSeconds)
      .sort((a, b) => a.dueSeconds - b.dueSeconds);
    return [{ startSeconds, endSeconds, date: day.date, breaks }];
  });
}

function shiftEnd(shift: Shift, dayIndex: number, calendar: Calendar): number {
  const day = calendar.days[dayIndex];
  const endClock = shift.startClockSeconds + shift.lengthSeconds;
  if (endClock <= 86_400) return Math.max(elapsedAt(day, endClock), elapsedAt(day, shift.startClockSeconds));
  const next = calendar.days[dayIndex + 1];
  return next ? elapsedAt(next, endClock - 86_400) : day.startSeconds + day.lengthSeconds + endClock - 86_400;
}

/** The table's numbers as changes, with one at each midnight too: absence is drawn day by day. */
function tableChanges(
  steps: readonly { fromSeconds: number; toSeconds: number; agents: number }[],
  calendar: Calendar,
): Omit<StaffChange, "crew">[] {
  const { days, horizonSeconds } = calendar;
  const moments = new Set<number>([0]);
  for (const step of steps) moments.add(Math.max(0, step.fromSeconds)).add(Math.max(0, step.toSeconds));
  for (const day of days) moments.add(Math.max(0, day.startSeconds));
  const ordered = [...moments].filter((at) => at < horizonSeconds).sort((a, b) => a - b);
  let day = 0;
  let step = 0;
  return ordered.map((atSeconds) => {
    while (day + 1 < days.length && days[day + 1].startSeconds <= atSeconds) day++;
    while (step < steps.length && steps[step].toSeconds <= atSeconds) step++;
    const on = step < steps.length && steps[step].fromSeconds <= atSeconds;
    return { atSeconds, agents: on ? steps[step].agents : 0, date: days[day].date };
  });
}

function isMeasured(span: Span, calendar: Calendar): boolean {
  return (
    span.startSeconds >= 0 &&
    span.endSeconds <= calendar.horizonSeconds &&
    span.endSeconds > calendar.warmupSeconds
  );
}

function withFollowers(musters: readonly Muster[]): Muster[] {
  const lastOf = new Map<number, number>();
  return musters.map((muster, index) => {
    const before = lastOf.get(muster.crew);
    lastOf.set(muster.crew, index);
    const joins = before !== undefined && musters[before].endSeconds === muster.startSeconds;
    return joins ? { ...muster, follows: before } : muster;
  });
}

function plannedTime(
  plans: readonly CrewPlan[],
  musters: readonly Muster[],
  changes: readonly StaffChange[],
  intervals: Intervals,
): { paidSeconds: Float64Array; plannedSeconds: Float64Array } {
  const paidSeconds = new Float64Array(plans.length * intervals.count);
  const plannedSeconds = new Float64Array(plans.length * intervals.count);
  const book = (crew: number, from: number, to: number, agents: number, paid: number) =>
    spread(intervals, from, to, (interval, seconds) => {
      paidSeconds[crew * intervals.count + interval] += seconds * agents * paid;
      plannedSeconds[crew * intervals.count + interval] += seconds * agents * (paid > 0 ? 1 : 0);
    });
  for (const { crew, startSeconds, endSeconds, breaks } of musters) {
    const { agents } = plans[crew];
    book(crew, startSeconds, endSeconds, agents, 1);
    for (const pause of breaks) {
      const end = Math.min(pause.dueSeconds + pause.lengthSeconds, endSeconds);
      if (!pause.paid) book(crew, pause.dueSeconds, end, agents, -1);
    }
  }
  const endOf = new Map<number, number>();
  for (const { crew, atSeconds, agents } of [...changes].reverse()) {
    book(crew, atSeconds, endOf.get(crew) ?? Number.POSITIVE_INFINITY, agents, 1);
    endOf.set(crew, atSeconds);
  }
  return { paidSeconds, plannedSeconds };
}
