import { describe, expect, it } from "vitest";
import { doWithout } from "../../../src/plan/schedule/do-without.js";
import { type TeamPlan, teamPlan } from "../../../src/plan/schedule/plan-team.js";
import type { AgentWeek } from "../../../src/plan/schedule/week-cover.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Schedule, ShiftTemplate } from "../../../src/scenario/schedule.js";
import { buildScenario } from "../../build-scenario.js";

const full: ShiftTemplate = {
  name: "full",
  weekdays: [true, true, true, true, true, true, true],
  holiday: true,
  startClockSeconds: [8 * 3600, 9 * 3600],
  lengthSeconds: 8 * 3600,
  breaks: [],
  premiumShare: 0,
  contract: "full",
};
const rules: Schedule = {
  templates: [full, { ...full, name: "part", lengthSeconds: 4 * 3600, contract: "part" }],
  teams: ["t0", "t1"].map((team) => ({ team, templates: ["full", "part"] })),
  contracts: [
    { name: "full", weekHours: 8, mostShare: 1, leastShare: 0 },
    { name: "part", weekHours: 4, mostShare: 0.5, leastShare: 0 },
  ],
  restSeconds: 0,
  daysOn: 7,
  daysOff: 0,
  daysOffTogether: false,
  startsWithinSeconds: 0,
  premiums: { night: 0, sat: 0, sun: 0, holiday: 0 },
  nightHours: { fromClockSeconds: 22 * 3600, toClockSeconds: 30 * 3600 },
  price: { under: 3, over: 0 },
};
const scenario: Scenario = buildScenario({
  days: 1,
  intervalSeconds: 3600,
  queues: [{}, {}],
  teams: [
    { pay: 15, skills: ["q0"] },
    { pay: 20, skills: ["q1"] },
  ],
  schedule: rules,
});

/** An agent of one day: kind 0 works full time, 1 half; starts at eight or, as 1, at nine. */
const agent = (kind: number, start: number): AgentWeek => ({
  kind,
  band: start,
  pattern: 1,
  days: [{ start, slot: 8 + start, breaks: [] }],
});
const planOf = (team: number, agents: readonly AgentWeek[]): TeamPlan => {
  const numbers = scenario.calendar.intervals.map(() => 0);
  const need = { agents: numbers, priceTimes: numbers.map(() => 1) };
  return teamPlan(scenario, rules, team, need, [{ agents, bound: 0 }]).plan;
};
const headsOf = (plans: readonly TeamPlan[]) => plans.map(({ heads }) => heads);

describe("doing without agents", () => {
  it("takes the dearest first, and no more than what is left can spare", async () => {
    const plans = [planOf(0, [agent(0, 0), agent(0, 1)]), planOf(1, [agent(0, 0), agent(0, 1)])];
    const isAsGood = async (left: readonly TeamPlan[]) =>
      left.reduce((sum, { lines }) => sum + lines.length, 0) >= 3;
    const kept = await doWithout(scenario, rules, plans, isAsGood, () => undefined);
    expect(headsOf(kept)).toEqual([
      [2, 0],
      [1, 0],
    ]);
    expect(kept[1].wages).toBeCloseTo(8 * 20, 9);
  });

  it("tries agents alike once where the first is needed", async () => {
    const plans = [planOf(0, [agent(0, 0), agent(0, 0), agent(0, 0), agent(0, 1)]), planOf(1, [])];
    const tried: number[] = [];
    const kept = await doWithout(
      scenario,
      rules,
      plans,
      async () => false,
      (_team, done) => tried.push(done),
    );
    expect(tried).toEqual([1, 2]);
    expect(headsOf(kept)).toEqual(headsOf(plans));
  });

  it("keeps the share of part-timers", async () => {
    const plans = [planOf(0, [agent(0, 0), agent(1, 0)]), planOf(1, [])];
    const kept = await doWithout(
      scenario,
      rules,
      plans,
      async () => true,
      () => undefined,
    );
    // Without the full-timer all would be part-timers; without the part-timer all is well.
    expect(kept[0].heads[1]).toBe(0);
  });
});
