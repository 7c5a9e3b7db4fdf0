import { describe, expect, it } from "vitest";
import type { Licence, Tenure } from "../../src/scenario/people.js";
import {
  breakOf,
  calendarOf,
  crewTotals,
  linesOf,
  queueOf,
  queueTotals,
  scenarioOf,
  shiftOf,
  teamOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The last of the team's agents were hired so long before counted time. */
function hired(agents: number, tenureSeconds: number): Tenure {
  return { kind: "hired", groups: [{ agents, tenureSeconds }] };
}

describe("who is new takes longer", () => {
  const learning = { handle: { start: 2, halfSeconds: DAY } };

  it("twice as long on the first day, half of that more on the second, no longer in the end", () => {
    // Factors: 1 + 1 x 2^0 = 2, 1 + 1 x 2^-1 = 1.5, by the tenure when the day starts.
    const at = [100, DAY + 100];
    const team = teamOf("team", { tenure: hired(1, 0), learning });
    const run = traced(
      scenarioOf({ calendar: calendarOf({ days: 2 }), queues: [queueOf("calls", { at })], teams: [team] }),
    );
    expect(linesOf(run, "ends")).toEqual(["220 ends #1 calls team/0", "86590 ends #2 calls team/0"]);
    expect(queueTotals(run).talkSeconds).toBe(120 + 90);
    const old = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [100] })], teams: [teamOf("team", { learning })] }),
    );
    expect(linesOf(old, "ends")).toEqual(["160 ends #1 calls team/0"]);
  });

  it("in every part of the contact, and by the speed of the skill besides", () => {
    // (60 talk + 30 hold + 10 wrap) x 2 / 4 = 50.
    const handle = {
      talk: { kind: "constant", seconds: 60 },
      hold: { kind: "constant", seconds: 30 },
      wrap: { kind: "constant", seconds: 10 },
    } as const;
    const queue = { ...queueOf("calls", { at: [100] }), handle };
    const team = teamOf("team", { skills: [{ queue: "calls", speed: 4 }], tenure: hired(1, 0), learning });
    const run = traced(scenarioOf({ queues: [queue], teams: [team] }));
    expect(linesOf(run, "ends")).toEqual(["150 ends #1 calls team/0"]);
    expect(queueTotals(run)).toMatchObject({ talkSeconds: 30, holdSeconds: 15, wrapSeconds: 5 });
  });

  it("is no newer than new in the warm-up", () => {
    const calendar = calendarOf({ warmupSeconds: 12 * HOUR });
    const team = teamOf("team", { tenure: hired(1, 0), learning });
    const run = traced(scenarioOf({ calendar, queues: [queueOf("calls", { at: [100] })], teams: [team] }));
    expect(linesOf(run, "ends")).toEqual(["220 ends #1 calls team/0"]);
  });

  it("as long as drawn, agent by agent, where tenures are drawn", () => {
    const tenure: Tenure = { kind: "drawn", of: { kind: "constant", seconds: 2 * DAY } };
    const team = teamOf("team", { tenure, learning });
    const run = traced(scenarioOf({ queues: [queueOf("calls", { at: [100] })], teams: [team] }));
    // 60 x (1 + 2^-2) = 75.
    expect(linesOf(run, "ends")).toEqual(["175 ends #1 calls team/0"]);
  });

  it("grows day by day where agents come from a table too", () => {
    const team = teamOf("team", { table: [[0, 2 * DAY, 1]], tenure: hired(1, 0), learning });
    const at = [100, DAY + 100];
    const run = traced(
      scenarioOf({ calendar: calendarOf({ days: 2 }), queues: [queueOf("calls", { at })], teams: [team] }),
    );
    expect(linesOf(run, "ends")).toEqual(["220 ends #1 calls team/0", "86590 ends #2 calls team/0"]);
  });
});

