import type { Distribution } from "../../src/random/distribution.js";
import { openStream } from "../../src/random/stream.js";
import type { Arrivals } from "../../src/scenario/arrivals.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario, Shift } from "../../src/scenario/scenario.js";
import type { Team } from "../../src/scenario/team.js";
import {
  breakOf,
  calendarOf,
  queueOf,
  type Stretch,
  scenarioOf,
  shiftOf,
  teamOf,
} from "../engine/plain-scenario.js";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Draws choices; the same number and purpose give the same choices. */
export class Choices {
  private readonly draw: () => number;
  constructor(number: number, purpose = "choices") {
    this.draw = openStream("random scenario", number, purpose, "");
  }
  share(): number {
    return this.draw();
  }
  chance(share: number): boolean {
    return this.draw() < share;
  }
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.draw() * (most - least + 1));
  }
  of<T>(...items: readonly T[]): T {
    return items[this.whole(0, items.length - 1)];
  }
  some<T>(items: readonly T[], share = 0.6): T[] {
    return items.filter(() => this.chance(share));
  }
  list<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}

/**
 * A small scenario with a bit of everything: queues and teams, preferences, speeds, priority, overflow,
 * lines, redial, patience, shifts with breaks, absence, lateness, off-phone blocks, tables, opening hours,
 * busyness. In every other one all times are whole minutes, so that much happens at one instant.
 */
export function randomScenario(number: number): Scenario {
  const choices = new Choices(number);
  const onGrid = number % 2 === 0;
  const days = choices.whole(1, 2);
  const warmupSeconds = choices.of(0, 0, 3 * HOUR, 26 * HOUR);
  const horizon = warmupSeconds + days * DAY;
  const open: Stretch[] | undefined = choices.chance(0.5)
    ? undefined
    : choices
        .list(Math.ceil(horizon / DAY) + 1, (day) => warmupSeconds + (day - 1) * DAY)
        .flatMap((start): Stretch[] =>
          choices.chance(0.5)
            ? [[start + 7 * HOUR, start + 19 * HOUR]]
            : [
                [start + 6 * HOUR, start + 12.75 * HOUR],
                [start + 13 * HOUR, start + choices.of(20, 24) * HOUR],
              ],
        );
  const queueNames = choices.list(choices.of(1, 2, 3, 4, 5, 6, 9), (index) => `q${index}`);
  const teamNames = choices.list(choices.whole(1, 4), (index) => `t${index}`);
  const shifts = choices.list(choices.whole(1, 3), (index) => randomShift(choices, index));
  const teams = teamNames.map((name) => randomTeam(choices, name, queueNames, shifts, horizon, onGrid));
  return scenarioOf({
    calendar: calendarOf({
      days,
      warmupSeconds,
      intervalSeconds: choices.of(900, 1800, 3600),
      ...(open && { open: merged(open) }),
    }),
    queues: queueNames.map((name) => randomQueue(choices, name, horizon, onGrid)),
    teams,
    shifts,
    ...(choices.chance(0.3) && { lines: choices.whole(1, 12) }),
    ...(choices.chance(0.3) && { busynessCv: 0.3 }),
    routing: {
      agent: "longest-idle",
      contact: choices.of("longest-waiting", "priority"),
      overflow: choices.list(choices.whole(0, 3), () => ({
        queue: choices.of(...queueNames),
        afterSeconds: choices.of(0, 60, 60, 120, 300, 45.5),
        to: choices.some(teamNames, 0.5),
      })),
    },
  });
}

function merged(open: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const [from, to] of open) {
    const last = result[result.length - 1];
    if (last && last[1] >= from) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}

function randomTime(choices: Choices, mean: number, onGrid: boolean): Distribution {
  const grid = (seconds: number) => Math.max(60, Math.round(seconds / 60) * 60);
  if (onGrid) {
    return choices.chance(0.4)
      ? { kind: "constant", seconds: grid(mean) }
      : { kind: "empirical", valuesSeconds: [0.5, 1, 1, 2].map((factor) => grid(mean * factor)) };
  }
  return choices.of<Distribution>(
    { kind: "exponential", meanSeconds: mean },
    { kind: "lognormal", medianSeconds: mean, sigma: 0.7 },
    { kind: "gamma", meanSeconds: mean, cv: 0.8 },
    { kind: "erlang", meanSeconds: mean, stages: 2 },
    { kind: "uniform", minSeconds: 0, maxSeconds: 2 * mean },
  );
}

