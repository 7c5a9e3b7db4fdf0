import { readScenarioText } from "../../../src/scenario/read-scenario.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { ratioFigure } from "../../../src/statistics/ratio.js";
import type { Figure } from "../../../src/statistics/summary.js";
import { buildScenario } from "../../build-scenario.js";
import type { OracleCase } from "../oracle-cases.js";
import { acceptedClaims, type Claim, claimsOf, type Simulated } from "./claims.js";
import { type QueueSums, Simulation, type Totals } from "./simulation.js";
import { times, waitSeconds } from "./steady-figures.js";
import { exponential } from "./steady-scenario.js";
import { type LineWatch, watchLine } from "./waiting-line.js";

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
const OPENS = 9 * HOUR_SECONDS;

interface WatchedDays {
  readonly simulation: Simulation;
  readonly watches: readonly LineWatch[];
  /** Clock times between which rates are constant; the last is when the centre closes. */
  readonly marks: readonly number[];
  readonly agents: number;
}

function watched(scenario: Scenario, marks: readonly number[], agents: number): WatchedDays {
  const watches: LineWatch[] = [];
  const simulation = new Simulation(scenario, (replication) => {
    const { watch, trace } = watchLine(scenario, marks);
    watches[replication] = watch;
    return trace;
  });
  return { simulation, watches, marks, agents };
}

type OfQueue = (queue: QueueSums) => number;
const arrived: OfQueue = (queue) => queue.arrived;
const answeredWithin: OfQueue = (queue) => queue.answeredWithin;

const daily = (simulation: Simulation, of: OfQueue): Figure =>
  simulation.ratio(
    ({ queues: [queue] }) => of(queue),
    ({ seconds }) => seconds / DAY_SECONDS,
  );

const share = (simulation: Simulation, above: OfQueue, below: OfQueue): Figure =>
  simulation.ratio(
    ({ queues: [queue] }) => above(queue),
    ({ queues: [queue] }) => below(queue),
  );

const meanBusy = (samples: readonly Totals[]): Figure =>
  ratioFigure(
    samples.map(({ teams: [team] }) => team.busySeconds),
    samples.map(({ seconds }) => seconds),
  );

/** Figures of whole days; times in minutes. */
function dayFigures({ simulation, watches, marks, agents }: WatchedDays): Record<string, Figure> {
  const [queue] = simulation.summary.queues;
  const minutes = (figure: Figure) => times(figure, 1 / 60);
  return {
    arrivals: daily(simulation, arrived),
    blocked: daily(simulation, ({ blocked }) => blocked),
    abandoned: daily(simulation, ({ abandoned }) => abandoned),
    served: daily(simulation, ({ answered }) => answered),
    unserved: daily(simulation, ({ unserved }) => unserved),
    answered_within_T: daily(simulation, answeredWithin),
    sl_over_served: queue.serviceLevels["answered-only"],
    sl_over_offered: share(simulation, answeredWithin, arrived),
    wait_integral: minutes(daily(simulation, waitSeconds)),
    mean_wait_offered: minutes(share(simulation, waitSeconds, arrived)),
    asa_if_no_abandon: minutes(queue.figures.asa),
    occupancy_open_hours: times(meanBusy(simulation.between(marks[0], marks.at(-1)!)), 1 / agents),
    queue_at_close: ratioFigure(
      watches.map((watch) => watch.waitingAtLast),
      watches.map((watch) => watch.days),
    ),
  };
}

/** Figures of one stretch of every day. Who meets a busy signal has found all agents busy, too. */
function segmentFigures(
  { simulation, watches, marks }: WatchedDays,
  segment: number,
): Record<string, Figure> {
  const [from, to] = [marks[segment], marks[segment + 1]];
  const samples = simulation.between(from, to);
  const sums = (of: OfQueue) => samples.map(({ queues: [queue] }) => of(queue));
  const arrivals = sums(arrived);
  const blocked = sums((queue) => queue.blocked);
  const days = watches.map((watch) => watch.days);
  return {
    arrivals: ratioFigure(arrivals, days),
    p_wait: ratioFigure(
      watches.map((watch, index) => watch.joined[segment] + blocked[index]),
      arrivals,
    ),
    mean_queue: ratioFigure(
      watches.map((watch) => watch.waitedSeconds[segment]),
      days.map((count) => count * (to - from)),
    ),
    sl: ratioFigure(sums(answeredWithin), arrivals),
    mean_busy: meanBusy(samples),
  };
}

function dayClaims(
  days: WatchedDays,
  { per_segment, ...whole }: OracleCase["expected"],
  unseen: readonly string[] = [],
): Claim[] {
  const { samples } = days.simulation;
  return [
    ...claimsOf(whole, { samples, figures: dayFigures(days), unseen }),
    ...per_segment.flatMap((answers: Record<string, number>, segment: number) =>
      claimsOf(answers, { samples, figures: segmentFigures(days, segment) }),
    ),
  ];
}

