import type { Distribution } from "../../../src/random/distribution.js";
import { DEFERRED_CHANNELS, isDeferred } from "../../../src/scenario/channel.js";
import type { Queue } from "../../../src/scenario/queue.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";
import { withoutWarmHandover } from "./cold.js";

/** Some queues are e-mail and the like, with a backlog or waits in opening hours. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (!choices.chance(0.25)) return scenario;
  const isCounted = scenario.calendar.warmupSeconds === 0;
  const queues = scenario.queues.map((queue) =>
    choices.chance(0.5) ? deferred(choices, queue, isCounted, onGrid) : queue,
  );
  return withoutWarmHandover({ ...scenario, queues });
}

export function isUsed({ queues }: Scenario): boolean {
  return queues.some(
    ({ channel, serviceLevel, backlog }) => isDeferred(channel) && serviceLevel.hours === "open" && !!backlog,
  );
}

function deferred(choices: Choices, queue: Queue, mayHaveBacklog: boolean, onGrid: boolean): Queue {
  const { patience: _p, redial: _r, lines: _l, arrivals, ...rest } = queue;
  const { patienceSeconds: _, ...withoutPatience } = arrivals as { patienceSeconds?: readonly number[] };
  const age: Distribution = onGrid
    ? { kind: "empirical", valuesSeconds: [0, 60, 3600, 36_000] }
    : { kind: "exponential", meanSeconds: 7200 };
  return {
    ...rest,
    channel: choices.of(...DEFERRED_CHANNELS),
    arrivals: withoutPatience as Queue["arrivals"],
    ...(mayHaveBacklog &&
      choices.chance(0.6) && {
        backlog: { contacts: choices.whole(1, 20), ...(choices.chance(0.7) && { age }) },
      }),
    serviceLevel: {
      ...rest.serviceLevel,
      withinSeconds: choices.of(300, 3600, 14_400),
      ...(choices.chance(0.6) && { hours: "open" as const }),
    },
    countBlocked: false,
  };
}
