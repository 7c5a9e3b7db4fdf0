import { Ending } from "../../model/customers.js";
import { contactIsGone } from "../outcomes/coming-again.js";
import { callerIsNotAnswered } from "../outcomes/handover.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";

/** Whether all seats are taken for the contact, which is about to wait; it goes away for good then. */
export function findsNoSeat(run: Run, contact: number): boolean {
  const { contacts } = run;
  const { seats } = run.channels!.tables;
  const queue = contacts.queue(contact);
  if (seats === undefined || run.waiting[queue] < seats[queue]) return false;
  run.cells[cellOf(run, contact) + QueueCell.balked]++;
  run.trace?.(run.events.time, "balks", contacts.number(contact), queue, -1, -1);
  if (run.outcomes !== undefined) callerIsNotAnswered(run, contact);
  contactIsGone(run, contact, Ending.Balked);
  return true;
}
