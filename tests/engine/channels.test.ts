import { describe, expect, it } from "vitest";
import {
  calendarOf,
  linesOf,
  queueOf,
  queueTotals,
  routingOf,
  scenarioOf,
  teamOf,
  timeOf,
  traced,
} from "./plain-scenario.js";

const open = (withinSeconds: number) => ({
  withinSeconds,
  counting: "ignore-short" as const,
  underSeconds: 5,
  hours: "open" as const,
});

describe("a contact of a deferred channel", () => {
  const calendar = calendarOf({
    open: [
      [100, 200],
      [300, 400],
    ],
  });

  it("waits while the centre is closed, and is served when agents are there again", () => {
    const run = traced(
      scenarioOf({
        calendar,
        queues: [queueOf("calls", { channel: "email", at: [50, 195, 198, 250, 450], handle: 30 })],
      }),
    );
    expect(run.lines).toEqual([
      "50 arrives #1 calls",
      "50 waits #1 calls",
      "100 logsOn team/0",
      "100 answered #1 calls team/0",
      "130 ends #1 calls team/0",
      "195 arrives #2 calls",
      "195 answered #2 calls team/0",
      // Its agent goes home at 200, but not before it is done; nobody is unserved.
      "198 arrives #3 calls",
      "198 waits #3 calls",
      "225 ends #2 calls team/0",
      "225 logsOff team/0",
      "250 arrives #4 calls",
      "250 waits #4 calls",
      "300 logsOn team/0",
      "300 answered #3 calls team/0",
      "330 ends #3 calls team/0",
      "330 answered #4 calls team/0",
      "360 ends #4 calls team/0",
      "400 logsOff team/0",
      "450 arrives #5 calls",
      "450 waits #5 calls",
    ]);
    // 50 + 0 + 102 + 80 seconds by the clock; the fifth waits still.
    expect(queueTotals(run)).toMatchObject({
      arrived: 5,
      answered: 4,
      waiting: 1,
      closed: 0,
      unserved: 0,
      answeredWaitSeconds: 232,
    });
  });

  it("has waits counted in opening hours alone where the queue says so", () => {
    const run = traced(
      scenarioOf({
        calendar,
        queues: [
          queueOf("calls", {
            channel: "email",
            at: [50, 195, 198, 250],
            handle: 30,
            serviceLevel: open(2),
          }),
        ],
      }),
    );
    // 0 from before the opening; 0; 2 before 200 and 0 after 300; 0 before 300 and 30 after.
    expect(queueTotals(run)).toMatchObject({ answeredWaitSeconds: 32, answeredWithin: 3 });
    expect(run.observed.longestWaitSeconds[0]).toBe(30);
  });

  it("counts by the clock beside a queue that counts opening hours", () => {
    const run = traced(
      scenarioOf({
        calendar,
        queues: [
          queueOf("calls", { channel: "email", at: [50], serviceLevel: open(2) }),
          queueOf("faxes", { channel: "fax", at: [60], handle: 10 }),
        ],
        teams: [teamOf("team", { skills: ["calls", "faxes"], agents: 2 })],
      }),
    );
    expect(queueTotals(run, 0).answeredWaitSeconds).toBe(0);
    expect(queueTotals(run, 1).answeredWaitSeconds).toBe(40);
  });

  it("takes no line, and nor does a visitor", () => {
    const run = traced(
      scenarioOf({
        lines: 1,
        queues: [
          queueOf("calls", { at: [10, 20, 200] }),
          queueOf("mails", { channel: "email", at: [0, 5] }),
          queueOf("guests", { channel: "visit", at: [0, 5] }),
        ],
        teams: [teamOf("team", { skills: ["calls", "mails", "guests"], agents: 9 })],
      }),
    );
    expect(linesOf(run, "blocked")).toEqual(["20 blocked #6 calls"]);
    expect(linesOf(run, "answered")).toHaveLength(6);
  });
});

