import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";
import { withoutWarmHandover } from "./cold.js";

/** Queues whose contacts are put down for others, in every third scenario. */
export function vary(choices: Choices, scenario: Scenario): Scenario {
  if (choices.chance(0.67)) return scenario;
  const queues = scenario.queues.map((queue) =>
    choices.chance(0.5) && !["chat", "visit", "outbound"].includes(queue.channel)
      ? { ...queue, interruptible: true as const }
      : queue,
  );
  return withoutWarmHandover({ ...scenario, queues });
}

export function isUsed({ queues }: Scenario): boolean {
  return queues.some((queue) => queue.interruptible) && queues.some((queue) => !queue.interruptible);
}
