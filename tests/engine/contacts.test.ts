import { describe, expect, it } from "vitest";
import { joinedBefore } from "../../src/engine/contacts/join-order.js";
import { QUEUE_FIELDS } from "../../src/engine/observations.js";
import { WAIT_BINS, waitBin } from "../../src/engine/wait-bins.js";
import {
  calendarOf,
  linesOf,
  queueOf,
  queueTotals,
  scenarioOf,
  teamOf,
  timeOf,
  traced,
} from "./plain-scenario.js";

describe("a contact that arrives", () => {
  it("is not lost among any number of queues", () => {
    for (let queues = 1; queues <= 17; queues++) {
      const names = Array.from({ length: queues }, (_, index) => `q${index}`);
      const run = traced(
        scenarioOf({
          queues: names.map((name, index) =>
            queueOf(name, { at: [100 - index, 200 + ((index * 7) % queues)] }),
          ),
          teams: [teamOf("team", { skills: names, agents: 40 })],
        }),
      );
      const moments = linesOf(run, "answered").map((line) => Number(line.split(" ")[0]));
      expect(moments).toHaveLength(2 * queues);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
    }
  });

  it("takes a free agent, else waits for one in the order of arrival", () => {
    const run = traced(scenarioOf({ queues: [queueOf("calls", { at: [10, 20, 30], handle: 25 })] }));
    expect(run.lines).toEqual([
      "0 logsOn team/0",
      "10 arrives #1 calls",
      "10 answered #1 calls team/0",
      "20 arrives #2 calls",
      "20 waits #2 calls",
      "30 arrives #3 calls",
      "30 waits #3 calls",
      "35 ends #1 calls team/0",
      "35 answered #2 calls team/0",
      "60 ends #2 calls team/0",
      "60 answered #3 calls team/0",
      "85 ends #3 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({
      arrived: 3,
      answered: 3,
      answeredWithin: 2,
      answeredWaitSeconds: 45,
      talkSeconds: 75,
    });
    expect(run.observed.longestWaitSeconds[0]).toBe(30);
  });

  it("meets a busy signal when its queue's lines, contacts in service among them, are all taken", () => {
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [0, 1, 2, 60], lines: 2, handle: 60 })] }),
    );
    expect(linesOf(run, "answered", "waits", "blocked")).toEqual([
      "0 answered #1 calls team/0",
      "1 waits #2 calls",
      "2 blocked #3 calls",
      "60 answered #2 calls team/0",
      "60 waits #4 calls",
      "120 answered #4 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ arrived: 4, answered: 3, blocked: 1 });
  });

  it("meets a busy signal when the lines of all queues together are taken", () => {
    const run = traced(
      scenarioOf({
        lines: 2,
        queues: [queueOf("calls", { at: [0, 3] }), queueOf("other", { at: [1, 2], handle: 5 })],
        teams: [teamOf("team"), teamOf("others", { skills: ["other"] })],
      }),
    );
    expect(linesOf(run, "answered", "waits", "blocked")).toEqual([
      "0 answered #1 calls team/0",
      "1 answered #2 other others/1",
      "2 blocked #3 other",
      "3 blocked #4 calls",
    ]);
  });

  it("is refused even by a free agent when all lines are taken", () => {
    const run = traced(
      scenarioOf({
        lines: 1,
        teams: [teamOf("team", { agents: 2 })],
        queues: [queueOf("calls", { at: [0, 1] })],
      }),
    );
    expect(linesOf(run, "blocked")).toEqual(["1 blocked #2 calls"]);
  });
});

describe("handling", () => {
  it("is the sum of talk, hold and wrap, or of those that there are", () => {
    const parts = [
      { talk: 7, hold: 20, wrap: 100 },
      { talk: 7, wrap: 100 },
      { hold: 20, wrap: 100 },
      { wrap: 100 },
    ];
    for (const part of parts) {
      const handle = Object.fromEntries(Object.entries(part).map(([name, time]) => [name, timeOf(time)]));
      const run = traced(scenarioOf({ queues: [{ ...queueOf("calls", { at: [10] }), handle }] }));
      const { talk = 0, hold = 0, wrap = 0 } = part as { talk?: number; hold?: number; wrap?: number };
      expect(linesOf(run, "ends")).toEqual([`${10 + talk + hold + wrap} ends #1 calls team/0`]);
      expect(queueTotals(run)).toMatchObject({ talkSeconds: talk, holdSeconds: hold, wrapSeconds: wrap });
    }
  });
});

describe("the order of joining a line", () => {
  it("is that of its numbers, and goes on where they begin again", () => {
    const most = 0x7fffffff;
    const ahead = [
      [0, 1],
      [1, 2],
      [0, 1_000_000_000],
      [most, 0],
      [most - 1, most],
      [most - 500_000_000, 500_000_000],
    ];
    for (const [first, second] of ahead) {
      expect([first, second, joinedBefore(first, second)]).toEqual([first, second, true]);
      expect([second, first, joinedBefore(second, first)]).toEqual([second, first, false]);
    }
    for (const order of [0, 7, most]) expect(joinedBefore(order, order)).toBe(false);
  });
});

