import type { Contact } from "./naive-contact.js";
import { fatesOf, handleFactorAt } from "./naive-draws.js";
import type { NaiveSimulator } from "./naive-simulator.js";

/** Callers who were blocked or hung up, and try again. */
export class NaiveRedials {
  private readonly fates;

  constructor(private readonly centre: NaiveSimulator) {
    const { model, seed, replication } = centre;
    this.fates = model.queues.map((queue) => fatesOf(queue, seed, replication, "redial-"));
  }

  /** Whether the caller will try again; then the try is planned. */
  mayRedial(contact: Contact): boolean {
    const { centre } = this;
    const { redial } = centre.queueOf(contact);
    if (redial === undefined || contact.fate.redialAfter === undefined) return false;
    if (contact.redials >= (redial.attempts ?? Number.POSITIVE_INFINITY)) return false;
    centre.clock.plan(centre.clock.now + contact.fate.redialAfter, "redials", () => this.redials(contact));
    return true;
  }

  private redials(contact: Contact): void {
    const { centre } = this;
    const { queue } = contact;
    contact.redials++;
    contact.redialling = true;
    contact.fate = this.fates[queue](handleFactorAt(centre.model.queues[queue], centre.clock.now));
    centre.tell("redials", contact);
    centre.approaches(contact);
  }
}