describe("training", () => {
  const training = { lengthSeconds: DAY, nestingSeconds: 0 };

  it("keeps who is new off the phone for a whole shift, paid and counted apart", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        teams: [teamOf("team", { agents: 2, tenure: hired(1, 0), training })],
      }),
    );
    expect(linesOf(run, "trains", "logsOn")).toEqual([
      "0 logsOn team/0",
      "0 trains team/1",
      `${DAY} logsOn team/1`,
    ]);
    const { paidSeconds, trainingSeconds, idleSeconds, absentSeconds, offPlanSeconds } = crewTotals(run);
    expect([paidSeconds, trainingSeconds, idleSeconds]).toEqual([4 * DAY, DAY, 3 * DAY]);
    expect([absentSeconds, offPlanSeconds]).toEqual([0, 0]);
  });

  it("is not in the unpaid break of the shift, and nobody who is absent is trained", () => {
    const shift = shiftOf("day", 8 * HOUR, 8 * HOUR, {
      breaks: [breakOf(4 * HOUR, HOUR, false), breakOf(HOUR, 600)],
    });
    const parts = { roster: { day: 1 }, tenure: hired(1, 0), training };
    const run = traced(scenarioOf({ shifts: [shift], teams: [teamOf("team", parts)] }));
    expect(crewTotals(run)).toMatchObject({ trainingSeconds: 7 * HOUR, absentSeconds: 0 });
    const absent = traced(
      scenarioOf({ shifts: [shift], teams: [teamOf("team", { ...parts, absenceShare: 1 })] }),
    );
    expect(crewTotals(absent)).toMatchObject({ trainingSeconds: 0, absentSeconds: 7 * HOUR });
    expect(linesOf(absent, "trains")).toEqual([]);
  });

  it("of hires on one shift leaves the other shifts alone, and more hires than agents are all of them", () => {
    const shifts = [shiftOf("early", 0, 8 * HOUR), shiftOf("late", 8 * HOUR, 8 * HOUR)];
    const tenure: Tenure = { kind: "hired", groups: [{ shift: "late", agents: 5, tenureSeconds: 0 }] };
    const team = teamOf("team", { roster: { early: 1, late: 2 }, tenure, training });
    const run = traced(scenarioOf({ shifts, teams: [team] }));
    expect(linesOf(run, "trains", "logsOn")).toEqual([
      "0 logsOn team/0",
      `${8 * HOUR} trains team/1`,
      `${8 * HOUR} trains team/2`,
    ]);
  });

  it("has seniors supervise whoever came out of it, in blocks off the phone", () => {
    // One agent out of training, 24 h on shift, half of which is asked of two seniors: 6 h each, in 6 blocks.
    const supervision = { team: "seniors", share: 0.5, blockSeconds: HOUR };
    const team = teamOf("team", {
      tenure: hired(1, DAY),
      training: { lengthSeconds: DAY, nestingSeconds: DAY, supervision },
    });
    const seniors = teamOf("seniors", { agents: 2 });
    const run = traced(scenarioOf({ calendar: calendarOf({ days: 2 }), teams: [team, seniors] }));
    expect(crewTotals(run, 1)).toMatchObject({ supervisingSeconds: 12 * HOUR, offPhoneSeconds: 12 * HOUR });
    expect(linesOf(run, "breakStarts")).toHaveLength(12);
    expect(crewTotals(run, 0)).toMatchObject({ supervisingSeconds: 0, trainingSeconds: 0 });
  });

  it("has nobody supervise on a day without seniors on shift, and nobody more than all the time", () => {
    const weekdays = [true, false, false, false, false, false, false];
    const shifts = [shiftOf("day", 8 * HOUR, 8 * HOUR), shiftOf("monday", 8 * HOUR, 8 * HOUR, { weekdays })];
    const supervision = { team: "seniors", share: 1, blockSeconds: HOUR };
    const team = teamOf("team", {
      roster: { day: 3 },
      tenure: hired(3, 0),
      training: { lengthSeconds: 0, nestingSeconds: 9 * DAY, supervision },
    });
    const seniors = teamOf("seniors", { roster: { monday: 1 }, offPhone: { share: 0, blockSeconds: 60 } });
    const run = traced(scenarioOf({ calendar: calendarOf({ days: 2 }), shifts, teams: [team, seniors] }));
    expect(crewTotals(run, 1)).toMatchObject({ supervisingSeconds: 8 * HOUR, idleSeconds: 0 });
  });
});

