import { describe, expect, it } from "vitest";
import { PoissonClock } from "../../src/engine/events/arrival-clocks.js";
import { QUEUE_FIELDS } from "../../src/engine/observations.js";
import { Draws } from "../../src/random/draws.js";
import { openStream } from "../../src/random/stream.js";
import type { Arrivals } from "../../src/scenario/arrivals.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import {
  calendarOf,
  linesOf,
  observedOf,
  queueOf,
  queueTotals,
  scenarioOf,
  teamOf,
  traced,
} from "./plain-scenario.js";

const DAY = 86_400;
const HOUR = 3600;
const EVEN = [1, 1, 1, 1, 1, 1, 1];

const volume = (contacts: number, parts: Partial<Extract<Arrivals, { kind: "volume" }>> = {}): Arrivals => ({
  kind: "volume",
  per: "day",
  contacts,
  weekdayWeights: EVEN,
  factor: 1,
  events: [],
  ...parts,
});

/** Contacts arrived in each counted interval of queue 0. */
function arrivedByInterval(scenario: Scenario, replication = 0): number[] {
  const observed = observedOf(scenario, "arrivals", replication);
  return Array.from(
    { length: observed.intervals },
    (_, interval) => observed.queueCells[interval * QUEUE_FIELDS.length],
  );
}

describe("recorded contacts", () => {
  it("come at their moments with their own handle time and patience, and what is not recorded is drawn", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            at: [10, 20, 30, 40],
            handles: [100, Number.NaN, 70, 5],
            patiences: [Number.NaN, 200, Number.NaN, 1],
            handle: 33,
            patience: 500,
          }),
        ],
      }),
    );
    expect(linesOf(run, "answered", "ends", "abandons")).toEqual([
      "10 answered #1 calls team/0",
      "41 abandons #4 calls",
      "110 ends #1 calls team/0",
      "110 answered #2 calls team/0",
      "143 ends #2 calls team/0",
      "143 answered #3 calls team/0",
      "213 ends #3 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ talkSeconds: 203 });
  });
});