/**
 * Twelve agents and eight hours; on the long shift they stay until the line is served, on the short one
 * nobody does.
 */
function eightHours(room: string, shift: "long" | "short", stretch: number): WatchedDays {
  const text = `
callsim: 1
name: Eight hours from empty
calendar: {timezone: UTC, start: 2026-03-02, days: 45, hours: {daily: "09:00-17:00"}}
queues:
  calls:
    arrivals: {perHour: 252}
    handle: {talk: {exponential: {mean: ${120 * stretch}s}}}
    target: {answered: 80%, within: 20s, counting: abandoned-miss}
    ${room}
shifts:
  short: {start: "09:00", length: 8h}
  long: {start: "09:00", length: 12h}
teams:
  agents: {skills: [calls], roster: {${shift}: 12}}
run: {replications: 40, seed: "eight hours ${room}"}
`;
  const made = done.get(text);
  if (made) return made;
  const { scenario } = readScenarioText(text, "eight-hours.yaml");
  const days = watched(scenario, [OPENS, OPENS + 8 * HOUR_SECONDS], 12);
  done.set(text, days);
  return days;
}

/** Several cases are about the same days. */
const done = new Map<string, WatchedDays>();

const FIVE_PLACES = "lines: 17";

const published =
  (room: string, shift: "long" | "short", names: Readonly<Record<string, string>>): Simulated =>
  ({ expected }, stretch) => {
    const days = eightHours(room, shift, stretch);
    const all = dayFigures(days);
    const figures = Object.fromEntries(Object.entries(names).map(([metric, name]) => [metric, all[name]]));
    return acceptedClaims(expected, { ...days.simulation, figures });
  };

/** An hour above capacity between two quiet ones; who waits at the end is served. */
const overload: Simulated = ({ id, input, expected }, stretch) => {
  const segments: [minutes: number, perMinute: number, agents: number][] = input.segments;
  const agents = segments[0][2];
  const days = 60;
  const marks = segments.map((_, index) => OPENS + index * HOUR_SECONDS);
  const closes = OPENS + segments.length * HOUR_SECONDS;
  const everyDay = [...Array(days).keys()];
  const scenario = buildScenario({
    days,
    intervalSeconds: 3600,
    run: { seed: id, replications: 40 },
    open: everyDay.map((day) => ({
      fromSeconds: day * DAY_SECONDS + OPENS,
      toSeconds: day * DAY_SECONDS + closes,
    })),
    queues: [
      {
        arrivals: {
          kind: "table",
          factor: 1,
          events: [],
          steps: everyDay.flatMap((day) =>
            segments.map(([minutes, perMinute], index) => ({
              fromSeconds: day * DAY_SECONDS + marks[index],
              toSeconds: day * DAY_SECONDS + marks[index] + 60 * minutes,
              contacts: minutes * perMinute,
            })),
          ),
        },
        handle: { talk: exponential(60 * input.aht_min * stretch) },
        serviceLevel: { withinSeconds: 60 * input.T_min, counting: "abandoned-miss", underSeconds: 5 },
      },
    ],
    teams: [
      {
        staffing: {
          kind: "table",
          steps: [{ fromSeconds: 0, toSeconds: days * DAY_SECONDS, agents }],
        },
      },
    ],
  });
  // Somebody waits at closing time on four days in ten thousand: too few days here to meet one.
  return dayClaims(watched(scenario, [...marks, closes], agents), expected, ["queue_at_close"]);
};

/** Days that begin empty. */
export const dayCases: Readonly<Record<string, Simulated>> = {
  "CF:DAY-MMC": ({ expected }, stretch) => dayClaims(eightHours("", "long", stretch), expected),
  "CF:DAY-MMCBlocked": ({ expected }, stretch) =>
    dayClaims(eightHours(FIVE_PLACES, "long", stretch), expected),
  "CF:DAY-OVERLOAD": overload,
  "PS:MMC": published("", "long", {
    "calls answered within T per day": "answered_within_T",
    "service level (ratio of means)": "sl_over_served",
    "mean speed of answer, min": "asa_if_no_abandon",
    "occupancy 0-480 min": "occupancy_open_hours",
  }),
  "PS:MMCBlocked": published(FIVE_PLACES, "long", {
    "blocked per day": "blocked",
    "answered within T": "answered_within_T",
    "SL over served": "sl_over_served",
    "SL over offered": "sl_over_offered",
    "asa, min": "asa_if_no_abandon",
    occupancy: "occupancy_open_hours",
  }),
  "PS:MMCClrQ": published("", "short", { "disconnected per day": "unserved" }),
};
