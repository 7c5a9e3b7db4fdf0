import { Worker } from "node:worker_threads";
import { WrongUsage } from "../../kit/problem.js";
import type { ContactStory } from "../../run/explain/contact-story.js";
import type { Scenario } from "../../scenario/scenario.js";
import { Interrupted } from "../failures.js";

/** Whose story: a contact by its number, or the one with the longest wait. */
export type Whose =
  | { readonly kind: "contact"; readonly contact: number }
  | { readonly kind: "worst"; readonly queue: string | undefined; readonly hungUp: boolean };

/** What the telling thread is asked. */
export interface ExplainRequest {
  readonly scenario: Scenario;
  readonly replication: number;
  readonly seed: string;
  readonly whose: Whose;
}

/** What it answers: the story, that nobody waited so, or why the question is wrong. */
export type ExplainAnswer =
  | { readonly kind: "story"; readonly story: ContactStory }
  | { readonly kind: "nobody" }
  | { readonly kind: "wrong"; readonly message: string };

/**
 * Simulates in a thread of its own, so that Ctrl-C is heard at once; undefined where nobody waited. Throws
 * WrongUsage where there is no such contact, Interrupted when `signal` stops it.
 */
export async function tellStory(
  request: ExplainRequest,
  signal: AbortSignal,
): Promise<ContactStory | undefined> {
  const worker = new Worker(new URL("./explain-worker.js", import.meta.url), { workerData: request });
  try {
    const answer = await new Promise<ExplainAnswer>((resolve, reject) => {
      const stop = () => reject(new Interrupted("Interrupted before the story was told."));
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
      worker.on("error", reject);
      worker.on("message", resolve);
    });
    if (answer.kind === "wrong") throw new WrongUsage(answer.message);
    return answer.kind === "story" ? answer.story : undefined;
  } finally {
    await worker.terminate();
  }
}
