import { complain, INTERRUPTED } from "./failures.js";

/** Watches for Ctrl-C while a command works. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** No longer watches. */
  close(): void;
}

/**
 * The first Ctrl-C (or a polite kill) is acknowledged at once and asks the work to stop; a second ends the
 * process without more ado.
 */
export function watchInterruption(): Interruption {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    complain("\nInterrupted: stopping, what is finished is kept (once more to stop at once).");
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    close() {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
