import type { Queue } from "../../../src/scenario/queue.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";

/** Some queues are visitors, who find few seats, or seats without end. */
export function vary(choices: Choices, scenario: Scenario): Scenario {
  if (!choices.chance(0.2)) return scenario;
  const queues = scenario.queues.map((queue): Queue => {
    if (queue.channel !== "phone" || !choices.chance(0.5)) return queue;
    const { lines: _, ...rest } = queue;
    return {
      ...rest,
      channel: "visit",
      countBlocked: false,
      ...(choices.chance(0.8) && { seats: choices.whole(0, 4) }),
    };
  });
  return { ...scenario, queues };
}

export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ seats }) => seats !== undefined);
}
