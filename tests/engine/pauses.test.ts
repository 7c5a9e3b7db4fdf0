import { describe, expect, it } from "vitest";
import { CREW_FIELDS } from "../../src/engine/observations.js";
import {
  breakOf,
  calendarOf,
  crewTotals,
  linesOf,
  queueOf,
  scenarioOf,
  shiftOf,
  teamOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;
const DAY = 86_400;
const onShift = (parts: Parameters<typeof teamOf>[1] = {}) => [
  teamOf("team", { roster: { day: 1 }, ...parts }),
];

describe("a break", () => {
  it("waits for the contact in hand, and lasts its full length", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [950, 960], handle: 100 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(1000, 600)] })],
      }),
    );
    expect(linesOf(run, "answered", "ends", "breakStarts", "breakEnds")).toEqual([
      "950 answered #1 calls team/0",
      "1050 ends #1 calls team/0",
      "1050 breakStarts team/0",
      "1650 breakEnds team/0",
      "1650 answered #2 calls team/0",
      "1750 ends #2 calls team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({
      busySeconds: 200,
      breakSeconds: 600,
      idleSeconds: 2800,
      offPlanSeconds: 100,
    });
  });

  it("follows another at once when both fell due during one contact, in the order due", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [900], handle: 700 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, 2 * HOUR, { breaks: [breakOf(1400, 60, false), breakOf(1000, 300)] })],
      }),
    );
    expect(linesOf(run, "breakStarts", "breakEnds")).toEqual([
      "1600 breakStarts team/0",
      "1900 breakEnds team/0",
      "1900 breakStarts team/0",
      "1960 breakEnds team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({ breakSeconds: 300, unpaidBreakSeconds: 60 });
  });

  it("that falls due within another is taken after it", () => {
    const run = traced(
      scenarioOf({
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(100, 300), breakOf(200, 50)] })],
      }),
    );
    expect(linesOf(run, "breakStarts", "breakEnds")).toEqual([
      "100 breakStarts team/0",
      "400 breakEnds team/0",
      "400 breakStarts team/0",
      "450 breakEnds team/0",
    ]);
  });

  it("at the start of the shift is the first thing an agent does, each day", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        teams: onShift(),
        shifts: [shiftOf("day", 0, 24 * HOUR, { breaks: [breakOf(0, 300)] })],
      }),
    );
    expect(linesOf(run, "logsOn", "breakStarts", "breakEnds", "logsOff")).toEqual([
      "0 logsOn team/0",
      "0 breakStarts team/0",
      "300 breakEnds team/0",
      "86400 breakStarts team/0",
      "86700 breakEnds team/0",
    ]);
  });

  it("unpaid is neither paid nor off the plan", () => {
    const run = traced(
      scenarioOf({
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(600, 900, false), breakOf(3000, 1200, false)] })],
      }),
    );
    expect(crewTotals(run)).toMatchObject({
      unpaidBreakSeconds: 1500,
      breakSeconds: 0,
      idleSeconds: 2100,
      paidSeconds: 2100,
      plannedSeconds: 3600,
      offPlanSeconds: 0,
    });
  });

  it("in unpaid time begins late by a contact: the time is off the plan twice over", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [590], handle: 60 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(600, 900, false)] })],
      }),
    );
    expect(crewTotals(run)).toMatchObject({ unpaidBreakSeconds: 900, offPlanSeconds: 100 });
  });
});

describe("off-phone blocks", () => {
  const offPhoneShare = (offPhone: { share: number; blockSeconds: number }, days: number, agents: number) => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days, intervalSeconds: 3600 }),
        teams: [teamOf("team", { roster: { day: agents }, offPhone })],
        shifts: [shiftOf("day", 8 * HOUR, 8 * HOUR)],
      }),
    );
    return crewTotals(run).offPhoneSeconds / crewTotals(run).paidSeconds;
  };

  for (const [share, blockSeconds] of [
    [0.05, 900],
    [0.2, 3600],
    [0.5, 7200],
  ]) {
    it(`of ${blockSeconds} s fill ${share * 100} % of the paid time, within four standard errors`, () => {
      const [days, agents] = [28, 100];
      const expectedBlocks = (share * 8 * HOUR) / blockSeconds;
      // The number of blocks of a shift is one of two neighbours.
      const over = expectedBlocks - Math.floor(expectedBlocks);
      const error = (Math.sqrt((over * (1 - over)) / (days * agents)) * blockSeconds) / (8 * HOUR);
      const measured = offPhoneShare({ share, blockSeconds }, days, agents);
      expect(Math.abs(measured - share)).toBeLessThanOrEqual(4 * error + 1e-12);
    });
  }

  it("fill nearly all of the time where nearly all is asked for", () => {
    expect(offPhoneShare({ share: 0.95, blockSeconds: 1800 }, 7, 50)).toBeGreaterThan(0.93);
  });

  it("of which there are more than fit begin with the shift, and the next when the one before is done", () => {
    // 1.425 blocks of an hour in an hour and a half: one, or two that overlap.
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 7 }),
        teams: [teamOf("team", { roster: { day: 10 }, offPhone: { share: 0.95, blockSeconds: HOUR } })],
        shifts: [shiftOf("day", 0, 1.5 * HOUR)],
      }),
    );
    const starts = new Map<string, number[]>();
    for (const line of linesOf(run, "breakStarts")) {
      const [seconds, , agent] = line.split(" ");
      const key = `${Math.floor(Number(seconds) / DAY)} ${agent}`;
      starts.set(key, [...(starts.get(key) ?? []), Number(seconds) % DAY]);
    }
    const twice = [...starts.values()].filter((moments) => moments.length === 2);
    expect(starts.size).toBe(70);
    expect(twice.length).toBeGreaterThan(10);
    for (const moments of twice) expect(moments).toEqual([0, HOUR]);
  });

  it("begin when the agent is free, are paid, and hold up contacts", () => {
    const offPhone = { share: 0.5, blockSeconds: HOUR };
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0], handle: 1.9 * HOUR })],
        teams: onShift({ offPhone }),
        shifts: [shiftOf("day", 0, 2 * HOUR)],
      }),
    );
    expect(linesOf(run, "breakStarts")).toEqual([`${1.9 * HOUR} breakStarts team/0`]);
    expect(crewTotals(run)).toMatchObject({ offPhoneSeconds: 0.1 * HOUR, paidSeconds: 2 * HOUR });
  });

  it("come on every day to agents who are always there", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 3, intervalSeconds: 3600 }),
        teams: [teamOf("team", { offPhone: { share: 0.5, blockSeconds: HOUR } })],
      }),
    );
    const byDay = [0, 1, 2].map((day) => {
      let seconds = 0;
      for (let hour = 24 * day; hour < 24 * day + 24; hour++)
        seconds += run.observed.crewCells[hour * CREW_FIELDS.length + 4];
      return seconds;
    });
    expect(byDay).toEqual([12 * HOUR, 12 * HOUR, 12 * HOUR]);
  });

  it("come on every day to agents of a table who work through midnight", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 3, intervalSeconds: 3600 }),
        teams: [teamOf("team", { table: [[0, 3 * DAY, 1]], offPhone: { share: 0.5, blockSeconds: HOUR } })],
      }),
    );
    const byDay = [0, 1, 2].map((day) => {
      let seconds = 0;
      for (let hour = 24 * day; hour < 24 * day + 24; hour++)
        seconds += run.observed.crewCells[hour * CREW_FIELDS.length + 4];
      return seconds;
    });
    expect(byDay).toEqual([12 * HOUR, 12 * HOUR, 12 * HOUR]);
  });
});