describe("volumes", () => {
  it("spread evenly over the opening hours, so many in a day, within four standard errors", () => {
    const days = 5;
    const calendar = calendarOf({
      days,
      open: Array.from({ length: days }, (_, day) => [day * DAY + 8 * HOUR, day * DAY + 18 * HOUR] as const),
    });
    const byInterval = arrivedByInterval(
      scenarioOf({ calendar, queues: [queueOf("calls", { arrivals: volume(2000), handle: 1 })] }),
    );
    const total = byInterval.reduce((sum, count) => sum + count, 0);
    expect(Math.abs(total - days * 2000)).toBeLessThan(4 * Math.sqrt(days * 2000));
    expect(byInterval.every((count, at) => count === 0 || (at % 48 >= 16 && at % 48 < 36))).toBe(true);
    // Chi-square of 100 half hours against their mean; its variance is twice its degrees of freedom.
    const mean = total / (days * 20);
    const open = byInterval.filter((_, at) => at % 48 >= 16 && at % 48 < 36);
    const chiSquare = open.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
    expect(Math.abs(chiSquare - 99)).toBeLessThan(4 * Math.sqrt(2 * 99));
  });

  it("follow a shape, a weekday's weight and an event, in expectation", () => {
    const arrivals = volume(24_000, {
      weekdayWeights: [1, 0.5, 1, 1, 1, 1, 1],
      shape: {
        weekdays: Array.from({ length: 7 }, () => [
          { clockSeconds: 0, weight: 1 },
          { clockSeconds: 12 * HOUR, weight: 3 },
        ]),
      },
      events: [{ fromSeconds: 6 * HOUR, toSeconds: 9 * HOUR, factor: 2, why: "storm" }],
    });
    const byInterval = arrivedByInterval(
      scenarioOf({ calendar: calendarOf({ days: 2 }), queues: [queueOf("calls", { arrivals, handle: 1 })] }),
    );
    const between = (from: number, to: number) =>
      byInterval.slice(from * 2, to * 2).reduce((sum, count) => sum + count, 0);
    for (const [from, to, expected] of [
      [0, 6, 3000],
      [6, 9, 3000],
      [9, 12, 1500],
      [12, 24, 18_000],
      [24, 36, 3000],
      [36, 48, 9000],
    ]) {
      expect(Math.abs(between(from, to) - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  it("doubled bring at least the same callers, each at half the elapsed work: the same steps on a faster clock", () => {
    const momentsAt = (contacts: number) =>
      linesOf(
        traced(scenarioOf({ queues: [queueOf("calls", { arrivals: volume(contacts), handle: 1 })] })),
        "arrives",
      ).map((line) => Number(line.split(" ")[0]));
    const [single, double] = [momentsAt(100), momentsAt(200)];
    expect(single.length).toBeGreaterThan(50);
    for (const [index, moment] of single.entries()) expect(double[index]).toBeCloseTo(moment / 2, 6);
  });
});

describe("the clock of a changing rate", () => {
  it("keeps a step that ends at the very edge of a piece from ending before it, however that is rounded", () => {
    // The minute's contact that is due 2.43 minutes after 1654.2 s: at 1800 s by division, a hair before by
    // multiplication.
    const step = 2.429999999999999;
    const rate = 1 / 60;
    expect(1654.2 + step / rate).toBe(1800);
    expect(step - rate * (1800 - 1654.2)).toBeLessThan(0);
    const clock = new PoissonClock(
      {
        kind: "rates",
        endsSeconds: Float64Array.of(1654.2, 1800, 2000, 9000),
        ratesPerSecond: Float64Array.of(0, rate, 0, 1),
        days: new Int32Array(4),
        handleFactors: Float64Array.of(1, 1, 1, 1),
      },
      Float64Array.of(1),
      Draws.of({ kind: "constant", seconds: step }, openStream("edge", 0, "arrivals", "")),
    );
    clock.advance();
    expect(clock.at).toBe(2000);
    clock.advance();
    expect(clock.at).toBe(2000 + step);
  });
});

describe("the factor on handle times", () => {
  it("of a moment is that of the piece that begins there, not of the one that ends", () => {
    const clock = new PoissonClock(
      {
        kind: "rates",
        endsSeconds: Float64Array.of(600, 1800, 9000),
        ratesPerSecond: Float64Array.of(1, 1, 1),
        days: new Int32Array(3),
        handleFactors: Float64Array.of(0.5, 2, 3),
      },
      Float64Array.of(1),
      Draws.of({ kind: "constant", seconds: 500 }, openStream("factor", 0, "arrivals", "")),
    );
    const moments = [0, 599.9, 600, 1799.9, 1800, 8999.9];
    expect(moments.map((seconds) => clock.handleFactorAt(seconds))).toEqual([0.5, 0.5, 2, 2, 3, 3]);
    const told = Array.from({ length: 5 }, () => {
      clock.advance();
      return [clock.at, clock.handleFactor];
    });
    expect(told).toEqual([500, 1000, 1500, 2000, 2500].map((at) => [at, at < 600 ? 0.5 : at < 1800 ? 2 : 3]));
  });
});

describe("a table of volumes", () => {
  const table = (steps: readonly (readonly [number, number, number, number?])[]): Arrivals => ({
    kind: "table",
    factor: 1,
    events: [],
    steps: steps.map(([fromSeconds, toSeconds, contacts, ahtSeconds]) => ({
      fromSeconds,
      toSeconds,
      contacts,
      ...(ahtSeconds !== undefined && { ahtSeconds }),
    })),
  });

  it("gives the expected contacts of each stretch, and none where it says nothing", () => {
    const arrivals = table([
      [HOUR, 2 * HOUR, 4000],
      [5 * HOUR, 6 * HOUR, 1000],
    ]);
    const byInterval = arrivedByInterval(scenarioOf({ queues: [queueOf("calls", { arrivals, handle: 1 })] }));
    const byHour = Array.from({ length: 24 }, (_, hour) => byInterval[2 * hour] + byInterval[2 * hour + 1]);
    expect(Math.abs(byHour[1] - 4000)).toBeLessThan(4 * Math.sqrt(4000));
    expect(Math.abs(byHour[5] - 1000)).toBeLessThan(4 * Math.sqrt(1000));
    expect(byHour.filter((count) => count > 0)).toHaveLength(2);
  });

  it("sets the mean handle time of the contacts of a stretch, redials among them", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            arrivals: table([
              [0, 600, 300, 30],
              [600, 1800, 0],
              [1800, 2400, 300],
              [2400, 4000, 0, 90],
            ]),
            handle: 60,
            lines: 1,
            redial: { chance: 1, after: { kind: "constant", seconds: 2400 }, attempts: 1 },
          }),
        ],
      }),
    );
    const startedAt = new Map<string, number>();
    const handled: [from: number, seconds: number][] = [];
    for (const line of linesOf(run, "answered", "ends")) {
      const [seconds, event, contact] = line.split(" ");
      if (event === "answered") startedAt.set(contact, Number(seconds));
      else handled.push([startedAt.get(contact)!, Number(seconds) - startedAt.get(contact)!]);
    }
    const means = [
      handled.filter(([from]) => from < 600),
      handled.filter(([from]) => from >= 1800 && from < 2400),
      handled.filter(([from]) => from >= 2400 && from < 4000),
      handled.filter(([from]) => from >= 4000),
    ].map((group) => new Set(group.map(([, seconds]) => Math.round(seconds * 1e6) / 1e6)));
    expect(means).toEqual([new Set([30]), new Set([60]), new Set([90]), new Set([60])]);
  });
});

