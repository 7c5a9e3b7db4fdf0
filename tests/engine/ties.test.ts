import { describe, expect, it } from "vitest";
import { CREW_FIELDS, QUEUE_FIELDS } from "../../src/engine/observations.js";
import {
  breakOf,
  calendarOf,
  linesOf,
  queueOf,
  routingOf,
  scenarioOf,
  shiftOf,
  teamOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;

describe("events of one instant happen in the order of their kinds", () => {
  it("an interval begins before a contact arrives at its start, so the contact is counted in it", () => {
    const run = traced(scenarioOf({ queues: [queueOf("calls", { at: [1800], handle: 10 })] }));
    const arrivedByInterval = [0, 1].map(
      (interval) => run.observed.queueCells[interval * QUEUE_FIELDS.length],
    );
    expect(arrivedByInterval).toEqual([0, 1]);
  });

  it("an interval begins before the centre opens: agents who come then are booked in the new one", () => {
    const calendar = calendarOf({ open: [[1800, 3600]] });
    const run = traced(scenarioOf({ calendar }));
    const idle = [0, 1, 2].map((interval) => run.observed.crewCells[interval * CREW_FIELDS.length + 1]);
    expect(idle).toEqual([0, 1800, 0]);
  });

  it("the centre opens before it is closed for a moment's contact: stretches that touch never close between", () => {
    const calendar = calendarOf({ open: [[0, HOUR]] });
    const run = traced(scenarioOf({ calendar, queues: [queueOf("calls", { at: [0, HOUR] })] }));
    expect(linesOf(run, "answered", "closed")).toEqual([
      "0 answered #1 calls team/0",
      "3600 closed #2 calls",
    ]);
  });

  it("the centre closes before an agent is freed: the contact in line, with no other agent, is unserved", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ open: [[0, 100]] }),
        teams: [teamOf("team", { roster: { day: 1 } })],
        shifts: [shiftOf("day", 0, 50)],
        queues: [queueOf("calls", { at: [0, 10], handle: 100 })],
      }),
    );
    expect(run.lines).toContain("100 unserved #2 calls");
    expect(run.lines.indexOf("100 unserved #2 calls")).toBeLessThan(
      run.lines.indexOf("100 ends #1 calls team/0"),
    );
  });

  it("an agent is freed before another comes back from a break: the freed one takes the contact", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("resting", { roster: { day: 1 } }), teamOf("busy")],
        shifts: [shiftOf("day", 0, 8 * HOUR, { breaks: [breakOf(10, 90)] })],
        queues: [queueOf("calls", { at: [20, 30], handle: 80 })],
      }),
    );
    expect(linesOf(run, "answered")).toEqual(["20 answered #1 calls busy/1", "100 answered #2 calls busy/1"]);
    expect(run.lines.indexOf("100 ends #1 calls busy/1")).toBeLessThan(
      run.lines.indexOf("100 breakEnds resting/0"),
    );
  });

  it("an agent comes back from a break before a shift starts, and is the one longer idle", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("late", { roster: { late: 1 } }), teamOf("early", { roster: { early: 1 } })],
        shifts: [shiftOf("early", 0, 8 * HOUR, { breaks: [breakOf(50, 50)] }), shiftOf("late", 100, HOUR)],
        queues: [queueOf("calls", { at: [200] })],
      }),
    );
    expect(linesOf(run, "answered")).toEqual(["200 answered #1 calls early/1"]);
    expect(run.lines.indexOf("100 breakEnds early/1")).toBeLessThan(run.lines.indexOf("100 logsOn late/0"));
  });

  it("a shift starts before a late agent of another logs on", () => {
    const run = traced(
      scenarioOf({
        teams: [
          teamOf("late", { roster: { early: 1 }, lateness: 100 }),
          teamOf("next", { roster: { next: 1 } }),
        ],
        shifts: [shiftOf("early", 0, HOUR), shiftOf("next", 100, HOUR)],
      }),
    );
    expect(linesOf(run, "logsOn")).toEqual(["100 logsOn next/1", "100 logsOn late/0"]);
  });

  it("an agent so late that the shift ends logs on before the end, and goes", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("team", { roster: { day: 1 }, lateness: HOUR })],
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(run.lines).toEqual(["3600 logsOn team/0", "3600 logsOff team/0"]);
  });

  it("a shift ends before a team's table changes its number", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("table", { table: [[100, 200, 1]] }), teamOf("shift", { roster: { day: 1 } })],
        shifts: [shiftOf("day", 0, 100)],
      }),
    );
    expect(run.lines.slice(0, 3)).toEqual(["0 logsOn shift/1", "100 logsOff shift/1", "100 logsOn table/0"]);
  });

  it("a team's table changes before a break falls due", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("shift", { roster: { day: 1 } }), teamOf("table", { table: [[100, 200, 1]] })],
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(100, 60)] })],
      }),
    );
    expect(run.lines.slice(1, 3)).toEqual(["100 logsOn table/1", "100 breakStarts shift/0"]);
  });

  it("a break falls due before a contact arrives, which therefore waits", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("team", { roster: { day: 1 } })],
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(100, 60)] })],
        queues: [queueOf("calls", { at: [100], handle: 10 })],
      }),
    );
    expect(run.lines.slice(0, 6)).toEqual([
      "0 logsOn team/0",
      "100 breakStarts team/0",
      "100 arrives #1 calls",
      "100 waits #1 calls",
      "160 breakEnds team/0",
      "160 answered #1 calls team/0",
    ]);
  });

  it("a contact arrives before another overflows, and takes the one free agent of the other team", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0] }), queueOf("other", { at: [45] })],
        teams: [teamOf("nobody", { skills: ["calls"], agents: 0 }), teamOf("back", { skills: ["other"] })],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 45, to: ["back"] }] }),
      }),
    );
    expect(linesOf(run, "answered", "overflows")).toEqual([
      "45 answered #2 other back/0",
      "45 overflows #1 calls",
      "105 answered #1 calls back/0",
    ]);
  });

  it("a contact overflows before it would hang up, and is answered", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0], patience: 45 })],
        teams: [teamOf("nobody", { agents: 0 }), teamOf("back", { skills: [] })],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 45, to: ["back"] }] }),
      }),
    );
    expect(linesOf(run, "answered", "abandons")).toEqual(["45 answered #1 calls back/0"]);
  });

  it("a contact hangs up before another redials, and leaves it its line", () => {
    const run = traced(
      scenarioOf({
        lines: 1,
        teams: [teamOf("team", { agents: 0 })],
        queues: [
          queueOf("calls", {
            at: [0, 40],
            patiences: [Number.NaN, 60],
            patience: 20,
            redial: { chance: 1, after: { kind: "constant", seconds: 80 }, attempts: 1 },
          }),
        ],
      }),
    );
    expect(linesOf(run, "abandons", "redials", "waits").slice(0, 6)).toEqual([
      "0 waits #1 calls",
      "20 abandons #1 calls",
      "40 waits #2 calls",
      "100 abandons #2 calls",
      "100 redials #1 calls",
      "100 waits #1 calls",
    ]);
  });

  it("equal kinds happen in the order in which they were added", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 0], handles: [50, 50] }),
          queueOf("other", { at: [10], handle: 5 }),
        ],
        teams: [teamOf("team", { skills: ["calls", "other"], agents: 2 })],
      }),
    );
    expect(linesOf(run, "ends")).toEqual([
      "50 ends #1 calls team/0",
      "50 ends #2 calls team/1",
      "55 ends #3 other team/0",
    ]);
  });

  it("arrivals of one instant come in the order in which their queues are named", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("named first", { at: [0, 50, 50] }), queueOf("named second", { at: [50] })],
        teams: [teamOf("team", { skills: ["named second", "named first"], agents: 3 })],
      }),
    );
    expect(linesOf(run, "arrives")).toEqual([
      "0 arrives #1 named first",
      "50 arrives #2 named first",
      "50 arrives #3 named first",
      "50 arrives #4 named second",
    ]);
  });
});
