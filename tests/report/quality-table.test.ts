import { expect, test } from "vitest";
import { formatQualityTable } from "../../src/report/text/quality-table.js";
import { evaluate } from "../../src/run/evaluate.js";
import { figureAt } from "../../src/statistics/measures.js";
import { calendarOf, queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";

const HOUR = 3600;

/** Forty calls on the day before the first that counts, and twenty on that. */
const scenario = scenarioOf({
  calendar: calendarOf({ warmupSeconds: 24 * HOUR }),
  queues: [
    queueOf("calls", { at: Array.from({ length: 60 }, (_, index) => (index + 0.5) * 0.6 * HOUR) }),
    queueOf("others"),
  ],
  teams: [
    teamOf("team", {
      quality: {
        evaluation: { share: 0.25, takesSeconds: HOUR / 2, team: "seniors" },
        surveyShare: 0.5,
      },
    }),
    teamOf("seniors", { skills: ["others"] }),
    teamOf("coached", { skills: ["others"], quality: { coaching: { share: 0, blockSeconds: 600 } } }),
  ],
  run: { seed: "table", replications: 1 },
});

test("Contacts evaluated and surveys are shares of those answered; the hours are those of whoever evaluates", async () => {
  const summary = await evaluate(scenario);
  // Ten of forty for half an hour each; five of twenty.
  expect(figureAt(summary, "team.evaluated").mean).toBe(5);
  expect(figureAt(summary, "team.surveys").mean).toBe(10);
  expect(figureAt(summary, "team.evaluationHours").mean).toBe(0);
  expect(figureAt(summary, "seniors.evaluationHours").mean).toBe(5);
  expect(figureAt(summary, "seniors.shrinkage").mean).toBeCloseTo(5 / 24, 12);
  expect(figureAt(summary, "total.evaluated").mean).toBe(5);
  expect(formatQualityTable(scenario, summary)).toEqual([
    "             contacts   evaluating   of paid    surveys",
    "            evaluated        hours     hours   answered",
    "  team              5            -         -         10",
    "  seniors           -            5    20.8 %          -",
  ]);
});

test("There is no table where a team is coached and nothing else", async () => {
  const coached = {
    ...scenario,
    teams: scenario.teams.map(({ quality, ...team }, at) => ({ ...team, ...(at === 2 && { quality }) })),
  };
  expect(formatQualityTable(coached, await evaluate(coached))).toEqual([]);
});
