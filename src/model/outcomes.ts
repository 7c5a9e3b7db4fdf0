import type { Distribution } from "../random/distribution.js";
import { type Deal, type PassKind, passesOf } from "../scenario/outcomes.js";
import type { Scenario } from "../scenario/scenario.js";

/** What comes of the contacts of a queue. */
export interface QueueOutcomes {
  /** A uniform draw below the first of the bounds that it is below says which; above all of them none. */
  readonly passes: readonly ModelPass[];
  /** Where contacts go that take longer than so many seconds of talk and hold. */
  readonly handover: { readonly pass: ModelPass; readonly afterSeconds: number } | undefined;
  readonly repeat:
    | { readonly chance: number; readonly after: Distribution; readonly attempts: number }
    | undefined;
  readonly sale: Deal | undefined;
  readonly save: Deal | undefined;
}

/** A way in which contacts go on to another queue. */
export interface ModelPass {
  /** Its place among the passes of all queues. */
  readonly index: number;
  readonly kind: PassKind;
  readonly from: number;
  readonly to: number;
  /** Sum of the chances up to this one. */
  readonly below: number;
  readonly warm: Distribution | undefined;
  /** Of complaints. */
  readonly solved: number;
  readonly again: Distribution | undefined;
  readonly attempts: number;
}

/** By queue, undefined for one of whose contacts nothing comes; undefined where that is all of them. */
export function compileOutcomes({
  queues,
}: Pick<Scenario, "queues">): readonly (QueueOutcomes | undefined)[] | undefined {
  if (queues.every(({ after }) => after === undefined)) return undefined;
  let index = 0;
  return queues.map(({ after }, from) => {
    if (after === undefined) return undefined;
    const { complaint, handover, repeat, sale, save } = after;
    const place = (name: string) => queues.findIndex((queue) => queue.name === name);
    let below = 0;
    return {
      passes: passesOf(after).map(({ kind, to, chance, warm }) => {
        below += chance;
        const tracked = kind === "complaint" ? complaint : undefined;
        return {
          index: index++,
          kind,
          from,
          to: place(to),
          below,
          warm,
          solved: tracked?.solved ?? 1,
          again: tracked?.again,
          attempts: tracked?.attempts ?? Number.POSITIVE_INFINITY,
        };
      }),
      handover: handover && {
        pass: handoverPass(index++, from, place(handover.to)),
        afterSeconds: handover.afterSeconds,
      },
      repeat: repeat && { ...repeat, attempts: repeat.attempts ?? Number.POSITIVE_INFINITY },
      sale,
      save,
    };
  });
}

/** All ways in which contacts of a queue go on to others, by `index`. */
export function allPassesOf({ passes, handover }: QueueOutcomes): readonly ModelPass[] {
  return handover ? [...passes, handover.pass] : passes;
}

/** No chance decides about it: nothing is below it. */
function handoverPass(index: number, from: number, to: number): ModelPass {
  const attempts = Number.POSITIVE_INFINITY;
  return {
    index,
    kind: "handover",
    from,
    to,
    below: 0,
    warm: undefined,
    solved: 1,
    again: undefined,
    attempts,
  };
}

/** Whether contacts of a queue come or go with part of their handle time, which then has all its parts. */
export function sharesHandleTime(name: string, { queues }: Pick<Scenario, "queues">): boolean {
  return queues.some(({ name: from, after }) => after?.handover && [from, after.handover.to].includes(name));
}
