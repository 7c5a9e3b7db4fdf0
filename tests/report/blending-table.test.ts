import { expect, test } from "vitest";
import { formatBlendingTable } from "../../src/report/text/blending-table.js";
import { PLAIN } from "../../src/report/text/paint.js";
import { formatRunSections } from "../../src/report/text/run-text.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { summarise } from "../../src/statistics/summarise.js";
import { queueOf, scenarioOf, teamOf, traced } from "../engine/plain-scenario.js";

function summaryOf(scenario: Scenario) {
  const { model, observed } = traced(scenario);
  return summarise(model, [observed], { seed: "seed", version: "test" });
}

test("a run tells of each queue whose contacts may be put down how often they were, and of no other", () => {
  const mail = queueOf("mail", { at: [0, 10], handle: 100, interruptible: true });
  const calls = queueOf("calls", { at: [40, 80, 81], handle: 30 });
  const scenario = scenarioOf({
    queues: [mail, calls],
    teams: [teamOf("desk", { skills: ["mail", "calls"] })],
  });
  const summary = summaryOf(scenario);
  expect(formatBlendingTable(scenario, summary).map((line) => line.trimEnd())).toEqual([
    "                    inter-      each",
    "         answered   rupted   contact",
    "  mail          2        2      1.00",
  ]);
  expect(summary.queues[0]!.figures["interrupted"]!.mean).toBe(2);
  expect(summary.total["interrupted"]!.mean).toBe(2);
  expect(formatRunSections(scenario, summary, PLAIN)).toContain("Put down for contacts of other queues");

  const plain = scenarioOf({ queues: [calls], teams: [teamOf("desk", { skills: ["calls"] })] });
  expect(formatBlendingTable(plain, summaryOf(plain))).toEqual([]);
  expect(summaryOf(plain).queues[0]!.figures["interrupted"]).toBeUndefined();
});
