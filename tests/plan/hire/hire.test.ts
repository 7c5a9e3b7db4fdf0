import { afterAll, describe, expect, it } from "vitest";
import { WrongUsage } from "../../../src/kit/problem.js";
import { hire } from "../../../src/plan/hire/hire.js";
import type { HiringPlan, HiringResult } from "../../../src/plan/hire/hiring-result.js";
import { threadRunner } from "../../../src/run/thread-runner.js";
import type { HiredTeam, Hiring } from "../../../src/scenario/hiring.js";
import { hiringPeriods } from "../../../src/scenario/hiring-periods.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { buildScenario, type ScenarioParts } from "../../build-scenario.js";
import { exponential } from "../busy-hours.js";
import { hiredTeam } from "./questions.js";

const WEEK = 604_800;
const HOUR = 3600;
const runner = threadRunner(2);
afterAll(() => runner.close());

/** A line open ten hours a day, which needs some 12 agents; an agent's week of 70 hours is 1.75 heads'. */
function line(
  team: Partial<HiredTeam>,
  { months = 6, volume, ...parts }: ScenarioParts & { months?: number; volume?: Hiring["volume"] } = {},
): Scenario {
  return buildScenario({
    intervalSeconds: 3600,
    open: [{ fromSeconds: 8 * HOUR, toSeconds: 18 * HOUR }],
    queues: [{ perHour: 190, patience: exponential(180), target: { answeredShare: 0.8 } }],
    teams: [{ agents: 12, pay: 20 }],
    run: { seed: "hire", replications: 6 },
    ...parts,
    hiring: {
      unit: "month",
      periods: hiringPeriods("month", "2026-01-01", months),
      volume: volume ?? { yearlyChange: 0, seasonality: new Array<number>(12).fill(1) },
      teams: [hiredTeam(team)],
    },
  });
}

const CHOOSE = { least: 1, most: 8, every: 1, firstPeriod: 0 };
const LEAVING = [{ untilSeconds: Number.POSITIVE_INFINITY, yearlyShare: 0.5 }];

function planOf({ plans }: HiringResult, name: HiringPlan["name"]): HiringPlan {
  return plans.find((plan) => plan.name === name)!;
}

function sumOf(plan: HiringPlan, key: "hired" | "leavers" | "uncoveredHours" | "overtimeHours"): number {
  return plan.teams.flatMap((team) => team.periods).reduce((sum, period) => sum + period[key], 0);
}

