import { describe, expect, it } from "vitest";
import {
  breakOf,
  calendarOf,
  crewTotals,
  linesOf,
  queueOf,
  queueTotals,
  routingOf,
  scenarioOf,
  shiftOf,
  shiftTotals,
  teamOf,
  timeOf,
  traced,
} from "./plain-scenario.js";

type Parts = Parameters<typeof queueOf>[1];
const chat = (parts: Parts, name = "calls") =>
  queueOf(name, { channel: "chat", concurrency: 2, handle: 30, ...parts });
const HOUR = 3600;

describe("an agent with several chats", () => {
  it("does each more slowly, and books what each really took", () => {
    const run = traced(scenarioOf({ queues: [chat({ at: [0, 10], slowdown: 0.5 })] }));
    // #1 has 20 s left at 10, each now takes 1.5 times as long: done at 40. #2 has done 20 of 30 by then
    // and does the last 10 alone: done at 50.
    expect(run.lines).toEqual([
      "0 logsOn team/0",
      "0 arrives #1 calls",
      "0 answered #1 calls team/0",
      "10 arrives #2 calls",
      "10 answered #2 calls team/0",
      "40 ends #1 calls team/0",
      "50 ends #2 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ answered: 2, talkSeconds: 80, answeredWaitSeconds: 0 });
    expect(crewTotals(run)).toMatchObject({ busySeconds: 50, besideSeconds: 30, answered: 2 });
  });

  it("is as fast as several agents where nothing slows the chats down", () => {
    const run = traced(scenarioOf({ queues: [chat({ at: [0, 10, 20] })] }));
    expect(linesOf(run, "answered", "waits", "ends")).toEqual([
      "0 answered #1 calls team/0",
      "10 answered #2 calls team/0",
      "20 waits #3 calls",
      "30 ends #1 calls team/0",
      "30 answered #3 calls team/0",
      "40 ends #2 calls team/0",
      "60 ends #3 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ talkSeconds: 90 });
  });

  it("books longer parts in proportion, and chats that take no time as nothing", () => {
    const handle = { talk: timeOf(10), hold: timeOf(5), wrap: timeOf(15) };
    const run = traced(scenarioOf({ queues: [{ ...chat({ at: [0, 0], slowdown: 1 }), handle }] }));
    // Both take twice as long.
    expect(queueTotals(run)).toMatchObject({ talkSeconds: 40, holdSeconds: 20, wrapSeconds: 60 });
    const idle = traced(scenarioOf({ queues: [chat({ at: [0, 0], handle: 0, slowdown: 1 })] }));
    expect(queueTotals(idle)).toMatchObject({ answered: 2, talkSeconds: 0 });
  });

  it("books at the end what is in hand as if it went on so", () => {
    const calendar = calendarOf({});
    const { horizonSeconds: end } = calendar;
    const run = traced(
      scenarioOf({ calendar, queues: [chat({ at: [end - 40, end - 10], handle: 50, slowdown: 1 })] }),
    );
    // #1 has 20 left at end - 10, twice as long: 30 + 40. #2 all of it, twice as long: 100.
    expect(queueTotals(run)).toMatchObject({ talkSeconds: 170 });
  });

  it("holds no more than the least of their concurrencies, and no call beside them", () => {
    const run = traced(
      scenarioOf({
        queues: [
          chat({ at: [0, 1, 2], concurrency: 3 }, "three"),
          chat({ at: [3], concurrency: 2, handle: 60 }, "two"),
          queueOf("calls", { at: [4, 200], handle: 10 }),
          chat({ at: [203], concurrency: 2, handle: 60 }, "late"),
        ],
        teams: [teamOf("team", { skills: ["three", "two", "calls", "late"] })],
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 three team/0",
      "1 answered #2 three team/0",
      "2 answered #3 three team/0",
      // The second leaves at 31, the third remains: one more of two at once.
      "31 answered #4 two team/0",
      "91 answered #5 calls team/0",
      "200 answered #6 calls team/0",
      // Nothing beside a call.
      "210 answered #7 late team/0",
    ]);
  });

  it("takes several who wait when it comes, and more when what limited it is done", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ open: [[0, HOUR]] }),
        queues: [
          chat({ at: [0], concurrency: 2, handle: 100 }, "two"),
          chat({ at: [1, 2, 3, 4], concurrency: 4, handle: 500 }, "four"),
        ],
        teams: [teamOf("team", { skills: ["two", "four"], roster: { day: 1 } })],
        shifts: [shiftOf("day", 60, HOUR)],
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "60 answered #1 two team/0",
      "60 answered #2 four team/0",
      "160 answered #3 four team/0",
      "160 answered #4 four team/0",
      "160 answered #5 four team/0",
    ]);
  });

  it("takes those who wait in several queues in the order in which they came", () => {
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [1, 3], concurrency: 4 }, "odd"), chat({ at: [2, 4], concurrency: 4 }, "even")],
        teams: [teamOf("team", { skills: ["even", "odd"], roster: { day: 1 } })],
        shifts: [shiftOf("day", 60, HOUR)],
      }),
    );
    expect(linesOf(run, "answered").map((line) => line.split(" ")[2])).toEqual(["#1", "#2", "#3", "#4"]);
  });

  it("leaves lines to others one by one", () => {
    const run = traced(scenarioOf({ lines: 2, queues: [chat({ at: [0, 10, 20, 35], concurrency: 3 })] }));
    expect(linesOf(run, "blocked")).toEqual(["20 blocked #3 calls"]);
  });
});

