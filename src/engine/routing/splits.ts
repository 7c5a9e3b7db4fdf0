import type { Model } from "../../model/model.js";
import { Draws } from "../../random/draws.js";
import { openStream } from "../../random/stream.js";
import { Luck } from "../contacts/luck.js";
import { type DoorDraws, drawsOf } from "../door/door.js";
import type { OutcomeLuck } from "../outcomes/outcome-luck.js";
import type { Outcomes } from "../outcomes/outcomes.js";

/** One queue among which another splits, and the luck that its contacts have there. */
export interface SplitWay {
  readonly queue: number;
  /** A contact goes there where its draw is below this, and not below those before. */
  readonly below: number;
  readonly luck: Luck;
  readonly outcome: OutcomeLuck | undefined;
  readonly door: DoorDraws;
}

/** How a queue splits its contacts. */
export interface QueueSplit {
  /** Between 0 and 1, one for each contact; absent where the expected delay decides. */
  readonly fate: Draws | undefined;
  readonly ways: readonly SplitWay[];
}

/** By queue; undefined for those that do not split. */
export type Splits = readonly (QueueSplit | undefined)[];

/**
 * The splits of a model, undefined where there are none. Each way has streams of its own, so that neither the
 * callers of the queue it leads to nor those of another way are others than without it.
 */
export function splitsOf(
  model: Model,
  outcomes: Outcomes | undefined,
  seed: string,
  replication: number,
): Splits | undefined {
  const { queues } = model.scenario;
  if (queues.every(({ split }) => split === undefined)) return undefined;
  return queues.map(({ name, split }) => {
    if (split === undefined) return undefined;
    let below = 0;
    const ways = split.among.map(({ queue: to, share }, index): SplitWay => {
      const queue = queues.findIndex((one) => one.name === to);
      // The last takes all that is left, however the shares are rounded.
      below = index === split.among.length - 1 ? 1 : below + share;
      return {
        queue,
        below,
        luck: new Luck(model.queues[queue], seed, replication, `split/${name}`),
        outcome: outcomes?.luckOf(model, queue, seed, replication, `split/${name}-`),
        door: drawsOf(queues[queue], seed, replication, `split/${name}-`),
      };
    });
    const fate =
      split.by === "shares" ? Draws.uniform(openStream(seed, replication, "split", name)) : undefined;
    return { fate, ways };
  });
}
