import { describe, expect, it } from "vitest";
import { HANDLED_FIELDS } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Team } from "../../src/scenario/team.js";
import { summarise } from "../../src/statistics/summarise.js";
import { trace } from "./centre-from-trace.js";
import { holdsOn, textOf } from "./holds-on.js";

/** The scenario with queues that earn, and teams that are paid in one way or the other. */
function withMoney(scenario: Scenario): Scenario {
  const terms: readonly Partial<Team>[] = [
    { pay: 17.57, overtimeFactor: 1.5 },
    { contract: { perMinute: 0.85 } },
    { pay: 12.37, premiums: { weekdays: [0.1, 0.2, 0, 0, 0, 0, 0] } },
    { contract: { perContact: 3.2 } },
  ];
  return {
    ...scenario,
    queues: scenario.queues.map((queue, index) => ({ ...queue, value: 1 + index })),
    teams: scenario.teams.map((team, index) => ({ ...team, ...terms[index % terms.length] })),
  };
}

function summaryOf(scenario: Scenario) {
  const model = compile(scenario);
  const observed = simulate(model, "money", 1);
  const detail = { intervals: false, weekdayIntervals: false };
  const summary = summarise(model, [observed], { seed: "money", version: "1" }, detail);
  const cells = observed.handledCells;
  const handled = (crew: number) =>
    model.queues.reduce((sum, _, queue) => {
      return sum + cells[(crew * model.queues.length + queue) * HANDLED_FIELDS.length + 1];
    }, 0);
  return { summary, handled, model };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const near = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)));

describe("laws of money", () => {
  it("to speak of it changes nothing that happens", () => {
    holdsOn(60, (scenario) => {
      expect(textOf(trace(withMoney(scenario)).rows)).toBe(textOf(trace(scenario).rows));
    });
  });

  it("what teams cost is shared out to queues to the last cent, but for crews that handled nothing", () => {
    let shared = 0;
    holdsOn(60, (scenario) => {
      const { summary, handled, model } = summaryOf(withMoney(scenario));
      const ofCrews = summary.teams.flatMap(({ shifts }) => shifts.map(({ figures }) => figures.cost.mean));
      expect(ofCrews).toHaveLength(model.crews.count);
      const atWork = sumOf(ofCrews.filter((_, crew) => handled(crew) > 0));
      near(sumOf(summary.queues.map(({ figures }) => figures.staffCost.mean)), atWork);
      near(summary.total.staffCost.mean, sumOf(ofCrews));
      shared += atWork;
    });
    expect(shared).toBeGreaterThan(10_000);
  });

  it("a team's cost is its pay, premiums, what overtime adds, and its contract", () => {
    holdsOn(60, (scenario) => {
      const { teams } = summaryOf(withMoney(scenario)).summary;
      // One whose roster names no shift has nobody.
      for (const { figures } of teams.filter(({ shifts }) => shifts.length > 0)) {
        const parts = ["regularPay", "premiumPay", "overtimePay", "contractCost"] as const;
        near(figures.cost.mean, sumOf(parts.map((part) => figures[part].mean)));
      }
    });
  });

  it("results of queues come to the result of all, but for crews that handled nothing", () => {
    holdsOn(60, (scenario) => {
      const { summary } = summaryOf(withMoney(scenario));
      const { total, queues } = summary;
      const unshared = total.staffCost.mean - sumOf(queues.map(({ figures }) => figures.staffCost.mean));
      near(sumOf(queues.map(({ figures }) => figures.result.mean)) - unshared, total.result.mean);
    });
  });

  it("a false law is broken: a queue costs its handle time at what an hour of all teams costs", () => {
    let broken = 0;
    holdsOn(30, (scenario) => {
      const { summary } = summaryOf(withMoney(scenario));
      const hours = ({ aht, answered }: (typeof summary.queues)[number]["figures"]) =>
        answered.mean > 0 ? aht.mean * answered.mean : 0;
      const all = sumOf(summary.queues.map(({ figures }) => hours(figures)));
      const isOff = summary.queues.some(({ figures }) => {
        const share = (summary.total.staffCost.mean * hours(figures)) / all;
        return Math.abs(share - figures.staffCost.mean) > 0.05 * share;
      });
      if (isOff) broken++;
    });
    expect(broken).toBeGreaterThan(10);
  });
});
