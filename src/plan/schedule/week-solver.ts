import { AskedThread, workerFile } from "../solver/asked-thread.js";
import { openSolver, type Solver } from "../solver/solver.js";
import type { AnnealRequest } from "./anneal-week.js";
import type { AgentWeek } from "./week-cover.js";

/** Finds weeks: a good one by annealing, and better ones and a bound by integer programme. */
export interface WeekSolver extends Solver {
  /** A good week to begin at. Rejects with the signal's reason when stopped. */
  anneal(request: AnnealRequest, signal?: AbortSignal): Promise<readonly AgentWeek[]>;
}

const file = workerFile(import.meta.url, "schedule", "anneal-worker");

/** A solver of weeks; its threads start with the first questions. */
export function openWeekSolver(): WeekSolver {
  const annealer = new AskedThread<AnnealRequest, never, readonly AgentWeek[]>(file, "the annealing");
  const { solve, close } = openSolver();
  return {
    anneal: (request, signal) => annealer.ask(request, signal),
    solve,
    close: async () => {
      await Promise.all([annealer.close(), close()]);
    },
  };
}
