import type { Run } from "../run.js";

/** Whether a contact of the queue would hear a busy signal. */
export function linesAreTaken(run: Run, queue: number): boolean {
  if (!needsLine(run, queue)) return false;
  const { lines } = run.model.limits;
  return run.inSystem[queue] >= lines[queue] || run.inSystemTotal >= run.model.lines;
}

function needsLine({ channels }: Run, queue: number): boolean {
  return channels === undefined || channels.tables.takesLine[queue] === 1;
}

/** A contact of the queue takes a line. Who counts lines asks `run.countsLines` first. */
export function takeLine(run: Run, queue: number): void {
  if (!needsLine(run, queue)) return;
  run.inSystem[queue]++;
  run.inSystemTotal++;
}

/** A contact of the queue, answered to the end or gone, leaves its line to others. */
export function freeLine(run: Run, queue: number): void {
  if (!needsLine(run, queue)) return;
  run.inSystem[queue]--;
  run.inSystemTotal--;
}
