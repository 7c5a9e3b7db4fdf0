import { meanSeconds } from "../random/distribution.js";
import { type StandIn, standInsFor } from "../random/stand-ins.js";
import { harderFactor, reachingShare } from "./door.js";
import { workSeconds } from "./expected-load.js";
import type { Queue } from "./queue.js";

/** How much of a queue's work goes on to another queue, as contacts take too long. */
export interface ExpectedHandover {
  /** How many of the contacts, 0..1. */
  readonly share: number;
  /** Mean handle time that goes with a contact of the queue, those that are not handed over among them. */
  readonly movedSeconds: number;
}

type Handled = Pick<Queue, "handle" | "selfService" | "after">;

const NONE: ExpectedHandover = { share: 0, movedSeconds: 0 };
const NO_TIME: readonly StandIn[] = [{ seconds: 0, share: 1 }];

/** By an agent of speed 1 who is not new; of those who come by themselves, self-service behind them. */
export function expectedHandover(queue: Handled): ExpectedHandover {
  const limit = queue.after?.handover?.afterSeconds;
  if (limit === undefined) return NONE;
  const { talk, hold, wrap } = queue.handle;
  const factor = harderFactor(queue);
  const holds = hold ? standInsFor(hold) : NO_TIME;
  let share = 0;
  let leftSeconds = 0;
  for (const one of talk ? standInsFor(talk) : NO_TIME) {
    for (const other of holds) {
      const left = (one.seconds + other.seconds) * factor - limit;
      if (left <= 0) continue;
      share += one.share * other.share;
      leftSeconds += one.share * other.share * left;
    }
  }
  return { share, movedSeconds: leftSeconds + share * (wrap ? meanSeconds(wrap) * factor : 0) };
}

/**
 * Work that comes to each queue, in seconds by queue and interval, of so many contacts (see `withPassedOn`):
 * what is handed over is done where it goes to. Rough: by agents of speed 1, and what is handed over twice is
 * reckoned like new contacts the second time.
 */
export function expectedWork(
  queues: readonly Queue[],
  contacts: readonly Float64Array[],
): readonly Float64Array[] {
  const work = queues.map((queue, index) => contacts[index]!.map((count) => count * workSeconds(queue)));
  for (const [from, queue] of queues.entries()) {
    const to = queues.findIndex(({ name }) => name === queue.after?.handover?.to);
    if (to < 0) continue;
    const { share, movedSeconds } = expectedHandover(queue);
    // Those who are handed over are among the contacts there, but bring only what is left of them.
    const insteadSeconds = movedSeconds - share * workSeconds(queues[to]!);
    for (const [at, count] of contacts[from]!.entries()) {
      const reaching = count * reachingShare(queue);
      work[from]![at]! -= reaching * movedSeconds;
      work[to]![at]! += reaching * insteadSeconds;
    }
  }
  return work;
}
