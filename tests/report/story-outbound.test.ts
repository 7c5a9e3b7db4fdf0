import { expect, test } from "vitest";
import { storyJson } from "../../src/report/story/story-json.js";
import { formatStoryText } from "../../src/report/text/story-text.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { dialingQueue } from "../engine/outbound-scenario.js";
import { calendarOf, queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";

const SALES = teamOf("desk", { skills: ["sales"] });

function linesOf(scenario: Scenario, contact: number): string {
  return formatStoryText(scenario, explainContact(scenario, { contact })).replace(/\n {2}/g, " ");
}

test("a lead that nobody answers is told dial by dial, until it is given up", () => {
  const leads = { count: 1, attempts: 2, answersShare: 0 };
  const text = linesOf(
    scenarioOf({ queues: [dialingQueue("sales", { mode: "preview", leads })], teams: [SALES] }),
    1,
  );
  expect(text).toContain("Contact 1 of sales");
  expect(text).toContain("Agent 1 of desk began to look at it on Monday 2026-03-02 at 00:00:00.");
  expect(text).toContain("It was dialed at 00:00:30, for the 1st time.");
  expect(text).toContain("Nobody answered in 10s.");
  expect(text).toContain("given up after 2 dials");
});

test("a lead that is promised another call, and agrees in it", () => {
  const after = { kind: "constant", seconds: 3600 } as const;
  const appointment = { chance: 1, after, answersShare: 1, convertsShare: 1 };
  const scenario = scenarioOf({
    queues: [dialingQueue("sales", { leads: { count: 1, appointment } })],
    teams: [SALES],
  });
  const text = linesOf(scenario, 1);
  expect(text).toContain("at 00:00:00, while agent 1 of desk waited.");
  expect(text).toContain("It took 60s, until 00:01:10: the person asked to be called again.");
  expect(text).toContain("at 01:01:10, a call that was promised, while agent 1 of desk waited.");
  expect(text).toContain("Why: The person wanted was reached and agreed, after 2 dials.");
  const { lead } = storyJson(explainContact(scenario, { contact: 1 })) as { lead: { calls: unknown[] } };
  expect(lead.calls).toHaveLength(2);
});

test("a call without an agent, one that another person answers, one that is refused", () => {
  const teams = [teamOf("desk", { skills: ["calls", "sales"] })];
  const queues = [
    queueOf("calls", { at: [75], handle: 100 }),
    dialingQueue("sales", { mode: "predictive", leads: { count: 2, rightPartyShare: 1 } }),
  ];
  const lost = linesOf(scenarioOf({ queues, teams }), 2);
  expect(lost).toContain("on a line that rang for no agent yet.");
  expect(lost).toContain("no agent was free within 2.0s, and the call was abandoned.");
  expect(lost).toContain("Why: The person wanted was reached and refused, after 2 dials.");
  const wrong = [dialingQueue("sales", { leads: { count: 1, rightPartyShare: 0 }, wrongPartyTalk: 5 })];
  expect(linesOf(scenarioOf({ queues: wrong, teams: [SALES] }), 1)).toContain("it was not the person wanted");
});

test("what was not over when the simulation ended is told so", () => {
  const { horizonSeconds } = calendarOf();
  const at = (before: number, mode: "preview" | "progressive" | "predictive", handle = 60) => {
    const stretches = [{ fromSeconds: horizonSeconds - before, toSeconds: horizonSeconds, answersShare: 1 }];
    const queues = [dialingQueue("sales", { mode, handle, leads: { count: 1, stretches } })];
    return linesOf(scenarioOf({ queues, teams: [SALES] }), 1);
  };
  expect(at(20, "preview")).toContain("The simulation ended before it was dialed.");
  expect(at(35, "preview")).toContain("It still rang when the simulation ended.");
  expect(at(40, "progressive")).toContain("That was not over when the simulation ended.");
  expect(at(40, "progressive")).toContain(
    "Why: Nothing had become of it when the simulation ended, after one dial.",
  );
});

test("who calls while agents dial is told what they are busy with, and how many lines are taken", () => {
  const queues = [
    queueOf("calls", { at: [5, 6] }),
    dialingQueue("sales", { leads: { count: 1, answersShare: 0, attempts: 1 } }),
  ];
  const teams = [teamOf("desk", { skills: ["calls", "sales"] })];
  const text = linesOf(scenarioOf({ queues, teams, lines: 2 }), 3);
  expect(text).toContain("Both lines of all queues were taken");
  const waiting = linesOf(scenarioOf({ queues, teams }), 2);
  expect(waiting).toContain("Team desk: the one agent due was busy with sales.");
});
