import type { Distribution } from "../../src/random/distribution.js";
import type { Queue, ServiceLevelVariant } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Team } from "../../src/scenario/team.js";
import { VARIATIONS } from "./variations.js";

type Test = (scenario: Scenario) => boolean;

const VARIANTS: Readonly<Record<ServiceLevelVariant, true>> = {
  "ignore-short": true,
  "abandoned-miss": true,
  "abandoned-hit": true,
  "answered-only": true,
  "ignore-under": true,
  "credit-under": true,
};

const DISTRIBUTIONS: Readonly<Record<Distribution["kind"], true>> = {
  constant: true,
  exponential: true,
  lognormal: true,
  gamma: true,
  weibull: true,
  erlang: true,
  uniform: true,
  triangular: true,
  empirical: true,
  mixture: true,
};

const queue =
  (test: (queue: Queue) => boolean): Test =>
  ({ queues }) =>
    queues.some(test);
const team =
  (test: (team: Team) => boolean): Test =>
  ({ teams }) =>
    teams.some(test);

function timesOf({ handle, patience, redial }: Queue): (Distribution | undefined)[] {
  return [handle.talk, handle.hold, handle.wrap, patience, redial?.after];
}

/** What the format has for the engine to do, and whether a scenario has it. */
export const MECHANISMS: Readonly<Record<string, Test>> = {
  "days on which clocks change": ({ calendar }) => calendar.days.some((day) => day.lengthSeconds !== 86_400),
  "holidays that are counted": ({ calendar }) => calendar.days.slice(1).some((day) => day.holiday),
  "intervals of 15 minutes": ({ calendar }) => calendar.intervalSeconds === 900,
  "a warm-up": ({ calendar }) => calendar.warmupSeconds > 0,
  "hours that close": ({ calendar }) => calendar.open.length > 1,
  "never open": ({ calendar }) => calendar.open.length === 0,
  "busyness of all queues": ({ busynessCv = 0 }) => busynessCv > 0,
  "lines of all queues": ({ lines }) => lines !== undefined,
  "routing by priority": ({ routing, queues }) =>
    routing.contact === "priority" && new Set(queues.map((one) => one.priority)).size > 1,
  overflow: ({ routing }) => routing.overflow.some((rule) => rule.to.length > 0),
  "overflow at once": ({ routing }) => routing.overflow.some((rule) => rule.afterSeconds === 0),
  "several overflow rules of a queue": ({ routing }) =>
    new Set(routing.overflow.map((rule) => rule.queue)).size < routing.overflow.length,
  "arrivals by volume": queue(({ arrivals }) => arrivals.kind === "volume"),
  "volumes by the hour": queue(({ arrivals }) => arrivals.kind === "volume" && arrivals.per === "hour"),
  "volumes by the interval": queue(
    ({ arrivals }) => arrivals.kind === "volume" && arrivals.per === "interval",
  ),
  "volumes by the week": queue(({ arrivals }) => arrivals.kind === "volume" && arrivals.per === "week"),
  "a shape of the day": queue(({ arrivals }) => arrivals.kind === "volume" && arrivals.shape !== undefined),
  "a holiday's weight": queue(
    ({ arrivals }) => arrivals.kind === "volume" && arrivals.holidayWeight !== undefined,
  ),
  "arrivals by table": queue(({ arrivals }) => arrivals.kind === "table"),
  "handle times of a table": queue(
    ({ arrivals }) => arrivals.kind === "table" && arrivals.steps.some((step) => step.ahtSeconds),
  ),
  "events that multiply arrivals": queue(
    ({ arrivals }) => arrivals.kind !== "replay" && arrivals.events.length > 0,
  ),
  "busyness of a queue": queue(({ arrivals }) => arrivals.kind !== "replay" && !!arrivals.busynessCv),
  "recorded contacts": queue(({ arrivals }) => arrivals.kind === "replay"),
  "recorded handle times": queue(({ arrivals }) => arrivals.kind === "replay" && !!arrivals.handleSeconds),
  "recorded patience": queue(({ arrivals }) => arrivals.kind === "replay" && !!arrivals.patienceSeconds),
  "contacts without talk": queue(({ handle }) => handle.talk === undefined),
  "contacts on hold": queue(({ handle }) => handle.hold !== undefined),
  "callers who never hang up": queue(({ patience }) => patience === undefined),
  "lines of a queue": queue(({ lines }) => lines !== undefined),
  redials: queue(({ redial }) => redial !== undefined && redial.attempts !== undefined),
  "redials without end": queue(({ redial }) => redial !== undefined && redial.attempts === undefined),
  "blocked contacts that count": queue(({ countBlocked }) => countBlocked),
  "agents who are always there": team(({ staffing }) => staffing.kind === "constant"),
  "agents on shifts": team(({ staffing }) => staffing.kind === "roster" && staffing.shifts.length > 0),
  "agents by table": team(({ staffing }) => staffing.kind === "table"),
  "unpaid breaks": ({ shifts }) => shifts.some(({ breaks }) => breaks.some((one) => !one.paid)),
  absence: team(({ absenceShare }) => absenceShare > 0),
  lateness: team(({ lateness }) => lateness !== undefined),
  "blocks off the phone": team(({ offPhone }) => (offPhone?.share ?? 0) > 0),
  "a share of nothing off the phone": team(({ offPhone }) => offPhone?.share === 0),
  "a quota of contacts": team(({ quota }) => quota?.contacts !== undefined),
  "a quota of time": team(({ quota }) => quota?.handled !== undefined),
  "speeds of agents": team(({ skills }) => skills.some(({ speed }) => speed !== 1)),
  preferences: team(({ skills }) => new Set(skills.map(({ preference }) => preference)).size > 1),
  "a team without a skill": team(({ skills }) => skills.length === 0),
  ...Object.fromEntries(
    Object.keys(VARIANTS).map((name) => [
      `service level ${name}`,
      queue(({ serviceLevel }) => serviceLevel.counting === name),
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(DISTRIBUTIONS).map((name) => [
      `times of kind ${name}`,
      queue((one) => timesOf(one).some((time) => time?.kind === name)),
    ]),
  ),
  ...Object.fromEntries(Object.entries(VARIATIONS).map(([name, { isUsed }]) => [name, isUsed])),
};
