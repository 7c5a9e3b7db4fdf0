import type { Model } from "../../model/model.js";
import type { SlotNumbers } from "../contacts/contact-needs.js";
import type { Contacts } from "../contacts/contacts.js";
import { freeLine } from "../contacts/lines.js";
import { EventKind } from "../event-kinds.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import { leaveLine } from "../service-start.js";

const NONE = -1;

/** Who is to be called back. */
export class Callbacks {
  /** By slot: calls made to it and one more, 0 for a contact that is not called back. */
  readonly calls: SlotNumbers<Int32Array>;
  /** By slot: its place in the order of joining, and the agent who calls it. */
  readonly places: SlotNumbers<Int32Array>;
  readonly agents: SlotNumbers<Int32Array>;

  /** Undefined where no queue offers it. */
  static of({ scenario }: Model, contacts: Contacts): Callbacks | undefined {
    return scenario.queues.some(({ callback }) => callback) ? new Callbacks(contacts) : undefined;
  }

  private constructor(contacts: Contacts) {
    this.calls = contacts.addInts();
    this.places = contacts.addInts();
    this.agents = contacts.addInts();
  }

  isCallback(contact: number): boolean {
    return this.calls.values[contact] > 0;
  }

  /** Nothing more comes of it. */
  forget(contact: number): void {
    this.calls.values[contact] = 0;
  }
}

/**
 * Whether the contact, about to join the line, asks to be called back: in an open centre, where it expects to
 * wait longer than the limit.
 */
export function accepts(run: Run, contact: number, expectedSeconds: number): boolean {
  const { overSeconds, acceptShare } = run.model.scenario.queues[run.contacts.queue(contact)].callback!;
  return run.open && expectedSeconds > overSeconds && run.door!.accepts.values[contact] < acceptShare;
}

/**
 * The contact hangs up, to be called back: it keeps a place in the line, without a phone line and without an
 * end to its patience; or it is to be called later. Whether it does not join the line now.
 */
export function asksCallback(run: Run, contact: number): boolean {
  const { contacts, events } = run;
  const callbacks = run.callbacks!;
  const queue = contacts.queue(contact);
  const { afterSeconds } = run.model.scenario.queues[queue].callback!;
  if (run.countsLines) freeLine(run, queue);
  run.cells[cellOf(run, contact) + QueueCell.callbacks]++;
  run.trace?.(events.time, "asksCallback", contacts.number(contact), queue, -1, -1);
  callbacks.calls.values[contact] = 1;
  callbacks.places.values[contact] = contacts.takePlace();
  contacts.patienceSeconds = Number.POSITIVE_INFINITY;
  if (afterSeconds === undefined) return false;
  callLater(run, contact, events.time + afterSeconds);
  return true;
}

/** The callback is due at that moment, or where the centre is closed then, when it opens next. */
export function callLater(run: Run, contact: number, atSeconds: number): void {
  const dueSeconds = openFrom(run.model, atSeconds);
  if (dueSeconds < run.model.horizonSeconds) run.events.add(dueSeconds, EventKind.CallbackFallsDue, contact);
}

/** The first moment from then on in which the centre is open; Infinity where there is none. */
function openFrom({ scenario }: Model, seconds: number): number {
  const { open } = scenario.calendar;
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seconds < open[middle].toSeconds) high = middle;
    else low = middle + 1;
  }
  return low < open.length ? Math.max(seconds, open[low].fromSeconds) : Number.POSITIVE_INFINITY;
}

/** No callback that waits in a line is called after closing: all are due when the centre opens next. */
export function putOffCallbacks(run: Run): void {
  const { contacts } = run;
  const callbacks = run.callbacks!;
  for (let queue = 0; queue < contacts.first.length; queue++) {
    let contact = contacts.first[queue];
    while (contact !== NONE) {
      const behind = contacts.behind(contact);
      if (callbacks.isCallback(contact)) {
        leaveLine(run, contact);
        callLater(run, contact, run.events.time);
      }
      contact = behind;
    }
  }
}

/** At the end, who has not been reached and not been given up is still waiting. */
export function bookOpenCallbacks({ cells, callbacks, contacts }: Run): void {
  for (let queue = 0; queue < contacts.first.length; queue++) {
    let contact = contacts.first[queue];
    while (contact !== NONE) {
      const behind = contacts.behind(contact);
      if (callbacks!.isCallback(contact)) contacts.leave(contact);
      contact = behind;
    }
  }
  for (let cell = 0; cell < cells.length; cell += QueueCell.places) {
    cells[cell + QueueCell.waiting] +=
      cells[cell + QueueCell.callbacks] -
      cells[cell + QueueCell.calledBack] -
      cells[cell + QueueCell.unreached];
  }
}
