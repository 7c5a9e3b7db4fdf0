import { Ending } from "../../model/customers.js";
import { seeksAgent } from "../contact-events.js";
import { freeLine } from "../contacts/lines.js";
import { contactIsGone } from "../outcomes/coming-again.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import { SelfService } from "./door.js";
import { isHarder } from "./self-service.js";

/** The contact is done there, or comes to the queue. */
export function selfServiceEnds(run: Run, contact: number): void {
  const { contacts, cells, events } = run;
  const door = run.door!;
  const queue = contacts.queue(contact);
  if (door.selfService.values[contact] === SelfService.Solves) {
    cells[cellOf(run, contact) + QueueCell.contained]++;
    run.trace?.(events.time, "contained", contacts.number(contact), queue, -1, -1);
    leaves(run, contact, Ending.Answered);
    return;
  }
  door.selfService.values[contact] = SelfService.Passed;
  isHarder(run, contact);
  contacts.patienceSeconds = door.patienceSeconds.values[contact];
  contacts.comes(contact, run.interval);
  contacts.setArrivedAt(contact, events.time);
  const cell = cellOf(run, contact);
  cells[cell + QueueCell.arrived]++;
  cells[cell + QueueCell.passedOn]++;
  run.trace?.(events.time, "arrives", contacts.number(contact), queue, -1, -1);
  if (run.open) {
    seeksAgent(run, contact);
    return;
  }
  cells[cell + QueueCell.closed]++;
  run.trace?.(events.time, "closed", contacts.number(contact), queue, -1, -1);
  leaves(run, contact, Ending.Closed);
}

function leaves(run: Run, contact: number, ending: Ending): void {
  if (run.countsLines) freeLine(run, run.contacts.queue(contact));
  contactIsGone(run, contact, ending);
}
