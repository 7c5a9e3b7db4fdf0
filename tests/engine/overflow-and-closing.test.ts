import { describe, expect, it } from "vitest";
import {
  breakOf,
  calendarOf,
  linesOf,
  queueOf,
  queueTotals,
  routingOf,
  scenarioOf,
  shiftOf,
  teamOf,
  traced,
} from "./plain-scenario.js";

describe("overflow", () => {
  const rule = { queue: "calls", afterSeconds: 45, to: ["back"] };

  it("hands it to who has been idle longest of the agents of all teams that the rule opens", () => {
    const lastAnswered = (at: number) => {
      const run = traced(
        scenarioOf({
          queues: [queueOf("calls", { at: [50] }), queueOf("other", { at: [at], handle: 10 })],
          teams: [
            teamOf("team", { skills: [] }),
            teamOf("first", { skills: ["other"] }),
            teamOf("second", { skills: [] }),
          ],
          routing: routingOf({ overflow: [{ ...rule, to: ["first", "second"] }] }),
        }),
      );
      return linesOf(run, "answered").at(-1);
    };
    expect(lastAnswered(20)).toBe("95 answered #2 calls second/2");
    expect(lastAnswered(1000)).toBe("1000 answered #2 other first/1");
  });

  it("hands a contact that has waited so long to another team's idle agent at that moment", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 10], handle: 100 })],
        teams: [teamOf("front"), teamOf("back", { skills: [] })],
        routing: routingOf({ overflow: [rule] }),
      }),
    );
    expect(linesOf(run, "answered", "overflows")).toEqual([
      "0 answered #1 calls front/0",
      "55 overflows #2 calls",
      "55 answered #2 calls back/1",
    ]);
    expect(queueTotals(run)).toMatchObject({ answered: 2, overflowed: 1 });
  });

  it("lets an agent of the other team who is freed later take it, behind all that team has the skill for", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 10], handle: 300 }),
          queueOf("own", { at: [0, 90], handles: [100, 50] }),
        ],
        teams: [teamOf("front"), teamOf("back", { skills: ["own"] })],
        routing: routingOf({ overflow: [rule] }),
      }),
    );
    expect(linesOf(run, "answered", "overflows")).toEqual([
      "0 answered #1 calls front/0",
      "0 answered #2 own back/1",
      "55 overflows #3 calls",
      "100 answered #4 own back/1",
      "150 answered #3 calls back/1",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({ overflowed: 1 });
  });

  it("does not open a contact to the other team before its time, though its agent is idle", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 10], handle: 50 })],
        teams: [teamOf("front"), teamOf("back", { skills: [] })],
        routing: routingOf({ overflow: [rule] }),
      }),
    );
    expect(linesOf(run, "answered")).toEqual(["0 answered #1 calls front/0", "50 answered #2 calls front/0"]);
    expect(queueTotals(run)).toMatchObject({ overflowed: 0 });
  });

  it("goes rule by rule, each after its own wait, and leaves the own team in the running", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 0, 0, 0], handles: [500, 60, 60, 60] }),
          queueOf("own", { at: [0], handle: 80 }),
        ],
        teams: [teamOf("front"), teamOf("back", { skills: ["own"] }), teamOf("third", { skills: [] })],
        routing: routingOf({
          overflow: [{ queue: "calls", afterSeconds: 90, to: ["third"] }, rule],
        }),
      }),
    );
    expect(linesOf(run, "answered", "overflows").slice(2)).toEqual([
      "45 overflows #2 calls",
      "45 overflows #3 calls",
      "45 overflows #4 calls",
      "80 answered #2 calls back/1",
      "90 overflows #3 calls",
      "90 answered #3 calls third/2",
      "90 overflows #4 calls",
      "140 answered #4 calls back/1",
    ]);
  });

  it("of a redial counts from the redial", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            at: [0],
            patiences: [10],
            redial: { chance: 1, after: { kind: "constant", seconds: 90 } },
          }),
        ],
        teams: [teamOf("nobody", { agents: 0 }), teamOf("back", { skills: [] })],
        routing: routingOf({ overflow: [rule] }),
      }),
    );
    expect(linesOf(run, "overflows", "answered")).toEqual([
      "145 overflows #1 calls",
      "145 answered #1 calls back/0",
    ]);
  });

  it("after the threshold's very time counts as answered within it", () => {
    const at = Array.from({ length: 100 }, (_, index) => 65_526 + index * 0.0171);
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at, handle: 1 })],
        teams: [teamOf("nobody", { agents: 0 }), teamOf("back", { skills: [], agents: 100 })],
        routing: routingOf({ overflow: [{ ...rule, afterSeconds: 20 }] }),
      }),
    );
    expect(queueTotals(run)).toMatchObject({ answered: 100, answeredWithin: 100 });
  });
});

