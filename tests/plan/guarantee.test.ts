import { afterAll, describe, expect, it } from "vitest";
import { withAgentsByInterval } from "../../src/plan/requirement/agents-by-interval.js";
import { findRequirement } from "../../src/plan/requirement/find-requirement.js";
import { firstGuess } from "../../src/plan/requirement/first-guess.js";
import { targetOf } from "../../src/plan/requirement/margins.js";
import type { Requirement } from "../../src/plan/requirement/requirement-result.js";
import { tallyTargets } from "../../src/run/tally-targets.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { buildScenario, type ScenarioParts } from "../build-scenario.js";
import { busyHours, exponential } from "./busy-hours.js";
import { agentsOf, sumOf } from "./margins-of-agents.js";

const runner = threadRunner(2);
afterAll(() => runner.close());

function hourly(parts: ScenarioParts, replications: number): Scenario {
  return buildScenario({ intervalSeconds: 3600, run: { seed: "sure", replications }, ...parts });
}

const HOURS = 8;
const steady = (replications: number) =>
  hourly(
    {
      queues: [
        {
          arrivals: busyHours(new Array(HOURS).fill(120)),
          handle: { talk: exponential(240) },
          target: { answeredShare: 0.8 },
        },
      ],
    },
    replications,
  );

/** Two queues, one team for the one, one for both; busy for four hours. */
const flexible = (replications: number, parts: ScenarioParts = {}) =>
  hourly(
    {
      queues: [
        { arrivals: busyHours([30, 50, 40, 30]), handle: { talk: exponential(300) } },
        { arrivals: busyHours([20, 10, 30, 20]), handle: { talk: exponential(240) } },
      ],
      teams: [{ skills: ["q0"] }, { skills: ["q1", "q0"] }],
      ...parts,
    },
    replications,
  );

