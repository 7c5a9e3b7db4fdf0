import { expect, it } from "vitest";
import { evaluate } from "../../src/run/evaluate.js";
import { readScenario } from "../../src/scenario/read-scenario.js";
import { figureAt } from "../../src/statistics/measures.js";
import { pathOf } from "./shipped.js";

async function summaryOf(one?: string) {
  const path = pathOf("16-technical-support.yaml");
  const { scenario } = await readScenario(path, one === undefined ? {} : { case: one });
  return evaluate(scenario, { detail: { intervals: false, weekdayIntervals: false } });
}

it("seniors who listen to recordings are a third of their time off the phone, and lose more of their callers", async () => {
  const [plain, recorded] = [await summaryOf(), await summaryOf("recorded")];
  const contacts = figureAt(recorded, "first-level.evaluated").mean;
  const hours = figureAt(recorded, "seniors.evaluationHours").mean;
  expect(contacts).toBeCloseTo(figureAt(recorded, "first-level.answered").mean * 0.03, 6);
  // A quarter of an hour each, of contacts of a day earlier.
  expect(hours / (contacts / 4)).toBeGreaterThan(0.97);
  expect(hours / (contacts / 4)).toBeLessThan(1.03);
  expect(figureAt(recorded, "teams.seniors.shrinkage").mean).toBeCloseTo(hours / 336, 2);
  const lost = [plain, recorded].map((summary) => figureAt(summary, "queues.seniors.abandonRate").mean);
  expect(lost[1]).toBeGreaterThan(lost[0] * 1.5);
});
