import { expect, test } from "vitest";
import { formatProfitAndLoss } from "../../src/report/text/profit-and-loss.js";
import { figure, lineScenario, lineSummary } from "./fixtures.js";

const scenario = lineScenario();
const plain = lineSummary(scenario);
const figures = (amounts: Record<string, number>) =>
  Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, figure(amount)]));

const summary = {
  ...plain,
  queues: [
    {
      revenue: 19_370,
      revenueLost: 794,
      saleValue: 0,
      staffCost: 24_560,
      valueLost: 31_531,
      result: -36_721,
    },
    { revenue: 0, revenueLost: 0, saleValue: 0, staffCost: 0, valueLost: Number.NaN, result: 0 },
  ].map((amounts, index) => ({ ...plain.queues[index]!, figures: figures(amounts) })),
  teams: [
    { regularPay: 23_520, premiumPay: 0, overtimePay: 57.75, contractCost: 0, cost: 24_560, result: -5190 },
    { regularPay: 0, premiumPay: 0, overtimePay: 0, contractCost: 812.5, cost: 812.5, result: -812.5 },
  ].map((amounts, index) => ({ ...plain.teams[index]!, figures: figures(amounts) })),
  total: figures({
    revenue: 19_370,
    revenueLost: 794,
    staffCost: 25_372,
    valueLost: 31_531,
    result: -37_533,
  }),
};

test("a profit and loss shows by queue and by team what comes in and what it costs", () => {
  expect(formatProfitAndLoss(scenario, summary).join("\n")).toBe(
    [
      "                          cost of   customers             revenue",
      "  queues, USD   revenue     staff        lost    result    missed",
      "  claims         19,370    24,560      31,531   -36,721    794.00",
      "  fleet               -         -           -         -         -",
      "  all            19,370    25,372      31,531   -37,533    794.00",
      "",
      "                        added for         by",
      "  teams, USD      pay    overtime   contract     cost    result",
      "  desk         23,520       57.75          -   24,560    -5,190",
      "  experts           -           -     812.50   812.50   -812.50",
      "  Staff is shared out to queues by the handle time of each team. Revenue missed, of those who",
      "    reached no agent, is no part of the result.",
    ].join("\n"),
  );
});

test("there is none where the scenario speaks of pay alone", () => {
  expect(formatProfitAndLoss(scenario, plain)).toEqual([]);
});
