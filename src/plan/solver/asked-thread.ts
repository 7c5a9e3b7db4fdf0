import { Worker } from "node:worker_threads";

/** What a thread answers: something on the way, its last word, or why there is none. */
export type ThreadAnswer<Word, Last> =
  | { readonly kind: "word"; readonly word: Word }
  | { readonly kind: "last"; readonly last: Last }
  | { readonly kind: "failed"; readonly message: string };

/** Where a worker's file lies, beside the module that asks for it: threads load the build, also in tests. */
export function workerFile(module: string, folder: string, name: string): URL {
  // Node 20 cannot load TypeScript in a thread.
  return module.endsWith(".ts")
    ? new URL(`../../../dist/plan/${folder}/${name}.js`, module)
    : new URL(`./${name}.js`, module);
}

/**
 * A thread that is asked one question after the other and can be stopped in the middle of one. It starts with
 * the first question; `name` is what messages call it.
 */
export class AskedThread<Request, Word, Last> {
  private worker: Worker | undefined;
  private onAnswer: (answer: ThreadAnswer<Word, Last>) => void = ignore;
  private onFailure: (error: unknown) => void = ignore;

  constructor(
    private readonly file: URL,
    private readonly name: string,
  ) {}

  /**
   * Its last word; `listen` hears those before it. Rejects with the signal's reason when stopped, with an
   * Error where the thread fails.
   */
  ask(request: Request, signal?: AbortSignal, listen: (word: Word) => void = ignore): Promise<Last> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.onAnswer = ignore;
        this.onFailure = ignore;
        signal?.removeEventListener("abort", stop);
      };
      // In the middle of a question it hears nothing; the next one gets a new thread.
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
        if (answer.kind === "failed") return fail(new Error(`${this.name} failed: ${answer.message}`));
        if (answer.kind === "word") return listen(answer.word);
        settle();
        resolve(answer.last);
      };
      this.worker ??= this.start();
      this.worker.postMessage(request);
    });
  }

  /** Ends the thread, whatever it is at. */
  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  /** Its listeners stay for life: a worker stripped of them falls silent for good. */
  private start(): Worker {
    const worker = new Worker(this.file, { execArgv: [] });
    const mine = (action: () => void) => {
      if (this.worker === worker) action();
    };
    worker.on("message", (answer: ThreadAnswer<Word, Last>) => mine(() => this.onAnswer(answer)));
    worker.on("error", (error) => mine(() => this.onFailure(error)));
    worker.on("exit", (code) =>
      mine(() => this.onFailure(new Error(`${this.name} ended its thread with code ${code}`))),
    );
    return worker;
  }
}

function ignore(): void {}
