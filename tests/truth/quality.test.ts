import { expect, it } from "vitest";
import { calendarOf, crewTotals, queueOf, scenarioOf, teamOf, traced } from "../engine/plain-scenario.js";

const DAY = 86_400;
const TAKES = 900;
const CALLS = 10;
const AGENTS = 4;
const DAYS = 2000;

/** Evaluations that ten calls a day ask of four seniors: the mean over many days, and its standard error. */
function evaluations(share: number): { mean: number; error: number } {
  const at = Array.from({ length: CALLS }, (_, index) => 1000 * (index + 1));
  const scenario = scenarioOf({
    calendar: calendarOf({ warmupSeconds: DAY }),
    queues: [queueOf("calls", { at }), queueOf("others")],
    teams: [
      teamOf("team", { quality: { evaluation: { share, takesSeconds: TAKES, team: "seniors" } } }),
      teamOf("seniors", { skills: ["others"], agents: AGENTS }),
    ],
  });
  let sum = 0;
  for (let replication = 0; replication < DAYS; replication++) {
    sum += crewTotals(traced(scenario, "quality", replication), 1).evaluatingSeconds / TAKES;
  }
  // Each senior has one block or none.
  const chance = (share * CALLS) / AGENTS;
  return { mean: sum / DAYS, error: Math.sqrt((AGENTS * chance * (1 - chance)) / DAYS) };
}

it("as many contacts are evaluated as are to be, on average; a seventh more is told apart", () => {
  const due = (share: number) => share * CALLS;
  const rare = evaluations(0.03);
  expect(Math.abs(rare.mean - due(0.03))).toBeLessThan(4 * rare.error);
  const often = evaluations(0.2);
  expect(Math.abs(often.mean - due(0.2))).toBeLessThan(4 * often.error);
  expect(Math.abs(often.mean - due(0.2) * (8 / 7))).toBeGreaterThan(4 * often.error);
});