describe("a chat goes to", () => {
  it("who holds fewest, among equals who has held so many longest", () => {
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 1, 2, 3, 5], concurrency: 3, handles: [100, 3.5, 100, 100, 100] })],
        teams: [teamOf("team", { agents: 2 })],
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 calls team/0",
      "1 answered #2 calls team/1",
      "2 answered #3 calls team/0",
      "3 answered #4 calls team/1",
      // The second is done with one at 4.5 and holds one, the first two.
      "5 answered #5 calls team/1",
    ]);
  });

  it("the team of the best preference, be its agents idle or not; between equals to who holds fewest", () => {
    const teams = (first: number, second: number) => [
      teamOf("team", { skills: [{ queue: "calls", preference: first }] }),
      teamOf("help", { skills: [{ queue: "calls", preference: second }] }),
    ];
    const answered = (first: number, second: number, at: readonly number[]) =>
      linesOf(traced(scenarioOf({ queues: [chat({ at })], teams: teams(first, second) })), "answered").map(
        (line) => line.split(" ")[4],
      );
    expect(answered(1, 2, [0, 1, 2])).toEqual(["team/0", "team/0", "help/1"]);
    expect(answered(1, 1, [0, 1, 2, 3])).toEqual(["team/0", "help/1", "team/0", "help/1"]);
  });

  it("who has fewer skills where that is asked, and only to who has what it needs", () => {
    const queues = [
      { ...chat({ at: [0, 1, 2, 3], concurrency: 3 }), needs: ["spanish"] },
      chat({ at: [], concurrency: 3 }, "other"),
    ];
    const run = traced(
      scenarioOf({
        queues,
        teams: [
          teamOf("both", { skills: ["calls", "other"], has: [{ name: "spanish", agents: 1 }], agents: 2 }),
          teamOf("one", { skills: ["calls"], has: [{ name: "spanish", agents: 1 }] }),
        ],
        routing: routingOf({ agent: "fewest-skills" }),
      }),
    );
    expect(linesOf(run, "answered").map((line) => line.split(" ")[4])).toEqual([
      "one/2",
      "both/0",
      "one/2",
      "both/0",
    ]);
  });

  it("who has what it needs, though others have held as many longer or are free for more", () => {
    const run = traced(
      scenarioOf({
        queues: [
          chat({ at: [0, 1], handle: 50 }, "plain"),
          { ...chat({ at: [2, 3], handle: 100 }, "spanish"), needs: ["spanish"] },
        ],
        teams: [
          teamOf("team", {
            skills: ["plain", "spanish"],
            has: [{ name: "spanish", agents: 1 }],
            agents: 2,
          }),
        ],
      }),
    );
    // The first has it, and is full at 2; the other, free for one more all the time, is not asked. At 50 the
    // first is done with one.
    expect(linesOf(run, "answered", "waits")).toEqual([
      "0 answered #1 plain team/0",
      "1 answered #2 plain team/1",
      "2 answered #3 spanish team/0",
      "3 waits #4 spanish",
      "50 answered #4 spanish team/0",
    ]);
    const later = traced(
      scenarioOf({
        queues: [
          chat({ at: [0, 1, 2, 3], handles: [50, 40, 50, 60], handle: 1 }, "plain"),
          { ...chat({ at: [4], handle: 100 }, "spanish"), needs: ["spanish"] },
        ],
        teams: [
          teamOf("team", { skills: ["plain", "spanish"], has: [{ name: "spanish", agents: 1 }], agents: 2 }),
        ],
      }),
    );
    // At 41 the one without it has room again, at 50 the one with it.
    expect(linesOf(later, "answered").at(-1)).toBe("50 answered #5 spanish team/0");
    const second = traced(
      scenarioOf({
        queues: [
          chat({ at: [0, 1], handle: 50 }, "plain"),
          { ...chat({ at: [2], handle: 100 }, "french"), needs: ["french"] },
        ],
        teams: [
          teamOf("none", { skills: ["plain", "french"], has: [{ name: "french", share: 0.5 }], agents: 2 }),
        ],
      }),
    );
    expect(linesOf(second, "answered").at(-1)).toMatch(/^2 answered #3 french none/);
  });

  it("of those who hold as many who has fewer skills, whoever has held so many longest", () => {
    const queues = [
      chat({ at: [0, 1, 2, 3], concurrency: 3, handle: 100 }, "plain"),
      { ...chat({ at: [] }, "spanish"), needs: ["spanish"] },
    ];
    const team = (agents: number) =>
      teamOf("team", { skills: ["plain", "spanish"], has: [{ name: "spanish", agents: 1 }], agents });
    const run = traced(
      scenarioOf({ queues, teams: [team(2)], routing: routingOf({ agent: "fewest-skills" }) }),
    );
    expect(linesOf(run, "answered").map((line) => line.split(" ")[4])).toEqual([
      "team/1",
      "team/0",
      "team/1",
      "team/0",
    ]);
    // Idle ones in the order of few skills; then 1, who held one before 2 did, then 2, and 0 last.
    const three = traced(
      scenarioOf({
        queues: [chat({ at: [0, 1, 2, 3, 4, 5], handle: 100, concurrency: 3 }, "plain"), queues[1]],
        teams: [team(3)],
        routing: routingOf({ agent: "fewest-skills" }),
      }),
    );
    expect(linesOf(three, "answered").map((line) => line.split(" ")[4])).toEqual(
      ["1", "2", "0", "1", "2", "0"].map((agent) => `team/${agent}`),
    );
  });

  it("of two teams that overflow opens to who holds fewest, or has held so many longest", () => {
    const answered = (handles: readonly number[]) => {
      const run = traced(
        scenarioOf({
          queues: [
            chat({ at: [20], handle: 100 }),
            chat({ at: [0, 1], handles, handle: 1 }, "one"),
            chat({ at: [2, 3], handles: [500, 500], handle: 1, concurrency: 3 }, "two"),
          ],
          teams: [
            teamOf("team", { skills: [] }),
            teamOf("first", { skills: ["one"] }),
            teamOf("second", { skills: ["two"] }),
          ],
          routing: routingOf({
            overflow: [{ queue: "calls", afterSeconds: 10, to: ["first", "second"] }],
          }),
        }),
      );
      return linesOf(run, "answered").at(-1);
    };
    // The first holds one of its two by then, the other two; of three at most one more is one of two.
    expect(answered([500, 12])).toBe("30 answered #5 calls first/1");
    const even = traced(
      scenarioOf({
        queues: [
          chat({ at: [20], handle: 100 }),
          chat({ at: [5], handle: 500 }, "one"),
          chat({ at: [2], handle: 500 }, "two"),
        ],
        teams: [
          teamOf("team", { skills: [] }),
          teamOf("first", { skills: ["one"] }),
          teamOf("second", { skills: ["two"] }),
        ],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 10, to: ["first", "second"] }] }),
      }),
    );
    expect(linesOf(even, "answered").at(-1)).toBe("30 answered #3 calls second/2");
  });

  it("an agent with room by preference: what waits in the preferred queue comes first", () => {
    const run = traced(
      scenarioOf({
        queues: [
          chat({ at: [5, 6], concurrency: 3, handle: 300 }, "second"),
          chat({ at: [10, 11], concurrency: 3, handle: 300 }, "first"),
        ],
        teams: [
          teamOf("team", {
            skills: [
              { queue: "first", preference: 1 },
              { queue: "second", preference: 2 },
            ],
            roster: { day: 1 },
          }),
        ],
        shifts: [shiftOf("day", 60, HOUR)],
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "60 answered #3 first team/0",
      "60 answered #4 first team/0",
      "60 answered #1 second team/0",
      "360 answered #2 second team/0",
    ]);
  });

  it("who holds nothing where the skill is for when several are free", () => {
    const skills = [{ queue: "calls", whenFree: 2 }];
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 1, 2, 3], concurrency: 3, handle: 20 })],
        teams: [teamOf("team", { skills, agents: 2 })],
      }),
    );
    // One stays idle, and who is busy takes nothing beside; who is done makes two.
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 calls team/0",
      "20 answered #2 calls team/0",
      "40 answered #3 calls team/0",
      "60 answered #4 calls team/0",
    ]);
  });

  it("who is urgent first where priorities rise", () => {
    const run = traced(
      scenarioOf({
        queues: [
          { ...chat({ at: [1, 10], handle: 50 }, "slow"), priority: 2, risesSeconds: 10 },
          { ...chat({ at: [0, 0, 25], handle: 30 }, "fast"), priority: 1 },
        ],
        teams: [teamOf("team", { skills: ["fast", "slow"] })],
        routing: routingOf({ contact: "priority" }),
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 fast team/0",
      "0 answered #2 fast team/0",
      "30 answered #3 slow team/0",
      "30 answered #4 slow team/0",
      "80 answered #5 fast team/0",
    ]);
  });

  it("agents whom overflow opens to it, who may hold others", () => {
    const queues = [chat({ at: [1, 2, 3], handle: 100 }), chat({ at: [0], handle: 100 }, "other")];
    const run = traced(
      scenarioOf({
        queues,
        teams: [
          teamOf("team", { skills: ["calls"] }),
          teamOf("help", { skills: ["other"] }),
          teamOf("more", { skills: [], agents: 0 }),
        ],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 20, to: ["more", "help"] }] }),
      }),
    );
    expect(linesOf(run, "overflows", "answered")).toEqual([
      "0 answered #1 other help/1",
      "1 answered #2 calls team/0",
      "2 answered #3 calls team/0",
      "23 overflows #4 calls",
      "23 answered #4 calls help/1",
    ]);
    expect(queueTotals(run).overflowed).toBe(1);
  });

  it("agents whom overflow opened to it as soon as they may take it, and to those who hold fewest", () => {
    const queues = [chat({ at: [5], handle: 100 }), chat({ at: [0, 0, 0], handles: [60, 90, 80] }, "other")];
    const run = traced(
      scenarioOf({
        queues,
        teams: [
          teamOf("team", { skills: [] }),
          teamOf("help", { skills: ["other"] }),
          teamOf("more", { skills: ["other"] }),
        ],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 10, to: ["help", "more"] }] }),
      }),
    );
    // Idle ones took the first two, who holds one takes the third; the other has room.
    expect(linesOf(run, "answered").at(-1)).toBe("15 answered #4 calls more/2");
    const full = traced(
      scenarioOf({
        queues: [chat({ at: [5], handle: 100 }), chat({ at: [0, 0], handles: [60, 90] }, "other")],
        teams: [teamOf("team", { skills: [] }), teamOf("help", { skills: ["other"] })],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 10, to: ["help"] }] }),
      }),
    );
    expect(linesOf(full, "answered").at(-1)).toBe("60 answered #3 calls help/1");
  });
});

