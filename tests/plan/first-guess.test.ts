import { expect, test } from "vitest";
import { firstGuess } from "../../src/plan/requirement/first-guess.js";
import { buildScenario } from "../build-scenario.js";
import { exponential } from "./busy-hours.js";

test("guesses at once where the load is beyond the formulas, by the square-root rule", () => {
  const [agents] = firstGuess(
    buildScenario({
      queues: [{ perHour: 3600 * 4000, handle: { talk: exponential(100) }, target: { answeredShare: 0.8 } }],
    }),
  );
  const load = 4000 * 100;
  for (const number of agents) expect(number).toBe(Math.ceil(load + Math.sqrt(load)));
});
