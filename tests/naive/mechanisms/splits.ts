import type { Arrivals } from "../../../src/scenario/arrivals.js";
import type { Queue } from "../../../src/scenario/queue.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Split } from "../../../src/scenario/split.js";
import type { Choices } from "../random-scenario.js";

/** In every fourth scenario a queue, or two, before or behind the others, splits contacts among them. */
export function vary(choices: Choices, scenario: Scenario): Scenario {
  if (!choices.chance(0.25)) return scenario;
  const callable = scenario.queues.filter(({ outbound }) => outbound === undefined);
  if (callable.length === 0) return scenario;
  const first = splitting(choices, "split", callable);
  const queues = choices.chance(0.5) ? [first, ...scenario.queues] : [...scenario.queues, first];
  const second = choices.chance(0.3) ? [splitting(choices, "again", callable)] : [];
  return { ...scenario, queues: [...queues, ...second] };
}

/** Whether a queue splits its contacts. */
export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ split }) => split !== undefined);
}

function splitting(choices: Choices, name: string, queues: readonly Queue[]): Queue {
  const like = choices.of(...queues);
  const among = queues.filter(({ channel }) => channel === like.channel).map((queue) => queue.name);
  return {
    name,
    channel: like.channel,
    arrivals: plain(like.arrivals),
    handle: {},
    priority: 1,
    split: splitAmong(choices, choices.chance(0.5) ? among : among.reverse()),
    serviceLevel: { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 },
    countBlocked: false,
    ...(like.customers && { customers: like.customers }),
  };
}

/** Without the handle times and patience of a queue in which somebody waits. */
function plain(arrivals: Arrivals): Arrivals {
  if (arrivals.kind === "replay") return { kind: "replay", atSeconds: arrivals.atSeconds };
  if (arrivals.kind === "volume") return arrivals;
  return { ...arrivals, steps: arrivals.steps.map(({ ahtSeconds: _, ...step }) => step) };
}

function splitAmong(choices: Choices, names: readonly string[]): Split {
  if (choices.chance(0.5)) {
    const among = names.map((queue) => ({ queue, share: 1 / names.length }));
    return { by: "shortest-expected-delay", among };
  }
  const weights = names.map(() => choices.whole(0, 3) + 0.5);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { by: "shares", among: names.map((queue, index) => ({ queue, share: weights[index] / sum })) };
}
