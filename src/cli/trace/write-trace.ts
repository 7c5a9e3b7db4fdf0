import { Worker } from "node:worker_threads";
import type { Scenario } from "../../scenario/scenario.js";
import { CannotWrite, Interrupted } from "../failures.js";
import { openPendingFile } from "../write-file.js";

/**
 * What the tracing thread is told, and what it answers with: pieces of the file, at last how many rows it
 * has.
 */
export interface TraceRequest {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Free places for pieces under way: the thread waits when there is none. */
  readonly credit: SharedArrayBuffer;
}

/** What the tracing thread sends: pieces of the file, then their number of rows. */
export type TraceAnswer =
  | { readonly kind: "rows"; readonly text: string }
  | { readonly kind: "done"; readonly rows: number };

/** Pieces under way at most, so that a slow disk does not fill the memory. */
const PIECES_UNDER_WAY = 8;

/**
 * Simulates replication 1 once more in a thread of its own and writes every event of it to `file`, which
 * appears only when it is whole. Returns the number of rows. Throws CannotWrite, or Interrupted when `signal`
 * stops it.
 */
export async function writeTrace(
  file: string,
  scenario: Scenario,
  seed: string,
  signal: AbortSignal,
): Promise<number> {
  const pending = openPendingFile(file);
  const credit = new SharedArrayBuffer(4);
  const places = new Int32Array(credit);
  places[0] = PIECES_UNDER_WAY;
  const request: TraceRequest = { scenario, seed, credit };
  const worker = new Worker(new URL("./trace-worker.js", import.meta.url), { workerData: request });
  try {
    const rows = await new Promise<number>((resolve, reject) => {
      const stop = () => reject(new Interrupted(`Interrupted: ${file} was not written.`));
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
      worker.on("error", reject);
      worker.on("message", (answer: TraceAnswer) => {
        if (answer.kind === "done") return resolve(answer.rows);
        try {
          pending.write(answer.text);
        } catch (error) {
          return reject(error);
        }
        Atomics.add(places, 0, 1);
        Atomics.notify(places, 0);
      });
    });
    pending.commit();
    return rows;
  } catch (error) {
    if (!(error instanceof CannotWrite)) pending.discard();
    throw error;
  } finally {
    await worker.terminate();
  }
}
