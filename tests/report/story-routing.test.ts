import { expect, test } from "vitest";
import { formatStoryText } from "../../src/report/text/story-text.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";

function linesOf(scenario: Scenario, contact: number): string {
  return formatStoryText(scenario, explainContact(scenario, { contact })).replace(/\n {2}/g, " ");
}

test("who waits beside free agents who lack the language is told so", () => {
  const scenario = scenarioOf({
    queues: [queueOf("spanish", { at: [0, 10], needs: ["spanish"] })],
    teams: [teamOf("desk", { agents: 3, skills: ["spanish"], has: [{ name: "spanish", agents: 1 }] })],
  });
  const text = linesOf(scenario, 2);
  expect(text).toContain("Team desk: of 3 agents due 1 was busy and 2 were free without what spanish needs.");
  expect(text).toContain(
    "Why: It waited 50s because 2 agents of desk were free, but had not what spanish needs.",
  );
});

test("who waits beside free agents that are kept for others is told so", () => {
  const scenario = scenarioOf({
    queues: [queueOf("mail", { at: [0, 10] })],
    teams: [teamOf("desk", { agents: 2, skills: [{ queue: "mail", whenFree: 2 }] })],
  });
  expect(linesOf(scenario, 2)).toContain(
    "Why: It waited 50s because 1 agent of desk was free, and it takes mail only while 2 are.",
  );
});
