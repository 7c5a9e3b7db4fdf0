import { AskedThread, workerFile } from "./asked-thread.js";
import type { ProgrammeData } from "./programme.js";

/** When a programme is solved well enough. None of these is a time: the answer repeats everywhere. */
export interface SolverLimits {
  /** Stops when the cost is proved to be at most so much above the least, as a share of it. */
  readonly gap: number;
  /** Stops after so many simplex iterations; after twenty times as many while there is no bound. */
  readonly iterations: number;
  /** Stops after so many nodes of the search tree. */
  readonly nodes: number;
}

/** An answer that is known, by column; columns that are silent follow from the others. */
export interface KnownAnswer {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** A programme to be solved, begun at an answer where one is known. */
export interface SolverRequest extends SolverLimits {
  readonly programme: ProgrammeData;
  readonly start: KnownAnswer | undefined;
}

/** What the solving thread says on the way: its bounds, and a better answer where it has found one. */
export interface SolverWord extends Bounds {
  readonly values?: Float64Array;
}

/** Its last word. */
export type SolverEnd =
  | { readonly status: "infeasible" }
  | { readonly status: "nothing"; readonly bound: number }
  | ({ readonly status: "optimal" | "stopped"; readonly values: Float64Array } & Bounds);

/** Cost of the best answer so far, and below which no answer can be. */
export interface Bounds {
  readonly objective: number;
  readonly bound: number;
}

/** An answer to a programme. */
export interface Solution extends Bounds {
  /** By column; undefined where a limit was reached, or it was stopped, before there was any answer. */
  readonly values: Float64Array | undefined;
  /** Why it ended: the gap was reached, a limit was, or somebody stopped it. */
  readonly ended: "gap" | "limit" | "interrupted";
}

/** Solves integer programmes in a thread of its own, so that whoever waits can be interrupted. */
export interface Solver {
  /**
   * The best answer found within the limits; when stopped the best so far. Undefined where the rows
   * contradict each other.
   */
  solve(programme: ProgrammeData, limits: SolverLimits, watch?: SolverWatch): Promise<Solution | undefined>;
  close(): Promise<void>;
}

/** Where a solver begins, who watches it, and who may stop it. */
export interface SolverWatch {
  readonly start?: KnownAnswer | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bounds: Bounds) => void) | undefined;
}

const file = workerFile(import.meta.url, "solver", "solve-worker");

/** A solver whose thread starts with the first programme; programmes of one solver follow each other. */
export function openSolver(): Solver {
  const thread = new AskedThread<SolverRequest, SolverWord, SolverEnd>(file, "the solver");
  return {
    async solve(programme, limits, { start, signal, onProgress } = {}) {
      let values: Float64Array | undefined;
      let objective = Number.POSITIVE_INFINITY;
      let bound = Number.NEGATIVE_INFINITY;
      const listen = (word: SolverWord) => {
        if (word.values) {
          values = word.values;
          objective = word.objective;
        }
        if (Number.isFinite(word.bound)) bound = word.bound;
        onProgress?.({ objective, bound });
      };
      try {
        const end = await thread.ask({ programme, start, ...limits }, signal, listen);
        if (end.status === "infeasible") return undefined;
        if (end.status === "nothing") {
          const none = { values: undefined, objective: Number.POSITIVE_INFINITY };
          return { ...none, bound: end.bound, ended: "limit" };
        }
        const { status, ...found } = end;
        return { ...found, ended: status === "optimal" ? "gap" : "limit" };
      } catch (error) {
        if (!signal?.aborted) throw error;
        return { values, objective, bound, ended: "interrupted" };
      }
    },
    close: () => thread.close(),
  };
}