describe("a wait", () => {
  it("is counted in the bin of its length, to the millisecond below a quarter of a second", () => {
    const waits = [0, 0.001, 0.25, 1, 2, 90];
    const calls = waits.flatMap((_, index) => [index * 1000, index * 1000]);
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: calls, handles: waits.flatMap((wait) => [wait, 5]) })],
      }),
    );
    // Of each two the first takes the agent and the second waits for as long as that takes.
    const counts = run.observed.waitCounts.subarray(0, WAIT_BINS);
    const found = [...counts.entries()].filter(([, count]) => count > 0);
    const second = waits.filter((wait) => wait > 0).map((wait) => [waitBin(wait * 1000), 1]);
    expect(found).toEqual([[0, 1 + waits.length], ...second]);
    expect(run.observed.longestWaitSeconds[0]).toBe(90);
  });
});

describe("patience", () => {
  it("ends a wait at its very end", () => {
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [0, 10], patience: 30, handle: 100 })] }),
    );
    expect(linesOf(run, "abandons")).toEqual(["40 abandons #2 calls"]);
    expect(queueTotals(run)).toMatchObject({ abandoned: 1, abandonedWaitSeconds: 30, abandonedWithin: 0 });
  });

  it("of nothing is enough for a free agent, and else a hang-up at once", () => {
    const run = traced(scenarioOf({ queues: [queueOf("calls", { at: [0, 10], patience: 0 })] }));
    expect(linesOf(run, "answered", "waits", "abandons")).toEqual([
      "0 answered #1 calls team/0",
      "10 waits #2 calls",
      "10 abandons #2 calls",
    ]);
    expect(queueTotals(run)).toMatchObject({
      abandonedWithin: 1,
      abandonedUnder: 1,
      abandonedWaitSeconds: 0,
    });
  });

  it("does not run out at the instant in which an agent is freed", () => {
    const run = traced(scenarioOf({ queues: [queueOf("calls", { at: [0, 30], patience: 30 })] }));
    expect(linesOf(run, "answered", "abandons")).toEqual([
      "0 answered #1 calls team/0",
      "60 answered #2 calls team/0",
    ]);
  });

  it("equal to the threshold is within it, wherever on the clock the contact arrives", () => {
    // Sums that cross a power of two are rounded: here the end of the wait is.
    const at = Array.from({ length: 400 }, (_, index) => 65_526 + index * 0.0171);
    const run = traced(
      scenarioOf({
        teams: [teamOf("team", { agents: 0 })],
        queues: [queueOf("calls", { at, patience: 20 })],
      }),
    );
    expect(queueTotals(run)).toMatchObject({ abandoned: 400, abandonedWithin: 400 });
  });

  it("equal to the time of short hang-ups is within it, wherever on the clock the contact arrives", () => {
    // Sums that cross a power of two are rounded: here the end of the wait is.
    const at = Array.from({ length: 400 }, (_, index) => 65_526 + index * 0.0171);
    const run = traced(
      scenarioOf({ teams: [teamOf("team", { agents: 0 })], queues: [queueOf("calls", { at, patience: 5 })] }),
    );
    expect(queueTotals(run)).toMatchObject({ abandonedUnder: 400 });
  });
});

describe("redial", () => {
  const after = { kind: "constant", seconds: 100 } as const;

  it("comes after a hang-up, as often as attempts allow", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("team", { agents: 0 })],
        queues: [queueOf("calls", { at: [0], patience: 10, redial: { chance: 1, after, attempts: 2 } })],
      }),
    );
    expect(linesOf(run, "abandons", "redials")).toEqual([
      "10 abandons #1 calls",
      "110 redials #1 calls",
      "120 abandons #1 calls",
      "220 redials #1 calls",
      "230 abandons #1 calls",
    ]);
    expect(queueTotals(run)).toMatchObject({ arrived: 3, redialled: 2, abandoned: 3 });
    expect(run.observed.contacts).toBe(1);
  });

  it("comes after a busy signal", () => {
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [0, 10], lines: 1, redial: { chance: 1, after } })] }),
    );
    expect(linesOf(run, "blocked", "redials", "answered")).toEqual([
      "0 answered #1 calls team/0",
      "10 blocked #2 calls",
      "110 redials #2 calls",
      "110 answered #2 calls team/0",
    ]);
  });

  it("comes at once, where it comes after no time, and meets the same lines", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            at: [0, 10],
            lines: 1,
            redial: { chance: 1, after: { kind: "constant", seconds: 0 }, attempts: 2 },
          }),
        ],
      }),
    );
    expect(linesOf(run, "blocked", "redials")).toEqual([
      "10 blocked #2 calls",
      "10 redials #2 calls",
      "10 blocked #2 calls",
      "10 redials #2 calls",
      "10 blocked #2 calls",
    ]);
  });

  it("does not come with a chance of nothing, nor after meeting a closed centre", () => {
    const never = traced(
      scenarioOf({
        teams: [teamOf("team", { agents: 0 })],
        queues: [queueOf("calls", { at: [0], patience: 1, redial: { chance: 0, after } })],
      }),
    );
    expect(linesOf(never, "redials")).toEqual([]);
    const closed = traced(
      scenarioOf({
        calendar: calendarOf({ open: [[0, 50]] }),
        queues: [queueOf("calls", { at: [60], redial: { chance: 1, after } })],
      }),
    );
    expect(linesOf(closed, "closed", "redials")).toEqual(["60 closed #1 calls"]);
  });

  it("is counted in the interval in which it comes", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("team", { agents: 0 })],
        queues: [queueOf("calls", { at: [1750], patience: 10, redial: { chance: 1, after, attempts: 1 } })],
      }),
    );
    const arrived = [0, 1].map((interval) => run.observed.queueCells[interval * QUEUE_FIELDS.length]);
    const redialled = [0, 1].map((interval) => run.observed.queueCells[interval * QUEUE_FIELDS.length + 15]);
    expect([arrived, redialled]).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });
});
