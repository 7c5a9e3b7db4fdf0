import { describe, expect, it } from "vitest";
import {
  calendarOf,
  linesOf,
  queueOf,
  queueTotals,
  routingOf,
  scenarioOf,
  shiftOf,
  shiftTotals,
  teamOf,
  traced,
} from "./plain-scenario.js";

type Parts = Parameters<typeof queueOf>[1];
const chat = (parts: Parts, name = "calls") =>
  queueOf(name, { channel: "chat", concurrency: 3, handle: 1000, ...parts });
const HOUR = 3600;

describe("who was to go, and stays on after all,", () => {
  it("has held its chats as long as before, longer than those whose chats came later", () => {
    // 0, 1 and 2 hold one each when the table falls: 0 is to go, and stays.
    const table = [
      [0, 100, 3],
      [100, 110, 2],
      [110, 2000, 3],
    ] as const;
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 1, 2, 120, 121, 122] })],
        teams: [teamOf("team", { table })],
      }),
    );
    expect(linesOf(run, "answered").slice(3)).toEqual([
      "120 answered #4 calls team/0",
      "121 answered #5 calls team/1",
      "122 answered #6 calls team/2",
    ]);
  });

  /** 0 takes a short chat at 0 and a long one at 6, 1 a long one at 1; both are to go at 100, and stay. */
  const bothStay = (at: readonly number[], handles: readonly number[]) => {
    const table = [
      [0, 100, 2],
      [100, 110, 0],
      [110, 2000, 2],
    ] as const;
    const queues = [chat({ at: [0, 1, 6, ...at], handles: [5, 1000, ...handles] })];
    return linesOf(traced(scenarioOf({ queues, teams: [teamOf("team", { table })] })), "answered").slice(3);
  };

  it("comes before another who was to go, and whose chat came later", () => {
    // At 120 the one of 1 came first. At 125 1 is back to one chat, now held less long than that of 0.
    expect(bothStay([120, 130, 131], [1000, 5, 1000, 1000])).toEqual([
      "120 answered #4 calls team/1",
      "130 answered #5 calls team/0",
      "131 answered #6 calls team/1",
    ]);
  });

  it("is not lost when the one behind it has done its chat", () => {
    // 0 is done at 115, idle, and takes the chat at 120; 1 has held its one longer.
    expect(bothStay([120, 121], [109, 1000, 1000])).toEqual([
      "120 answered #4 calls team/0",
      "121 answered #5 calls team/1",
    ]);
  });
});

describe("a table that falls", () => {
  it("names nobody in a team that has one contact at a time, though another has several", () => {
    // Of two on the phone the one who is free first goes.
    const table = [
      [0, 10, 2],
      [10, 1000, 1],
    ] as const;
    const run = traced(
      scenarioOf({
        queues: [chat({}), queueOf("phone", { at: [0, 1], handles: [100, 49] })],
        teams: [teamOf("chats"), teamOf("phones", { skills: ["phone"], table })],
      }),
    );
    expect(linesOf(run, "ends", "logsOff").slice(0, 3)).toEqual([
      "50 ends #2 phone phones/2",
      "50 logsOff phones/2",
      "100 ends #1 phone phones/1",
    ]);
  });
});

describe("a chat that overflow opens to more teams", () => {
  it("goes to the one who has held as many longest, in whichever team", () => {
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 1] }, "held"), chat({ at: [20] })],
        teams: [
          teamOf("first", { skills: ["held"] }),
          teamOf("second", { skills: ["held"] }),
          teamOf("own", { agents: 0 }),
        ],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 10, to: ["first", "second"] }] }),
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 held first/0",
      "1 answered #2 held second/1",
      "30 answered #3 calls first/0",
    ]);
  });
});

describe("chats that an agent takes when it comes", () => {
  it("are those of the queue it prefers, be others waiting longer", () => {
    // #1 has hung up when #4 comes and is kept in its place.
    const run = traced(
      scenarioOf({
        queues: [
          chat({ at: [0, 4, 10], patiences: [5, Number.NaN, Number.NaN] }, "preferred"),
          chat({ at: [3] }, "other"),
        ],
        teams: [
          teamOf("team", {
            skills: ["preferred", { queue: "other", preference: 2 }],
            roster: { day: 1 },
          }),
        ],
        shifts: [shiftOf("day", 100, HOUR)],
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "100 answered #3 preferred team/0",
      "100 answered #4 preferred team/0",
      "100 answered #2 other team/0",
    ]);
  });
});

describe("chats that nothing slows down", () => {
  it("end in the order in which they were begun, whoever takes another meanwhile", () => {
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 0, 50], handle: 100 })],
        teams: [teamOf("team", { agents: 2 })],
      }),
    );
    expect(linesOf(run, "answered", "ends")).toEqual([
      "0 answered #1 calls team/0",
      "0 answered #2 calls team/1",
      "50 answered #3 calls team/0",
      "100 ends #1 calls team/0",
      "100 ends #2 calls team/1",
      "150 ends #3 calls team/0",
    ]);
  });
});

describe("the quota of time of a shift", () => {
  const quota = { handled: { share: 0.5, withinSeconds: 40 } };

  it("takes no notice of a chat of the shift before that turns out too long after all", () => {
    // #1 is foreseen to take 30 s when the day ends; #2, at 5 s past, makes it 45. #2 takes 45, #3 takes 30.
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [chat({ at: [86_390, 86_405, 86_700], handle: 30, slowdown: 1 })],
        teams: [teamOf("team", { roster: { day: 1 }, quota })],
        shifts: [shiftOf("day", 0, 86_400)],
      }),
    );
    expect(shiftTotals(run)).toMatchObject({ handled: 3, handledWithin: 2 });
  });

  it("counts the chats that another holds when an agent's shift begins as it did", () => {
    // Both chats of the early agent take 60 s, in the middle of which the late one comes.
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [10, 10], handle: 30, slowdown: 1, concurrency: 2 })],
        teams: [teamOf("team", { roster: { early: 1, late: 1 }, quota })],
        shifts: [shiftOf("early", 0, HOUR), shiftOf("late", 20, HOUR)],
      }),
    );
    expect(linesOf(run, "ends")).toEqual(["70 ends #1 calls team/0", "70 ends #2 calls team/0"]);
    expect(shiftTotals(run, 0)).toMatchObject({ handled: 2, handledWithin: 0 });
  });
});

describe("a backlog", () => {
  it("counts where counted time starts, whoever was served before", () => {
    const mails = queueOf("mails", { channel: "email", at: [100], backlog: { contacts: 1 } });
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ warmupSeconds: HOUR }),
        queues: [mails],
        teams: [teamOf("team", { skills: ["mails"] })],
      }),
    );
    expect(queueTotals(run)).toMatchObject({ arrived: 1, backlog: 1, answered: 1 });
  });
});
