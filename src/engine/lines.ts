import type { Run } from "./run.js";

/** Whether a contact of the queue would hear a busy signal. */
export function linesAreTaken(run: Run, queue: number): boolean {
  const { lines } = run.model.limits;
  return run.inSystem[queue] >= lines[queue] || run.inSystemTotal >= run.model.lines;
}

/** A contact of the queue takes a line. Who counts lines asks `run.countsLines` first. */
export function takeLine(run: Run, queue: number): void {
  run.inSystem[queue]++;
  run.inSystemTotal++;
}

/** A contact of the queue, answered to the end or gone, leaves its line to others. */
export function freeLine(run: Run, queue: number): void {
  run.inSystem[queue]--;
  run.inSystemTotal--;
}
