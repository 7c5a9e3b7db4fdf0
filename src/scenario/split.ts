import type { Queue } from "./queue.js";

/** The rule by which contacts that arrive at a queue go on at once to other queues. */
export interface Split {
  /** By drawn shares, or to the queue in which the expected wait is the least. */
  readonly by: "shares" | "shortest-expected-delay";
  /**
   * The queues in the order of the file, each with its share of the contacts, 0..1, all together 1; of the
   * shortest expected delay even shares, by which loads are estimated only.
   */
  readonly among: readonly { readonly queue: string; readonly share: number }[];
}

/** Names of the queues to which a queue's contacts go on at once. */
export function splitsTo({ split }: Pick<Queue, "split">): readonly string[] {
  return split ? split.among.map(({ queue }) => queue) : [];
}

/**
 * Contacts of each queue, by queue and interval, with those that come to it by a split; those of a queue that
 * splits stay there too, where they take no work.
 */
export function withSplits(
  queues: readonly Pick<Queue, "name" | "split">[],
  contacts: readonly Float64Array[],
): readonly Float64Array[] {
  if (queues.every(({ split }) => split === undefined)) return contacts;
  const total = contacts.map((counts) => counts.slice());
  for (const [index, { split }] of queues.entries()) {
    for (const { queue, share } of split ? split.among : []) {
      const into = total[queues.findIndex(({ name }) => name === queue)];
      if (into) for (const [at, count] of contacts[index]!.entries()) into[at]! += count * share;
    }
  }
  return total;
}
