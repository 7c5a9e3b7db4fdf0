import { expectedWait, luckOf, type Way } from "./naive-announced-wait.js";
import type { Contact } from "./naive-contact.js";
import { planOverflow } from "./naive-overflow.js";
import type { NaiveSimulator } from "./naive-simulator.js";
import type { Agent } from "./naive-staff.js";

/** What is remembered of a contact that is to be called back. */
export interface Callback {
  /** Its place in the order of those who ever waited or asked to be called back. */
  readonly place: number;
  calls: number;
  ended: boolean;
}

/** Those who asked to be called back, and the calls to them. */
export class NaiveCallbacks {
  private readonly accepts;
  private readonly reaches;
  private readonly all: Contact[] = [];

  constructor(private readonly centre: NaiveSimulator) {
    const { queues } = centre.model.scenario;
    const isOffered = (queue: number) => queues[queue].callback !== undefined;
    this.accepts = luckOf(centre, "callback-accepts", isOffered);
    this.reaches = luckOf(centre, "callback-reaches", isOffered);
  }

  draw(contact: Contact, way: Way): void {
    contact.acceptsBelow = this.accepts(contact, way);
    contact.reachedBelow = this.reaches(contact, way);
  }

  /** Whether the contact, about to join the line, is to be called back. */
  takes(contact: Contact): boolean {
    const { centre } = this;
    const { callback } = centre.queueOf(contact);
    if (!callback || !centre.isOpen || expectedWait(centre, contact) <= callback.overSeconds) return false;
    if (contact.acceptsBelow >= callback.acceptShare) return false;
    contact.callback = { place: centre.nextPlace(), calls: 0, ended: false };
    this.all.push(contact);
    centre.leavesSystem(contact);
    centre.tell("asksCallback", contact);
    centre.record.addToQueue(contact.queue, "callbacks", contact.arrivedAt);
    if (callback.afterSeconds === undefined) this.joinsLine(contact);
    else this.callLater(contact, callback.afterSeconds);
    return true;
  }

  /** The contact stands in the line where it asked to be called back. */
  private joinsLine(contact: Contact): void {
    const { centre } = this;
    const behind = centre.line.findIndex((one) => one.place > contact.callback!.place);
    contact.place = contact.callback!.place;
    if (behind < 0) centre.line.push(contact);
    else centre.line.splice(behind, 0, contact);
    contact.overflows = 0;
    contact.pending = [];
    planOverflow(centre, contact);
    centre.tell("waits", contact);
  }

  /** So much later, in opening hours. */
  private callLater(contact: Contact, seconds: number): void {
    const { centre } = this;
    const from = centre.clock.now + seconds;
    const stretches = centre.model.scenario.calendar.open.filter((one) => one.toSeconds > from);
    if (stretches.length === 0) return;
    const due = Math.max(from, Math.min(...stretches.map((one) => one.fromSeconds)));
    centre.clock.plan(due, "callbackDue", () => {
      centre.tell("callbackDue", contact);
      contact.overflows = 0;
      if (!centre.findsAgent(contact)) this.joinsLine(contact);
    });
  }

  /** Nobody is called while the centre is closed. */
  putOff(): void {
    const { centre } = this;
    for (const [queue] of centre.model.queues.entries()) {
      for (const contact of centre.line.filter(
        (one) => one.queue === queue && one.callback?.ended === false,
      )) {
        centre.leavesLine(contact);
        this.callLater(contact, 0);
      }
    }
  }

  /** The agent calls. */
  dial(agent: Agent, contact: Contact): void {
    const { centre } = this;
    const { clock, record } = centre;
    const { dialSeconds, reachShare, attempts, retrySeconds } = centre.queueOf(contact).callback!;
    centre.leavesLine(contact);
    centre.inSystem.push(contact);
    contact.callback!.calls++;
    centre.tell("callsBack", contact, agent);
    record.begins(agent, "busy", clock.now);
    clock.plan(clock.now + dialSeconds, "dialEnds", () => {
      let missed = 1;
      for (let call = 0; call < contact.callback!.calls; call++) missed *= 1 - reachShare;
      if (contact.reachedBelow >= missed) {
        contact.callback!.ended = true;
        centre.handle(agent, contact, "calledBack");
        record.addToQueue(
          contact.queue,
          "callbackWaitSeconds",
          contact.arrivedAt,
          clock.now - contact.arrivedAt,
        );
        return;
      }
      centre.leavesSystem(contact);
      if (contact.callback!.calls < attempts) {
        centre.tell("notReached", contact, agent);
        this.callLater(contact, retrySeconds);
      } else {
        centre.tell("unreached", contact, agent);
        contact.callback!.ended = true;
        record.attempt(contact, "unreached", clock.now);
        centre.outcomes.isGone(contact, "unserved");
      }
      centre.isFree(agent);
    });
  }

  /** At the end, who has neither been reached nor been given up is still waiting. */
  close(): void {
    for (const contact of this.all.filter((one) => !one.callback!.ended)) {
      this.centre.leavesLine(contact);
      this.centre.record.attempt(contact, "waiting", this.centre.clock.now);
    }
  }
}