describe("an agent who is to go", () => {
  it("takes no more chats when the shift is over, and goes when the last is done", () => {
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 10, 100, 120], handle: 150 })],
        teams: [teamOf("team", { roster: { day: 1 } })],
        shifts: [shiftOf("day", 0, 110)],
      }),
    );
    expect(linesOf(run, "answered", "waits", "logsOff")).toEqual([
      "0 answered #1 calls team/0",
      "10 answered #2 calls team/0",
      "100 waits #3 calls",
      "120 waits #4 calls",
      "160 logsOff team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({ busySeconds: 160, overtimeSeconds: 50 });
  });

  it("takes no more chats when a break is due, and takes it when the last is done", () => {
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 70], handle: 100 })],
        teams: [teamOf("team", { roster: { day: 1 } })],
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(60, 30)] })],
      }),
    );
    expect(linesOf(run, "answered", "breakStarts", "breakEnds")).toEqual([
      "0 answered #1 calls team/0",
      "100 breakStarts team/0",
      "130 breakEnds team/0",
      "130 answered #2 calls team/0",
    ]);
  });

  it("goes on where the next shift begins, and takes those who wait, in the order of holding so many", () => {
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 0, 50, 70, 71, 72, 90], handle: 200, concurrency: 3 })],
        teams: [teamOf("team", { roster: { early: 1, late: 1 } })],
        shifts: [shiftOf("early", 0, 60), shiftOf("late", 80, HOUR)],
      }),
    );
    expect(linesOf(run, "answered").slice(3, 6)).toEqual([
      "80 answered #4 calls team/1",
      "80 answered #5 calls team/1",
      "80 answered #6 calls team/1",
    ]);
    const same = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [chat({ at: [86_390, 86_395, 86_405, 86_410], handle: 200, concurrency: 3 })],
        teams: [teamOf("team", { roster: { day: 1 }, agents: 1, quota: { contacts: 1 } })],
        shifts: [shiftOf("day", 20, 86_380)],
      }),
    );
    // In overtime from 86,400 on; the next shift of the same crew begins at 86,420.
    expect(linesOf(same, "answered", "waits")).toEqual([
      "86390 answered #1 calls team/0",
      "86395 answered #2 calls team/0",
      "86405 waits #3 calls",
      "86410 waits #4 calls",
      "86420 answered #3 calls team/0",
      "86590 answered #4 calls team/0",
    ]);
  });

  it("is named where a table falls: who holds fewest; who holds most stays when it rises again", () => {
    const table = [
      [0, 100, 3],
      [100, 120, 1],
      [120, 1000, 2],
    ] as const;
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 1, 2, 3, 105, 106, 130, 131], handle: 500, concurrency: 3 })],
        teams: [teamOf("team", { table })],
      }),
    );
    // 0 holds two, 1 and 2 one each when the table falls: both are to go. At 105 and 106 the first takes one
    // and is full. At 120 the first of the two equals stays, and takes who waits, as far as it may.
    expect(linesOf(run, "answered").slice(4, 7)).toEqual([
      "105 answered #5 calls team/0",
      "120 answered #6 calls team/1",
      "130 answered #7 calls team/1",
    ]);
    expect(linesOf(run, "waits")).toEqual(["106 waits #6 calls", "131 waits #8 calls"]);
    expect(linesOf(run, "logsOff")[0]).toBe("502 logsOff team/2");
  });

  it("who stays after all is as long among those who hold so many as before", () => {
    const table = [
      [0, 100, 2],
      [100, 120, 1],
      [120, 1000, 2],
    ] as const;
    const run = traced(
      scenarioOf({
        queues: [
          chat({ at: [0, 1, 2, 130, 131], handles: [110, 500, 500, 500, 500], handle: 1, concurrency: 3 }),
        ],
        teams: [teamOf("team", { table })],
      }),
    );
    // 1 holds one since 1 and is to go from 100 to 120; 0 holds one since 110, when it was done with another.
    expect(linesOf(run, "answered").slice(3)).toEqual([
      "130 answered #4 calls team/1",
      "131 answered #5 calls team/0",
    ]);
  });

  it("calls the away where more come than were to go; teams without chats go on as ever", () => {
    const table = [
      [0, 100, 1],
      [100, 120, 0],
      [120, 1000, 2],
    ] as const;
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0, 1, 2, 3], handle: 500 }), queueOf("phone", { at: [0], handle: 500 })],
        teams: [teamOf("team", { table }), teamOf("phones", { skills: ["phone"], table })],
      }),
    );
    expect(linesOf(run, "logsOn")).toEqual([
      "0 logsOn team/0",
      "0 logsOn phones/2",
      "120 logsOn team/1",
      "120 logsOn phones/3",
    ]);
    expect(linesOf(run, "answered").slice(3)).toEqual([
      "120 answered #4 calls team/1",
      "120 answered #5 calls team/1",
    ]);
  });

  it("loses a block off the phone that fell due before the day, and takes chats again", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [chat({ at: [100, 86_300], handle: 100 })],
        teams: [
          teamOf("team", {
            table: [
              [0, 86_400, 1],
              [86_400, 172_800, 1],
            ],
            offPhone: { share: 0.2, blockSeconds: 900 },
          }),
        ],
      }),
    );
    expect(linesOf(run, "answered")).toHaveLength(2);
  });
});

