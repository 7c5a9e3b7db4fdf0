import { describe, expect, it } from "vitest";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Team } from "../../src/scenario/team.js";
import { trace } from "./centre-from-trace.js";
import { holdsExactly } from "./exact-scenario.js";
import { isSame, textOf } from "./holds-on.js";

/** The scenario with all contacts of every team evaluated so often, by the first team without a table. */
function evaluated(scenario: Scenario, share: number): Scenario {
  const by = scenario.teams.find(({ staffing }) => staffing.kind !== "table")?.name;
  const quality = (): NonNullable<Team["quality"]> => ({
    ...(by !== undefined && { evaluation: { share, takesSeconds: 600, team: by } }),
    coaching: { share: 0, blockSeconds: 600 },
    surveyShare: share,
  });
  return { ...scenario, teams: scenario.teams.map((team) => ({ ...team, quality: quality() })) };
}

describe("exact laws of quality", () => {
  it("nothing changes where no contact is evaluated and nobody is coached, whoever is asked afterwards", () => {
    let changed = 0;
    holdsExactly((given) => {
      const { rows, observed } = trace(given);
      const none = trace(evaluated(given, 0));
      expect(textOf(none.rows)).toBe(textOf(rows));
      expect(isSame(none.observed.queueCells, observed.queueCells)).toBe(true);
      if (textOf(trace(evaluated(given, 1)).rows) !== textOf(rows)) changed++;
    }, 40);
    // That evaluating all does change something shows that the law can fail.
    expect(changed).toBeGreaterThan(4);
  });
});
