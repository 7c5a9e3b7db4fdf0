import type { Queue } from "../src/scenario/queue.js";
import type { Calendar, CalendarDay, Interval, Scenario, Shift } from "../src/scenario/scenario.js";
import type { Team } from "../src/scenario/team.js";

/**
 * A queue in a test: what is silent is as in a file, with 100 contacts an hour of three minutes' exponential
 * talk.
 */
export type QueuePart = Partial<Queue> & { readonly perHour?: number };

/** A team in a test: `agents` are present whenever the centre is open; it serves every queue where silent. */
export type TeamPart = Partial<Omit<Team, "skills">> & {
  readonly agents?: number;
  /** Names of queues, in order of preference, or skills in full. */
  readonly skills?: readonly string[] | Team["skills"];
};

export type ShiftPart = Partial<Shift> & Pick<Shift, "name" | "startClockSeconds" | "lengthSeconds">;

export interface ScenarioParts extends Partial<Omit<Scenario, "queues" | "teams" | "shifts" | "calendar">> {
  readonly queues?: readonly QueuePart[];
  readonly teams?: readonly TeamPart[];
  readonly shifts?: readonly ShiftPart[];
  /** Counted days from Monday 2026-03-02 on, UTC; 1 where silent. */
  readonly days?: number;
  readonly intervalSeconds?: Calendar["intervalSeconds"];
  readonly warmupSeconds?: number;
  /** Counted days that are holidays, from 0. */
  readonly holidays?: readonly number[];
  /** Opening hours in seconds after the first counted midnight; always open where silent. */
  readonly open?: Calendar["open"];
}

const DAY_SECONDS = 86_400;

/**
 * A checked scenario as plain data without a file, in UTC. Queues are named q0, q1 ... and teams t0, t1 ...
 */
export function buildScenario(parts: ScenarioParts = {}): Scenario {
  const { queues, teams, shifts, days, intervalSeconds, warmupSeconds, holidays, open, ...rest } = parts;
  const builtQueues = (queues ?? [{}]).map(buildQueue);
  return {
    format: 1,
    name: "a test",
    about: "",
    hash: "0123456789abcdef",
    sources: [],
    currency: "USD",
    calendar: buildCalendar(parts),
    queues: builtQueues,
    teams: (teams ?? [{}]).map((team, index) => buildTeam(team, index, builtQueues)),
    shifts: (shifts ?? []).map(buildShift),
    routing: { agent: "longest-idle", contact: "longest-waiting", overflow: [] },
    contracts: { fullTimeHours: 40, partTimeShare: 0, partTimeHours: 20 },
    run: { seed: "test", replications: 1 },
    expect: [],
    cases: [],
    ...rest,
  };
}

function buildQueue(part: QueuePart, index: number): Queue {
  const { perHour, ...rest } = part;
  return {
    name: `q${index}`,
    channel: "phone",
    arrivals: {
      kind: "volume",
      per: "hour",
      contacts: perHour ?? 100,
      weekdayWeights: [1, 1, 1, 1, 1, 1, 1],
      factor: 1,
      events: [],
    },
    handle: { talk: { kind: "exponential", meanSeconds: 180 } },
    priority: 1,
    serviceLevel: { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 },
    countBlocked: false,
    ...rest,
  };
}

function buildTeam(part: TeamPart, index: number, queues: readonly Queue[]): Team {
  const { agents, skills, ...rest } = part;
  return {
    name: `t${index}`,
    staffing: { kind: "constant", agents: agents ?? 10 },
    absenceShare: 0,
    ...rest,
    skills: (skills ?? queues.map((queue) => ({ queue: queue.name, preference: 1, speed: 1 }))).map(
      (skill, place) =>
        typeof skill === "string" ? { queue: skill, preference: place + 1, speed: 1 } : skill,
    ),
  };
}

function buildShift(part: ShiftPart): Shift {
  return {
    weekdays: [true, true, true, true, true, true, true],
    holiday: true,
    breaks: [],
    premiumShare: 0,
    ...part,
  };
}

function buildCalendar(parts: ScenarioParts): Calendar {
  const { days = 1, intervalSeconds = 1800, warmupSeconds = 0, holidays = [], open } = parts;
  const horizonSeconds = warmupSeconds + days * DAY_SECONDS;
  const before = Math.ceil(warmupSeconds / DAY_SECONDS) + 1;
  const calendarDays = Array.from({ length: before + days }, (_, index): CalendarDay => {
    const day = index - before;
    return {
      date: dateOf(day),
      weekday: ((day % 7) + 7) % 7,
      holiday: holidays.includes(day),
      startSeconds: warmupSeconds + day * DAY_SECONDS,
      lengthSeconds: DAY_SECONDS,
    };
  });
  const intervals = Array.from({ length: (days * DAY_SECONDS) / intervalSeconds }, (_, index): Interval => {
    const clockSeconds = (index * intervalSeconds) % DAY_SECONDS;
    const day = Math.floor((index * intervalSeconds) / DAY_SECONDS);
    return {
      startSeconds: warmupSeconds + index * intervalSeconds,
      lengthSeconds: intervalSeconds,
      start: `${dateOf(day)}T${clockText(clockSeconds)}:00+00:00`,
      day: before + day,
      clockSeconds,
    };
  });
  return {
    timezone: "UTC",
    timezoneData: "test",
    intervalSeconds,
    warmupSeconds,
    horizonSeconds,
    days: calendarDays,
    intervals,
    open: (open ?? [{ fromSeconds: -before * DAY_SECONDS, toSeconds: (days + 1) * DAY_SECONDS }]).map(
      (stretch) => ({
        fromSeconds: stretch.fromSeconds + warmupSeconds,
        toSeconds: stretch.toSeconds + warmupSeconds,
      }),
    ),
    openWeekdays: Array.from({ length: 7 }, () => true),
  };
}

function dateOf(day: number): string {
  return new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10);
}

function clockText(clockSeconds: number): string {
  return new Date(clockSeconds * 1000).toISOString().slice(11, 16);
}