describe("busyness", () => {
  // A day's volume is N x factor, so its variance is N + (N cv)^2; of n days' mean and variance the errors
  // follow.
  const N = 2000;
  const cv = 0.3;
  const days = 350;
  const dailyOf = (scenario: Scenario) => {
    const byInterval = arrivedByInterval(scenario);
    return Array.from({ length: days }, (_, day) =>
      byInterval.slice(day * 24, day * 24 + 24).reduce((sum, count) => sum + count, 0),
    );
  };
  const calendar = calendarOf({ days, intervalSeconds: 3600 });
  const teams = [teamOf("team", { agents: 0 })];
  const variance = N + (N * cv) ** 2;
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const varianceOf = (values: readonly number[]) =>
    meanOf(values.map((value) => (value - meanOf(values)) ** 2));

  for (const [name, parts, own] of [
    ["of a queue", {}, cv],
    ["common to all queues", { busynessCv: cv }, undefined],
  ] as const) {
    it(`${name} keeps the mean and gives the days the variance of their factor, within four standard errors`, () => {
      const arrivals = volume(N, own === undefined ? {} : { busynessCv: own });
      const daily = dailyOf(
        scenarioOf({ calendar, teams, ...parts, queues: [queueOf("calls", { arrivals, patience: 0 })] }),
      );
      expect(Math.abs(meanOf(daily) - N)).toBeLessThan(4 * Math.sqrt(variance / days));
      // Kurtosis of a gamma factor: 3 + 6 cv^2; the Poisson part adds little.
      const error = variance * Math.sqrt((2 + 6 * cv * cv) / days);
      expect(Math.abs(varianceOf(daily) - variance)).toBeLessThan(4 * error);
      // Without busyness the same measure is far off.
      expect(Math.abs(N - variance)).toBeGreaterThan(10 * error);
    });
  }

  it("may be of any size, that of the mean among them", () => {
    const arrivals = volume(N, { busynessCv: 1 });
    const daily = dailyOf(
      scenarioOf({ calendar, teams, queues: [queueOf("calls", { arrivals, patience: 0 })] }),
    );
    // An exponential factor is below a half for 39 days in a hundred; without busyness no day is.
    const share = daily.filter((count) => count < N / 2).length / days;
    expect(Math.abs(share - 0.3935)).toBeLessThan(4 * Math.sqrt((0.3935 * 0.6065) / days));
  });

  it("common to all queues moves them together, and a queue's own does not", () => {
    const correlation = (parts: Partial<Scenario>, own?: number) => {
      const arrivals = volume(N / 4, own === undefined ? {} : { busynessCv: own });
      const observed = observedOf(
        scenarioOf({
          calendar,
          teams: [teamOf("team", { agents: 0, skills: ["a", "b"] })],
          queues: [queueOf("a", { arrivals, patience: 0 }), queueOf("b", { arrivals, patience: 0 })],
          ...parts,
        }),
      );
      const daily = [0, 1].map((queue) =>
        Array.from({ length: days }, (_, day) => {
          let sum = 0;
          for (let hour = day * 24; hour < day * 24 + 24; hour++) {
            sum += observed.queueCells[(queue * (observed.intervals + 1) + hour) * QUEUE_FIELDS.length];
          }
          return sum;
        }),
      );
      const [a, b] = daily;
      const both = meanOf(a.map((value, day) => (value - meanOf(a)) * (b[day] - meanOf(b))));
      return both / Math.sqrt(varianceOf(a) * varianceOf(b));
    };
    expect(correlation({ busynessCv: cv })).toBeGreaterThan(0.9);
    expect(Math.abs(correlation({}, cv))).toBeLessThan(4 / Math.sqrt(days));
  });
});