describe("at one instant", () => {
  it("a call ends before a chat, and a chat before a break", () => {
    const run = traced(
      scenarioOf({
        queues: [chat({ at: [0], handle: 100 }), queueOf("phone", { at: [10], handle: 90 })],
        teams: [
          teamOf("resting", { skills: [], roster: { day: 1 } }),
          teamOf("team"),
          teamOf("phones", { skills: ["phone"] }),
        ],
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(5, 95)] })],
      }),
    );
    expect(run.lines.filter((line) => line.startsWith("100 "))).toEqual([
      "100 ends #2 phone phones/2",
      "100 ends #1 calls team/1",
      "100 breakEnds resting/0",
    ]);
  });

  it("a backlog is there before the first contact arrives", () => {
    const mails = queueOf("mails", { channel: "email", at: [0], backlog: { contacts: 1 } });
    const run = traced(scenarioOf({ queues: [mails], teams: [teamOf("team", { skills: ["mails"] })] }));
    expect(linesOf(run, "backlog", "arrives")).toEqual(["0 backlog #1 mails", "0 arrives #2 mails"]);
  });
});

describe("a quota of time", () => {
  const shift = (at: readonly number[], lengthSeconds: number) =>
    traced(
      scenarioOf({
        queues: [chat({ at, handle: 30, slowdown: 1 })],
        teams: [
          teamOf("team", {
            roster: { day: 1 },
            quota: { handled: { share: 0.5, withinSeconds: 40 } },
          }),
        ],
        shifts: [shiftOf("day", 0, lengthSeconds)],
      }),
    );

  it("counts what a chat really took", () => {
    // Both together: 60 s each. Alone: 30.
    expect(shiftTotals(shift([0, 0, 100], 200))).toMatchObject({ handled: 3, handledWithin: 1 });
  });

  it("counts what is in hand when the shift ends by how long it is foreseen to take, once", () => {
    expect(shiftTotals(shift([90, 90], 100))).toMatchObject({ handled: 2, handledWithin: 0 });
    expect(shiftTotals(shift([90], 100))).toMatchObject({ handled: 1, handledWithin: 1 });
  });

  it("of the next shift is not touched by chats of the one before", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [chat({ at: [86_390, 86_395, 86_700], handle: 30, slowdown: 1 })],
        teams: [
          teamOf("team", { roster: { day: 1 }, quota: { handled: { share: 0.5, withinSeconds: 40 } } }),
        ],
        shifts: [shiftOf("day", 0, 86_400)],
      }),
    );
    // 2 of the first day, both too long; one of the second.
    expect(shiftTotals(run)).toMatchObject({ handled: 3, handledWithin: 1 });
  });
});