describe("what is counted", () => {
  it("is nothing of the warm-up, though it is simulated", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ warmupSeconds: 1000 }),
        queues: [queueOf("calls", { at: [950, 990, 1010, 1100], handle: 80 })],
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "950 answered #1 calls team/0",
      "1030 answered #2 calls team/0",
      "1110 answered #3 calls team/0",
      "1190 answered #4 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ arrived: 2, answered: 2, answeredWaitSeconds: 190 });
    expect(run.observed.waitCounts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(run.observed.longestWaitSeconds[0]).toBe(100);
    expect(run.observed.crewCells[0]).toBe(270);
  });

  it("includes the contacts still waiting at the end, which are neither answered nor lost", () => {
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [86_000, 86_010, 86_020], handle: 1000 })] }),
    );
    expect(queueTotals(run)).toMatchObject({
      arrived: 3,
      answered: 1,
      waiting: 2,
      abandoned: 0,
      unserved: 0,
    });
  });

  it("is not what would happen at the horizon or later", () => {
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [86_390, 86_395, 86_400], patience: 5, handle: 50 })] }),
    );
    expect(linesOf(run, "arrives", "abandons")).toEqual(["86390 arrives #1 calls", "86395 arrives #2 calls"]);
    expect(queueTotals(run)).toMatchObject({ arrived: 2, answered: 1, waiting: 1 });
  });
});

describe("closing", () => {
  const calendar = calendarOf({ open: [[0, 100]] });

  it("lets the agents still on shift serve those who wait, and counts later contacts as closed", () => {
    const run = traced(
      scenarioOf({
        calendar,
        queues: [queueOf("calls", { at: [0, 90, 110], handle: 150 })],
        teams: [teamOf("team", { table: [[0, 1000, 1]] })],
      }),
    );
    expect(linesOf(run, "answered", "closed", "unserved")).toEqual([
      "0 answered #1 calls team/0",
      "110 closed #3 calls",
      "150 answered #2 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ arrived: 3, answered: 2, closed: 1 });
  });

  it("leaves those who wait unserved when the last agent who could serve them stops taking contacts", () => {
    const run = traced(
      scenarioOf({
        calendar,
        queues: [
          queueOf("calls", { at: [0, 10, 80], handle: 150 }),
          queueOf("other", { at: [90, 95], handle: 30 }),
        ],
        teams: [
          teamOf("team", { table: [[0, 140, 1]] }),
          teamOf("others", { skills: ["other"], table: [[0, 1000, 1]] }),
        ],
      }),
    );
    expect(linesOf(run, "answered", "unserved", "logsOff")).toEqual([
      "0 answered #1 calls team/0",
      "90 answered #4 other others/1",
      "120 answered #5 other others/1",
      "140 unserved #2 calls",
      "140 unserved #3 calls",
      "150 logsOff team/0",
      "1000 logsOff others/1",
    ]);
    expect(queueTotals(run)).toMatchObject({ arrived: 3, answered: 1, unserved: 2 });
  });

  it("leaves those who wait unserved when the last agent goes home from a break", () => {
    const run = traced(
      scenarioOf({
        calendar,
        queues: [queueOf("calls", { at: [90] })],
        teams: [teamOf("team", { roster: { day: 1 } })],
        shifts: [shiftOf("day", 0, 140, { breaks: [breakOf(60, 1000)] })],
      }),
    );
    expect(linesOf(run, "waits", "unserved", "logsOff")).toEqual([
      "90 waits #1 calls",
      "140 logsOff team/0",
      "140 unserved #1 calls",
    ]);
  });

  it("lets a contact wait on for a team that overflow will open to it", () => {
    const run = traced(
      scenarioOf({
        calendar,
        queues: [queueOf("calls", { at: [95] })],
        teams: [teamOf("team", { agents: 0 }), teamOf("back", { skills: [], table: [[0, 1000, 1]] })],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 45, to: ["back"] }] }),
      }),
    );
    expect(linesOf(run, "answered", "unserved")).toEqual(["140 answered #1 calls back/0"]);
  });

  it("frees the lines of those left unserved", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({
          open: [
            [0, 100],
            [200, 300],
          ],
        }),
        lines: 1,
        queues: [queueOf("calls", { at: [50, 250] })],
        teams: [teamOf("team", { table: [[220, 300, 1]] })],
      }),
    );
    expect(linesOf(run, "unserved", "answered", "blocked")).toEqual([
      "100 unserved #1 calls",
      "250 answered #2 calls team/0",
    ]);
  });
});
