import { describe, expect, it } from "vitest";
import {
  breakOf,
  calendarOf,
  crewTotals,
  linesOf,
  queueOf,
  queueTotals,
  scenarioOf,
  shiftOf,
  shiftTotals,
  teamOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;
const DAY = 86_400;
const onShift = (parts: Parameters<typeof teamOf>[1] = {}) => [
  teamOf("team", { roster: { day: 1 }, ...parts }),
];

describe("a shift's end", () => {
  it("waits for the contact in hand: the agent takes no other, and the time past it is paid overtime", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [3500, 3550], handle: 400 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(linesOf(run, "answered", "ends", "logsOff")).toEqual([
      "3500 answered #1 calls team/0",
      "3900 ends #1 calls team/0",
      "3900 logsOff team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({
      busySeconds: 400,
      idleSeconds: 3500,
      overtimeSeconds: 300,
      paidSeconds: 3900,
      plannedSeconds: 3600,
      answered: 1,
    });
    expect(queueTotals(run)).toMatchObject({ answered: 1, waiting: 1 });
  });

  it("sends an idle agent home at once, and an agent on a break too", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("idle", { roster: { short: 1 } }), teamOf("resting", { roster: { rest: 1 } })],
        shifts: [shiftOf("short", 0, 100), shiftOf("rest", 0, 100, { breaks: [breakOf(50, 80)] })],
      }),
    );
    expect(run.lines).toEqual([
      "0 logsOn idle/0",
      "0 logsOn resting/1",
      "50 breakStarts resting/1",
      "100 logsOff idle/0",
      "100 logsOff resting/1",
    ]);
    expect(crewTotals(run, 1)).toMatchObject({ idleSeconds: 50, breakSeconds: 50, paidSeconds: 100 });
  });

  it("lets an agent who is freed at that very instant take one more contact", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [3500, 3550], handle: 100 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(linesOf(run, "answered", "logsOff")).toEqual([
      "3500 answered #1 calls team/0",
      "3600 answered #2 calls team/0",
      "3700 logsOff team/0",
    ]);
  });

  it("ends where the next shift of the same agents begins, with a contact in hand from before", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [queueOf("calls", { at: [3500, 3600], handles: [DAY, 10] })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(linesOf(run, "logsOn", "logsOff", "answered")).toEqual([
      "0 logsOn team/0",
      "3500 answered #1 calls team/0",
      "89900 answered #2 calls team/0",
      "90000 logsOff team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({ overtimeSeconds: DAY - HOUR, paidSeconds: DAY + HOUR });
  });
});

describe("a contact that lasts over the agent's next shift too", () => {
  it("is finished first, and each time past an end is overtime", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [queueOf("calls", { at: [3500, 3600], handles: [DAY + HOUR, 10] })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(linesOf(run, "answered", "ends", "logsOff")).toEqual([
      "3500 answered #1 calls team/0",
      `${3500 + DAY + HOUR} ends #1 calls team/0`,
      `${3500 + DAY + HOUR} logsOff team/0`,
    ]);
    expect(crewTotals(run)).toMatchObject({
      overtimeSeconds: DAY - HOUR + HOUR - 100,
      busySeconds: DAY + HOUR,
      breakSeconds: 0,
    });
  });
});

describe("agents who are still there, or not yet, when their next shift begins", () => {
  it("count as there when the centre closes: with a contact in hand from before, they take the next", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2, open: [[0, DAY + 100]] }),
        queues: [queueOf("calls", { at: [3500, DAY + 10], handles: [DAY - 3000, 60] })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(linesOf(run, "answered", "unserved")).toEqual([
      "3500 answered #1 calls team/0",
      "86900 answered #2 calls team/0",
    ]);
  });

  it("come to the next one on time, when it follows the one they were late for", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2, open: [[DAY - 600, 2 * DAY]] }),
        teams: [teamOf("team", { lateness: 1200 })],
      }),
    );
    expect(run.lines).toEqual(["86400 logsOn team/0"]);
    expect(crewTotals(run)).toMatchObject({ absentSeconds: 600, idleSeconds: DAY });
    expect(shiftTotals(run).agentShifts).toBe(1);
  });
});

describe("night and day", () => {
  it("a night shift of the day before is at work when the simulation starts, its past breaks past", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [5], handle: 10 })],
        teams: [teamOf("team", { roster: { night: 1 }, lateness: 60 })],
        shifts: [
          shiftOf("night", 22 * HOUR, 8 * HOUR, { breaks: [breakOf(HOUR, 600), breakOf(4 * HOUR, 600)] }),
        ],
      }),
    );
    expect(linesOf(run, "logsOn", "answered", "breakStarts", "logsOff")).toEqual([
      "0 logsOn team/0",
      "5 answered #1 calls team/0",
      "7200 breakStarts team/0",
      "21600 logsOff team/0",
      "79260 logsOn team/0",
      "82800 breakStarts team/0",
    ]);
    // Six hours of the first night, two of the second.
    expect(crewTotals(run)).toMatchObject({ plannedSeconds: 8 * HOUR, absentSeconds: 60 });
    // Neither night lies within the simulation from end to end.
    expect(shiftTotals(run).agentShifts).toBe(0);
  });

  it("agents who are always there are measured and drawn anew at midnight, and do not log off for it", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [queueOf("calls", { at: [10, DAY - 5, DAY + 100], handle: 20 })],
      }),
    );
    expect(linesOf(run, "logsOn", "logsOff")).toEqual(["0 logsOn team/0"]);
    expect(shiftTotals(run)).toMatchObject({ agentShifts: 2, handled: 3 });
    expect(Array.from(run.observed.handledCounts.slice(0, 4))).toEqual([0, 1, 1, 0]);
  });

  it("agents who miss a day leave at midnight, finish the contact in hand, and come back the day after", () => {
    const days = 40;
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days, intervalSeconds: 3600 }),
        teams: [teamOf("team", { absenceShare: 0.5 })],
        queues: [
          queueOf("calls", {
            at: Array.from({ length: days }, (_, day) => day * DAY + DAY - 50),
            handle: 100,
          }),
        ],
      }),
    );
    const [on, off] = ["logsOn", "logsOff"].map((event) => linesOf(run, event));
    expect(on.length).toBeGreaterThan(5);
    expect(on.every((line) => Number(line.split(" ")[0]) % DAY === 0)).toBe(true);
    // Busy at midnight with the last contact of the day, until 50 s later, or with one that waited longer,
    // 100 s.
    expect(off.every((line) => [50, 100].includes(Number(line.split(" ")[0]) % DAY))).toBe(true);
    expect(crewTotals(run).absentSeconds % DAY).toBe(0);
    expect(crewTotals(run).idleSeconds + crewTotals(run).busySeconds + crewTotals(run).absentSeconds).toBe(
      crewTotals(run).paidSeconds,
    );
  });

  it("a shift that the weekday or the holiday does not have does not start", () => {
    const weekdays = [true, false, false, false, false, false, false];
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 8, holidays: [7] }),
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { weekdays, holiday: false })],
      }),
    );
    expect(linesOf(run, "logsOn")).toEqual(["0 logsOn team/0"]);
  });
});
