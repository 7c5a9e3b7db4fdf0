import { isDeferred } from "../../../src/scenario/channel.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";

/** Tells who waits in some queues how long. */
export function vary(choices: Choices, scenario: Scenario, _onGrid: boolean): Scenario {
  if (!choices.chance(0.2)) return scenario;
  return {
    ...scenario,
    queues: scenario.queues.map((queue) =>
      isDeferred(queue.channel) || queue.channel === "outbound" || choices.chance(0.3)
        ? queue
        : {
            ...queue,
            announce: {
              overSeconds: choices.of(0, 60, 300, 1200),
              leave: choices.list(choices.whole(0, 3), (step) => ({
                overSeconds: step * choices.of(120, 300),
                share: choices.of(0.1, 0.5, 1),
              })),
              patienceFactor: choices.of(0.5, 1, 3),
            },
          },
    ),
  };
}

/** Whether some contacts leave on hearing of the wait. */
export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ announce }) => announce && announce.leave.length > 1);
}
