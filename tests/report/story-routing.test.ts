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

test("who put a contact down is told, and how long it lay", () => {
  const scenario = scenarioOf({
    queues: [
      queueOf("mail", { at: [0], handle: 100, interruptible: true }),
      queueOf("calls", { at: [40, 80], handle: 30 }),
    ],
    teams: [teamOf("desk", { skills: ["mail", "calls"] })],
  });
  const mail = linesOf(scenario, 1);
  expect(mail).toContain("It was put down for another contact 2 times, and lay for 60s in all.");
  expect(mail).toContain("It took 1m40s of talk, until 00:02:40.");
  const call = linesOf(scenario, 2);
  expect(call).toContain("At once agent 1 of desk took it, who put down contact 1 of mail for it.");
  expect(call).toContain("Why: It did not wait because an agent put down a contact of mail for it.");
});

test("who waits behind one that was put down, or that is put down as the day ends, is told so", () => {
  const scenario = scenarioOf({
    queues: [
      queueOf("mail", { at: [0, 50], handle: 100, interruptible: true }),
      queueOf("calls", { at: [40, 86_390], handle: 30 }),
      queueOf("notes", { at: [45, 86_350], handle: 100, interruptible: true }),
    ],
    teams: [teamOf("desk", { skills: ["mail", "notes", "calls"] })],
  });
  expect(linesOf(scenario, 4)).toContain("While it waited, the one contact before it was answered.");
  expect(linesOf(scenario, 3)).toContain("Meanwhile its agents took 1 contact of mail.");
  const cut = linesOf(scenario, 5);
  expect(cut).toContain("It was put down for another contact once.");
  expect(cut).toContain("It was not yet over when the simulation ended.");
});

test("one that another agent takes up again is told to its end", () => {
  const scenario = scenarioOf({
    queues: [
      queueOf("mail", { at: [0], handle: 100, interruptible: true }),
      queueOf("calls", { at: [40], handle: 300 }),
    ],
    teams: [
      teamOf("desk", { skills: ["mail", "calls"] }),
      teamOf("others", { skills: [{ queue: "mail", preference: 2 }] }),
    ],
  });
  expect(linesOf(scenario, 1)).toContain("It took 1m40s of talk, until 00:01:40.");
});
