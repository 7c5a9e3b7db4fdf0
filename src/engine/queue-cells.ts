import type { Run } from "./run.js";

/** Places in a queue's cell, in the order of QUEUE_FIELDS, and how many there are. */
export const enum QueueCell {
  arrived,
  answered,
  abandoned,
  blocked,
  closed,
  unserved,
  waiting,
  answeredWithin,
  abandonedWithin,
  abandonedUnder,
  answeredWaitSeconds,
  abandonedWaitSeconds,
  talkSeconds,
  holdSeconds,
  wrapSeconds,
  redialled,
  overflowed,
  places,
}

/** Start of the cell in `observed.queueCells` of the interval in which the contact arrived. */
export function cellOf(run: Run, contact: number): number {
  const { contacts, model } = run;
  const intervals = model.intervals.count + 1;
  return (contacts.queue(contact) * intervals + contacts.interval(contact)) * QueueCell.places;
}
