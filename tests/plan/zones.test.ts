import { describe, expect, it } from "vitest";
import { islandsOf } from "../../src/model/islands.js";
import { findRequirement } from "../../src/plan/requirement/find-requirement.js";
import { servingTeams } from "../../src/plan/requirement/margins.js";
import { turnsOf, zoneGroups } from "../../src/plan/requirement/zones.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { buildScenario } from "../build-scenario.js";
import { busyHours, exponential } from "./busy-hours.js";
import { agentsOf, marginsOf } from "./margins-of-agents.js";

/** So many queues and teams in a ring, each team for a queue and the next one. */
function ring(size: number): Scenario {
  return buildScenario({
    intervalSeconds: 3600,
    run: { seed: "ring", replications: 6 },
    queues: Array.from({ length: size }, () => ({
      arrivals: busyHours([20, 30]),
      handle: { talk: exponential(240) },
      patience: exponential(300),
    })),
    teams: Array.from({ length: size }, (_, team) => ({ skills: [`q${team}`, `q${(team + 1) % size}`] })),
  });
}

function groupsOf(scenario: Scenario) {
  const serving = servingTeams(scenario);
  return zoneGroups(islandsOf(scenario, serving), serving, (team, other) => team - other);
}

describe("zones", () => {
  it("are the islands where these are small", () => {
    expect(groupsOf(ring(4))).toEqual([[{ teams: [0, 1, 2, 3], queues: [0, 1, 2, 3] }]]);
  });

  it("are single teams of a large island, with the queues of their neighbours; a group's share none", () => {
    const groups = groupsOf(ring(20));
    expect(groups.flat().flatMap(({ teams }) => teams)).toHaveLength(20);
    expect(groups.length).toBeLessThanOrEqual(7);
    for (const group of groups) {
      const queues = group.flatMap((zone) => zone.queues);
      expect(new Set(queues).size).toBe(queues.length);
    }
    const [{ queues }] = groups.flat().filter(({ teams }) => teams[0] === 5);
    expect(queues).toEqual([4, 5, 6, 7]);
  });

  it("take turns so that every team comes once", () => {
    for (const size of [3, 20]) {
      const turns = turnsOf(groupsOf(ring(size)));
      const teams = turns.flat().map(({ team }) => team);
      expect(teams.sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, team) => team));
    }
  });

  it("of a chain of many teams lead to agents that meet every target, in far fewer simulations than trials", async () => {
    const scenario = ring(12);
    const requirement = await findRequirement(scenario);
    expect(requirement.unmet).toEqual([]);
    const agents = agentsOf(requirement);
    expect(Math.min(...(await marginsOf(scenario, agents)).flat())).toBeGreaterThanOrEqual(0);
    expect(requirement.evaluations).toBeLessThan(200);
    // Of some teams, one fewer: most cannot go, although many were tried at once.
    let missed = 0;
    let tried = 0;
    for (const [team, numbers] of agents.entries()) {
      if (numbers[1] === 0) continue;
      tried++;
      const fewer = agents.with(team, numbers.with(1, numbers[1] - 1));
      if (Math.min(...(await marginsOf(scenario, fewer)).flat()) < 0) missed++;
    }
    expect(tried).toBeGreaterThan(6);
    expect(missed / tried).toBeGreaterThan(0.8);
  });
});
