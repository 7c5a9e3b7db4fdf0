import type { Distribution } from "../../../src/random/distribution.js";
import { isDeferred } from "../../../src/scenario/channel.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";

/** Gives some queues a step before them. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (!choices.chance(0.2)) return scenario;
  return {
    ...scenario,
    queues: scenario.queues.map((queue) => {
      if (!choices.chance(0.6) || isDeferred(queue.channel) || queue.channel === "outbound") return queue;
      const seconds = choices.of(0, 60, 600, 7200);
      const time: Distribution =
        onGrid || seconds === 0
          ? { kind: "constant", seconds }
          : { kind: "exponential", meanSeconds: seconds };
      return {
        ...queue,
        selfService: {
          time,
          containsShare: choices.of(0, 0.3, 0.8, 1),
          harderShare: choices.of(0, 0.2, 1, -0.5),
          reachesShare: choices.of(0, 0.6, 1, 1),
          always: choices.chance(0.5),
        },
      };
    }),
  };
}

/** Whether some contacts serve themselves. */
export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ selfService }) => selfService && selfService.reachesShare > 0);
}