describe("a requirement with a guarantee", () => {
  it("is sure only of what Erlang C says too, and of most of it", async () => {
    const { intervals, guarantee } = await findRequirement(steady(60), { runner, guarantee: true });
    const load = { ratePerSecond: 120 / 3600, handleSeconds: 240 };
    const level = (agents: number) => erlangC(load, agents).answeredWithin(20);
    let sure = 0;
    let needed = 0;
    // The first hour begins with an empty centre.
    for (let hour = 1; hour < HOURS; hour++) {
      const [agents] = intervals[hour].agents;
      const { targets, teams } = guarantee!.intervals[hour];
      if (targets[0].verdict === "holds") {
        sure++;
        expect(level(agents), `hour ${hour}`).toBeGreaterThan(0.79);
      }
      if (teams[0].oneFewer!.verdict === "misses") {
        needed++;
        expect(level(agents - 1), `hour ${hour}`).toBeLessThan(0.81);
      }
    }
    expect(sure + needed).toBeGreaterThanOrEqual(HOURS - 1);
  });

  it("says of what it is not sure how many more replications that would take", async () => {
    const { guarantee } = await findRequirement(steady(4), { runner, guarantee: true });
    const judged = guarantee!.intervals
      .slice(1, HOURS)
      .flatMap(({ targets, teams }) => [targets[0], teams[0].oneFewer!]);
    const open = judged.filter(({ verdict }) => verdict === "unsure");
    expect(open.length).toBeGreaterThan(0);
    for (const { replicationsToDecide } of open) expect(replicationsToDecide).toBeGreaterThan(12);
  });

  it("judges on replications that had no part in the search", async () => {
    const requirement = await findRequirement(flexible(8), { runner, guarantee: true });
    const { first, replications } = requirement.guarantee!;
    // Four to search with, twenty-four to make good, and those that judge behind them.
    expect(first).toBeGreaterThanOrEqual(29);
    expect(replications).toBe(24);
    expect(requirement.summary.replications).toBe(24);
    const targets = flexible(8).queues.map(targetOf);
    const tally = await tallyTargets(
      withAgentsByInterval(flexible(8), agentsOf(requirement), firstGuess(flexible(8))),
      { targets, seed: "sure", first, count: replications },
    );
    for (const [interval, judged] of requirement.guarantee!.intervals.entries()) {
      expect(judged.targets).toEqual(targets.map((_, queue) => tally.judge(interval, queue)));
    }
  });

  it("finds by many trials at once what each trial by itself finds", async () => {
    const scenario = flexible(20);
    const requirement = await findRequirement(scenario, { runner, guarantee: true });
    const { first, replications, intervals } = requirement.guarantee!;
    const agents = agentsOf(requirement);
    let tried = 0;
    let missed = 0;
    for (const [team, numbers] of agents.entries()) {
      for (const [interval, number] of numbers.entries()) {
        const { oneFewer, oneMore } = intervals[interval].teams[team];
        if (number === 0) expect(oneFewer).toBeUndefined();
        if (number === 0 || interval > 3) continue;
        const simulate = (change: number) =>
          tallyTargets(
            withAgentsByInterval(
              scenario,
              agents.with(team, numbers.with(interval, number + change)),
              firstGuess(scenario),
            ),
            { targets: scenario.queues.map(targetOf), seed: "sure", first, count: replications, runner },
          );
        const alone = await simulate(-1);
        const own = team === 0 ? [0] : [0, 1];
        const cells = [interval, interval + 1].flatMap((at) => own.map((queue) => alone.margin(at, queue)));
        if (oneFewer!.verdict === "misses") {
          expect(Math.abs(oneFewer!.margin - Math.min(...cells))).toBeLessThan(0.03);
          missed++;
        }
        const base = await simulate(0);
        const more = await simulate(1);
        const waits = (tally: typeof base) =>
          [0, 1, 2, 3, 4, 5].reduce(
            (sum, at) => sum + tally.contacts(at, 0).waitSeconds + tally.contacts(at, 1).waitSeconds,
            0,
          );
        expect(oneMore!.waitSeconds / (waits(more) - waits(base))).toBeCloseTo(1, 0);
        expect(oneMore!.serviceLevel).toBeGreaterThan(0);
        tried++;
      }
    }
    expect(tried).toBeGreaterThanOrEqual(6);
    expect(missed).toBeGreaterThanOrEqual(3);
  });

  it("is the same, bit for bit, on any number of workers", async () => {
    const first = await findRequirement(flexible(6), { guarantee: true });
    expect(await findRequirement(flexible(6), { runner, guarantee: true })).toEqual(first);
  });

  it("asks for more where a target is to be kept on nine days in ten, busyness and absence included", async () => {
    const parts = (daysShare?: number): ScenarioParts => ({
      busynessCv: 0.2,
      queues: [
        {
          arrivals: busyHours([60, 60, 60]),
          handle: { talk: exponential(240) },
          target: { answeredShare: 0.8, ...(daysShare && { daysShare }) },
        },
      ],
      teams: [{ absenceShare: 0.1 }],
    });
    const onMean = await findRequirement(hourly(parts(), 30), { runner });
    const byDay = await findRequirement(hourly(parts(0.9), 30), { runner, guarantee: true });
    expect(onMean.countsAbsence).toBeUndefined();
    expect(byDay.countsAbsence).toBe(true);
    expect(sumOf(agentsOf(byDay))).toBeGreaterThan(sumOf(agentsOf(onMean)) + 6);
    for (const { margin, verdict } of byDay
      .guarantee!.intervals.slice(0, 3)
      .map(({ targets }) => targets[0])) {
      expect(verdict).not.toBe("misses");
      expect(margin).toBeGreaterThan(-0.06);
    }
  });

  it("when it is stopped gives agents that kept every target, and says so; before there are any, nothing", async () => {
    const stopAfter = async (evaluations: number): Promise<Requirement> => {
      const stop = new AbortController();
      return findRequirement(flexible(6), {
        runner,
        guarantee: true,
        signal: stop.signal,
        onProgress: (done) => done === evaluations && stop.abort(new Error("enough")),
      });
    };
    await expect(stopAfter(1)).rejects.toThrow("enough");
    const { interrupted, guarantee, unmet, peak } = await stopAfter(12);
    expect({ interrupted, guarantee }).toEqual({ interrupted: true, guarantee: undefined });
    expect(unmet).toEqual([]);
    expect(Math.max(...peak)).toBeGreaterThan(2);
  });
});
