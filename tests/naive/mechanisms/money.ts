import { usesMoney } from "../../../src/scenario/money.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";

/** Some queues whose contacts pay, some teams of other firms. */
export function vary(choices: Choices, scenario: Scenario): Scenario {
  if (!choices.chance(0.2)) return scenario;
  return {
    ...scenario,
    queues: scenario.queues.map((queue) => (choices.chance(0.5) ? { ...queue, value: 4.2 } : queue)),
    teams: scenario.teams.map((team) =>
      choices.chance(0.3) ? { ...team, contract: { perMinute: 0.85 } } : { ...team, pay: 15 },
    ),
  };
}

export function isUsed(scenario: Scenario): boolean {
  return usesMoney(scenario);
}
