import { compileSampler } from "../../src/random/compile-sampler.js";
import { openStream } from "../../src/random/stream.js";
import type { Way } from "./naive-announced-wait.js";
import type { Contact } from "./naive-contact.js";
import { linesAreTaken } from "./naive-lines.js";
import type { NaiveSimulator } from "./naive-simulator.js";

/** What self-service will do for a contact. */
export interface SelfServiceFate {
  readonly seconds: number;
  readonly isContained: boolean;
}

type Draw = () => SelfServiceFate & { readonly reaches: boolean };

/** The step before the queue. */
export class NaiveSelfService {
  private readonly draws = new Map<string, Draw | undefined>();
  private readonly drawsOf: (queue: number, way: Way) => Draw | undefined;

  constructor(private readonly centre: NaiveSimulator) {
    const { model, seed, replication } = centre;
    this.drawsOf = (queue, way) => {
      const { name, selfService } = model.scenario.queues[queue];
      if (!selfService) return undefined;
      const open = (purpose: string) => openStream(seed, replication, `${way}self-service-${purpose}`, name);
      const reaches = open("reaches");
      const contains = open("contains");
      const seconds = compileSampler(selfService.time, open("time"));
      return () => ({
        reaches: reaches() < selfService.reachesShare,
        isContained: contains() < selfService.containsShare,
        seconds: seconds(),
      });
    };
  }

  /** Of a contact on its first try. */
  draw(contact: Contact, way: Way): void {
    const key = `${way}\n${contact.queue}`;
    if (!this.draws.has(key)) this.draws.set(key, this.drawsOf(contact.queue, way));
    const { reaches, ...fate } = this.draws.get(key)?.() ?? { reaches: false };
    if (reaches) contact.toServeItself = fate as SelfServiceFate;
  }

  /** Whether the contact goes there instead of to the queue. */
  takes(contact: Contact): boolean {
    const { centre } = this;
    const { clock } = centre;
    const fate = contact.toServeItself;
    if (fate === undefined) return false;
    const { always } = centre.queueOf(contact).selfService!;
    if ((!centre.isOpen && !always) || linesAreTaken(centre, contact)) return false;
    contact.toServeItself = undefined;
    const began = clock.now;
    contact.arrivedAt = began;
    centre.inSystem.push(contact);
    centre.tell("selfServes", contact);
    centre.record.addToQueue(contact.queue, "selfServed", began);
    if (contact.redialling) centre.record.addToQueue(contact.queue, "redialled", began);
    clock.plan(began + fate.seconds, "selfServiceEnds", () => {
      if (fate.isContained) {
        centre.tell("contained", contact);
        centre.record.addToQueue(contact.queue, "contained", began);
        centre.leavesSystem(contact);
        centre.customers.isDone(contact, "answered");
        return;
      }
      contact.isHarder = true;
      contact.redialling = false;
      centre.record.addToQueue(contact.queue, "passedOn", clock.now);
      centre.letsIn(contact);
    });
    return true;
  }
}
