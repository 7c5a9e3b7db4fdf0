import { expect, it } from "vitest";
import { evaluate } from "../../src/run/evaluate.js";
import { readScenario } from "../../src/scenario/read-scenario.js";
import { figureAt } from "../../src/statistics/measures.js";
import { pathOf } from "./shipped.js";

async function summaryOf(name: string, one?: string) {
  const { scenario } = await readScenario(pathOf(name), one === undefined ? {} : { case: one });
  return evaluate(scenario, { detail: { intervals: false, weekdayIntervals: false } });
}

it("the bank's licence costs insurance calls, and spares those for accounts", async () => {
  const [bank, open] = [await summaryOf("12-bank.yaml"), await summaryOf("12-bank.yaml", "no-licence")];
  const lost = (queue: string) =>
    [bank, open].map((summary) => Math.round(figureAt(summary, `queues.${queue}.abandoned`).mean));
  // As the README says.
  expect(lost("insurance")).toEqual([114, 72]);
  expect(lost("accounts")).toEqual([101, 132]);
  const licensed = figureAt(bank, "desk.licensed").mean / figureAt(bank, "desk.agentsOn").mean;
  expect(licensed).toBeGreaterThan(0.79);
  expect(licensed).toBeLessThan(0.81);
});

it("a class of trainees costs service, a part of it through those who supervise", async () => {
  const levels = await Promise.all(
    [undefined, "nobody-new", "no-supervision"].map(
      async (one) => figureAt(await summaryOf("19-trainees.yaml", one), "service.serviceLevel").mean,
    ),
  );
  const [all, nobody, unsupervised] = levels;
  expect(Math.round(all * 100)).toBe(85);
  expect(Math.round(nobody * 100)).toBe(94);
  expect(unsupervised).toBeGreaterThan(all);
  expect(unsupervised).toBeLessThan(nobody);
});