describe("a backlog", () => {
  it("waits when the simulation starts, as old as it is, and is taken at once where agents are free", () => {
    const backlog = { contacts: 2, age: { kind: "constant", seconds: 100 } } as const;
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { channel: "email", at: [10], handle: 30, backlog })] }),
    );
    expect(run.lines).toEqual([
      "0 logsOn team/0",
      "0 backlog #1 calls",
      "0 answered #1 calls team/0",
      "0 backlog #2 calls",
      "0 waits #2 calls",
      "10 arrives #3 calls",
      "10 waits #3 calls",
      "30 ends #1 calls team/0",
      "30 answered #2 calls team/0",
      "60 ends #2 calls team/0",
      "60 answered #3 calls team/0",
      "90 ends #3 calls team/0",
    ]);
    // 100 + 130 + 50 seconds.
    expect(queueTotals(run)).toMatchObject({
      arrived: 3,
      answered: 3,
      backlog: 2,
      answeredWaitSeconds: 280,
    });
    expect(run.observed.contacts).toBe(3);
  });

  it("has its age in the hours that count, and is new where no age is said", () => {
    const calendar = calendarOf({ open: [[50, 1000]] });
    const queue = (
      name: string,
      backlog: { contacts: number; age?: { kind: "constant"; seconds: number } },
    ) => queueOf(name, { channel: "web", handle: 10, backlog, serviceLevel: open(20) });
    const run = traced(
      scenarioOf({
        calendar,
        queues: [
          queue("old", { contacts: 1, age: { kind: "constant", seconds: 300 } }),
          queue("new", { contacts: 1 }),
        ],
        teams: [teamOf("team", { skills: ["old", "new"], agents: 2 })],
      }),
    );
    expect(queueTotals(run, 0).answeredWaitSeconds).toBe(300);
    expect(queueTotals(run, 1).answeredWaitSeconds).toBe(0);
  });

  it("is served the oldest first, and overflows at once where it is older than the rule", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            channel: "email",
            handle: 10,
            backlog: { contacts: 5, age: { kind: "uniform", minSeconds: 0, maxSeconds: 100 } },
          }),
        ],
        teams: [teamOf("team", { skills: [] }), teamOf("help", { skills: [] })],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 20, to: ["help"] }] }),
      }),
    );
    const answered = linesOf(run, "answered");
    expect(answered.map((line) => line.split(" ")[2])).toEqual(["#1", "#2", "#3", "#4", "#5"]);
    expect(Number(linesOf(run, "overflows")[0].split(" ")[0])).toBe(0);
  });
});

describe("a visitor", () => {
  const visits = (at: readonly number[], seats: number, patience?: number) =>
    traced(
      scenarioOf({
        queues: [
          queueOf("guests", { channel: "visit", at, seats, ...(patience !== undefined && { patience }) }),
        ],
        teams: [teamOf("team", { skills: ["guests"] })],
      }),
    );

  it("who finds no free agent and no seat goes away for good", () => {
    const run = visits([0, 10, 20, 61, 62], 1);
    expect(linesOf(run, "answered", "waits", "balks")).toEqual([
      "0 answered #1 guests team/0",
      "10 waits #2 guests",
      "20 balks #3 guests",
      "60 answered #2 guests team/0",
      "61 waits #4 guests",
      "62 balks #5 guests",
      "120 answered #4 guests team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ arrived: 5, answered: 3, balked: 2, waiting: 0 });
  });

  it("who has waited long enough leaves the seat to others", () => {
    const run = visits([0, 10, 30], 1, 15);
    expect(linesOf(run, "waits", "abandons", "balks")).toEqual([
      "10 waits #2 guests",
      "25 abandons #2 guests",
      "30 waits #3 guests",
      "45 abandons #3 guests",
    ]);
  });

  it("whom an agent brings goes away too where there is no seat, and the agent goes on", () => {
    const after = { transfer: [{ to: "guests", chance: 1, warm: timeOf(5) }] };
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0], handle: 10, after }),
          queueOf("guests", { channel: "visit", at: [5], handle: 60, seats: 0 }),
        ],
        teams: [teamOf("team"), teamOf("counter", { skills: ["guests"] })],
      }),
    );
    expect(run.lines.slice(6)).toEqual([
      "10 transfers #1 calls team/0",
      "10 arrives #1 guests",
      "10 balks #1 guests",
      "10 ends #1 calls team/0",
      "65 ends #2 guests counter/1",
    ]);
  });

  it("does not wait at all where there are no seats", () => {
    expect(linesOf(visits([0, 10], 0), "waits", "balks")).toEqual(["10 balks #2 guests"]);
  });

  it("meets a closed door as a caller does", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ open: [[100, 200]] }),
        queues: [queueOf("guests", { channel: "visit", at: [50, 190, 195], seats: 3 })],
        teams: [teamOf("team", { skills: ["guests"] })],
      }),
    );
    expect(linesOf(run, "closed", "unserved")).toEqual(["50 closed #1 guests", "200 unserved #3 guests"]);
  });
});
