import { parentPort, workerData } from "node:worker_threads";
import { WrongUsage } from "../../kit/problem.js";
import { explainContact } from "../../run/explain/explain-contact.js";
import { longestWait } from "../../run/explain/longest-wait.js";
import type { ExplainAnswer, ExplainRequest } from "./tell-story.js";

// The telling thread: one replication, simulated once or twice.

const { scenario, replication, seed, whose } = workerData as ExplainRequest;
parentPort!.postMessage(answer());

function answer(): ExplainAnswer {
  try {
    if (whose.kind === "contact") {
      return {
        kind: "story",
        story: explainContact(scenario, { contact: whose.contact, replication, seed }),
      };
    }
    const { queue, hungUp } = whose;
    const found = longestWait(scenario, { ...(queue !== undefined && { queue }), hungUp, replication, seed });
    if (!found) return { kind: "nobody" };
    return { kind: "story", story: explainContact(scenario, { contact: found.contact, replication, seed }) };
  } catch (error) {
    if (error instanceof WrongUsage) return { kind: "wrong", message: error.message };
    throw error;
  }
}
