import { describe, expect, test } from "vitest";
import type { ServiceLevelVariant } from "../../src/scenario/queue.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { finiteLines } from "../../src/statistics/theory/finite-lines.js";
import {
  type AgentsTarget,
  leastAgents,
  meetsTarget,
  positionsFor,
} from "../../src/statistics/theory/least-agents.js";

const rule = (counting: ServiceLevelVariant) => ({ counting, withinSeconds: 20, underSeconds: 5 });
const serviceLevel = rule("ignore-short");
const eighty: AgentsTarget = { answeredShare: 0.8, serviceLevel };

function workloadOf(load: number) {
  return { ratePerSecond: load / 180, handleSeconds: 180 };
}

describe("the fewest agents meet the target and one fewer does not", () => {
  const targets: Record<string, AgentsTarget> = {
    "80 % in 20 s": eighty,
    "80 % in 20 s, hang-ups missed": { answeredShare: 0.8, serviceLevel: rule("abandoned-miss") },
    "95 % of the answered": { answeredShare: 0.95, serviceLevel: rule("answered-only") },
    "3 % abandoned": { abandonedShare: 0.03, serviceLevel },
    "ASA of 5 s": { asaSeconds: 5, serviceLevel },
    "occupancy of 70 %": { occupancyShare: 0.7, serviceLevel },
    "all of them": {
      answeredShare: 0.8,
      abandonedShare: 0.03,
      asaSeconds: 5,
      occupancyShare: 0.85,
      serviceLevel,
    },
  };
  for (const [name, target] of Object.entries(targets)) {
    for (const load of [0.02, 3.7, 60, 1000, 19_000]) {
      test(`${name} at ${load} erlangs`, () => {
        const solve = (agents: number) => erlangA(workloadOf(load), agents, 150);
        let asked = 0;
        const agents = leastAgents(load, target, (count) => {
          asked++;
          return solve(count);
        }) as number;
        expect(meetsTarget(solve(agents), target)).toBe(true);
        expect(meetsTarget(solve(agents - 1), target)).toBe(false);
        expect(asked).toBeLessThan(40);
      });
    }
  }

  test("counted one by one from 0 the answer is the same", () => {
    for (const load of [0.3, 5, 18.2, 47]) {
      const solve = (agents: number) => erlangC(workloadOf(load), agents);
      let agents = 0;
      while (!meetsTarget(solve(agents), eighty)) agents++;
      expect(leastAgents(load, eighty, solve)).toBe(agents);
    }
  });

  test("agents without waiting places for a blocked share of 1 %: 18 for 10 erlangs, as in every Erlang B table", () => {
    const target = { blockedShare: 0.01, serviceLevel };
    expect(
      leastAgents(10, target, (agents) => finiteLines(workloadOf(10), agents, Math.max(1, agents))),
    ).toBe(18);
  });
});

test("no load needs no agents, and what nobody can reach has no answer", () => {
  expect(leastAgents(0, eighty, (agents) => erlangC(workloadOf(0), agents))).toBe(0);
  const solve = (agents: number) => erlangC(workloadOf(10), agents);
  expect(leastAgents(10, { occupancyShare: 0, serviceLevel }, solve)).toBeUndefined();
  expect(leastAgents(10, { asaSeconds: -1, serviceLevel }, solve)).toBeUndefined();
  expect(leastAgents(10, { answeredShare: 1.01, serviceLevel }, solve)).toBeUndefined();
});

test("positions allow for shrinkage, and a rounding error makes no position", () => {
  expect(positionsFor(14, 0.3)).toBe(20);
  expect(positionsFor(1, 0.9)).toBe(10);
  expect(positionsFor(9, 0.1)).toBe(10);
  expect(positionsFor(13, 0.3)).toBe(19);
  expect(positionsFor(13, 0)).toBe(13);
  expect(positionsFor(0, 0.3)).toBe(0);
  expect(() => positionsFor(3, 1)).toThrow(RangeError);
  expect(() => positionsFor(3, -0.1)).toThrow(RangeError);
});
