import { Ending } from "../../model/customers.js";
import type { Announcement } from "../../scenario/door.js";
import { freeLine } from "../contacts/lines.js";
import { mayRedial } from "../contacts/redials.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import { accepts, asksCallback } from "./callbacks.js";
import { expectedWaitSeconds } from "./expected-wait.js";

/**
 * The contact is about to join the line and may be told how long it will wait. Whether it does not join: it
 * is called back later, or leaves. The offer of a callback comes first.
 */
export function turnsAway(run: Run, contact: number): boolean {
  const { contacts, model, events } = run;
  const queue = contacts.queue(contact);
  const { announce, callback } = model.scenario.queues[queue];
  if (announce === undefined && callback === undefined) return false;
  if (run.door!.isTold.values[contact] === 0) return false;
  const expected = expectedWaitSeconds(run, queue);
  if (callback !== undefined && accepts(run, contact, expected)) return asksCallback(run, contact);
  if (announce === undefined || !(expected > announce.overSeconds)) return false;
  run.trace?.(events.time, "hears", contacts.number(contact), queue, -1, -1);
  if (run.door!.leaves.values[contact] < leavingShare(announce, expected)) {
    balks(run, contact);
    return true;
  }
  contacts.patienceSeconds *= announce.patienceFactor;
  return false;
}

/** Share of those who expect to wait so long that leaves. */
function leavingShare({ leave }: Announcement, expectedSeconds: number): number {
  let share = 0;
  for (const step of leave) if (expectedSeconds > step.overSeconds) share = step.share;
  return share;
}

/** It leaves as if it had met a busy signal. */
function balks(run: Run, contact: number): void {
  const { contacts } = run;
  const queue = contacts.queue(contact);
  run.cells[cellOf(run, contact) + QueueCell.balked]++;
  if (run.countsLines) freeLine(run, queue);
  run.trace?.(run.events.time, "balks", contacts.number(contact), queue, -1, -1);
  mayRedial(run, contact, Ending.Balked);
}
