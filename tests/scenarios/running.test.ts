import { describe, expect, it } from "vitest";
import { QUEUE_FIELDS } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { evaluate } from "../../src/run/evaluate.js";
import { isDeferred } from "../../src/scenario/channel.js";
import { reachingSeconds } from "../../src/scenario/expected-load.js";
import { parsePromise } from "../../src/scenario/promise.js";
import { readScenario } from "../../src/scenario/read-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Staffing } from "../../src/scenario/team.js";
import { figureAt } from "../../src/statistics/measures.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { steadyServiceLevel } from "../../src/statistics/theory/steady-state.js";
import { NATIONAL, pathOf, plainOf, QUICK, SHIPPED } from "./shipped.js";

const OVERALL = { detail: { intervals: false, weekdayIntervals: false } } as const;

describe("the course", () => {
  it("is numbered, and no number stands twice", () => {
    const numbers = SHIPPED.map((name) => name.slice(0, 3));
    for (const number of numbers) expect(number).toMatch(/^\d\d-$/);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe.each(SHIPPED)("%s", (name) => {
  it("reads without problem or warning, in every case it has", async () => {
    const { scenario, warnings } = await readScenario(pathOf(name));
    expect(warnings).toEqual([]);
    for (const one of scenario.cases) {
      expect((await readScenario(pathOf(name), { case: one })).warnings).toEqual([]);
    }
  });
});

describe.each(QUICK)("%s", (name) => {
  it("keeps its promises", async () => {
    const { scenario } = await readScenario(pathOf(name));
    expect(scenario.expect).not.toEqual([]);
    await keepsPromises(scenario);
  });

  it("loses no contact: whoever arrived is answered, hung up, blocked, turned away or left", async () => {
    const { scenario } = await readScenario(pathOf(name));
    loseNothing(scenario);
  });

  it("gives figures of a size that a planner would believe", async () => {
    const { scenario } = await readScenario(pathOf(name));
    const { queues, teams, total } = await evaluate(scenario, { replications: 3, ...OVERALL });
    for (const [index, { figures }] of queues.entries()) {
      const queue = scenario.queues[index];
      // Who is called waits for nobody, and is not always the person wanted; who is sent on does not wait.
      if (queue.outbound ?? queue.split) continue;
      const expected = reachingSeconds(queue);
      // Chats slow each other down, and talk may grow with the wait.
      const slowed = 1 + (queue.slowdown ?? 0) * ((queue.concurrency ?? 1) - 1);
      const most = slowed * (1 + (queue.handleGrowth?.mostShare ?? 0));
      expect(figures["serviceLevel"].mean).toBeGreaterThan(0.3);
      const deferred = isDeferred(queue.channel);
      // What has hours may all be done in time.
      expect(figures["serviceLevel"].mean).toBeLessThan(deferred ? 1.0001 : 1);
      expect(figures["aht"].mean / expected).toBeGreaterThan(0.9);
      expect(figures["aht"].mean / expected).toBeLessThan(1.1 * most);
      expect(figures["asa"].mean).toBeGreaterThan(0.1);
      // What waits over night waits for hours.
      expect(figures["asa"].mean).toBeLessThan(deferred ? 14_400 : 120);
    }
    for (const [index, { figures }] of teams.entries()) {
      expect(figures["occupancy"].mean).toBeLessThan(0.92);
      const { pay, contract } = scenario.teams[index];
      if (contract) {
        // Of another firm: paid for what it does, so that it may wait for that.
        expect(figures["cost"].mean).toBe(figures["contractCost"].mean);
        expect(figures["cost"].mean).toBeGreaterThan(0);
        continue;
      }
      expect(figures["occupancy"].mean).toBeGreaterThan(0.4);
      const basic = figures["paidHours"].mean * pay!;
      const cost = figures["cost"].mean - (figures["bonus"]?.mean ?? 0);
      // Premiums are at most half as much again.
      expect(cost).toBeGreaterThan(basic * 0.999);
      expect(cost).toBeLessThan(basic * 1.5);
    }
    expect(total["cost"].mean).toBeGreaterThan(0);
  });
});

describe("01-one-queue.yaml", () => {
  const workload = { ratePerSecond: 120 / 3600, handleSeconds: 240 };

  it("gives what Erlang C says", async () => {
    const { scenario } = await readScenario(pathOf("01-one-queue.yaml"));
    const truth = steadyServiceLevel(erlangC(workload, 11), scenario.queues[0].serviceLevel);
    const { queues } = await evaluate(scenario, OVERALL);
    agrees(queues[0].figures["serviceLevel"], truth);
    // As the README says of this very seed: the interval that is printed holds the formula's answer.
    expect(queues[0].figures["serviceLevel"].low).toBeLessThan(truth);
    expect(queues[0].figures["serviceLevel"].high).toBeGreaterThan(truth);
  });

  it("gives with hang-ups what Erlang A says", async () => {
    const { scenario } = await readScenario(pathOf("01-one-queue.yaml"), { case: "hang-ups" });
    const truth = steadyServiceLevel(erlangA(workload, 11, 180), scenario.queues[0].serviceLevel);
    const { queues } = await evaluate(scenario, OVERALL);
    agrees(queues[0].figures["serviceLevel"], truth);
  });

  it("has the fewest agents with which Erlang C meets the target", () => {
    const rule = { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 } as const;
    expect(steadyServiceLevel(erlangC(workload, 11), rule)).toBeGreaterThan(0.8);
    expect(steadyServiceLevel(erlangC(workload, 10), rule)).toBeLessThan(0.8);
  });
});

describe("10-national.yaml", () => {
  it("has every one of 2,784,500 representatives on its rosters", async () => {
    const { scenario } = await readScenario(pathOf(NATIONAL));
    const all = scenario.teams.reduce((sum, team) => sum + rostered(team.staffing), 0);
    expect(all).toBe(2_784_500);
  });

  it("runs at a thousandth of its size", async () => {
    const { scenario } = await readScenario(pathOf(NATIONAL), { set: thousandth() });
    expect(scenario.teams.reduce((sum, team) => sum + rostered(team.staffing), 0)).toBeLessThan(2900);
    loseNothing(scenario);
    const { total } = await evaluate(scenario, { replications: 2, ...OVERALL });
    expect(total["occupancy"].mean).toBeGreaterThan(0.6);
    expect(total["serviceLevel"].mean).toBeGreaterThan(0.4);
  });
});

async function keepsPromises(scenario: Scenario): Promise<void> {
  const summary = await evaluate(scenario, OVERALL);
  const names = {
    queues: scenario.queues.map((queue) => queue.name),
    teams: scenario.teams.map((team) => team.name),
  };
  for (const text of scenario.expect) {
    const parsed = parsePromise(text, names);
    if ("problem" in parsed) throw new Error(parsed.problem);
    const { of, name, measure, relation, bound } = parsed.value;
    const { mean } = figureAt(summary, of === "total" ? `total.${measure}` : `${of}s.${name}.${measure}`);
    const met = relation.startsWith(">") ? mean >= bound : mean <= bound;
    expect(met, `${text}: ${mean}`).toBe(true);
  }
}

function loseNothing(scenario: Scenario): void {
  const { queueCells, contacts } = simulate(compile(scenario), scenario.run.seed, 1);
  const sums = QUEUE_FIELDS.map(() => 0);
  for (const [index, value] of queueCells.entries()) sums[index % QUEUE_FIELDS.length] += value;
  const [arrived, answered, abandoned, blocked, closed, unserved, waiting] = sums;
  const sumOf = (fields: readonly (typeof QUEUE_FIELDS)[number][]) =>
    fields.reduce((sum, field) => sum + sums[QUEUE_FIELDS.indexOf(field)], 0);
  const otherEnds = sumOf(["balked", "calledBack", "unreached", "routedOut"]);
  expect(answered + abandoned + blocked + closed + unserved + waiting + otherEnds).toBe(arrived);
  // These are arrivals of contacts that have been there before; who serves himself came to no queue yet, and
  // a lead was dialed before somebody answered.
  const again = sumOf(["redialled", "transferredIn", "repeats", "passedOn", "reached", "routedIn"]);
  expect(arrived + sumOf(["selfServed", "leadsWorked"]) - again).toBe(contacts);
  expect(answered).toBeGreaterThan(0);
}

/**
 * Within four standard errors: the half width of a 95 % interval over twenty replications is 2.09 of them.
 */
function agrees(figure: { mean: number; low: number; high: number }, truth: number): void {
  const standardError = (figure.high - figure.low) / 2 / 2.09;
  expect(Math.abs(figure.mean - truth)).toBeLessThan(4 * standardError);
  expect(standardError).toBeLessThan(0.01);
}

function rostered(staffing: Staffing): number {
  return staffing.kind === "roster" ? staffing.shifts.reduce((sum, { agents }) => sum + agents, 0) : 0;
}

/** Settings that make every volume and every roster of the national scenario a thousand times smaller. */
function thousandth(): string[] {
  const plain = plainOf(NATIONAL) as {
    queues: Record<string, { arrivals: { perHour: number } }>;
    teams: Record<string, { roster: Record<string, number> }>;
  };
  return [
    ...Object.entries(plain.queues).map(
      ([name, { arrivals }]) => `queues.${name}.arrivals.perHour=${arrivals.perHour / 1000}`,
    ),
    ...Object.entries(plain.teams).flatMap(([name, { roster }]) =>
      Object.entries(roster).map(
        ([shift, agents]) => `teams.${name}.roster.${shift}=${Math.round(agents / 1000)}`,
      ),
    ),
  ];
}
