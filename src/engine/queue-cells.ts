import { QUEUE_FIELDS } from "./observations.js";
import type { Run } from "./run.js";

const at = (field: (typeof QUEUE_FIELDS)[number]) => QUEUE_FIELDS.indexOf(field);

/** Places in a queue's cell, by the names of QUEUE_FIELDS. */
export const ARRIVED = at("arrived");
export const ANSWERED = at("answered");
export const ABANDONED = at("abandoned");
export const BLOCKED = at("blocked");
export const CLOSED = at("closed");
export const UNSERVED = at("unserved");
export const WAITING = at("waiting");
export const ANSWERED_WITHIN = at("answeredWithin");
export const ABANDONED_WITHIN = at("abandonedWithin");
export const ABANDONED_UNDER = at("abandonedUnder");
export const ANSWERED_WAIT_SECONDS = at("answeredWaitSeconds");
export const ABANDONED_WAIT_SECONDS = at("abandonedWaitSeconds");
export const TALK_SECONDS = at("talkSeconds");
export const HOLD_SECONDS = at("holdSeconds");
export const WRAP_SECONDS = at("wrapSeconds");
export const REDIALLED = at("redialled");
export const OVERFLOWED = at("overflowed");

/** Start of the cell in `observed.queueCells` of the interval in which the contact arrived. */
export function cellOf(run: Run, contact: number): number {
  const { contacts, model } = run;
  const intervals = model.intervals.count + 1;
  return (contacts.queue(contact) * intervals + contacts.interval(contact)) * QUEUE_FIELDS.length;
}
