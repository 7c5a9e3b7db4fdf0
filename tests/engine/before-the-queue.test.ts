import { describe, expect, it } from "vitest";
import type { Queue } from "../../src/scenario/queue.js";
import { calendarOf, queueOf, queueTotals, routingOf, scenarioOf, teamOf, traced } from "./plain-scenario.js";

const CALLBACK = {
  overSeconds: 0,
  acceptShare: 1,
  reachShare: 1,
  attempts: 3,
  retrySeconds: 600,
  dialSeconds: 30,
} satisfies Queue["callback"];

const SELF_SERVICE = {
  time: { kind: "constant", seconds: 90 },
  containsShare: 0,
  harderShare: 0.5,
  reachesShare: 1,
  always: false,
} satisfies Queue["selfService"];

describe("self-service", () => {
  it("comes before the queue, takes its time, and makes what it does not settle longer", () => {
    // The call of 0 s is let in at 90 s and takes 60 s x 1.5 = 90 s; that of 10 s comes at 100 s, waits until
    // 180 s and ends at 270 s.
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [0, 10], handle: 60, selfService: SELF_SERVICE })] }),
    );
    expect(run.lines.filter((line) => line.includes("#"))).toEqual([
      "0 selfServes #1 calls",
      "10 selfServes #2 calls",
      "90 arrives #1 calls",
      "90 answered #1 calls team/0",
      "100 arrives #2 calls",
      "100 waits #2 calls",
      "180 ends #1 calls team/0",
      "180 answered #2 calls team/0",
      "270 ends #2 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({
      arrived: 2,
      answered: 2,
      selfServed: 2,
      contained: 0,
      passedOn: 2,
      answeredWaitSeconds: 80,
      talkSeconds: 180,
    });
  });

  it("settles a share, which comes to no queue, and makes hold and wrap longer too", () => {
    const all = { ...SELF_SERVICE, containsShare: 1 };
    const run = traced(scenarioOf({ queues: [queueOf("calls", { at: [0], selfService: all })] }));
    expect(run.lines.filter((line) => line.includes("#"))).toEqual([
      "0 selfServes #1 calls",
      "90 contained #1 calls",
    ]);
    expect(queueTotals(run)).toMatchObject({ arrived: 0, selfServed: 1, contained: 1, answered: 0 });
    const parts = queueOf("calls", { at: [0], handle: 60, selfService: SELF_SERVICE });
    const seconds = (length: number) => ({ kind: "constant" as const, seconds: length });
    const handle = { ...parts.handle, hold: seconds(10), wrap: seconds(20) };
    const longer = traced(scenarioOf({ queues: [{ ...parts, handle }] }));
    expect(queueTotals(longer)).toMatchObject({ talkSeconds: 90, holdSeconds: 15, wrapSeconds: 30 });
  });

  it("is not tried by those who do not reach it, nor while the centre is closed, unless it always works", () => {
    const nobody = { ...SELF_SERVICE, reachesShare: 0 };
    const plain = traced(scenarioOf({ queues: [queueOf("calls", { at: [0], selfService: nobody })] }));
    expect(queueTotals(plain)).toMatchObject({ arrived: 1, selfServed: 0, talkSeconds: 60 });
    const closes = calendarOf({ open: [[0, 100]] });
    const calls = { at: [50, 200], selfService: SELF_SERVICE };
    const closed = traced(scenarioOf({ calendar: closes, queues: [queueOf("calls", calls)] }));
    expect(closed.lines.filter((line) => line.includes("#"))).toEqual([
      "50 selfServes #1 calls",
      "140 arrives #1 calls",
      "140 closed #1 calls",
      "200 arrives #2 calls",
      "200 closed #2 calls",
    ]);
    const always = queueOf("calls", { at: [200], selfService: { ...SELF_SERVICE, always: true } });
    expect(queueTotals(traced(scenarioOf({ calendar: closes, queues: [always] })))).toMatchObject({
      selfServed: 1,
      closed: 1,
    });
  });

  it("takes a line from its beginning on, and who met a busy signal before it tries it later", () => {
    // One line: #1 has it from 0 to 150 s. #2 hears a busy signal at 10 s, tries again at 210 s, serves
    // itself
    // until 300 s and talks until 390 s; a contained call gives its line back.
    const redial = { chance: 1, after: { kind: "constant", seconds: 200 }, attempts: 1 } as const;
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 10], selfService: SELF_SERVICE, lines: 1, redial })],
      }),
    );
    expect(run.lines.filter((line) => line.includes("#2"))).toEqual([
      "10 arrives #2 calls",
      "10 blocked #2 calls",
      "210 redials #2 calls",
      "210 selfServes #2 calls",
      "300 arrives #2 calls",
      "300 answered #2 calls team/0",
      "390 ends #2 calls team/0",
    ]);
    const contained = { ...SELF_SERVICE, containsShare: 1 };
    const two = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [0, 91], selfService: contained, lines: 1 })] }),
    );
    expect(queueTotals(two)).toMatchObject({ selfServed: 2, contained: 2, blocked: 0 });
  });

  it("leaves what it did not settle as hard on a later try", () => {
    // #1 is in hand from 90 s to 390 s. #2 arrives at 91 s, hangs up at 101 s, calls again at 401 s and finds
    // the agent free: 200 s x 1.5 = 300 s.
    const redial = { chance: 1, after: { kind: "constant", seconds: 300 }, attempts: 1 } as const;
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 1], handle: 200, patience: 10, selfService: SELF_SERVICE, redial }),
        ],
      }),
    );
    expect(run.lines.filter((line) => /#2 .*team/.test(line))).toEqual([
      "401 answered #2 calls team/0",
      "701 ends #2 calls team/0",
    ]);
  });
});

