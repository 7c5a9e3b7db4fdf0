import type { SlotNumbers } from "../contacts/contact-needs.js";
import type { Contacts } from "../contacts/contacts.js";

const NONE = -1;

/** Of a contact that has been put down: this and the one behind it. 0 of every other contact. */
const DOWN = 2;

/**
 * Agents who have a contact in hand that may be put down for another, in the order in which they began, by
 * team; and the contacts that have been put down, in the order in which they came, by queue. Those stand in
 * no line: they have been answered, and nobody hangs up any more.
 */
export class Interruptions {
  /** By team: who began such a contact last, -1 for nobody; by agent: who began before. */
  readonly last: Int32Array;
  readonly before: Int32Array;
  /** By agent: a number that grows with the moment of beginning, and when the service would end. */
  readonly begun: Float64Array;
  readonly endsSeconds: Float64Array;
  /** By agent, the ticket of the end of the service. */
  readonly tickets: Int32Array;
  /** By queue: the contact put down that came first, -1 for none. */
  readonly firstDown: Int32Array;
  private readonly after: Int32Array;
  private readonly down: SlotNumbers<Int32Array>;
  private stamp = 0;

  constructor(
    teams: number,
    agents: number,
    /** By queue: 1 where its contacts may be put down. */
    readonly interruptible: Uint8Array,
    private readonly contacts: Contacts,
  ) {
    this.last = new Int32Array(teams).fill(NONE);
    this.before = new Int32Array(agents);
    this.after = new Int32Array(agents);
    this.begun = new Float64Array(agents);
    this.endsSeconds = new Float64Array(agents);
    this.tickets = new Int32Array(agents);
    this.firstDown = new Int32Array(interruptible.length).fill(NONE);
    this.down = contacts.addInts();
  }

  /** The agent of the team has begun such a contact; `ticket` cancels its end. */
  begins(team: number, agent: number, ticket: number, endsSeconds: number): void {
    this.tickets[agent] = ticket;
    this.endsSeconds[agent] = endsSeconds;
    this.begun[agent] = this.stamp++;
    const before = this.last[team];
    this.before[agent] = before;
    this.after[agent] = NONE;
    if (before >= 0) this.after[before] = agent;
    this.last[team] = agent;
  }

  /** The agent of the team has such a contact in hand no more. */
  ends(team: number, agent: number): void {
    const before = this.before[agent];
    const after = this.after[agent];
    if (before >= 0) this.after[before] = after;
    if (after >= 0) this.before[after] = before;
    else this.last[team] = before;
  }

  isDown(contact: number): boolean {
    return this.down.values[contact] !== 0;
  }

  /** The contact is put down: it goes behind those of its queue that came no later. */
  putDown(contact: number): void {
    const { contacts, firstDown } = this;
    const { values } = this.down;
    const queue = contacts.queue(contact);
    const arrivedAt = contacts.arrivedAt(contact);
    let before = NONE;
    let next = firstDown[queue];
    while (next >= 0 && contacts.arrivedAt(next) <= arrivedAt) {
      before = next;
      next = values[next] - DOWN;
    }
    values[contact] = next + DOWN;
    if (before < 0) firstDown[queue] = contact;
    else values[before] = contact + DOWN;
  }

  /** The contact put down behind this one; -1 for none. */
  next(contact: number): number {
    return this.down.values[contact] - DOWN;
  }

  /** A contact that has been put down is taken up again. */
  takeUp(contact: number): void {
    const { firstDown } = this;
    const { values } = this.down;
    const queue = this.contacts.queue(contact);
    if (firstDown[queue] === contact) {
      firstDown[queue] = this.next(contact);
    } else {
      let before = firstDown[queue];
      while (this.next(before) !== contact) before = this.next(before);
      values[before] = values[contact];
    }
    values[contact] = 0;
  }
}
