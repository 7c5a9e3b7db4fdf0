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

it("a quota that hurries changes little where agents are behind it because few call", async () => {
  const [plain, hurried] = [await summaryOf("07-quotas.yaml"), await summaryOf("07-quotas.yaml", "hurried")];
  const behind =
    figureAt(hurried, "support.pressured").mean / figureAt(hurried, "teams.support.answered").mean;
  expect(behind).toBeGreaterThan(0.15);
  expect(behind).toBeLessThan(0.19);
  const levels = [plain, hurried].map((summary) => figureAt(summary, "support.serviceLevel").mean);
  expect(Math.abs(levels[0] - levels[1])).toBeLessThan(0.003);
  expect(figureAt(hurried, "support.wrap").mean).toBeLessThan(figureAt(plain, "support.wrap").mean - 1);
});
