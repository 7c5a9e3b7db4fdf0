import { type CustomerTables, Ending } from "../../model/customers.js";
import { countedArrival } from "../channels/channels.js";
import type { SlotNumbers } from "../contacts/contact-needs.js";
import type { Contacts } from "../contacts/contacts.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";

const REACHED_NOBODY = Ending.Abandoned | Ending.Blocked | Ending.Balked | Ending.Unserved;

/**
 * What became of customers: each caller is one, judged once, when the last try has ended. Who leaves is not
 * drawn: one who was treated badly counts as so much of a customer as the chance of leaving is, which is the
 * same in the mean and adds no luck of its own.
 */
export class Customers {
  /** How a caller's try before ended; Answered, which is 0, for those of whom this is the first. */
  private readonly before: SlotNumbers<Int32Array>;
  /** 1 for those who waited too long in a line of this try. */
  private readonly late: SlotNumbers<Int32Array>;
  /** How many have left in counted time. */
  private lost = 0;

  constructor(
    private readonly tables: CustomerTables,
    contacts: Contacts,
  ) {
    this.before = contacts.addInts();
    this.late = contacts.addInts();
  }

  /**
   * The contact waits no more. Compared as moments: who hangs up after 600 s has not waited more than 600 s,
   * however sums are rounded.
   */
  endsWaiting(run: Run, contact: number): void {
    const { contacts, events } = run;
    const longest = this.tables.waitedSeconds[contacts.queue(contact)];
    const since = run.channels === undefined ? contacts.arrivedAt(contact) : countedArrival(run, contact);
    if (events.time > since + longest) this.late.values[contact] = 1;
  }

  /** The caller will try again, be it after the end of the simulation. */
  willTryAgain(contact: number, ending: Ending): void {
    this.before.values[contact] = ending;
    this.late.values[contact] = 0;
  }

  /** The contact's slot is for another. */
  forget(contact: number): void {
    this.willTryAgain(contact, Ending.Answered);
  }

  /** The caller's last try has ended so. */
  judge(run: Run, contact: number, ending: Ending): void {
    const { contacts, model, cells } = run;
    const { tables } = this;
    const queue = contacts.queue(contact);
    const before = this.before.values[contact];
    const isLate = this.late.values[contact] === 1;
    this.forget(contact);
    const cell = cellOf(run, contact);
    // Who comes back to a closed door is judged by what drove him to come back.
    const judged = ending === Ending.Closed && before !== Ending.Answered ? before : ending;
    if ((judged & REACHED_NOBODY) !== 0) cells[cell + QueueCell.gone]++;
    if (tables.asks[queue] === 0) return;
    cells[cell + QueueCell.callers]++;
    if (!isLate && (tables.badEnds[queue] & judged) === 0) return;
    cells[cell + QueueCell.treatedBadly]++;
    run.trace?.(run.events.time, "treatedBadly", contacts.number(contact), queue, -1, -1);
    // Callers are any of the firm's customers, so some have left before; none is lost twice.
    const leaving = tables.leaveShares[queue] * (1 - this.lost / tables.count);
    cells[cell + QueueCell.customersLost] += leaving;
    if (contacts.interval(contact) < model.intervals.count) this.lost += leaving;
  }
}

/** Nothing more comes of the contact: its customer is judged by how it ended, and its slot is free. */
export function contactEnds(run: Run, contact: number, ending: Ending): void {
  if (run.customers) run.customers.judge(run, contact, ending);
  run.contacts.free(contact);
}

/** Nothing more comes of the contact in the time simulated, but something may afterwards. */
export function contactStaysOpen(run: Run, contact: number): void {
  if (run.customers) run.customers.forget(contact);
  run.contacts.free(contact);
}
