import type { Distribution } from "../../src/random/distribution.js";
import type { Arrivals } from "../../src/scenario/arrivals.js";
import { type OpeningHours, resolveCalendar } from "../../src/scenario/calendar.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Calendar, Scenario, Shift } from "../../src/scenario/scenario.js";
import type { Staffing, Team } from "../../src/scenario/team.js";
import { Choices, randomScenario } from "./random-scenario.js";
import { varied } from "./variations.js";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Days before clocks change, at two at night, by half an hour, at midnight. */
const CLOCK_CHANGES = [
  ["America/New_York", "2026-03-07"],
  ["America/New_York", "2026-10-31"],
  ["Australia/Lord_Howe", "2026-04-04"],
  ["Australia/Lord_Howe", "2026-10-03"],
  ["Africa/Cairo", "2026-04-23"],
  ["Africa/Cairo", "2026-10-29"],
] as const;

/**
 * A random scenario with what the format has besides: days on which clocks change, holidays, closed days,
 * every way of counting service level, quotas of both kinds, every distribution, contacts without talk,
 * callers who always or never redial, crowds, tables of agents that change at odd moments. Still multiples of
 * half a minute in every other one. What each mechanism adds is in `variations.ts`.
 */
export function widerScenario(number: number): Scenario {
  const choices = new Choices(number, "wider");
  const onGrid = number % 2 === 0;
  const base = randomScenario(number);
  const calendar = choices.chance(0.3) ? calendarInPlace(choices, base.calendar) : base.calendar;
  const { horizonSeconds } = calendar;
  const queues = base.queues.map((queue) => widerQueue(choices, queue, onGrid));
  if (choices.chance(0.1)) queues[0] = crowded(choices, queues[0], horizonSeconds, onGrid);
  return varied(number, {
    ...base,
    calendar,
    queues,
    teams: base.teams.map((team) => widerTeam(choices, team, horizonSeconds, onGrid)),
    shifts: base.shifts.map((shift): Shift => ({ ...shift, holiday: choices.chance(0.7) })),
  });
}

function calendarInPlace(choices: Choices, { intervalSeconds, warmupSeconds, days }: Calendar): Calendar {
  const [timezone, start] = choices.of<(typeof CLOCK_CHANGES)[number]>(...CLOCK_CHANGES);
  const counted = days.filter((day) => day.startSeconds >= warmupSeconds).length;
  const closedShare = choices.of(0.2, 0.2, 0.2, 1);
  const stretches = () =>
    choices.chance(closedShare)
      ? []
      : [{ fromClockSeconds: choices.of(0, 6, 9) * HOUR, toClockSeconds: choices.of(14, 24, 26) * HOUR }];
  const hours: OpeningHours = choices.chance(0.4)
    ? "always"
    : {
        weekdays: choices.list(7, stretches),
        ...(choices.chance(0.5) && { holiday: stretches() }),
      };
  const next = `${start.slice(0, 8)}${String(Number(start.slice(8)) + 1).padStart(2, "0")}`;
  const holidays = choices.chance(0.4) ? [choices.of(start, next === "2026-10-32" ? start : next)] : [];
  const warn = () => {};
  return resolveCalendar(
    { timezone, start, days: counted, intervalSeconds, warmupSeconds, holidays, hours },
    warn,
  );
}

function otherTime(choices: Choices, mean: number, onGrid: boolean): Distribution {
  if (onGrid) {
    return {
      kind: "mixture",
      parts: [
        { weight: 3, of: { kind: "constant", seconds: mean } },
        { weight: 1, of: { kind: "constant", seconds: 4 * mean } },
      ],
    };
  }
  return choices.of<Distribution>(
    { kind: "weibull", meanSeconds: mean, shape: 1.5 },
    { kind: "triangular", minSeconds: 0, modeSeconds: mean, maxSeconds: 2 * mean },
    {
      kind: "mixture",
      parts: [
        { weight: 1, of: { kind: "uniform", minSeconds: 0, maxSeconds: mean } },
        { weight: 2, of: { kind: "exponential", meanSeconds: mean } },
      ],
    },
  );
}

