import { Worker } from "node:worker_threads";
import type { Observations } from "../engine/observations.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Job, PerformOptions, Runner } from "./runner.js";

/** What a worker is told; see worker.ts. */
export type WorkerRequest =
  | { readonly kind: "scenario"; readonly scenario: Scenario; readonly seed: string }
  | { readonly kind: "replication"; readonly replication: number };

export interface WorkerAnswer {
  readonly replication: number;
  readonly observations: Observations;
}

/** Worker threads load the build: Node 20 cannot load TypeScript, not even in tests. */
const workerFile = import.meta.url.endsWith(".ts")
  ? new URL("../../dist/run/worker.js", import.meta.url)
  : new URL("./worker.js", import.meta.url);

/** A thread and whom it tells; listeners stay for life, for a worker stripped of them falls silent for good. */
interface Thread {
  readonly worker: Worker;
  onAnswer: (answer: WorkerAnswer) => void;
  onFailure: (error: Error) => void;
}

/** Performs jobs on so many worker threads, started with the first job; jobs of one runner follow each other. */
export function threadRunner(workers: number): Runner {
  let pool: Thread[] = [];
  let before: Promise<unknown> = Promise.resolve();
  const dismiss = async () => {
    const dismissed = pool;
    pool = [];
    for (const thread of dismissed) thread.onFailure = ignore;
    await Promise.all(dismissed.map((thread) => thread.worker.terminate()));
  };
  return {
    perform(job, options = {}) {
      const turn = before.then(() => {
        while (pool.length < Math.min(workers, job.count)) pool.push(startThread());
        return performOn(pool, job, options, dismiss);
      });
      // A thread that failed is not to be trusted with the next job.
      before = turn.catch(dismiss);
      return turn;
    },
    close: dismiss,
  };
}

function startThread(): Thread {
  const thread: Thread = { worker: new Worker(workerFile), onAnswer: ignore, onFailure: ignore };
  thread.worker.on("message", (answer: WorkerAnswer) => thread.onAnswer(answer));
  thread.worker.on("error", (error) => thread.onFailure(error as Error));
  thread.worker.on("exit", (code) => thread.onFailure(new Error(`a worker thread ended with code ${code}`)));
  return thread;
}

function ignore(): void {}

/** `abandon` is called when the threads are left in the middle of something. */
function performOn(
  pool: readonly Thread[],
  job: Job,
  options: PerformOptions,
  abandon: () => void,
): Promise<Observations[]> {
  const { signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    const found: (Observations | undefined)[] = new Array(job.count).fill(undefined);
    let handedOut = 0;
    let done = 0;
    const settle = () => {
      signal?.removeEventListener("abort", stop);
      for (const thread of pool) {
        thread.onAnswer = ignore;
        thread.onFailure = ignore;
      }
    };
    const finish = () => {
      settle();
      const gap = found.indexOf(undefined);
      resolve((gap < 0 ? found : found.slice(0, gap)) as Observations[]);
    };
    // What is in the middle of a replication may take long: a stopped job does not wait for it.
    const stop = () => {
      abandon();
      finish();
    };
    const handOut = ({ worker }: Thread) => {
      if (handedOut === job.count) return;
      const request: WorkerRequest = { kind: "replication", replication: job.first + handedOut++ };
      worker.postMessage(request);
    };
    if (signal?.aborted || job.count === 0) return finish();
    signal?.addEventListener("abort", stop, { once: true });
    for (const thread of pool) {
      thread.onFailure = (error) => {
        settle();
        reject(error);
      };
      thread.onAnswer = ({ replication, observations }) => {
        found[replication - job.first] = observations;
        done++;
        onProgress?.(done);
        if (done === job.count) finish();
        else handOut(thread);
      };
      const request: WorkerRequest = { kind: "scenario", scenario: job.scenario, seed: job.seed };
      thread.worker.postMessage(request);
      handOut(thread);
    }
  });
}
