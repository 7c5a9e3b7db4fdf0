import { Worker } from "node:worker_threads";
import type { Observations } from "../engine/observations.js";
import type { Scenario } from "../scenario/scenario.js";
import { closedRunner, type Job, type PerformOptions, type Runner } from "./runner.js";

/** What a worker is told; see worker.ts. */
export type WorkerRequest =
  | { readonly kind: "scenario"; readonly scenario: Scenario; readonly seed: string }
  | { readonly kind: "replication"; readonly replication: number };

/** What a worker says when a replication is done. */
export interface WorkerAnswer {
  readonly replication: number;
  readonly observations: Observations;
}

/** Worker threads load the build: Node 20 cannot load TypeScript, not even in tests. */
const workerFile = import.meta.url.endsWith(".ts")
  ? new URL("../../dist/run/worker.js", import.meta.url)
  : new URL("./worker.js", import.meta.url);

/**
 * A thread and whom it tells; listeners stay for life, for a worker stripped of them falls silent for good.
 */
interface Thread {
  readonly worker: Worker;
  /** The job whose scenario and seed it was told last. */
  told: Job | undefined;
  onAnswer: (answer: WorkerAnswer) => void;
  onFailure: (error: Error) => void;
}

/**
 * Performs jobs on so many worker threads, started with the first job; jobs of one runner follow each other.
 * A RangeError where `workers` is not a whole number from 1.
 */
export function threadRunner(workers: number): Runner {
  if (!(Number.isInteger(workers) && workers >= 1)) {
    throw new RangeError(`workers must be a whole number from 1, not ${workers}`);
  }
  let pool: Thread[] = [];
  let before: Promise<unknown> = Promise.resolve();
  const leaving = new Set<Promise<unknown>>();
  const closing = new AbortController();
  const dismiss = () => {
    for (const thread of pool) {
      thread.onFailure = ignore;
      const ended = thread.worker.terminate().finally(() => leaving.delete(ended));
      leaving.add(ended);
    }
    pool = [];
  };
  return {
    perform(job, options = {}) {
      const turn = before.then(() => {
        if (closing.signal.aborted) throw closedRunner();
        if (options.signal?.aborted || job.count === 0) return [];
        const wanted = Math.min(workers, job.count);
        while (pool.length < wanted) pool.push(startThread());
        return performOn(pool.slice(0, wanted), job, options, { abandon: dismiss, closing: closing.signal });
      });
      // A thread that failed is not to be trusted with the next job.
      before = turn.catch(dismiss);
      return turn;
    },
    async close() {
      closing.abort();
      dismiss();
      await Promise.all(leaving);
    },
  };
}

function startThread(): Thread {
  const thread: Thread = {
    // Flags of the process, such as those of `node -e`, are not for files.
    worker: new Worker(workerFile, { execArgv: [] }),
    told: undefined,
    onAnswer: ignore,
    onFailure: ignore,
  };
  thread.worker.on("message", (answer: WorkerAnswer) => thread.onAnswer(answer));
  thread.worker.on("error", (error) => thread.onFailure(error as Error));
  thread.worker.on("exit", (code) => thread.onFailure(new Error(`a worker thread ended with code ${code}`)));
  return thread;
}

function ignore(): void {}

/** `abandon` is called when the threads are left in the middle of something. */
function performOn(
  threads: readonly Thread[],
  job: Job,
  { signal, onProgress, take }: PerformOptions,
  { abandon, closing }: { readonly abandon: () => void; readonly closing: AbortSignal },
): Promise<Observations[]> {
  return new Promise((resolve, reject) => {
    const found: (Observations | undefined)[] = new Array(job.count).fill(undefined);
    let handedOut = 0;
    let done = 0;
    let taken = 0;
    const settle = () => {
      signal?.removeEventListener("abort", stop);
      closing.removeEventListener("abort", refuse);
      for (const thread of threads) {
        thread.onAnswer = ignore;
        thread.onFailure = ignore;
      }
    };
    const finish = () => {
      settle();
      if (take) return resolve([]);
      const gap = found.indexOf(undefined);
      resolve((gap < 0 ? found : found.slice(0, gap)) as Observations[]);
    };
    const fail = (error: unknown) => {
      settle();
      reject(error);
    };
    // What is in the middle of a replication may take long: a stopped job does not wait for it.
    const stop = () => {
      abandon();
      finish();
    };
    const refuse = () => fail(closedRunner());
    const handOver = (take: (observations: Observations) => void) => {
      for (let next = found[taken]; next; next = found[taken]) {
        found[taken++] = undefined;
        take(next);
      }
    };
    const handOut = ({ worker }: Thread) => {
      if (handedOut === job.count) return;
      const request: WorkerRequest = { kind: "replication", replication: job.first + handedOut++ };
      worker.postMessage(request);
    };
    signal?.addEventListener("abort", stop, { once: true });
    closing.addEventListener("abort", refuse, { once: true });
    for (const thread of threads) {
      thread.onFailure = fail;
      thread.onAnswer = ({ replication, observations }) => {
        found[replication - job.first] = observations;
        done++;
        try {
          if (take) handOver(take);
          onProgress?.(done);
        } catch (error) {
          return fail(error);
        }
        if (done === job.count) finish();
        else handOut(thread);
      };
      try {
        tell(thread, job);
        handOut(thread);
      } catch (error) {
        return fail(error);
      }
    }
  });
}

/**
 * Sends the scenario unless the thread has it: the batches of one evaluation are jobs of the same scenario.
 */
function tell(thread: Thread, job: Job): void {
  const { scenario, seed } = job;
  if (thread.told?.scenario === scenario && thread.told.seed === seed) return;
  thread.told = job;
  const request: WorkerRequest = { kind: "scenario", scenario, seed };
  thread.worker.postMessage(request);
}
