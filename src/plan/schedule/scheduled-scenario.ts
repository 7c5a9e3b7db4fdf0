import { formatClock } from "../../kit/clock.js";
import type { Scenario, Shift } from "../../scenario/scenario.js";
import type { Staffing } from "../../scenario/team.js";
import type { AgentLine, LineShift } from "./schedule-result.js";
import { weeksOf } from "./team-weeks.js";

/** The lines of a team. */
export interface TeamLines {
  readonly team: string;
  readonly lines: readonly AgentLine[];
}

/**
 * The scenario with the lines as shifts, each on its dates, and rosters of them. Days before the first
 * counted one have the shifts of the first week's day that takes their place, so that a night shift reaches
 * into the first morning and the warm-up finds agents.
 */
export function scheduledScenario(scenario: Scenario, teams: readonly TeamLines[]): Scenario {
  const shifts: Shift[] = [];
  const names = new Set<string>();
  const datesOf = datesByDay(scenario);
  const staffings = new Map<string, Staffing>();
  for (const { team, lines } of teams) {
    const roster: { shift: string; agents: number }[] = [];
    for (const { shift, agents } of teamShifts(team, lines, datesOf, names)) {
      shifts.push(shift);
      roster.push({ shift: shift.name, agents });
    }
    staffings.set(
      team,
      roster.length > 0 ? { kind: "roster", shifts: roster } : { kind: "constant", agents: 0 },
    );
  }
  return {
    ...scenario,
    teams: scenario.teams.map((team) => ({ ...team, staffing: staffings.get(team.name) ?? team.staffing })),
    shifts: [...keptShifts(scenario, staffings), ...shifts],
  };
}

/** Shifts of teams that were not scheduled. */
function keptShifts({ teams, shifts }: Scenario, scheduled: ReadonlyMap<string, Staffing>): Shift[] {
  const kept = new Set(
    teams.flatMap(({ name, staffing }) =>
      scheduled.has(name) || staffing.kind !== "roster" ? [] : staffing.shifts.map(({ shift }) => shift),
    ),
  );
  return shifts.filter(({ name }) => kept.has(name));
}

function datesByDay(scenario: Scenario): (day: number) => readonly string[] {
  const { days } = scenario.calendar;
  const [week = []] = weeksOf(scenario);
  const first = week[0];
  const before = new Map<number, string[]>();
  for (let day = 0; day < first; day++) {
    const like = week[(((day - first) % week.length) + week.length) % week.length];
    before.set(like, [...(before.get(like) ?? []), days[day].date]);
  }
  return (day) => [...(before.get(day) ?? []), days[day].date];
}

/** Shifts that are alike on so many dates, for as many agents as have them on each. */
function teamShifts(
  team: string,
  lines: readonly AgentLine[],
  datesOf: (day: number) => readonly string[],
  names: Set<string>,
): { shift: Shift; agents: number }[] {
  const alike = new Map<string, { like: LineShift; agentsOn: Map<number, number> }>();
  for (const like of lines.flatMap(({ shifts }) => shifts)) {
    const { template, startClockSeconds, lengthSeconds, breaks, premiumShare } = like;
    const key = JSON.stringify([template, startClockSeconds, lengthSeconds, breaks, premiumShare]);
    const known = alike.get(key) ?? { like, agentsOn: new Map<number, number>() };
    known.agentsOn.set(like.day, (known.agentsOn.get(like.day) ?? 0) + 1);
    alike.set(key, known);
  }
  const groups = [...alike.values()].sort(
    (a, b) =>
      a.like.startClockSeconds - b.like.startClockSeconds || (a.like.template < b.like.template ? -1 : 1),
  );
  return groups.flatMap(({ like, agentsOn }) =>
    layersOf(agentsOn).map(({ days, agents }) => ({
      agents,
      shift: {
        name: newName(`${team} ${like.template} ${formatClock(like.startClockSeconds)}`, names),
        weekdays: [true, true, true, true, true, true, true],
        holiday: true,
        dates: days.flatMap(datesOf).sort(),
        startClockSeconds: like.startClockSeconds,
        lengthSeconds: like.lengthSeconds,
        breaks: like.breaks,
        premiumShare: like.premiumShare,
      },
    })),
  );
}

/** Numbers by day as sets of days, each worked by the same number of agents. */
function layersOf(agentsOn: ReadonlyMap<number, number>): { days: number[]; agents: number }[] {
  const layers: { days: number[]; agents: number }[] = [];
  const days = [...agentsOn.keys()].sort((a, b) => a - b);
  const levels = [...new Set(agentsOn.values())].sort((a, b) => a - b);
  let before = 0;
  for (const level of levels) {
    layers.push({ days: days.filter((day) => agentsOn.get(day)! >= level), agents: level - before });
    before = level;
  }
  return layers;
}

function newName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let again = 2; names.has(name); again++) name = `${wanted} (${again})`;
  names.add(name);
  return name;
}
