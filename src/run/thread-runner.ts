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

/** Performs jobs on so many worker threads, started with the first job; jobs of one runner follow each other. */
export function threadRunner(workers: number): Runner {
  let pool: Worker[] = [];
  let before: Promise<unknown> = Promise.resolve();
  const dismiss = async () => {
    const dismissed = pool;
    pool = [];
    await Promise.all(dismissed.map((worker) => worker.terminate()));
  };
  return {
    perform(job, options = {}) {
      const turn = before.then(() => {
        while (pool.length < Math.min(workers, job.count)) pool.push(new Worker(workerFile));
        return performOn(pool, job, options, dismiss);
      });
      // A thread that failed is not to be trusted with the next job.
      before = turn.catch(dismiss);
      return turn;
    },
    close: dismiss,
  };
}

/** `abandon` is called when the threads are left in the middle of something. */
function performOn(
  pool: readonly Worker[],
  job: Job,
  options: PerformOptions,
  abandon: () => void,
): Promise<Observations[]> {
  const { signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    const found: (Observations | undefined)[] = new Array(job.count).fill(undefined);
    let handedOut = 0;
    let done = 0;
    let atWork = 0;
    const settle = () => {
      for (const worker of pool) worker.removeAllListeners();
      signal?.removeEventListener("abort", stop);
    };
    const finish = () => {
      settle();
      resolve(untilGap(found));
    };
    const fail = (error: Error) => {
      settle();
      reject(error);
    };
    // What is in the middle of a replication may take long: a stopped job does not wait for it.
    const stop = () => {
      finish();
      abandon();
    };
    const handOut = (worker: Worker) => {
      if (handedOut === job.count) return;
      const request: WorkerRequest = { kind: "replication", replication: job.first + handedOut++ };
      atWork++;
      worker.postMessage(request);
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
    for (const worker of pool) {
      worker.on("error", fail);
      worker.on("exit", (code) => fail(new Error(`a worker thread ended with code ${code}`)));
      worker.on("message", (answer: WorkerAnswer) => {
        found[answer.replication - job.first] = answer.observations;
        done++;
        atWork--;
        onProgress?.(done);
        handOut(worker);
        if (atWork === 0) finish();
      });
      const request: WorkerRequest = { kind: "scenario", scenario: job.scenario, seed: job.seed };
      worker.postMessage(request);
      handOut(worker);
    }
    if (job.count === 0) finish();
  });
}

function untilGap(found: readonly (Observations | undefined)[]): Observations[] {
  const gap = found.indexOf(undefined);
  return (gap < 0 ? found : found.slice(0, gap)) as Observations[];
}