describe("a licence", () => {
  const licence: Licence = { afterSeconds: DAY, passShare: 1 };
  const skills = ["calls", { queue: "claims", licence }];

  it("is asked of the agent: who has been idle longest without it is passed over, and it comes with time", () => {
    // Agent 1 is new and idle longer: a claim at 200 goes to agent 0; on the next day to agent 1.
    const queues = [queueOf("calls", { at: [100] }), queueOf("claims", { at: [200, DAY + 200] })];
    const team = teamOf("team", { agents: 2, skills, tenure: hired(1, 0) });
    const run = traced(scenarioOf({ calendar: calendarOf({ days: 2 }), queues, teams: [team] }));
    expect(linesOf(run, "answered")).toEqual([
      "100 answered #1 calls team/0",
      "200 answered #2 claims team/0",
      `${DAY + 200} answered #3 claims team/1`,
    ]);
    // One licensed agent on the first day, two on the second.
    expect(crewTotals(run).licensedSeconds).toBe(3 * DAY);
  });

  it("keeps a freed agent from contacts that wait for others", () => {
    // Only agent 0 may take the second claim, until 320; agent 1, free at 160, takes the call behind it.
    const queues = [
      queueOf("calls", { at: [100, 150], handles: [60, 60] }),
      queueOf("claims", { at: [50, 140], handles: [270, 10] }),
    ];
    const team = teamOf("team", { agents: 2, skills, tenure: hired(1, 0) });
    const run = traced(scenarioOf({ queues, teams: [team] }));
    expect(linesOf(run, "answered")).toEqual([
      "50 answered #1 claims team/0",
      "100 answered #2 calls team/1",
      "160 answered #4 calls team/1",
      "320 answered #3 claims team/0",
    ]);
  });

  it("lets an idle agent who gets it take a claim that waits for it", () => {
    const queues = [queueOf("calls"), queueOf("claims", { at: [DAY - 100] })];
    const team = teamOf("team", { skills, tenure: hired(1, 0) });
    const scenario = scenarioOf({ calendar: calendarOf({ days: 2 }), queues, teams: [team] });
    expect(linesOf(traced(scenario), "answered")).toEqual([`${DAY} answered #1 claims team/0`]);
    const table = teamOf("team", { table: [[0, 2 * DAY, 1]], skills, tenure: hired(1, 0) });
    expect(linesOf(traced({ ...scenario, teams: [table] }), "answered")).toEqual([
      `${DAY} answered #1 claims team/0`,
    ]);
  });

  it("is not asked of whom overflow opens, and nobody without it takes a claim by overflow rules either", () => {
    const queues = [queueOf("claims", { at: [100] })];
    const team = teamOf("team", { skills: [{ queue: "claims", licence }], tenure: hired(1, 0) });
    const others = teamOf("others", { skills: [] });
    const overflow = [{ queue: "claims", afterSeconds: 20, to: ["others", "team"] }];
    const routing = { agent: "longest-idle", contact: "longest-waiting", overflow } as const;
    const run = traced(scenarioOf({ queues, teams: [team, others], routing }));
    expect(linesOf(run, "answered")).toEqual(["120 answered #1 claims others/1"]);
  });

  it("lets a claim wait past closing for as long as anybody of the team is there, licensed or not", () => {
    const calendar = calendarOf({ open: [[0, 9 * HOUR]] });
    const shifts = [shiftOf("day", 0, 10 * HOUR)];
    const queues = [queueOf("calls"), queueOf("claims", { at: [9 * HOUR - 60] })];
    const team = teamOf("team", { roster: { day: 1 }, skills, tenure: hired(1, 0) });
    const run = traced(scenarioOf({ calendar, shifts, queues, teams: [team] }));
    expect(linesOf(run, "unserved")).toEqual([`${10 * HOUR} unserved #1 claims`]);
  });

  it("hangs on an exam, taken again or not: shares of agents licensed as chance has it", () => {
    const licensed = (terms: Licence, tenureSeconds: number) => {
      const team = teamOf("team", {
        agents: 2000,
        skills: ["calls", { queue: "claims", licence: terms }],
        tenure: hired(2000, tenureSeconds),
      });
      const run = traced(scenarioOf({ queues: [queueOf("calls"), queueOf("claims")], teams: [team] }));
      return crewTotals(run).licensedSeconds / DAY;
    };
    // Standard error of 2,000 agents at 70 %: 20.5 agents; at 91 %: 12.8.
    expect(Math.abs(licensed({ afterSeconds: DAY, passShare: 0.7 }, 9 * DAY) - 1400)).toBeLessThan(82);
    const again = { afterSeconds: DAY, passShare: 0.7, againSeconds: 4 * DAY };
    expect(licensed(again, 0)).toBe(0);
    expect(Math.abs(licensed(again, 4 * DAY) - 1400)).toBeLessThan(82);
    expect(Math.abs(licensed(again, 5 * DAY) - 1820)).toBeLessThan(51);
    expect(licensed({ ...again, passShare: 0 }, 900 * DAY)).toBe(0);
    expect(licensed({ ...again, passShare: 0 }, Number.POSITIVE_INFINITY)).toBe(0);
    expect(licensed(again, Number.POSITIVE_INFINITY)).toBe(2000);
  });
});