describe("a chat that goes on to another queue", () => {
  it("does so when it is done, and takes its line along", () => {
    const after = { transfer: [{ to: "other", chance: 1 }] };
    const run = traced(
      scenarioOf({
        lines: 2,
        queues: [{ ...chat({ at: [0, 10, 45] }), after }, chat({ handle: 20 }, "other")],
        teams: [teamOf("team", { agents: 2, skills: ["calls", "other"] })],
      }),
    );
    expect(linesOf(run, "transfers", "blocked")).toEqual([
      "30 transfers #1 calls team/0",
      "40 transfers #2 calls team/1",
      "45 blocked #3 calls",
    ]);
    expect(queueTotals(run, 1)).toMatchObject({ arrived: 2, answered: 2, transferredIn: 2 });
  });

  it("tells of one that is over what comes of it", () => {
    const after = { repeat: { chance: 1, after: timeOf(100), attempts: 1 } };
    const run = traced(scenarioOf({ queues: [{ ...chat({ at: [0, 10] }), after }] }));
    expect(linesOf(run, "repeats")).toEqual(["130 repeats #1 calls", "140 repeats #2 calls"]);
    const backlog = { contacts: 1 };
    const mails = queueOf("mails", { channel: "email", backlog, after } as Parts);
    const written = traced(scenarioOf({ queues: [mails], teams: [teamOf("team", { skills: ["mails"] })] }));
    expect(linesOf(written, "repeats")).toEqual(["160 repeats #1 mails"]);
  });
});
