import type { Observations } from "../../src/engine/observations.js";
import { CREW_FIELDS, QUEUE_FIELDS, SHIFT_FIELDS } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile, type Model } from "../../src/model/model.js";
import type { Distribution } from "../../src/random/distribution.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Calendar, Scenario, Shift } from "../../src/scenario/scenario.js";
import type { Skill, Staffing, Team } from "../../src/scenario/team.js";
import { buildScenario } from "../build-scenario.js";

/** A stretch of time, from and to in seconds. */
export type Stretch = readonly [number, number];

/**
 * `days` counted days after the warm-up; `open` in seconds of the simulation, all the time where it is not
 * said.
 */
export function calendarOf(
  parts: {
    days?: number;
    warmupSeconds?: number;
    intervalSeconds?: 900 | 1800 | 3600;
    open?: readonly Stretch[];
    holidays?: readonly number[];
  } = {},
): Calendar {
  const { open, ...rest } = parts;
  const { calendar } = buildScenario(rest);
  const [first] = calendar.days;
  const stretches = open ?? [[first.startSeconds, calendar.horizonSeconds]];
  return { ...calendar, open: stretches.map(([fromSeconds, toSeconds]) => ({ fromSeconds, toSeconds })) };
}

/** A time that is always the same, where a number is given. */
export function timeOf(time: number | Distribution): Distribution {
  return typeof time === "number" ? { kind: "constant", seconds: time } : time;
}

type QueueParts = Omit<Partial<Queue>, "name" | "handle" | "patience"> & {
  at?: readonly number[];
  handles?: readonly number[];
  patiences?: readonly number[];
  handle?: Distribution | number;
  patience?: Distribution | number;
};

/**
 * A phone queue; contacts come at the moments `at`, with recorded handle times and patience where these are
 * given.
 */
export function queueOf(name: string, parts: QueueParts = {}): Queue {
  const { at = [], handles, patiences, handle = 60, patience, ...rest } = parts;
  return {
    name,
    channel: "phone",
    arrivals: {
      kind: "replay",
      atSeconds: at,
      ...(handles && { handleSeconds: handles }),
      ...(patiences && { patienceSeconds: patiences }),
    },
    handle: { talk: timeOf(handle) },
    ...(patience !== undefined && { patience: timeOf(patience) }),
    priority: 1,
    serviceLevel: { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 },
    countBlocked: false,
    ...rest,
  };
}

type TeamParts = Omit<Partial<Team>, "name" | "skills" | "staffing" | "lateness"> & {
  skills?: readonly (string | (Pick<Skill, "queue"> & Partial<Skill>))[];
  agents?: number;
  roster?: Readonly<Record<string, number>>;
  table?: readonly (readonly [from: number, to: number, agents: number])[];
  lateness?: Distribution | number;
};

/** A team; plain skills are equals. One agent who is always there, where nothing is said. */
export function teamOf(name: string, parts: TeamParts = {}): Team {
  const { skills = ["calls"], agents = 1, roster, table, lateness, ...rest } = parts;
  const staffing: Staffing = roster
    ? { kind: "roster", shifts: Object.entries(roster).map(([shift, count]) => ({ shift, agents: count })) }
    : table
      ? {
          kind: "table",
          steps: table.map(([from, to, count]) => ({ fromSeconds: from, toSeconds: to, agents: count })),
        }
      : { kind: "constant", agents };
  return {
    name,
    skills: skills.map((skill) =>
      typeof skill === "string"
        ? { queue: skill, preference: 1, speed: 1 }
        : { preference: 1, speed: 1, ...skill },
    ),
    staffing,
    absenceShare: 0,
    ...(lateness !== undefined && { lateness: timeOf(lateness) }),
    ...rest,
  };
}

/** A shift on every day, from a clock time in seconds for a length in seconds. */
export function shiftOf(
  name: string,
  startClockSeconds: number,
  lengthSeconds: number,
  parts: Partial<Shift> = {},
): Shift {
  return {
    name,
    weekdays: [true, true, true, true, true, true, true],
    holiday: true,
    startClockSeconds,
    lengthSeconds,
    breaks: [],
    premiumShare: 0,
    ...parts,
  };
}

/** A break of a shift. */
export function breakOf(afterSeconds: number, lengthSeconds: number, paid = true) {
  return { afterSeconds, lengthSeconds, paid };
}

/** A checked scenario; one queue `calls` and one team `team` where they are not given. */
export function scenarioOf(parts: Partial<Scenario> = {}): Scenario {
  return {
    ...buildScenario(),
    calendar: calendarOf(),
    queues: [queueOf("calls")],
    teams: [teamOf("team")],
    ...parts,
  };
}

/** Routing that is the default but for what is given. */
export function routingOf(parts: Partial<Scenario["routing"]>): Scenario["routing"] {
  return { agent: "longest-idle", contact: "longest-waiting", overflow: [], ...parts };
}

/** One replication, with its trace as lines such as `10 answered #1 calls team/0`. */
export interface Traced {
  readonly model: Model;
  readonly lines: string[];
  readonly observed: Observations;
}

/** Runs a scenario once and keeps the trace. */
export function traced(scenario: Scenario, seed = "seed", replication = 0): Traced {
  const model = compile(scenario);
  const lines: string[] = [];
  const observed = simulate(model, seed, replication, (seconds, event, contact, queue, team, agent) => {
    const parts = [String(seconds), event];
    if (contact >= 0) parts.push(`#${contact}`);
    if (queue >= 0) parts.push(scenario.queues[queue].name);
    if (team >= 0) parts.push(`${scenario.teams[team].name}/${agent}`);
    lines.push(parts.join(" "));
  });
  return { model, lines, observed };
}

/** Runs a scenario once without a trace, which is much faster. */
export function observedOf(scenario: Scenario, seed = "seed", replication = 0): Observations {
  return simulate(compile(scenario), seed, replication);
}

/** The lines of one of these events. */
export function linesOf({ lines }: Traced, ...events: string[]): string[] {
  return lines.filter((line) => events.includes(line.split(" ")[1]));
}

/** Sums of a queue's cells over all counted intervals, by name of the field. */
export function queueTotals({ observed }: Traced, queue = 0): Record<(typeof QUEUE_FIELDS)[number], number> {
  return totals(observed.queueCells, QUEUE_FIELDS, queue, observed.intervals);
}

/** Sums of a crew's cells over all counted intervals, by name of the field. */
export function crewTotals({ observed }: Traced, crew = 0): Record<(typeof CREW_FIELDS)[number], number> {
  return totals(observed.crewCells, CREW_FIELDS, crew, observed.intervals);
}

/** A crew's cell about its agent-shifts, by name of the field. */
export function shiftTotals({ observed }: Traced, crew = 0): Record<(typeof SHIFT_FIELDS)[number], number> {
  return totals(observed.shiftCells, SHIFT_FIELDS, crew, 0, 1);
}

function totals<Field extends string>(
  cells: Float64Array,
  fields: readonly Field[],
  subject: number,
  intervals: number,
  counted = intervals,
): Record<Field, number> {
  const first = subject * (intervals + 1) * fields.length;
  return Object.fromEntries(
    fields.map((field, at) => {
      let sum = 0;
      for (let interval = 0; interval < counted; interval++)
        sum += cells[first + interval * fields.length + at];
      return [field, sum];
    }),
  ) as Record<Field, number>;
}
