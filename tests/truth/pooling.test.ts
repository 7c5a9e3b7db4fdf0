import { afterAll, describe, expect, it } from "vitest";
import { grow } from "../../src/plan/growth/grow.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import { quantileAt } from "../../src/statistics/confidence.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { leastAgents } from "../../src/statistics/theory/least-agents.js";
import { steadyServiceLevel } from "../../src/statistics/theory/steady-state.js";
import { buildScenario } from "../build-scenario.js";

const runner = threadRunner(2);
afterAll(() => runner.close());

const HANDLE_SECONDS = 240;
const rule = { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 } as const;
const target = { answeredShare: 0.8 };

/** Agents that Erlang C asks for, for so many centres of 120 calls an hour. */
function byErlangC(centres: number, handleSeconds: number): number {
  const workload = { ratePerSecond: (120 * centres) / 3600, handleSeconds };
  const load = workload.ratePerSecond * handleSeconds;
  const solve = (agents: number) => erlangC(workload, agents);
  return leastAgents(load, { ...target, serviceLevel: rule }, solve)!;
}

function levelBy(centres: number, agents: number): number {
  const workload = { ratePerSecond: (120 * centres) / 3600, handleSeconds: HANDLE_SECONDS };
  return steadyServiceLevel(erlangC(workload, agents), rule);
}

describe("centres that become one", () => {
  const pools = [1, 2, 3, 5];

  it("need the agents that Erlang C says, each number of them", async () => {
    const scenario = buildScenario({
      days: 10,
      warmupSeconds: 4 * 3600,
      queues: [
        {
          perHour: 120,
          handle: { talk: { kind: "exponential", meanSeconds: HANDLE_SECONDS } },
          target,
        },
      ],
      teams: [{ agents: 11, pay: 16 }],
      run: { seed: "pooling", replications: 16 },
      growth: {
        baseYear: 2026,
        cases: [
          {
            name: "curve",
            of: "volume",
            change: 0,
            share: 1,
            from: 2026,
            until: 2027,
            source: "",
            deflected: 0,
            handleTime: 0,
            pool: pools.at(-1)!,
            pools,
          },
        ],
      },
    });
    const [{ poolCurve }] = (await grow(scenario, { runner })).cases;
    expect(poolCurve!.map(({ centres }) => centres)).toEqual(pools);
    for (const { centres, agents, agentsApart, agentsPerCentre, serviceLevel } of poolCurve!) {
      const truth = byErlangC(centres, HANDLE_SECONDS);
      const standardError = (serviceLevel.high - serviceLevel.low) / 2 / quantileAt(0.95, 16);
      // The formula's answer is so far from the target on both sides that luck cannot hide it.
      expect(levelBy(centres, truth) - 0.8).toBeGreaterThan(4 * standardError);
      expect(0.8 - levelBy(centres, truth - 1)).toBeGreaterThan(4 * standardError);
      expect(agents, `${centres} centres`).toBe(truth);
      expect(agentsApart).toBe(centres * byErlangC(1, HANDLE_SECONDS));
      expect(agentsPerCentre).toBe(truth / centres);
      expect(Math.abs(serviceLevel.mean - levelBy(centres, truth))).toBeLessThan(4 * standardError);
    }
  });

  it("would be told apart from centres with calls a tenth longer", () => {
    for (const centres of pools)
      expect(byErlangC(centres, HANDLE_SECONDS * 1.1)).toBeGreaterThan(byErlangC(centres, HANDLE_SECONDS));
  });
});
