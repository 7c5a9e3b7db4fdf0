import { isDeferred } from "../../../src/scenario/channel.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";

/** Lets talk grow with the wait before it. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (!choices.chance(0.1)) return scenario;
  return {
    ...scenario,
    queues: scenario.queues.map((queue) =>
      queue.handle.talk === undefined ||
      queue.interruptible ||
      isDeferred(queue.channel) ||
      queue.channel === "outbound" ||
      choices.chance(0.4)
        ? queue
        : {
            ...queue,
            handleGrowth: {
              perSeconds: 60,
              byShare: onGrid ? 0.5 : choices.of(0, 0.02, 0.1),
              ...(choices.chance(0.5) && { mostShare: choices.of(0.25, 1) }),
            },
          },
    ),
  };
}

/** Whether talk grows in some queue. */
export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ handleGrowth }) => handleGrowth && handleGrowth.byShare > 0);
}