function randomQueue(choices: Choices, name: string, horizon: number, onGrid: boolean): Queue {
  const handleSeconds = choices.of(300, 600, 1500);
  const time = (mean: number) => randomTime(choices, mean, onGrid);
  return {
    ...queueOf(name, {
      arrivals: randomArrivals(choices, horizon, onGrid),
      ...(choices.chance(0.7) && {
        patience: choices.chance(0.2)
          ? { kind: "constant" as const, seconds: 0 }
          : time(choices.of(60, 300, 1200)),
      }),
      ...(choices.chance(0.3) && { lines: choices.whole(1, 6) }),
      ...(choices.chance(0.4) && {
        redial: {
          chance: choices.of(0.3, 0.9),
          after: time(600),
          ...(choices.chance(0.6) && { attempts: choices.whole(1, 3) }),
        },
      }),
      priority: choices.whole(1, 2),
    }),
    handle: {
      talk: time(handleSeconds),
      ...(choices.chance(0.3) && { hold: time(60) }),
      ...(choices.chance(0.5) && { wrap: time(120) }),
    },
  };
}

function randomArrivals(choices: Choices, horizon: number, onGrid: boolean): Arrivals {
  if (onGrid) {
    const at = choices
      .list(choices.whole(20, 150), () => choices.whole(0, horizon / 60) * 60)
      .sort((a, b) => a - b);
    const recorded = (values: readonly number[]) => at.map(() => choices.of(Number.NaN, ...values));
    return {
      kind: "replay",
      atSeconds: at,
      ...(choices.chance(0.3) && { handleSeconds: recorded([60, 600, 0]) }),
      ...(choices.chance(0.3) && { patienceSeconds: recorded([60, 120, 0]) }),
    };
  }
  const rate = {
    factor: choices.of(1, 1.5),
    ...(choices.chance(0.3) && { busynessCv: 0.4 }),
    events: choices.chance(0.3)
      ? [{ fromSeconds: 9.25 * HOUR, toSeconds: 11 * HOUR, factor: 3, why: "" }]
      : [],
  };
  if (choices.chance(0.4)) {
    const steps = choices
      .list(Math.floor(horizon / HOUR), (hour) => ({
        fromSeconds: hour * HOUR,
        toSeconds: (hour + 1) * HOUR,
        contacts: choices.of(0, 2, 5, 9),
        ...(choices.chance(0.3) && { ahtSeconds: choices.of(100, 900) }),
      }))
      .filter(() => choices.chance(0.8));
    return { ...rate, kind: "table", steps };
  }
  const steps = () =>
    choices.list(4, (part) => ({ clockSeconds: part * 6 * HOUR, weight: choices.whole(0, 3) + 0.5 }));
  return {
    ...rate,
    kind: "volume",
    weekdayWeights: [1, 1.5, 1, 1, 1, 0.5, 0.5],
    ...(choices.chance(0.4) && { shape: { weekdays: choices.list(7, steps) } }),
    ...perVolume(choices.whole(40, 150), choices.of("day", "hour", "interval", "week")),
  };
}

function perVolume(daily: number, per: "day" | "hour" | "interval" | "week") {
  const parts = { day: 1, hour: 1 / 24, interval: 1 / 48, week: 7 };
  return { per, contacts: daily * parts[per] };
}

function randomShift(choices: Choices, index: number): Shift {
  const hours = choices.of(4, 8, 8.5, 23.75, 24);
  return shiftOf(`s${index}`, choices.of(0, 6, 8, 9.5, 16, 22) * HOUR, hours * HOUR, {
    weekdays: choices.list(7, () => choices.chance(0.9)),
    breaks: choices
      .list(choices.whole(0, 3), () => choices.whole(0, hours * 4 - 1) * 900)
      .sort((a, b) => a - b)
      .map((after) => breakOf(after, choices.of(600, 900, 1800), choices.chance(0.6))),
  });
}

function randomTeam(
  choices: Choices,
  name: string,
  queueNames: readonly string[],
  shifts: readonly Shift[],
  horizon: number,
  onGrid: boolean,
): Team {
  const staffing = choices.of("constant", "roster", "roster", "table");
  const table = choices
    .list(
      Math.ceil(horizon / (2 * HOUR)),
      (step) => [step * 2 * HOUR, (step + 1) * 2 * HOUR, choices.whole(0, 4)] as const,
    )
    .filter(() => choices.chance(0.9));
  const roster = choices.some(shifts, 0.8).map((shift) => [shift.name, choices.whole(1, 3)] as const);
  return teamOf(name, {
    skills: choices.some(queueNames, 0.7).map((queue) => ({
      queue,
      preference: choices.whole(1, 3),
      speed: choices.of(1, 1, 2, 0.5, 1.3),
    })),
    ...(staffing === "constant" && { agents: choices.whole(1, 3) }),
    ...(staffing === "roster" && { roster: Object.fromEntries(roster) }),
    ...(staffing === "table" && { table }),
    ...(choices.chance(0.3) && { absenceShare: 0.25 }),
    ...(choices.chance(0.3) && { lateness: randomTime(choices, choices.of(300, 4 * HOUR), onGrid) }),
    ...(choices.chance(0.3) && {
      offPhone: { share: choices.of(0.1, 0.4), blockSeconds: choices.of(900, 1800) },
    }),
    ...(choices.chance(0.3) && { quota: { contacts: 5 } }),
  });
}
