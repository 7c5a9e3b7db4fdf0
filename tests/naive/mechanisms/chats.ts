import type { Queue } from "../../../src/scenario/queue.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";
import { withoutWarmHandover } from "./cold.js";

/** Some queues are chats, of which an agent holds several at once. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (!choices.chance(0.3)) return scenario;
  const queues = scenario.queues.map((queue): Queue => {
    if (queue.channel !== "phone" || !choices.chance(0.7)) return queue;
    return {
      ...queue,
      channel: "chat",
      concurrency: choices.of(2, 2, 3, 5),
      // Paces that are powers of two leave multiples of half a minute what they are.
      ...(choices.chance(0.7) && { slowdown: onGrid ? 1 : choices.share() }),
    };
  });
  return withoutWarmHandover({ ...scenario, queues });
}

export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ concurrency, slowdown }) => concurrency !== undefined && slowdown !== undefined);
}
