import { expect, it } from "vitest";
import { evaluate } from "../../src/run/evaluate.js";
import { readScenario } from "../../src/scenario/read-scenario.js";
import { figureAt } from "../../src/statistics/measures.js";
import { pathOf } from "./shipped.js";

it("the more a dialer dares, the more conversions, the more talk, and the more who find no agent", async () => {
  const cases = ["preview", "progressive", undefined, "twice-the-cap"];
  const summaries = await Promise.all(
    cases.map(async (one) => {
      const read = await readScenario(
        pathOf("13-insurance-leads.yaml"),
        one === undefined ? {} : { case: one },
      );
      return evaluate(read.scenario, { detail: { intervals: false, weekdayIntervals: false } });
    }),
  );
  const means = (path: string) => summaries.map((summary) => figureAt(summary, path).mean);
  const [preview, progressive, predictive, daring] = means("leads.conversions");
  // As the README says.
  expect([predictive, progressive, preview].map(Math.round)).toEqual([417, 387, 319]);
  expect(daring).toBeGreaterThan(predictive);
  expect(means("leads.abandonRate").map((share) => Math.round(share * 1000) / 10)).toEqual([0, 0, 2.2, 2.5]);
  const shares = means("agents.handlingShare").map((share) => Math.round(share * 100));
  expect([shares[0], shares[2]]).toEqual([65, 78]);
});
