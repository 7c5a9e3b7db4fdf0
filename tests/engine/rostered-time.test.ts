import { describe, expect, it } from "vitest";
import { Pauses } from "../../src/engine/agents/pauses.js";
import { compile } from "../../src/model/model.js";
import {
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
const DAY = 24 * HOUR;
const MINUTE = shiftOf("minute", 20 * HOUR, 60);

describe("time for evaluating and supervising", () => {
  it("is spread over all rostered time, to the second", () => {
    // Thirty calls on each of ten days, evaluated for a second each on the day after: half of the minute.
    const at = Array.from({ length: 10 }, (_, day) =>
      Array.from({ length: 30 }, (_, call) => day * DAY + HOUR + call * 100),
    ).flat();
    const evaluation = { share: 1, takesSeconds: 1, team: "seniors" };
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 10 }),
        queues: [queueOf("calls", { at, handle: 10 }), queueOf("others")],
        shifts: [MINUTE],
        teams: [
          teamOf("team", { quality: { evaluation }, agents: 3 }),
          teamOf("seniors", { skills: ["others"], roster: { minute: 1 } }),
        ],
      }),
    );
    expect(crewTotals(run, 0).answered).toBe(300);
    expect(crewTotals(run, 1).evaluatingSeconds).toBe(300);
  });

  it("is half of those who supervise, where half of as many others' time is asked for", () => {
    const supervision = { team: "seniors", share: 0.5, blockSeconds: 1 };
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 10 }),
        queues: [queueOf("calls"), queueOf("others")],
        shifts: [MINUTE],
        teams: [
          teamOf("team", {
            roster: { minute: 1 },
            tenure: { kind: "hired", groups: [{ agents: 1, tenureSeconds: DAY }] },
            training: { lengthSeconds: 0, nestingSeconds: 100 * DAY, supervision },
          }),
          teamOf("seniors", { skills: ["others"], roster: { minute: 1 } }),
        ],
      }),
    );
    expect(crewTotals(run, 1).supervisingSeconds).toBe(300);
  });

  it("waits for a day on which somebody is rostered", () => {
    // On the first evening the shift that evaluates has nobody on it.
    const weekdays = [true, false, false, false, false, false, false];
    const evaluation = { share: 1, takesSeconds: 600, team: "seniors" };
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 3 }),
        queues: [queueOf("calls", { at: [22 * HOUR] }), queueOf("others")],
        shifts: [
          shiftOf("first", 20 * HOUR, HOUR, { weekdays }),
          shiftOf("others", 10 * HOUR, HOUR, { weekdays: weekdays.map((one) => !one) }),
        ],
        teams: [
          teamOf("team", { quality: { evaluation } }),
          teamOf("seniors", { skills: ["others"], roster: { first: 0, others: 1 } }),
        ],
      }),
    );
    expect(crewTotals(run, 2).evaluatingSeconds).toBe(600);
  });
});

describe("who is so late that the next shift begins", () => {
  it("counts as licensed only when there", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [queueOf("calls")],
        shifts: [shiftOf("day", 0, DAY)],
        teams: [
          teamOf("team", {
            skills: [{ queue: "calls", licence: { afterSeconds: 12 * HOUR, passShare: 1 } }],
            roster: { day: 1 },
            lateness: 30 * HOUR,
            tenure: { kind: "hired", groups: [{ agents: 1, tenureSeconds: 0 }] },
          }),
        ],
      }),
    );
    expect(crewTotals(run)).toMatchObject({ licensedSeconds: DAY, idleSeconds: DAY });
  });
});

describe("who is licensed when the next shift begins", () => {
  const day = (whenFree: number) =>
    traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [queueOf("calls", { at: [23 * HOUR] })],
        shifts: [shiftOf("day", 0, DAY)],
        teams: [
          teamOf("team", {
            skills: [{ queue: "calls", whenFree, licence: { afterSeconds: 12 * HOUR, passShare: 1 } }],
            roster: { day: 1 },
            tenure: { kind: "hired", groups: [{ agents: 1, tenureSeconds: 0 }] },
          }),
        ],
      }),
    );

  it("takes at once what waits for that, unless it is to wait for two free agents", () => {
    expect(linesOf(day(1), "answered")).toEqual([`${DAY} answered #1 calls team/0`]);
    expect(linesOf(day(2), "answered")).toEqual([]);
  });
});

/** Kinds of blocks, as pauses.ts counts them. */
const OFF_PHONE = 0;
const COACHING = 3;

describe("blocks of two agents that fall due at one instant", () => {
  it("are taken by each as its own", () => {
    const pauses = new Pauses(compile(scenarioOf({ teams: [teamOf("team", { agents: 2 })] })));
    const whole = { share: 1, blockSeconds: 100 };
    pauses.drawBlocks(0, COACHING, 0, 100, whole, () => 0);
    pauses.drawBlocks(1, OFF_PHONE, 0, 100, whole, () => 0);
    for (const agent of [0, 1]) pauses.begin(agent, undefined, 0);
    expect(pauses.take(1, undefined)).toBe(-1 - OFF_PHONE);
    expect(pauses.take(0, undefined)).toBe(-1 - COACHING);
  });
});
