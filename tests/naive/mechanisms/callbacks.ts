import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";

/** Offers callbacks in some queues. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (!choices.chance(0.2)) return scenario;
  return {
    ...scenario,
    queues: scenario.queues.map((queue) =>
      queue.channel !== "phone" || queue.interruptible || choices.chance(0.3)
        ? queue
        : {
            ...queue,
            callback: {
              overSeconds: choices.of(0, 60, 300, 1200),
              acceptShare: choices.of(0.3, 0.7, 1),
              ...(choices.chance(0.4) && { afterSeconds: choices.of(60, 1800, 8 * 3600) }),
              reachShare: choices.of(0.1, 0.5, 0.9, 1),
              attempts: choices.whole(1, 4),
              retrySeconds: choices.of(60, 600, 4 * 3600),
              dialSeconds: choices.of(0, 60, onGrid ? 30 : 12.3),
            },
          },
    ),
  };
}

/** Whether some contacts are called back later, and some keep their place in the line. */
export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ callback }) => callback?.afterSeconds) && queues.some(({ callback }) => callback);
}
