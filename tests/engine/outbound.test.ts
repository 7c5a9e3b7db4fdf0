import { describe, expect, it } from "vitest";
import type { Scenario } from "../../src/scenario/scenario.js";
import { dialingQueue } from "./outbound-scenario.js";
import {
  calendarOf,
  crewTotals,
  linesOf,
  queueOf,
  queueTotals,
  scenarioOf,
  teamOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;
const NEVER = 0;
const SALES = teamOf("team", { skills: ["sales"] });

function run(parts: Partial<Scenario>) {
  const teams = parts.teams ?? [SALES];
  return traced(scenarioOf({ ...parts, teams }));
}

describe("preview: an agent looks at the lead, dials and waits", () => {
  it("is held all the time, and takes the next lead when nobody answers", () => {
    // 30 s of looking and 10 s of ringing for each of two leads; nobody answers, so both rest for an hour:
    // lead 1 until 40 + 3600, lead 2 until 80 + 3600. The second attempt is the last.
    const leads = { count: 2, answersShare: NEVER };
    const one = run({ queues: [dialingQueue("sales", { mode: "preview", leads })] });
    expect(one.lines).toEqual([
      "0 logsOn team/0",
      "0 previews #1 sales team/0",
      "30 dials #1 sales team/0",
      "40 noAnswer #1 sales team/0",
      "40 previews #2 sales team/0",
      "70 dials #2 sales team/0",
      "80 noAnswer #2 sales team/0",
      "3640 previews #1 sales team/0",
      "3670 dials #1 sales team/0",
      "3680 noAnswer #1 sales team/0",
      "3680 givesUp #1 sales",
      "3680 previews #2 sales team/0",
      "3710 dials #2 sales team/0",
      "3720 noAnswer #2 sales team/0",
      "3720 givesUp #2 sales",
    ]);
    expect(queueTotals(one)).toMatchObject({ leads: 2, leadsWorked: 2, dials: 4, givenUp: 2, leadsOpen: 0 });
    expect(crewTotals(one)).toMatchObject({ busySeconds: 160, heldSeconds: 160, idleSeconds: 86_400 - 160 });
  });
});

describe("progressive: a line rings for an agent who is free", () => {
  it("has the agent there when somebody answers", () => {
    // Ten seconds of ringing, a minute of talk: at 10, 80, 150 the agent speaks at once.
    const one = run({
      queues: [dialingQueue("sales", { leads: { count: 3, convertsShare: 1, value: 90 } })],
    });
    expect(linesOf(one, "dials", "answered", "ends", "converts")).toEqual([
      "0 dials #1 sales team/0",
      "10 answered #1 sales team/0",
      "70 ends #1 sales team/0",
      "70 converts #1 sales",
      "70 dials #2 sales team/0",
      "80 answered #2 sales team/0",
      "140 ends #2 sales team/0",
      "140 converts #2 sales",
      "140 dials #3 sales team/0",
      "150 answered #3 sales team/0",
      "210 ends #3 sales team/0",
      "210 converts #3 sales",
    ]);
    expect(queueTotals(one)).toMatchObject({
      arrived: 3,
      reached: 3,
      answered: 3,
      rightParties: 3,
      conversions: 3,
      conversionValue: 270,
      answeredWaitSeconds: 0,
    });
    expect(crewTotals(one)).toMatchObject({ busySeconds: 210, heldSeconds: 30 });
  });

  it("leaves the agent to a call that came before, and dials when he is free again", () => {
    const calls = queueOf("calls", { at: [0, 65], handle: 20 });
    const teams = [teamOf("team", { skills: ["calls", "sales"] })];
    const one = run({ queues: [calls, dialingQueue("sales", { leads: { count: 2 } })], teams });
    // The agents log on, and one is held, before contacts come: the call at 0 waits for the talk to end.
    expect(linesOf(one, "dials", "answered", "ends")).toEqual([
      "0 dials #1 sales team/0",
      "10 answered #1 sales team/0",
      "70 ends #1 sales team/0",
      "70 answered #2 calls team/0",
      "90 ends #2 calls team/0",
      "90 answered #3 calls team/0",
      "110 ends #3 calls team/0",
      "110 dials #4 sales team/0",
      "120 answered #4 sales team/0",
      "180 ends #4 sales team/0",
    ]);
  });

  it("finishes what rings when the shift ends or the number of agents falls", () => {
    // The table lets the agent go at 5, while it rings: he finds out at 10, when nobody answers.
    const teams = [teamOf("team", { skills: ["sales"], table: [[0, 5, 1]] })];
    const one = run({ queues: [dialingQueue("sales", { leads: { answersShare: NEVER } })], teams });
    expect(linesOf(one, "dials", "noAnswer", "logsOff")).toEqual([
      "0 dials #1 sales team/0",
      "10 noAnswer #1 sales team/0",
      "10 logsOff team/0",
    ]);
  });

  it("chooses the team of the best preference, then the agent idle longest", () => {
    const teams = [
      teamOf("second", { skills: [{ queue: "sales", preference: 2 }] }),
      teamOf("first", { skills: ["sales"] }),
      teamOf("equal", { skills: ["sales"] }),
      teamOf("others", { skills: ["calls"] }),
    ];
    const stretches = [{ fromSeconds: 5, toSeconds: 86_400, answersShare: 1 }];
    const queues = [queueOf("calls"), dialingQueue("sales", { leads: { count: 3, stretches } })];
    expect(linesOf(run({ queues, teams }), "dials")).toEqual([
      "5 dials #1 sales first/1",
      "5 dials #2 sales equal/2",
      "5 dials #3 sales second/0",
    ]);
  });

  it("keeps as many agents free as the skill asks for, and asks for what the queue needs", () => {
    // Three agents, the first two with a licence. One is left free by whenFree: 2 of three are held. Then the
    // third, who is free, has no licence.
    const skills = [{ queue: "sales", whenFree: 2 }];
    const has = [{ name: "licence", agents: 2 }];
    const queues = [dialingQueue("sales", { ringing: 100, queue: { needs: ["licence"] } })];
    const two = run({ queues, teams: [teamOf("team", { agents: 3, skills, has })] });
    expect(linesOf(two, "dials").slice(0, 2)).toEqual(["0 dials #1 sales team/0", "0 dials #2 sales team/1"]);
    const free = [dialingQueue("sales", { ringing: 100 })];
    const left = run({ queues: free, teams: [teamOf("team", { agents: 3, skills })] });
    expect(linesOf(left, "dials").filter((line) => line.startsWith("0 "))).toHaveLength(2);
  });

  it("dials on so many lines only", () => {
    const team = teamOf("team", { agents: 3, skills: ["sales"] });
    const own = run({ queues: [dialingQueue("sales", { queue: { lines: 2 } })], teams: [team] });
    expect(linesOf(own, "dials").slice(0, 3)).toEqual([
      "0 dials #1 sales team/0",
      "0 dials #2 sales team/1",
      "70 dials #3 sales team/2",
    ]);
    const all = run({
      queues: [dialingQueue("sales", { leads: { answersShare: NEVER } })],
      teams: [team],
      lines: 1,
    });
    expect(linesOf(all, "dials").slice(0, 2)).toEqual([
      "0 dials #1 sales team/0",
      "10 dials #2 sales team/1",
    ]);
  });
});

describe("predictive: more lines ring than agents are free", () => {
  const half = { count: 100, answersShare: 0.5 };

  it("rings so many that the answers expected, with one standard deviation, find agents", () => {
    // Four free agents, every second dial answered: of 5 lines 2.5 + 1.12, of 6 lines 3 + 1.22 > 4.
    const teams = [teamOf("team", { agents: 4, skills: ["sales"] })];
    const one = run({ queues: [dialingQueue("sales", { mode: "predictive", leads: half })], teams });
    const atOnce = linesOf(one, "dials").filter((line) => line.startsWith("0 "));
    expect(atOnce).toEqual([1, 2, 3, 4, 5].map((lead) => `0 dials #${lead} sales`));
  });

  it("abandons a call two seconds after the answer, and tries that lead again", () => {
    // All answer: one agent, and a line for him. At 10 he speaks; a sixth of his minute is as long as it
    // rings, so nothing is dialed until he is free at 70. A call of 100 s takes him at 75, while it rings:
    // the answer at 80 finds nobody.
    const teams = [teamOf("team", { skills: ["calls", "sales"] })];
    const queues = [
      queueOf("calls", { at: [75], handle: 100 }),
      dialingQueue("sales", { mode: "predictive", leads: { count: 2 } }),
    ];
    const one = run({ queues, teams });
    expect(linesOf(one, "dials", "arrives", "waits", "answered", "abandons")).toEqual([
      "0 dials #1 sales",
      "10 arrives #1 sales",
      "10 answered #1 sales team/0",
      "70 dials #2 sales",
      "75 arrives #3 calls",
      "75 answered #3 calls team/0",
      "80 arrives #2 sales",
      "80 waits #2 sales",
      "82 abandons #2 sales",
      "3682 dials #2 sales",
      "3692 arrives #2 sales",
      "3692 answered #2 sales team/0",
    ]);
    expect(queueTotals(one, 1)).toMatchObject({
      arrived: 3,
      answered: 2,
      abandoned: 1,
      abandonedWaitSeconds: 2,
    });
  });

  it("serves a call that an agent becomes free for within two seconds", () => {
    const teams = [teamOf("team", { skills: ["calls", "sales"] })];
    const queues = [
      queueOf("calls", { at: [75], handle: 6 }),
      dialingQueue("sales", { mode: "predictive", leads: { count: 2 } }),
    ];
    expect(linesOf(run({ queues, teams }), "waits", "abandons", "answered").slice(-2)).toEqual([
      "80 waits #2 sales",
      "81 answered #2 sales team/0",
    ]);
  });

  it("dials for agents held for it while it is over its cap, until the next day", () => {
    // As above; from 82 on one of two answered calls is lost, so at 175 a line rings for the agent alone. On
    // the second day the lines ring for nobody again.
    const teams = [teamOf("team", { skills: ["calls", "sales"] })];
    const calendar = calendarOf({ days: 2 });
    const stretches = [0, 24].map((hour) => ({
      fromSeconds: hour * HOUR,
      toSeconds: (hour + 1) * HOUR,
      answersShare: 1,
    }));
    const leads = { count: 3, perDay: 1, attempts: 1, stretches };
    const queues = [
      queueOf("calls", { at: [75], handle: 100 }),
      dialingQueue("sales", { mode: "predictive", abandonedShare: 0.1, leads }),
    ];
    const one = run({ queues, teams, calendar });
    expect(linesOf(one, "dials", "abandons")).toEqual([
      "0 dials #1 sales",
      "70 dials #2 sales",
      "82 abandons #2 sales",
      "175 dials #4 sales team/0",
      "245 dials #5 sales team/0",
      "86400 dials #6 sales",
    ]);
    expect(queueTotals(one, 1)).toMatchObject({ leads: 5, leadsWorked: 5, givenUp: 1, refusals: 4 });
  });

  it("over the cap it leaves agents to the lines that still ring for nobody", () => {
    // Two agents, all answer after 10 s: two lines ring from 0. At 5 calls take both agents until 25: both
    // answers are lost at 12, over the cap. From 25 on each agent is held for a line.
    const teams = [teamOf("team", { agents: 2, skills: ["calls", "sales"] })];
    const queues = [
      queueOf("calls", { at: [5, 5], handle: 20 }),
      dialingQueue("sales", { mode: "predictive", abandonedShare: 0, leads: { count: 4 } }),
    ];
    expect(linesOf(run({ queues, teams }), "dials", "abandons").slice(0, 6)).toEqual([
      "0 dials #1 sales",
      "0 dials #2 sales",
      "12 abandons #1 sales",
      "12 abandons #2 sales",
      "25 dials #5 sales team/0",
      "25 dials #6 sales team/1",
    ]);
  });

  it("leaves a call unserved that is answered after closing, when nobody is there", () => {
    // Open for 5 s; the line rings until 10.
    const calendar = calendarOf({ open: [[0, 5]] });
    const leads = { count: 1, attempts: 1, stretches: [{ fromSeconds: 0, toSeconds: 5, answersShare: 1 }] };
    const one = run({ queues: [dialingQueue("sales", { mode: "predictive", leads })], calendar });
    expect(one.lines).toEqual([
      "0 logsOn team/0",
      "0 dials #1 sales",
      "5 logsOff team/0",
      "10 arrives #1 sales",
      "10 waits #1 sales",
      "10 unserved #1 sales",
      "10 givesUp #1 sales",
    ]);
  });
});

describe("a lead", () => {
  it("that somebody else answers is tried again", () => {
    const leads = { count: 1, rightPartyShare: 0 };
    const one = run({ queues: [dialingQueue("sales", { leads, wrap: 20, wrongPartyTalk: 5 })] });
    // Five seconds of talk, no wrap; again an hour after the call.
    expect(linesOf(one, "dials", "ends", "wrongParty", "givesUp")).toEqual([
      "0 dials #1 sales team/0",
      "15 ends #1 sales team/0",
      "15 wrongParty #1 sales",
      "3615 dials #1 sales team/0",
      "3630 ends #1 sales team/0",
      "3630 wrongParty #1 sales",
      "3630 givesUp #1 sales",
    ]);
    expect(queueTotals(one)).toMatchObject({ reached: 2, rightParties: 0, talkSeconds: 10, wrapSeconds: 0 });
  });

  it("that is promised another call gets it at that moment, with attempts of its own", () => {
    // The talk and its wrap end at 90 with the promise of a call an hour later.
    const appointment = {
      chance: 1,
      after: { kind: "constant", seconds: HOUR },
      answersShare: 1,
      convertsShare: 1,
    } as const;
    const leads = { count: 1, attempts: 1, appointment, value: 50 };
    const one = run({ queues: [dialingQueue("sales", { leads, wrap: 20 })] });
    expect(linesOf(one, "dials", "ends", "appoints", "converts")).toEqual([
      "0 dials #1 sales team/0",
      "90 ends #1 sales team/0",
      "90 appoints #1 sales",
      "3690 dials #1 sales team/0",
      "3780 ends #1 sales team/0",
      "3780 converts #1 sales",
    ]);
    expect(queueTotals(one)).toMatchObject({
      appointments: 1,
      appointmentsDialed: 1,
      appointmentDelaySeconds: 0,
      rightParties: 2,
      conversions: 1,
      conversionValue: 50,
      leadsWorked: 1,
    });
  });

  it("is promised a call after the hours at the next of them, and that call goes first", () => {
    // Hours from 0 to 100 and from 7200 on. Both talks of the first hours end, at 70 and 140, with a promise
    // for an hour later. Both calls may be made from 7200 on; the one agent makes the second 70 s late.
    const stretches = [
      { fromSeconds: 0, toSeconds: 100, answersShare: 1 },
      { fromSeconds: 7200, toSeconds: 86_400, answersShare: 1 },
    ];
    const appointment = {
      chance: 1,
      after: { kind: "constant", seconds: HOUR },
      answersShare: 1,
      convertsShare: 0,
    } as const;
    const one = run({ queues: [dialingQueue("sales", { leads: { count: 3, stretches, appointment } })] });
    expect(linesOf(one, "dials")).toEqual([
      "0 dials #1 sales team/0",
      "70 dials #2 sales team/0",
      "7200 dials #1 sales team/0",
      "7270 dials #2 sales team/0",
      "7340 dials #3 sales team/0",
      "11010 dials #3 sales team/0",
    ]);
    expect(queueTotals(one)).toMatchObject({
      appointmentsDialed: 3,
      appointmentDelaySeconds: 70,
      refusals: 3,
    });
  });

  it("stays open whose next attempt lies past the last hours, or who is not dialed", () => {
    const stretches = [{ fromSeconds: 86_340, toSeconds: 86_380, answersShare: NEVER }];
    const early = run({ queues: [dialingQueue("sales", { leads: { count: 5, stretches } })] });
    expect(queueTotals(early)).toMatchObject({ leads: 5, leadsWorked: 4, dials: 4, leadsOpen: 5 });
    const late = run({
      queues: [
        dialingQueue("sales", {
          leads: { count: 1, answersShare: NEVER, retry: { kind: "constant", seconds: 86_400 } },
        }),
      ],
    });
    expect(queueTotals(late)).toMatchObject({ dials: 1, leadsOpen: 1 });
  });

  it("of the list comes when counted time starts, those of a day at its first hour of calling", () => {
    const calendar = calendarOf({ warmupSeconds: HOUR, days: 1 });
    const stretches = [{ fromSeconds: 0, toSeconds: calendar.horizonSeconds, answersShare: 1 }];
    const leads = { count: 1, perDay: 1, stretches };
    const one = run({ queues: [dialingQueue("sales", { leads })], calendar });
    expect(linesOf(one, "dials")).toEqual([
      "0 dials #1 sales team/0",
      "3600 dials #2 sales team/0",
      "3670 dials #3 sales team/0",
    ]);
    // The warm-up's lead is not counted.
    expect(queueTotals(one)).toMatchObject({ leads: 2, reached: 2 });
  });
});

describe("what calls and what is called", () => {
  it("stay apart: a caller who hangs up or is not served is no lead", () => {
    const calendar = calendarOf({ open: [[0, 100]] });
    const queues = [
      queueOf("calls", { at: [1, 90, 91], handle: 95, patiences: [5, 5, 500], patience: 5 }),
      dialingQueue("sales", {
        leads: { count: 1, stretches: [{ fromSeconds: 0, toSeconds: 100, answersShare: 1 }] },
      }),
    ];
    const teams = [teamOf("team", { skills: ["calls", "sales"] }), teamOf("other", { skills: ["sales"] })];
    const one = run({ queues, teams, calendar });
    expect(queueTotals(one, 0)).toMatchObject({ arrived: 3, reached: 0, givenUp: 0 });
    expect(queueTotals(one, 1)).toMatchObject({ leads: 1, refusals: 1 });
  });
});

describe("somebody who answers", () => {
  it("has an agent put down what can be finished later", () => {
    // A line rings from 0 to 10, and at 5 the free agent takes a mail of 100 s. The person answers at 10 and
    // talks for a minute; the mail goes on at 70 with the 95 s that are left.
    const one = run({
      queues: [
        dialingQueue("sales", { mode: "predictive", leads: { count: 1 } }),
        queueOf("mail", { at: [5], handle: 100, interruptible: true }),
      ],
      teams: [teamOf("team", { skills: ["sales", "mail"] })],
    });
    expect(linesOf(one, "dials", "answered", "interrupted", "resumes", "ends")).toEqual([
      "0 dials #1 sales",
      "5 answered #2 mail team/0",
      "10 interrupted #2 mail team/0",
      "10 answered #1 sales team/0",
      "70 ends #1 sales team/0",
      "70 resumes #2 mail team/0",
      "165 ends #2 mail team/0",
    ]);
  });
});
