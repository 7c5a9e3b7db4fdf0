import { countsSince } from "./naive-channels.js";
import type { Contact } from "./naive-contact.js";
import type { NaiveSimulator } from "./naive-simulator.js";

/** How the last try of a caller ended. */
export type Ending = "answered" | "abandoned" | "blocked" | "closed" | "unserved" | "unresolved" | "balked";

/** Customers: each caller is one, looked at once, when the last try has ended. */
export class NaiveCustomers {
  /** How many of the firm's customers are still there, in the mean. */
  private there: number;
  /** Nobody counts who is gone where no queue asks after customers, or says what they pay. */
  private readonly asksAny: boolean;

  constructor(private readonly centre: NaiveSimulator) {
    this.there = centre.model.scenario.customerCount ?? Number.POSITIVE_INFINITY;
    const { queues } = centre.model.scenario;
    this.asksAny = queues.some((one) => one.customers !== undefined || one.value !== undefined);
  }

  /** The contact waits no more: answered, or gone. */
  endsWaiting(contact: Contact): void {
    const longest = this.centre.queueOf(contact).customers?.waitedSeconds ?? Number.POSITIVE_INFINITY;
    const { model, clock } = this.centre;
    const since = countsSince(model, contact.queue, contact.waitsSince, clock.now);
    if (clock.now > since + longest) contact.isLate = true;
  }

  /** The caller tries again, be it after the end of the simulation. */
  triesAgain(contact: Contact, ending: Ending): void {
    contact.endedBefore = ending;
    contact.isLate = false;
  }

  /** The caller does not try again. */
  isDone(contact: Contact, ending: Ending): void {
    const { record, model } = this.centre;
    const { customers } = this.centre.queueOf(contact);
    const judged = (ending === "closed" && contact.endedBefore) || ending;
    const reachedNobody = ["abandoned", "blocked", "balked", "unserved"].includes(judged);
    if (reachedNobody && this.asksAny) record.addToQueue(contact.queue, "gone", contact.arrivedAt);
    if (customers === undefined) return;
    record.addToQueue(contact.queue, "callers", contact.arrivedAt);
    if (!contact.isLate && !customers.badEnds.some((end) => end === judged)) return;
    record.addToQueue(contact.queue, "treatedBadly", contact.arrivedAt);
    this.centre.tell("treatedBadly", contact);
    const { customerCount } = model.scenario;
    const stillThere = customerCount === undefined ? 1 : this.there / customerCount;
    const lost = customers.leaveShare * stillThere;
    record.addToQueue(contact.queue, "customersLost", contact.arrivedAt, lost);
    if (contact.arrivedAt >= model.intervals.startsSeconds[0]) this.there -= lost;
  }
}