describe("an announced wait", () => {
  const announce = { overSeconds: 150, leave: [{ overSeconds: 0, share: 1 }], patienceFactor: 1 };

  it("is those who wait and the contact itself, times the handle time, by the agents who are there", () => {
    // Two agents are busy. #3 expects 1 x 200 / 2 = 100 s and stays, #4 2 x 200 / 2 = 200 s and leaves.
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 0, 1, 2], handle: 200, announce })],
        teams: [teamOf("team", { agents: 2 })],
      }),
    );
    expect(run.lines.filter((line) => /#[34]/.test(line))).toEqual(
      [
        "1 waits #3 calls",
        "2 hears #4 calls",
        "2 balks #4 calls",
        "200 answered #3 calls team/0",
        "400 ends #3 calls team/0",
      ]
        .toSpliced(0, 0, "1 arrives #3 calls")
        .toSpliced(2, 0, "2 arrives #4 calls"),
    );
    expect(queueTotals(run)).toMatchObject({ arrived: 4, answered: 3, balked: 1 });
  });

  it("has no end where nobody is there, and gives the line of who leaves to others", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 1], announce, lines: 1 })],
        teams: [teamOf("team", { table: [[3600, 7200, 1]] })],
      }),
    );
    expect(queueTotals(run)).toMatchObject({ balked: 2, blocked: 0 });
  });

  it("lets nobody leave below the first step, and stretches the patience of those who stay", () => {
    // #2 expects 100 s, above the announcement's 50 s and below the step's 500 s; its 20 s of patience are
    // 60.
    const stays = { overSeconds: 50, leave: [{ overSeconds: 500, share: 1 }], patienceFactor: 3 };
    const queues = [queueOf("calls", { at: [0, 0], handle: 100, patience: 20, announce: stays })];
    const run = traced(scenarioOf({ queues }));
    expect(run.lines.filter((line) => line.includes("#2"))).toEqual([
      "0 arrives #2 calls",
      "0 hears #2 calls",
      "0 waits #2 calls",
      "60 abandons #2 calls",
    ]);
    const quiet = traced(
      scenarioOf({ queues: [{ ...queues[0]!, announce: { ...stays, overSeconds: 100 } }] }),
    );
    expect(queueTotals(quiet)).toMatchObject({ abandonedWaitSeconds: 20 });
  });

  it("is told only where it is asked for, in a scenario of several queues", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 0], handle: 200, announce }),
          queueOf("others", { at: [0, 0], handle: 200 }),
        ],
        teams: [teamOf("team", { skills: ["calls", "others"] })],
      }),
    );
    expect(queueTotals(run, 0)).toMatchObject({ balked: 1, answered: 1 });
    expect(queueTotals(run, 1)).toMatchObject({ balked: 0, answered: 2 });
  });
});

