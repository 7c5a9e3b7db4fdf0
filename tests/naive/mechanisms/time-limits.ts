import { isDeferred } from "../../../src/scenario/channel.js";
import type { Queue } from "../../../src/scenario/queue.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";

/**
 * In every third scenario contacts that take too long go on to another queue: never to one named before it,
 * so never in a circle.
 */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (!choices.chance(0.35)) return scenario;
  const queues = scenario.queues.map((queue, index) => {
    const targets = scenario.queues.slice(index + 1).filter((other) => mayHandOver(queue, other));
    const to = choices.of("", ...targets.map(({ name }) => name));
    const afterSeconds = onGrid ? choices.of(30, 60, 120, 240) : choices.of(20, 90, 300);
    if (to === "" || choices.chance(0.2)) return queue;
    return { ...queue, after: { ...queue.after, handover: { to, afterSeconds } } };
  });
  return { ...scenario, queues };
}

/** Whether contacts that take too long go on to another queue. */
export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ after }) => after?.handover !== undefined);
}

function mayHandOver(from: Queue, to: Queue): boolean {
  const isOneAtATime = [from, to].every(
    ({ concurrency = 1, interruptible, outbound, split }) =>
      concurrency === 1 && !interruptible && outbound === undefined && split === undefined,
  );
  return isOneAtATime && isDeferred(from.channel) === isDeferred(to.channel);
}
