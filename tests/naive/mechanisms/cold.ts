import { isDeferred } from "../../../src/scenario/channel.js";
import type { Outcomes, Pass } from "../../../src/scenario/outcomes.js";
import type { Scenario } from "../../../src/scenario/scenario.js";

/** The scenario without handing over in person to or from queues whose channel knows nothing of it. */
export function withoutWarmHandover(scenario: Scenario): Scenario {
  const cold = new Set(
    scenario.queues
      .filter(
        ({ channel, concurrency = 1, interruptible }) =>
          isDeferred(channel) || concurrency > 1 || interruptible,
      )
      .map(({ name }) => name),
  );
  const chilled = <One extends Pass>(pass: One, from: string): One => {
    if (!cold.has(from) && !cold.has(pass.to)) return pass;
    const { warm: _, ...rest } = pass;
    return rest as One;
  };
  const queues = scenario.queues.map((queue) => {
    const { name, after } = queue;
    if (after === undefined) return queue;
    const { transfer, escalate, complaint } = after;
    const cooled: Outcomes = {
      ...after,
      ...(transfer && { transfer: transfer.map((one) => chilled(one, name)) }),
      ...(escalate && { escalate: chilled(escalate, name) }),
      ...(complaint && { complaint: chilled(complaint, name) }),
    };
    return { ...queue, after: cooled };
  });
  return { ...scenario, queues };
}
