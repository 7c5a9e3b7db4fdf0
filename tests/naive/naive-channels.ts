import type { Model } from "../../src/model/model.js";
import { compileSampler } from "../../src/random/compile-sampler.js";
import { openStream } from "../../src/random/stream.js";
import { type Contact, newContact } from "./naive-contact.js";
import { fatesOf, handleFactorAt } from "./naive-draws.js";
import type { NaiveSimulator } from "./naive-simulator.js";

const WRITTEN = ["email", "fax", "web", "edi", "portal"];

/** Whether the contact waits for its answer however long the centre is closed. */
export function isWritten(centre: NaiveSimulator, { queue }: Contact): boolean {
  return WRITTEN.includes(centre.model.scenario.queues[queue].channel);
}

/** Whether the contact would need a line. */
export function needsLine(centre: NaiveSimulator, contact: Contact): boolean {
  return !isWritten(centre, contact) && centre.queueOf(contact).channel !== "visit";
}

/** Whether the contact finds all seats of its queue taken. */
export function findsNoSeat(centre: NaiveSimulator, contact: Contact): boolean {
  const { seats = Number.POSITIVE_INFINITY } = centre.queueOf(contact);
  return centre.line.filter(({ queue }) => queue === contact.queue).length >= seats;
}

/** The moment from which a wait that ends at `end` counts: so much before it as its hours were open. */
export function countsSince(model: Model, queue: number, since: number, end: number): number {
  const { calendar, queues } = model.scenario;
  if (queues[queue].serviceLevel.hours !== "open") return since;
  let waited = Math.max(0, -since);
  for (const { fromSeconds, toSeconds } of calendar.open) {
    waited += Math.max(0, Math.min(end, toSeconds) - Math.max(since, fromSeconds, 0));
  }
  return end - waited;
}

/** Plans that those who wait when counted time starts are there. */
export function planBacklogs(centre: NaiveSimulator): void {
  const { model, clock, seed, replication } = centre;
  for (const [queue, { name, backlog }] of model.scenario.queues.entries()) {
    if (backlog === undefined) continue;
    clock.plan(model.warmupSeconds, "backlogWaits", () => {
      const age = backlog.age
        ? compileSampler(backlog.age, openStream(seed, replication, "backlog-age", name))
        : () => 0;
      const fate = fatesOf(model.queues[queue], seed, replication, "backlog-");
      const ages = Array.from({ length: backlog.contacts }, age);
      for (const old of ages.sort((a, b) => b - a)) {
        const drawn = fate(handleFactorAt(model.queues[queue], clock.now));
        waitsAlready(centre, newContact(centre.numbered(), queue, drawn, clock.now), old);
      }
    });
  }
}

function waitsAlready(centre: NaiveSimulator, contact: Contact, ageSeconds: number): void {
  contact.waitsSince = centre.clock.now - ageSeconds;
  centre.outcomes.begins(contact, "backlog-");
  centre.tell("backlog", contact);
  centre.record.addToQueue(contact.queue, "backlog", centre.clock.now);
  if (!centre.findsAgent(contact)) centre.waits(contact);
}
