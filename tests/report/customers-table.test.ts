import { expect, test } from "vitest";
import { formatCustomersTable } from "../../src/report/text/customers-table.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { figure, lineScenario, lineSummary } from "./fixtures.js";

const scenario = lineScenario();
const [claims, fleet] = scenario.queues;
const asked = { leaveShare: 0.68, badEnds: ["abandoned", "unserved"] as const, waitedSeconds: 600 };

function summaryWith(valueLost: number) {
  const summary = lineSummary(scenario);
  const lost = {
    treatedBadly: figure(171.2),
    treatedBadlyRate: figure(0.097),
    customersLost: figure(98.46),
    valueLost: figure(valueLost),
  };
  const queues = summary.queues.map((queue) => ({ ...queue, figures: { ...queue.figures, ...lost } }));
  return { ...summary, queues, total: { ...summary.total, ...lost } };
}

function tableOf(queues: Scenario["queues"], parts: Partial<Scenario> = {}, valueLost = Number.NaN) {
  return formatCustomersTable({ ...scenario, queues, ...parts }, summaryWith(valueLost)).join("\n");
}

test("the table of customers shows who was treated badly, who leaves, and what that is", () => {
  expect(tableOf([{ ...claims!, customers: asked }, fleet!])).toBe(
    [
      "           treated        of     leave   customers",
      "             badly   callers   of them        lost   treated badly is",
      "  claims       171     9.7 %      68 %        98.5   abandoned, unserved, waited > 10m00s",
    ].join("\n"),
  );
});

test("it shows the value where customers have one, all together, and the share of the firm", () => {
  const queues = [
    { ...claims!, customers: { ...asked, yearlyValue: 320 } },
    { ...fleet!, customers: asked },
  ];
  const shown = tableOf(queues, { customerCount: 40_000 }, 31_531);
  expect(shown).toContain("USD a year");
  expect(shown).toMatch(/^ {2}claims .* 31,531 /m);
  expect(shown).toMatch(/^ {2}all +171 +98\.5 +31,531$/m);
  expect(shown).toContain("  Lost are 0.2 % of the firm's 40,000 customers; nobody is lost twice.");
});

test("there is none where nobody asks", () => {
  expect(tableOf(scenario.queues)).toBe("");
});
