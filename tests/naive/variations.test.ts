import { expect, it } from "vitest";
import type { Scenario } from "../../src/scenario/scenario.js";
import { randomScenario } from "./random-scenario.js";
import { type Variation, varied } from "./variations.js";

const patient: Variation = {
  vary: (choices, scenario) => ({
    ...scenario,
    queues: scenario.queues.map((queue) => ({
      ...queue,
      patience: { kind: "constant", seconds: choices.whole(1, 1000) },
    })),
  }),
  isUsed: () => true,
};
const lined: Variation = {
  vary: (choices, scenario, onGrid) => ({ ...scenario, lines: onGrid ? 2 : choices.whole(3, 1000) }),
  isUsed: () => true,
};
const patienceIn = ({ queues }: Scenario) => queues.map(({ patience }) => patience);

it("without variations a random scenario is as it was, and with them it has them all", () => {
  const scenario = randomScenario(7);
  expect(varied(7, scenario, {})).toBe(scenario);
  const both = varied(7, scenario, { patient, lined });
  expect({ ...both, lines: scenario.lines, queues: scenario.queues }).toEqual(scenario);
  expect(both.lines).toBeGreaterThan(2);
  expect(patienceIn(both)).not.toEqual(patienceIn(scenario));
  expect(varied(8, scenario, { lined }).lines).toBe(2);
});

it("one more variation changes nothing that another chooses, and each number and name chooses anew", () => {
  const scenario = randomScenario(7);
  const alone = patienceIn(varied(7, scenario, { patient }));
  expect(patienceIn(varied(7, scenario, { lined, patient }))).toEqual(alone);
  expect(patienceIn(varied(7, scenario, { patient, lined }))).toEqual(alone);
  expect(patienceIn(varied(9, scenario, { patient }))).not.toEqual(alone);
  expect(patienceIn(varied(7, scenario, { patient: lined, other: patient }))).not.toEqual(alone);
});
