import { expect, test } from "vitest";
import { formatDealTable, formatOutcomeTable } from "../../src/report/text/outcome-tables.js";
import { evaluate } from "../../src/run/evaluate.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { queueOf, scenarioOf, teamOf, timeOf } from "../engine/plain-scenario.js";

async function tablesOf(scenario: Scenario) {
  const summary = await evaluate({ ...scenario, run: { seed: "tables", replications: 1 } });
  return { moves: formatOutcomeTable(scenario, summary), deals: formatDealTable(scenario, summary) };
}

/** One call from 100 to 160, then the seniors' from 160 to 220. */
const centre = (parts: Parameters<typeof queueOf>[1]) =>
  scenarioOf({
    queues: [queueOf("calls", { at: [100], ...parts }), queueOf("seniors", {})],
    teams: [teamOf("front"), teamOf("back", { skills: ["seniors"] })],
  });

test("The table of what came of contacts has the columns and rows that say something", async () => {
  const warm = { to: "seniors", chance: 1, warm: timeOf(20) };
  const { moves, deals } = await tablesOf(centre({ after: { escalate: warm } }));
  expect(moves).toEqual([
    "                        handover   from other",
    "            escalated       each       queues",
    "  calls             1        20s            0",
    "  seniors           0        20s            1",
  ]);
  expect(deals).toEqual([]);
});

test("A complaint's way is told, and a share that nobody has is a dash", async () => {
  const complaint = { to: "seniors", chance: 1, solved: 1, again: timeOf(60) };
  const repeat = { chance: 0, after: timeOf(60) };
  const scenario = centre({ at: [100, 200, 90_000], after: { complaint } });
  const [, ...rows] = (await tablesOf(scenario)).moves;
  expect(rows).toEqual([
    "            complaints   solution       queues",
    "  calls              2        60s            0",
    "  seniors            0          -            2",
  ]);
  const resolved = (await tablesOf(centre({ after: { repeat } }))).moves;
  expect(resolved).toEqual(["          resolved at", "                first", "  calls       100.0 %"]);
});

test("Sales and customers kept stand by queue and by team", async () => {
  const sale = { chance: 1, value: timeOf(1234.5), bonus: 2.5 };
  const { deals } = await tablesOf(centre({ after: { sale } }));
  expect(deals).toEqual([
    "                        value",
    "                sales    sold   bonus",
    "  queue calls       1   1,235    2.50",
    "  team front        1   1,235    2.50",
  ]);
});
