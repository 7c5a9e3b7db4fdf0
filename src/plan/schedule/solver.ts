import { Worker } from "node:worker_threads";
import type { AnnealRequest } from "./anneal-week.js";
import type { ProgrammeData } from "./programme.js";
import type { AgentWeek } from "./week-cover.js";

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

/** What the solving thread is asked. */
export type WorkRequest = SolverRequest | AnnealRequest;

/** What it answers: how far it is, a better answer, the last one, or why there is none. */
export type SolverAnswer =
  | ({ readonly kind: "progress" } & Bounds)
  | ({ readonly kind: "better"; readonly values: Float64Array } & Bounds)
  | { readonly kind: "done"; readonly status: "infeasible" }
  | { readonly kind: "done"; readonly status: "nothing"; readonly bound: number }
  | ({
      readonly kind: "done";
      readonly status: "optimal" | "stopped";
      readonly values: Float64Array;
    } & Bounds)
  | { readonly kind: "annealed"; readonly agents: readonly AgentWeek[] }
  | { readonly kind: "failed"; readonly message: string };

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
  /** A good week to begin at. Rejects with the signal's reason when stopped. */
  anneal(request: AnnealRequest, signal?: AbortSignal): Promise<readonly AgentWeek[]>;
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

/** Threads load the build: Node 20 cannot load TypeScript, not even in tests. */
const workerFile = import.meta.url.endsWith(".ts")
  ? new URL("../../../dist/plan/schedule/solve-worker.js", import.meta.url)
  : new URL("./solve-worker.js", import.meta.url);

/** A solver whose thread starts with the first question; questions to one solver follow each other. */
export function openSolver(): Solver {
  const thread = new SolverThread();
  return {
    async anneal(request, signal) {
      const answer = await thread.ask(request, signal, () => undefined);
      if (answer?.kind !== "annealed") throw new Error("the solver gave no week");
      return answer.agents;
    },
    async solve(programme, limits, { start, signal, onProgress } = {}) {
      let best: (Bounds & { readonly values: Float64Array }) | undefined;
      let bound = Number.NEGATIVE_INFINITY;
      const request: SolverRequest = { programme, start, ...limits };
      const listen = (answer: SolverAnswer) => {
        if (answer.kind === "better") best = answer;
        else if (answer.kind !== "progress") return;
        if (Number.isFinite(answer.bound)) bound = answer.bound;
        onProgress?.({ objective: best?.objective ?? Number.POSITIVE_INFINITY, bound });
      };
      try {
        const answer = await thread.ask(request, signal, listen);
        if (answer.kind === "done" && "values" in answer) {
          const { values, objective, bound, status } = answer;
          return { values, objective, bound, ended: status === "optimal" ? "gap" : "limit" };
        }
        if (answer.kind === "done" && !("bound" in answer)) return undefined;
        const none = { values: undefined, objective: Number.POSITIVE_INFINITY };
        if (answer.kind === "done") return { ...none, bound: answer.bound, ended: "limit" };
        throw new Error("the solver answered another question");
      } catch (error) {
        if (!signal?.aborted) throw error;
        const { values, objective } = best ?? { values: undefined, objective: Number.POSITIVE_INFINITY };
        return { values, objective, bound, ended: "interrupted" };
      }
    },
    close: () => thread.close(),
  };
}

class SolverThread {
  private worker: Worker | undefined;
  private onAnswer: (answer: SolverAnswer) => void = ignore;
  private onFailure: (error: unknown) => void = ignore;

  /** The last answer; `listen` hears those before it. */
  ask(
    request: WorkRequest,
    signal: AbortSignal | undefined,
    listen: (answer: SolverAnswer) => void,
  ): Promise<SolverAnswer> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.onAnswer = ignore;
        this.onFailure = ignore;
        signal?.removeEventListener("abort", stop);
      };
      // In the middle of a programme it hears nothing; the next question gets a new thread.
      const fail = (error: unknown) => {
        settle();
        void this.close();
        reject(error);
      };
      const stop = () => fail(signal?.reason);
      if (signal?.aborted) return stop();
      signal?.addEventListener("abort", stop, { once: true });
      this.onFailure = fail;
      this.onAnswer = (answer) => {
        if (answer.kind === "failed") return fail(new Error(`the solver failed: ${answer.message}`));
        if (answer.kind === "progress" || answer.kind === "better") return listen(answer);
        settle();
        resolve(answer);
      };
      this.worker ??= this.start();
      this.worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  /** Its listeners stay for life: a worker stripped of them falls silent for good. */
  private start(): Worker {
    const worker = new Worker(workerFile, { execArgv: [] });
    const mine = (action: () => void) => {
      if (this.worker === worker) action();
    };
    worker.on("message", (answer: SolverAnswer) => mine(() => this.onAnswer(answer)));
    worker.on("error", (error) => mine(() => this.onFailure(error)));
    worker.on("exit", (code) =>
      mine(() => this.onFailure(new Error(`the solving thread ended with code ${code}`))),
    );
    return worker;
  }
}

function ignore(): void {}
