import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { summarise } from "../../src/statistics/summarise.js";
import type { Figures, Summary } from "../../src/statistics/summary.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { buildScenario, type ScenarioParts } from "../build-scenario.js";

const HOUR = 3600;
const about = { seed: "adjusted", version: "test" };
const detail = { intervals: false, weekdayIntervals: false } as const;
const overall = { ...detail, shifts: false } as const;
const exponential = (meanSeconds: number) => ({ kind: "exponential" as const, meanSeconds });
const queue = (perHour: number) => ({
  perHour,
  patience: exponential(120),
  handle: { talk: exponential(180) },
});

/** Three lines that have nothing to do with each other, one without pay, one often short of agents. */
const parts: ScenarioParts = {
  warmupSeconds: 2 * HOUR,
  queues: [queue(12), queue(25), queue(8)],
  teams: [
    { skills: ["q0"], agents: 1, pay: 20 },
    { skills: ["q1"], agents: 2, pay: 10 },
    { skills: ["q2"], agents: 2, absenceShare: 0.3 },
  ],
};

function summaryOf(first: number, replications: number, more: ScenarioParts = {}): Summary {
  const model = compile(buildScenario({ ...parts, ...more }));
  const observations = Array.from({ length: replications }, (_, index) =>
    simulate(model, about.seed, first + index),
  );
  return summarise(model, observations, about, detail);
}

const sumOf = (of: readonly { readonly figures: Figures }[], measure: string) =>
  of.reduce((sum, { figures }) => sum + figures[measure].mean, 0);

describe("figures that control variates adjust", () => {
  const without = { run: { seed: "s", replications: 20, controlVariates: false } } as const;
  const adjusted = summaryOf(1, 20);
  const observed = summaryOf(1, 20, without);

  it("are not those that were observed, and are where the run does without", () => {
    expect(adjusted.controls).toMatchObject({
      names: ["workload", "absence"],
      measure: "total.serviceLevel",
    });
    expect(adjusted.queues[1].figures["offered"].mean).not.toBe(observed.queues[1].figures["offered"].mean);
    expect(observed.controls).toBeUndefined();
    // Counts that were observed are whole in all replications together.
    expect((observed.total["offered"].mean * 20) % 1).toBeCloseTo(0, 9);
    expect(summaryOf(1, 9)).toEqual(summaryOf(1, 9, { run: { ...without.run } }));
  });

  it("are not said to be worth anything where every replication has the same", () => {
    const nobodyWaits = parts.queues!.map((one) => ({ ...one, lines: 1 }));
    const nobodyIsAbsent = parts.teams!.map((one) => ({ ...one, absenceShare: 0 }));
    const { controls, total } = summaryOf(1, 20, { queues: nobodyWaits, teams: nobodyIsAbsent });
    expect(total["serviceLevel"].mean).toBeCloseTo(1, 9);
    expect(controls).toMatchObject({ names: ["workload"], replicationsWithout: Number.NaN });
    expect(adjusted.controls?.replicationsWithout).toBeGreaterThan(20);
  });

  it("add up as observed ones do: within a queue, from queues to all, from shifts to teams", () => {
    for (const { figures } of adjusted.queues) {
      const { offered, answered, abandoned, abandonRate } = figures;
      expect(answered.mean + abandoned.mean).toBeCloseTo(offered.mean, 9);
      expect(abandonRate.mean).toBeCloseTo(abandoned.mean / offered.mean, 12);
    }
    for (const measure of ["offered", "answered", "abandoned", "waiting"]) {
      expect(adjusted.total[measure].mean).toBeCloseTo(sumOf(adjusted.queues, measure), 9);
    }
    for (const measure of ["paidHours", "agentsOn"]) {
      expect(adjusted.total[measure].mean).toBeCloseTo(sumOf(adjusted.teams, measure), 9);
    }
    expect(adjusted.total["cost"].mean).toBeCloseTo(24 * 20 + 24 * 20, 9);
    const [paid, half] = adjusted.teams;
    expect(paid.shifts[0].figures["occupancy"]).toEqual(paid.figures["occupancy"]);
    expect(half.figures["answered"].mean).toBeCloseTo(half.shifts[0].figures["answered"].mean, 12);
    const { cost, costPerContact } = adjusted.total;
    expect(costPerContact.mean).toBeCloseTo(cost.mean / sumOf(adjusted.teams, "answered"), 12);
  });

  it("leave percentiles, longest waits and quotas as they were observed", () => {
    for (const [index, { waitPercentiles, longestWaitSeconds }] of adjusted.queues.entries()) {
      expect(waitPercentiles).toEqual(observed.queues[index].waitPercentiles);
      expect(longestWaitSeconds).toBe(observed.queues[index].longestWaitSeconds);
    }
  });

  it("of lines apart are adjusted apart, and their total holds the truth in 95 of 100", () => {
    const EXPERIMENTS = 200;
    const two = {
      queues: [queue(12), queue(25)],
      teams: [
        { skills: ["q0"], agents: 1 },
        { skills: ["q1"], agents: 2 },
      ],
    };
    const lost = [
      [12, 1],
      [25, 2],
    ].map(([perHour, agents]) => {
      const workload = { ratePerSecond: perHour / HOUR, handleSeconds: 180 };
      return perHour * erlangA(workload, agents, 120).abandonedShare;
    });
    const truth = (lost[0] + lost[1]) / 37;
    let held = 0;
    let heldByTooNarrow = 0;
    let narrower = 0;
    const models = [{}, without].map((run) => compile(buildScenario({ ...parts, ...two, ...run })));
    for (let experiment = 0; experiment < EXPERIMENTS; experiment++) {
      const observations = Array.from({ length: 20 }, (_, index) =>
        simulate(models[0], about.seed, experiment * 20 + index + 1),
      );
      const figures = models.map((model) => summarise(model, observations, about, overall).total);
      const { mean, low, high } = figures[0]["abandonRate"];
      if (low <= truth && truth <= high) held++;
      if (Math.abs(mean - truth) <= 0.7 * (mean - low)) heldByTooNarrow++;
      narrower +=
        (high - low) / (figures[1]["abandonRate"].high - figures[1]["abandonRate"].low) / EXPERIMENTS;
    }
    const errors = (count: number) =>
      Math.abs(count / EXPERIMENTS - 0.95) / Math.sqrt((0.95 * 0.05) / EXPERIMENTS);
    expect(errors(held)).toBeLessThan(4);
    expect(errors(heldByTooNarrow)).toBeGreaterThan(4);
    expect(narrower).toBeLessThan(0.85);
  });
});
