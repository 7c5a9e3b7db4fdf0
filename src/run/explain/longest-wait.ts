import { simulate } from "../../engine/simulate.js";
import { compile } from "../../model/model.js";
import type { Scenario } from "../../scenario/scenario.js";
import { drawnAges } from "./deferred-wait.js";

/** Which waits are looked at. */
export interface LongestWaitOptions {
  /** Name of a queue; all of them where silent. */
  readonly queue?: string;
  /** Only waits that ended in a hang-up. */
  readonly hungUp?: boolean;
  readonly replication?: number;
  readonly seed?: string;
}

/** The longest wait of a replication, and whose it was. */
export interface LongestWait {
  readonly contact: number;
  readonly queue: string;
  readonly waitSeconds: number;
}

/**
 * The contact that waited longest in one replication, whatever became of it, of those that came in counted
 * time; each try of a caller is a wait of its own, and the time until a callback is none. The first of
 * equals; undefined where nobody waited.
 */
export function longestWait(scenario: Scenario, options: LongestWaitOptions = {}): LongestWait | undefined {
  const { replication = 1, seed = scenario.run.seed, hungUp = false } = options;
  const only = scenario.queues.findIndex(({ name }) => name === options.queue);
  const model = compile(scenario);
  /** Since when those wait who do. */
  const waiting = scenario.queues.map(() => new Map<number, number>());
  let longest: LongestWait | undefined;
  const judge = (contact: number, queue: number, until: number) => {
    const since = waiting[queue].get(contact);
    if (since === undefined || (since < model.warmupSeconds && since >= 0)) return;
    const waitSeconds = until - since;
    if (longest && waitSeconds <= longest.waitSeconds) return;
    longest = { contact, queue: scenario.queues[queue].name, waitSeconds };
  };
  /** Of backlogs, how long each had waited before it was told of. */
  const ages = scenario.queues.map(({ backlog }, queue) =>
    backlog ? [...drawnAges(model, seed, replication, queue)] : [],
  );
  let ageSeconds = 0;
  /** Those who are to be called back: they have hung up, and wait on no line. */
  const toCall = new Set<number>();
  simulate(model, seed, replication, (seconds, event, contact, queue) => {
    if (queue < 0 || (only >= 0 && queue !== only)) return;
    if (event === "arrives" || event === "backlog") {
      ageSeconds = event === "backlog" ? ages[queue].shift()! : 0;
      toCall.delete(contact);
    }
    if (event === "asksCallback") toCall.add(contact);
    if (event === "waits" && !toCall.has(contact)) waiting[queue].set(contact, seconds - ageSeconds);
    if (event !== "answered" && event !== "abandons" && event !== "unserved") return;
    if (!hungUp || event === "abandons") judge(contact, queue, seconds);
    waiting[queue].delete(contact);
  });
  if (!hungUp) {
    for (const [queue, left] of waiting.entries()) {
      for (const contact of left.keys()) judge(contact, queue, model.horizonSeconds);
    }
  }
  return longest;
}
