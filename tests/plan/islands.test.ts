import { describe, expect, it } from "vitest";
import { islandsOf } from "../../src/model/islands.js";
import { findRequirement } from "../../src/plan/requirement/find-requirement.js";
import { servingTeams } from "../../src/plan/requirement/margins.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { buildScenario, type ScenarioParts } from "../build-scenario.js";
import { busyHours } from "./busy-hours.js";
import { agentsOf } from "./margins-of-agents.js";

function scenarioOf(skills: readonly (readonly string[])[], parts: ScenarioParts = {}): Scenario {
  return buildScenario({
    queues: ["a", "b", "c", "d"].map((name) => ({ name })),
    teams: skills.map((some) => ({ skills: some })),
    ...parts,
  });
}

const islands = (scenario: Scenario) => islandsOf(scenario, servingTeams(scenario));

describe("islands", () => {
  it("are the queues and teams that skills join, whatever their order", () => {
    const scenario = scenarioOf([["d"], ["a"], ["b", "c"], ["c", "a"]]);
    expect(islands(scenario)).toEqual([
      { queues: [3], teams: [0] },
      { queues: [0, 1, 2], teams: [1, 2, 3] },
    ]);
  });

  it("are joined by overflow", () => {
    const overflow = [{ queue: "a", afterSeconds: 10, to: ["t3"] }];
    const routing = { agent: "longest-idle", contact: "longest-waiting", overflow } as const;
    expect(islands(scenarioOf([["a"], ["b"], ["c"], ["d"]], { routing }))).toEqual([
      { queues: [0, 3], teams: [0, 3] },
      { queues: [1], teams: [1] },
      { queues: [2], teams: [2] },
    ]);
  });

  it("are joined by who evaluates whose contacts", () => {
    const { teams, ...scenario } = scenarioOf([["a"], ["b"], ["c"], ["d"]]);
    const quality = { evaluation: { share: 0.03, takesSeconds: 900, team: teams[3].name } };
    expect(islands({ ...scenario, teams: [{ ...teams[0], quality }, ...teams.slice(1)] })).toEqual([
      { queues: [0, 3], teams: [0, 3] },
      { queues: [1], teams: [1] },
      { queues: [2], teams: [2] },
    ]);
  });

  it("are one where all queues share their lines", () => {
    const scenario = scenarioOf([["a"], ["b"], ["c"], ["d"]], { lines: 100 });
    expect(islands(scenario)).toEqual([{ queues: [0, 1, 2, 3], teams: [0, 1, 2, 3] }]);
  });

  it("are staffed together as each would be by itself", async () => {
    const queue = (contacts: readonly number[]) => ({ arrivals: busyHours(contacts) });
    const queues = [
      { name: "a", ...queue([60, 20]) },
      { name: "b", ...queue([10, 90]) },
    ];
    const parts = { intervalSeconds: 3600, run: { seed: "islands", replications: 8 } } as const;
    const both = await findRequirement(
      buildScenario({ ...parts, queues, teams: [{ skills: ["a"] }, { skills: ["b"] }] }),
    );
    const alone = [];
    for (const one of queues) {
      const found = await findRequirement(
        buildScenario({ ...parts, queues: [one], teams: [{ skills: [one.name] }] }),
      );
      expect(both.evaluations).toBeLessThan(found.evaluations * 2);
      alone.push(agentsOf(found)[0]);
    }
    expect(agentsOf(both)).toEqual(alone);
  });
});
