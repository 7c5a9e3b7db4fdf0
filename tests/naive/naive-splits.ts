import { openStream } from "../../src/random/stream.js";
import { expectedWait } from "./naive-announced-wait.js";
import { isWritten } from "./naive-channels.js";
import { chooseAgent } from "./naive-choice.js";
import { type Contact, newContact } from "./naive-contact.js";
import { fatesOf, handleFactorAt } from "./naive-draws.js";
import type { NaiveSimulator } from "./naive-simulator.js";

/** The queues that split their contacts among others. */
export class NaiveSplits {
  private readonly shares;
  private readonly fates;

  constructor(private readonly centre: NaiveSimulator) {
    const { model, seed, replication } = centre;
    const { queues } = model.scenario;
    this.shares = queues.map(({ name }) => openStream(seed, replication, "split", name));
    this.fates = queues.map(({ name }) =>
      model.queues.map((queue) => fatesOf(queue, seed, replication, `split/${name}-`)),
    );
  }

  /** The contact becomes one of another queue; it has its luck ready in each that it might have come to. */
  goesOn(contact: Contact): void {
    const { centre } = this;
    const { model, clock, record } = centre;
    const { name, split } = centre.queueOf(contact);
    centre.tell("arrives", contact);
    const selves = split!.among.map(({ queue: to }) => {
      const queue = model.queues.findIndex((one) => one.name === to);
      const fate = this.fates[contact.queue][queue](handleFactorAt(model.queues[queue], clock.now));
      const self = newContact(contact.number, queue, fate, clock.now);
      centre.outcomes.begins(self, `split/${name}-`);
      centre.drawsDoor(self, `split/${name}-`);
      return self;
    });
    const chosen = split!.by === "shares" ? this.byShare(contact, selves) : this.byDelay(selves);
    if (!centre.isOpen && !isWritten(centre, contact)) {
      centre.leavesUnanswered(contact, "closed");
      return;
    }
    centre.tell("routed", contact);
    record.addToQueue(contact.queue, "arrived", clock.now);
    record.addToQueue(contact.queue, "routedOut", clock.now);
    record.addToQueue(chosen.queue, "routedIn", clock.now);
    centre.meetsDoor(chosen);
  }

  private byShare(contact: Contact, selves: readonly Contact[]): Contact {
    let left = this.shares[contact.queue]();
    for (const [index, { share }] of this.centre.queueOf(contact).split!.among.entries()) {
      if (left < share) return selves[index];
      left -= share;
    }
    return selves.at(-1)!;
  }

  private byDelay(selves: readonly Contact[]): Contact {
    const { centre } = this;
    const delays = selves.map((self) => (chooseAgent(centre, self) ? 0 : expectedWait(centre, self)));
    return selves[delays.indexOf(Math.min(...delays))];
  }
}