describe("a plan of head counts", () => {
  it("hires nobody where nobody leaves and nothing grows", async () => {
    const result = await hire(line({ heads: 30, choose: CHOOSE }), { runner });
    expect(result.interrupted).toBe(false);
    for (const plan of result.plans) {
      expect(sumOf(plan, "hired")).toBe(0);
      expect(sumOf(plan, "leavers")).toBe(0);
      expect(plan.service.every(({ meets }) => meets)).toBe(true);
      // 30 heads of 40 hours at 20 an hour, half a year.
      expect(plan.cost).toBeCloseTo((30 * 40 * 20 * 365.25) / 14, 4);
    }
  });

  it("hires, in a steady state, as many as leave: attrition times heads", async () => {
    const scenario = line({ heads: 22, attrition: LEAVING, choose: CHOOSE }, { months: 36 });
    const result = await hire(scenario, { runner, replications: 2 });
    const chosen = planOf(result, "chosen");
    const periods = chosen.teams[0].periods;
    // After the first year the surplus is gone; of 50 % a year, ln 2 of the heads leave.
    const settled = periods.slice(12);
    const heads = settled.reduce((sum, one) => sum + one.heads, 0) / settled.length;
    const hired = settled.reduce((sum, one) => sum + one.hired, 0) / 2;
    expect(Math.abs(hired - Math.LN2 * heads)).toBeLessThan(2);
    expect(hired).toBeGreaterThan(10);
    for (const { need, productive } of periods) expect(productive).toBeGreaterThan(need - 1e-4);
  });

  it("holds the targets when it is simulated, and finds the month in which hiring nobody no longer does", async () => {
    const scenario = line(
      {
        heads: 23,
        attrition: LEAVING,
        choose: { ...CHOOSE, least: 2 },
        recruit: { perHead: 500, perClass: 0 },
      },
      { months: 12 },
    );
    const result = await hire(scenario, { runner });
    const chosen = planOf(result, "chosen");
    expect(chosen.service.map(({ meets }) => meets)).toEqual(new Array(12).fill(true));
    expect(sumOf(chosen, "uncoveredHours")).toBeLessThan(0.01);
    const frozen = planOf(result, "frozen");
    expect(sumOf(frozen, "hired")).toBe(0);
    expect(frozen.missesFrom).toBeGreaterThan(0);
    const { service } = frozen;
    expect(service[11].serviceLevel.mean).toBeLessThan(service[0].serviceLevel.mean - 0.2);
    expect(service.slice(0, frozen.missesFrom).every(({ meets }) => meets)).toBe(true);
  });

  it("costs no more than replacing who left does, where that covers the need too", async () => {
    const scenario = line(
      {
        heads: 23,
        attrition: LEAVING,
        choose: CHOOSE,
        overtime: { mostShare: 0.2, premiumShare: 0.5 },
        recruit: { perHead: 800, perClass: 400 },
      },
      { months: 12 },
    );
    const result = await hire(scenario, { runner, limits: { gap: 0 } });
    const [chosen, replacing] = [planOf(result, "chosen"), planOf(result, "replacing")];
    expect(sumOf(replacing, "uncoveredHours")).toBeLessThan(0.01);
    expect(chosen.cost).toBeLessThan(replacing.cost + 0.5);
    expect(sumOf(replacing, "hired")).toBeGreaterThan(5);
    expect(chosen.bound).toBeGreaterThan(chosen.cost - 1);
  });

  it("costs no more than hiring nobody, where overtime and outsourcer alone keep the service too", async () => {
    const scenario = line(
      {
        heads: 22,
        attrition: LEAVING,
        choose: CHOOSE,
        outsourcer: { perHour: 35, mostHours: 2000 },
        recruit: { perHead: 800, perClass: 400 },
      },
      { months: 9 },
    );
    const result = await hire(scenario, { runner, limits: { gap: 0 } });
    const [chosen, frozen] = [planOf(result, "chosen"), planOf(result, "frozen")];
    expect(sumOf(frozen, "uncoveredHours")).toBeLessThan(0.01);
    expect(frozen.service.filter(({ meets }) => meets).length).toBeGreaterThan(6);
    expect(chosen.cost).toBeLessThan(frozen.cost + 0.5);
  });

  it("needs more heads when more contacts come, season by season and year by year", async () => {
    const seasonality = new Array<number>(12).fill(1);
    seasonality[2] = 1.5;
    const scenario = line({ heads: 40 }, { volume: { yearlyChange: 0.4, seasonality } });
    const { volumes, plans } = await hire(scenario, { runner });
    const [chosen] = plans;
    const needs = chosen.teams[0].periods.map(({ need }) => need);
    expect(volumes[0].volume).toBe(1);
    expect(volumes[2].volume).toBeCloseTo(1.5 * 1.4 ** (2 / 12), 10);
    expect(needs[2]).toBeGreaterThan(needs[1] * 1.25);
    expect(needs[5]).toBeGreaterThan(needs[0] * 1.05);
    expect(plans.map(({ name }) => name)).toEqual(["chosen", "frozen"]);
  });

  it("raises the need where beginners are slower than their number tells", async () => {
    const tenure = { kind: "drawn", of: exponential(8 * WEEK) } as const;
    const learning = { handle: { start: 2, halfSeconds: 12 * WEEK } };
    const scenario = line(
      { heads: 22, attrition: LEAVING, choose: CHOOSE },
      { months: 4, teams: [{ agents: 12, pay: 20, tenure, learning }] },
    );
    const slow = planOf(await hire(scenario, { runner }), "chosen");
    const quick = planOf(
      await hire(line({ heads: 22, attrition: LEAVING, choose: CHOOSE }, { months: 4 }), { runner }),
      "chosen",
    );
    expect(sumOf(slow, "hired")).toBeGreaterThan(sumOf(quick, "hired") + 3);
    for (const { productive, heads } of slow.teams[0].periods) expect(productive).toBeLessThan(0.9 * heads);
    const met = slow.service.filter(({ meets }) => meets).length;
    expect(met).toBeGreaterThanOrEqual(3);
  });

  it("is the same on any number of workers, bit for bit", async () => {
    const scenario = line(
      { heads: 22, attrition: LEAVING, choose: CHOOSE, overtime: { mostShare: 0.1, premiumShare: 0.5 } },
      { months: 5 },
    );
    const once = JSON.stringify(await hire(scenario, { runner }));
    const one = threadRunner(1);
    const three = threadRunner(3);
    try {
      expect(JSON.stringify(await hire(scenario, { runner: one }))).toBe(once);
      expect(JSON.stringify(await hire(scenario, { runner: three }))).toBe(once);
    } finally {
      await one.close();
      await three.close();
    }
    expect(JSON.stringify(await hire(scenario, { runner, seed: "another" }))).not.toBe(once);
  });

  it("keeps the plan it has when it is stopped, and rejects before there is one", async () => {
    const seasonality = Array.from({ length: 12 }, (_, month) => 1 + month / 50);
    // Beginners are slower, so that no period of the plan was simulated while the need was sought.
    const tenure = { kind: "drawn", of: exponential(30 * WEEK) } as const;
    const learning = { handle: { start: 1.5, halfSeconds: 12 * WEEK } };
    const scenario = line(
      { heads: 22, attrition: LEAVING, choose: CHOOSE },
      {
        volume: { yearlyChange: 0, seasonality },
        teams: [{ agents: 12, pay: 20, tenure, learning }],
      },
    );
    const stop = new AbortController();
    const result = await hire(scenario, {
      runner,
      signal: stop.signal,
      onHiring: ({ doing }) => {
        if (doing === "chosen") stop.abort();
      },
    });
    expect(result.interrupted).toBe(true);
    expect(result.plans.map(({ name }) => name)).toEqual(["chosen"]);
    expect(result.plans[0].service.at(-1)!.meets).toBeUndefined();
    expect(result.plans[0].service.at(-1)!.serviceLevel.mean).toBeNaN();
    expect(sumOf(result.plans[0], "hired")).toBeGreaterThan(0);
    await expect(hire(scenario, { runner, signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow(
      "enough",
    );
  });

  it("tells how far it is, and never more than all", async () => {
    const told: number[] = [];
    await hire(line({ heads: 24, choose: CHOOSE }, { months: 3 }), {
      runner,
      replications: 2,
      onHiring: ({ done, of }) => {
        expect(done).toBeLessThanOrEqual(of);
        told.push(done);
      },
    });
    expect(told).toEqual(told.map((_, index) => index + 1));
    expect(told.length).toBeGreaterThan(3);
  });

  it("refuses a scenario without the section, and a target that nobody can meet", async () => {
    await expect(hire(buildScenario(), { runner })).rejects.toThrow(WrongUsage);
    const hopeless = line(
      { heads: 30 },
      {
        queues: [{ perHour: 190, target: { answeredShare: 0.8, abandonedShare: 0.1, occupancyShare: 1e-6 } }],
        run: { seed: "x", replications: 1 },
      },
    );
    await expect(hire(hopeless, { runner })).rejects.toThrow(/no number of agents of t0 meets every target/);
  });
});
