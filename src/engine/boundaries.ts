import { releaseUnserved } from "./agents/log-off.js";
import { putOffCallbacks } from "./door/callbacks.js";
import type { Run } from "./run.js";

/** From here on all is booked in another interval. */
export function intervalBegins(run: Run, interval: number): void {
  run.accounts.enter(interval);
  run.interval = interval;
}

/** Contacts are let in. */
export function centreOpens(run: Run): void {
  run.open = true;
}

/** No more contacts are let in; those that wait are served by the agents still there. */
export function centreCloses(run: Run): void {
  run.open = false;
  if (run.callbacks !== undefined) putOffCallbacks(run);
  releaseUnserved(run);
}
