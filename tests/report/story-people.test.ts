import { expect, test } from "vitest";
import { formatStoryText } from "../../src/report/text/story-text.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { breakOf, calendarOf, queueOf, scenarioOf, shiftOf, teamOf } from "../engine/plain-scenario.js";

const HOUR = 3600;
const DAY = 24 * HOUR;
const hired = (agents: number, tenureSeconds = 0) =>
  ({ kind: "hired", groups: [{ agents, tenureSeconds }] }) as const;

function linesOf(scenario: Scenario, contact: number): string {
  return formatStoryText(scenario, explainContact(scenario, { contact })).replace(/\n {2}/g, " ");
}

test("who waits while agents are in training is told so", () => {
  const training = { lengthSeconds: DAY, nestingSeconds: 0 };
  const team = teamOf("desk", { agents: 3, tenure: hired(2), training });
  const text = linesOf(
    scenarioOf({
      queues: [queueOf("calls", { at: [0, 10] })],
      teams: [{ ...team, skills: [{ queue: "calls", preference: 1, speed: 1 }] }],
    }),
    2,
  );
  expect(text).toContain("Team desk: of 3 agents due 1 was busy and 2 were in training.");
  expect(text).toContain("while 2 of the 3 due were in training");
});

test("who waits beside free agents without the licence is told so, and of whoever is new how much longer it took", () => {
  const skills = [{ queue: "claims", licence: { afterSeconds: DAY, passShare: 1 } }, "calls"];
  const learning = { handle: { start: 3, halfSeconds: DAY } };
  const queues = [queueOf("claims", { at: [0, 10] }), queueOf("calls", { at: [30] })];
  const teams = [teamOf("desk", { agents: 2, skills, tenure: hired(1, DAY / 2), learning })];
  const scenario = scenarioOf({ queues, teams });
  const text = linesOf(scenario, 2);
  expect(text).toContain("of 2 agents due 1 was busy and 1 was free without what claims needs.");
  expect(text).toContain(
    "Why: It waited 50s because 1 agent of desk was free, but had not what claims needs.",
  );
  // 1 + 2 x 2^-0.5 = 2.41 times 60 s are 145 s.
  expect(linesOf(scenario, 3)).toContain(
    "It took 2m25s of talk, 2.41 times as long as with an agent of long standing, until",
  );
});

test("licences of agents who come from a table are as of the day", () => {
  const skills = [{ queue: "claims", licence: { afterSeconds: DAY, passShare: 1 } }, "calls"];
  const teams = [teamOf("desk", { table: [[0, 2 * DAY, 2]], skills, tenure: hired(1) })];
  const queues = [queueOf("claims", { at: [0, 10, DAY, DAY + 10, DAY + 20] }), queueOf("calls")];
  const scenario = scenarioOf({ calendar: calendarOf({ days: 2 }), queues, teams });
  expect(linesOf(scenario, 2)).toContain("1 agent of desk was free, but had not what claims needs.");
  expect(linesOf(scenario, 5)).toContain("Team desk: both agents due were busy.");
});

test("a break is told from a block beside somebody new", () => {
  const supervision = { team: "seniors", share: 1, blockSeconds: 2 * HOUR };
  const shifts = [
    shiftOf("day", 0, 8 * HOUR),
    shiftOf("long", 0, 8 * HOUR, { breaks: [breakOf(0, 600), breakOf(7 * HOUR, 300)] }),
  ];
  const teams = [
    teamOf("new", {
      skills: [],
      roster: { day: 1 },
      tenure: hired(1),
      training: { lengthSeconds: 0, nestingSeconds: DAY, supervision },
    }),
    teamOf("seniors", { roster: { long: 1 } }),
  ];
  const queues = [queueOf("calls", { at: [300, HOUR] })];
  const scenario = scenarioOf({ calendar: calendarOf(), shifts, queues, teams });
  expect(linesOf(scenario, 1)).toContain("Team seniors: the one agent due was on a break.");
  expect(linesOf(scenario, 2)).toContain("Team seniors: the one agent due was off the phone.");
});

test("a call with whoever was behind the quota says so, and what came of it", () => {
  const pressure = { wrapFactor: 0.5, repeatFactor: 1 };
  const handle = {
    talk: { kind: "constant", seconds: 60 },
    wrap: { kind: "constant", seconds: 40 },
  } as const;
  const queue = { ...queueOf("calls", { at: [HOUR] }), handle };
  const hurried = (wrapFactor: number) =>
    scenarioOf({
      queues: [queue],
      teams: [teamOf("desk", { quota: { contacts: 48, pressure: { ...pressure, wrapFactor } } })],
    });
  expect(linesOf(hurried(0.5), 1)).toContain(
    "It took 80s: 60s of talk and 20s of wrap, in a hurry, with after-call work cut to 50 %, " +
      "for the agent was behind the quota of 48, until",
  );
  expect(linesOf(hurried(1), 1)).toContain("in a hurry, for the agent was behind the quota of 48, until");
});
