import { parentPort } from "node:worker_threads";
import type { ThreadAnswer } from "../solver/asked-thread.js";
import { type AnnealRequest, annealWeek } from "./anneal-week.js";
import type { AgentWeek } from "./week-cover.js";

// The annealing thread: good weeks, one after the other.

parentPort!.on("message", (request: AnnealRequest) => {
  try {
    answer({ kind: "last", last: annealWeek(request) });
  } catch (error) {
    answer({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
});

function answer(some: ThreadAnswer<never, readonly AgentWeek[]>): void {
  parentPort!.postMessage(some);
}