describe("a quota that hurries", () => {
  const pressure = { wrapFactor: 0.5, repeatFactor: 2 };
  const shift = shiftOf("day", 0, 10 * HOUR);
  const handle = {
    talk: { kind: "constant", seconds: 60 },
    wrap: { kind: "constant", seconds: 40 },
  } as const;

  it("shortens the wrap of whoever has handled less of it than of the shift is gone", () => {
    // Quota 10 in 10 h. At 1 h none of 1 handled: behind. At 1 h 30 one of 1.5: behind. At 1 h 59 two of
    // 1.98: not.
    const at = [HOUR, 1.5 * HOUR, 2 * HOUR - 60];
    const queue = { ...queueOf("calls", { at }), handle };
    const team = teamOf("team", { roster: { day: 1 }, quota: { contacts: 10, pressure } });
    const run = traced(scenarioOf({ shifts: [shift], queues: [queue], teams: [team] }));
    expect(linesOf(run, "hurries", "ends")).toEqual([
      "3600 hurries #1 calls team/0",
      "3680 ends #1 calls team/0",
      "5400 hurries #2 calls team/0",
      "5480 ends #2 calls team/0",
      "7240 ends #3 calls team/0",
    ]);
    expect(crewTotals(run).pressured).toBe(2);
    expect(queueTotals(run).wrapSeconds).toBe(20 + 20 + 40);
  });

  it("hurries nobody of another team, and nobody from a table, who has no shift", () => {
    const queue = { ...queueOf("calls", { at: [HOUR, HOUR] }), handle };
    const quota = { contacts: 10, pressure };
    const teams = [
      teamOf("table", { table: [[0, DAY, 1]], quota }),
      teamOf("others", { quota: { contacts: 10 } }),
    ];
    const run = traced(scenarioOf({ queues: [queue], teams }));
    expect(linesOf(run, "hurries")).toEqual([]);
    expect(linesOf(run, "answered")).toHaveLength(2);
  });

  it("and who is new, leave more matters open, as chance has it", () => {
    const after = { kind: "constant", seconds: DAY } as const;
    const at = Array.from({ length: 4000 }, (_, index) => 5 + index * 5);
    const repeatsOf = (parts: Parameters<typeof teamOf>[1]) => {
      const queue = queueOf("calls", {
        at,
        handle: 1,
        after: { repeat: { chance: 0.2, after, attempts: 1 } },
      });
      const team = teamOf("team", { roster: { day: 9 }, ...parts });
      const calendar = calendarOf({ days: 3 });
      return queueTotals(traced(scenarioOf({ calendar, shifts: [shift], queues: [queue], teams: [team] })))
        .repeats;
    };
    const plain = repeatsOf({});
    // The standard error of 4,000 at 20 % is 25, at 40 % and 36 % 31.
    expect(Math.abs(plain - 800)).toBeLessThan(100);
    const hurried = repeatsOf({ quota: { contacts: 1e5, pressure } });
    expect(Math.abs(hurried - 1600)).toBeLessThan(124);
    const resolution = { start: 0.8, halfSeconds: 1e9 };
    const learning = repeatsOf({ tenure: hired(9, 0), learning: { resolution } });
    expect(Math.abs(learning - 4000 * (1 - 0.8 * 0.8))).toBeLessThan(124);
    expect(repeatsOf({ learning: { resolution } })).toBe(plain);
    expect(repeatsOf({ quota: { contacts: 1e5, pressure: { wrapFactor: 1, repeatFactor: 9 } } })).toBe(4000);
  });
});