describe("talk that grows with the wait", () => {
  it("is so much longer for each minute, up to the limit", () => {
    // #2 waits 60 s: 100 s x 1.1; #3 waits 170 s, which would be 28 %, and gets 20 %.
    const handleGrowth = { perSeconds: 60, byShare: 0.1, mostShare: 0.2 };
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [0, 40, 40], handle: 100, handleGrowth })] }),
    );
    expect(run.lines.filter((line) => line.includes("ends"))).toEqual([
      "100 ends #1 calls team/0",
      "210 ends #2 calls team/0",
      "330 ends #3 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ talkSeconds: 330 });
    const free = { perSeconds: 60, byShare: 0.1 };
    const endless = queueOf("calls", { at: [0, 40], handle: 640, handleGrowth: free });
    // It waits ten minutes: twice as long.
    expect(queueTotals(traced(scenarioOf({ queues: [endless] })))).toMatchObject({ talkSeconds: 640 * 3 });
  });
});

describe("a callback", () => {
  it("keeps its place in the line, is called when its turn comes, and counts apart", () => {
    // #2 asks to be called at 10 s; #3 waits behind it. At 100 s the agent calls for 30 s, talks for 100 s.
    const some = { ...CALLBACK, overSeconds: 60 };
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [0, 10], handle: 100, callback: some, patience: 5 })] }),
    );
    expect(run.lines.filter((line) => line.includes("#2"))).toEqual([
      "10 arrives #2 calls",
      "10 asksCallback #2 calls",
      "10 waits #2 calls",
      "100 callsBack #2 calls team/0",
      "130 answered #2 calls team/0",
      "230 ends #2 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({
      arrived: 2,
      answered: 1,
      abandoned: 0,
      callbacks: 1,
      calledBack: 1,
      callbackWaitSeconds: 120,
      answeredWaitSeconds: 0,
      talkSeconds: 200,
    });
    expect(run.observed.waitCounts.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(run.observed.longestWaitSeconds[0]).toBe(0);
  });

  it("is made again later, before those who called after it, and given up in the end", () => {
    // Nobody answers: calls at 100 s (to 130 s) and at 730 s (to 760 s).
    const callback = { ...CALLBACK, reachShare: 0, attempts: 2 };
    const run = traced(scenarioOf({ queues: [queueOf("calls", { at: [0, 10], handle: 100, callback })] }));
    expect(run.lines.filter((line) => line.includes("#2")).slice(3)).toEqual([
      "100 callsBack #2 calls team/0",
      "130 notReached #2 calls team/0",
      "730 callbackDue #2 calls",
      "730 callsBack #2 calls team/0",
      "760 unreached #2 calls team/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ unreached: 1, calledBack: 0, waiting: 0 });
  });

  it("that is due goes before those who called later, and behind those who called sooner", () => {
    // #1 has the agent until 1000 s; #2 would be called at 110 s and takes its place before #3 and #4.
    const callback = { ...CALLBACK, afterSeconds: 100, dialSeconds: 0, overSeconds: 900 };
    const queues = [
      queueOf("calls", { at: [0, 10, 20], handles: [1000, 10, 10], handle: 1000, callback }),
      queueOf("others", { at: [5, 15], handles: [10, 10] }),
    ];
    const teams = [teamOf("team", { skills: ["calls", "others"] })];
    const run = traced(scenarioOf({ queues, teams }));
    expect(run.lines.filter((line) => line.includes("answered")).map((line) => line.split(" ")[2])).toEqual([
      "#1",
      "#2",
      "#3",
      "#4",
      "#5",
    ]);
  });

  it("waits for the centre to open where it is due while it is closed, and is not made after closing", () => {
    // #2 would wait at closing, 200 s; it is due at 1000 s, when the centre opens again.
    const calendar = calendarOf({
      open: [
        [0, 200],
        [1000, 5000],
      ],
    });
    const queue = (callback: NonNullable<Queue["callback"]>) =>
      queueOf("calls", { at: [0, 10], handle: 300, callback });
    const inLine = traced(scenarioOf({ calendar, queues: [queue(CALLBACK)] }));
    expect(inLine.lines.filter((line) => line.includes("#2")).slice(3)).toEqual([
      "1000 callbackDue #2 calls",
      "1000 callsBack #2 calls team/0",
      "1030 answered #2 calls team/0",
      "1330 ends #2 calls team/0",
    ]);
    const later = traced(scenarioOf({ calendar, queues: [queue({ ...CALLBACK, afterSeconds: 500 })] }));
    expect(later.lines.filter((line) => line.includes("callbackDue"))).toEqual(["1000 callbackDue #2 calls"]);
    const never = traced(
      scenarioOf({
        calendar: calendarOf({ open: [[0, 200]] }),
        queues: [queue({ ...CALLBACK, afterSeconds: 500 })],
      }),
    );
    expect(queueTotals(never)).toMatchObject({ callbacks: 1, waiting: 1, unserved: 0 });
  });

  it("still in the line at the end is waiting, beside those who wait on the line", () => {
    const team = teamOf("team", { table: [[0, 10, 1]] });
    const half = { ...CALLBACK, overSeconds: 1 };
    const queues = [
      queueOf("calls", { at: [20, 21], callback: half }),
      queueOf("others", { at: [22], handle: 1 }),
    ];
    const run = traced(
      scenarioOf({
        queues,
        teams: [
          {
            ...team,
            skills: scenarioOf({ queues }).queues.map(({ name }) => ({
              queue: name,
              preference: 1,
              speed: 1,
            })),
          },
        ],
      }),
    );
    expect(queueTotals(run, 0)).toMatchObject({ callbacks: 2, waiting: 2 });
    expect(queueTotals(run, 1)).toMatchObject({ callbacks: 0, waiting: 1 });
  });

  it("takes no line while it waits, one while it is made, and overflows like others", () => {
    // Two lines: #1 talks, #2 asks to be called and hangs up, so #3 is let in at 20 s. At 60 s overflow hands
    // #2 to the other team, which calls it until 90 s in vain, then #3: meanwhile both lines are taken.
    const callback = { ...CALLBACK, reachShare: 0, attempts: 1 };
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 0, 20, 70, 95], handle: 1000, callback, lines: 2, patience: 500 }),
        ],
        teams: [teamOf("team"), teamOf("back", { skills: [] })],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 60, to: ["back"] }] }),
      }),
    );
    expect(run.lines.filter((line) => /callsBack|unreached|blocked/.test(line))).toEqual([
      "60 callsBack #2 calls back/1",
      "70 blocked #4 calls",
      "90 unreached #2 calls back/1",
      "90 callsBack #3 calls back/1",
      "95 blocked #5 calls",
      "120 unreached #3 calls back/1",
    ]);
  });

  it("is not asked for by who does not accept, nor where the wait is short", () => {
    const deaf = queueOf("calls", { at: [0, 10], callback: { ...CALLBACK, acceptShare: 0 } });
    expect(queueTotals(traced(scenarioOf({ queues: [deaf] })))).toMatchObject({ answered: 2, callbacks: 0 });
    const short = queueOf("calls", { at: [0, 10], callback: { ...CALLBACK, overSeconds: 60 } });
    expect(queueTotals(traced(scenarioOf({ queues: [short] })))).toMatchObject({ answered: 2, callbacks: 0 });
  });
});
