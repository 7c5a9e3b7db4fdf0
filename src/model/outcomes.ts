import type { Distribution } from "../random/distribution.js";
import { type Deal, type PassKind, passesOf } from "../scenario/outcomes.js";
import type { Scenario } from "../scenario/scenario.js";

/** What comes of the contacts of a queue. */
export interface QueueOutcomes {
  /** A uniform draw below the first of the bounds that it is below says which; above all of them none. */
  readonly passes: readonly ModelPass[];
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
    const { complaint, repeat, sale, save } = after;
    let below = 0;
    return {
      passes: passesOf(after).map(({ kind, to, chance, warm }) => {
        below += chance;
        const tracked = kind === "complaint" ? complaint : undefined;
        return {
          index: index++,
          kind,
          from,
          to: queues.findIndex(({ name }) => name === to),
          below,
          warm,
          solved: tracked?.solved ?? 1,
          again: tracked?.again,
          attempts: tracked?.attempts ?? Number.POSITIVE_INFINITY,
        };
      }),
      repeat: repeat && { ...repeat, attempts: repeat.attempts ?? Number.POSITIVE_INFINITY },
      sale,
      save,
    };
  });
}
