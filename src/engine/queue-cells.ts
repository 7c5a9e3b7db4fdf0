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
  transferredOut,
  escalated,
  complaints,
  transferredIn,
  repeats,
  firstContacts,
  resolvedFirst,
  complaintsSolved,
  complaintSeconds,
  sales,
  saleValue,
  saves,
  saveValue,
  bonus,
  handoverSeconds,
  balked,
  backlog,
  callers,
  treatedBadly,
  customersLost,
  places,
}

/** Start of the cell in `run.cells` of the interval in which the contact arrived. */
export function cellOf(run: Run, contact: number): number {
  const { contacts } = run;
  return contacts.queue(contact) * run.cellsOfQueue + contacts.interval(contact) * QueueCell.places;
}