function widerQueue(choices: Choices, queue: Queue, onGrid: boolean): Queue {
  const { talk: _, ...others } = queue.handle;
  const withoutTalk = choices.chance(0.2) && Object.keys(others).length > 0;
  return {
    ...queue,
    arrivals: widerArrivals(choices, queue.arrivals),
    handle: withoutTalk
      ? others
      : { ...queue.handle, ...(choices.chance(0.2) && { talk: otherTime(choices, 600, onGrid) }) },
    ...(queue.patience && choices.chance(0.2) && { patience: otherTime(choices, 120, onGrid) }),
    ...(queue.redial &&
      choices.chance(0.3) && { redial: { ...queue.redial, chance: choices.of(0, 1), attempts: 4 } }),
    serviceLevel: {
      withinSeconds: choices.of(0, 20, 60, 120, 300),
      counting: choices.of(
        "ignore-short",
        "abandoned-miss",
        "abandoned-hit",
        "answered-only",
        "ignore-under",
        "credit-under",
      ),
      underSeconds: choices.of(0, 5, 60),
    },
    countBlocked: choices.chance(0.5),
  };
}

function widerArrivals(choices: Choices, arrivals: Arrivals): Arrivals {
  if (arrivals.kind !== "volume" || choices.chance(0.5)) return arrivals;
  const { shape } = arrivals;
  const holiday = [
    { clockSeconds: 0, weight: 0 },
    { clockSeconds: 10 * HOUR, weight: 1 },
  ];
  return {
    ...arrivals,
    holidayWeight: choices.of(0, 0.5),
    ...(shape && { shape: { ...shape, holiday } }),
  };
}

/** Hundreds of contacts within minutes, who wait long. */
function crowded(choices: Choices, queue: Queue, horizon: number, onGrid: boolean): Queue {
  const from = choices.whole(8, Math.floor(horizon / HOUR) - 8) * HOUR;
  const at = choices
    .list(choices.whole(100, 250), () => from + (onGrid ? choices.whole(0, 20) * 60 : choices.share() * 1200))
    .sort((a, b) => a - b);
  const { lines: _, ...rest } = queue;
  const patient = () => choices.of(Number.NaN, 600, 3600, 3600 * choices.whole(1, 9));
  return { ...rest, arrivals: { kind: "replay", atSeconds: at, patienceSeconds: at.map(patient) } };
}

function widerTeam(choices: Choices, team: Team, horizon: number, onGrid: boolean): Team {
  const { quota: _, ...rest } = team;
  return {
    ...rest,
    staffing: widerStaffing(choices, team.staffing, horizon, onGrid),
    ...(choices.chance(0.05) && { offPhone: { share: 0, blockSeconds: 900 } }),
    ...(choices.chance(0.6) && {
      quota: {
        ...(choices.chance(0.6) && { contacts: choices.whole(0, 12) }),
        ...(choices.chance(0.6) && {
          handled: { share: choices.of(0.4, 0.8, 1), withinSeconds: choices.of(300, 600, 1200) },
        }),
      },
    }),
  };
}

function widerStaffing(choices: Choices, staffing: Staffing, horizon: number, onGrid: boolean): Staffing {
  if (staffing.kind !== "table" || choices.chance(0.5)) return staffing;
  let from = onGrid ? choices.whole(0, 120) * 60 : choices.share() * 2 * HOUR;
  const steps: { fromSeconds: number; toSeconds: number; agents: number }[] = [];
  while (from < Math.min(horizon, 3 * DAY)) {
    const lengthSeconds = (onGrid ? choices.whole(1, 40) : 40 * choices.share()) * 210;
    steps.push({ fromSeconds: from, toSeconds: from + lengthSeconds, agents: choices.whole(0, 6) });
    from += lengthSeconds + choices.of(0, 0, 0, 420);
  }
  return { kind: "table", steps };
}
