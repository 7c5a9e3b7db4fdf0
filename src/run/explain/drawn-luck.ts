import type { Model } from "../../model/model.js";
import type { Distribution } from "../../random/distribution.js";
import { Draws } from "../../random/draws.js";
import { openStream } from "../../random/stream.js";
import type { Caller } from "./caller-watch.js";
import { drawnAges } from "./deferred-wait.js";

/** What was drawn for a caller, at speed 1; patience is Infinity for one who never hangs up. */
export interface DrawnLuck {
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  readonly wrapSeconds: number;
  readonly patienceSeconds: number;
  /** How long both agents talk with a caller who is handed over. */
  readonly warmSeconds: number;
  /** Of a backlog: how long it had waited when counted time started; else 0. */
  readonly ageSeconds: number;
}

/**
 * The luck of one caller, which the trace does not tell: drawn again from the streams of its queue, one for
 * each purpose, up to the caller's place. Recorded values come before drawn ones.
 */
export function drawnLuck(
  model: Model,
  seed: string,
  replication: number,
  { queue: index, by, nth, prefix, suffix, pass }: Caller,
): DrawnLuck {
  const queue = model.queues[index];
  const draw = (purpose: string, distribution: Distribution | undefined, none: number) => {
    if (distribution === undefined) return none;
    const stream = openStream(seed, replication, prefix + purpose + suffix, queue.name);
    const draws = Draws.of(distribution, stream);
    for (let before = 1; before < nth; before++) draws.next();
    return draws.next();
  };
  // Who is handed over brings along what is left of a handle time.
  const { talk, hold, wrap } = by === "handover" ? {} : queue;
  const luck = {
    talkSeconds: draw("talk", talk, 0),
    holdSeconds: draw("hold", hold, 0),
    wrapSeconds: draw("wrap", wrap, 0),
    patienceSeconds: draw("patience", queue.patience, Number.POSITIVE_INFINITY),
    warmSeconds: draw("warm", by === pass?.kind ? pass.warm : undefined, 0),
    ageSeconds: by === "backlog" ? drawnAges(model, seed, replication, index)[nth - 1] : 0,
  };
  const { arrivals } = queue;
  if (arrivals.kind !== "replay" || by !== "first") return luck;
  const handleSeconds = arrivals.handleSeconds?.[nth - 1] ?? Number.NaN;
  const patienceSeconds = arrivals.patienceSeconds?.[nth - 1] ?? Number.NaN;
  return {
    ...luck,
    ...(Number.isNaN(handleSeconds) ? {} : { talkSeconds: handleSeconds, holdSeconds: 0, wrapSeconds: 0 }),
    ...(Number.isNaN(patienceSeconds) ? {} : { patienceSeconds }),
  };
}
