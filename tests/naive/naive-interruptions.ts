import { takesMore } from "./naive-chats.js";
import type { Contact } from "./naive-contact.js";
import { hasAllNeeded } from "./naive-routing.js";
import { partsOf } from "./naive-service.js";
import type { NaiveSimulator } from "./naive-simulator.js";
import type { Agent } from "./naive-staff.js";

/** Whether an agent puts down what he has in hand and takes the contact. */
export function interruptsSomebody(centre: NaiveSimulator, contact: Contact): boolean {
  if (centre.queueOf(contact).interruptible) return false;
  const able = [...centre.interruptible].filter(
    (one) =>
      one.service &&
      !one.service.agent.leaving &&
      centre.skillFor(centre.teamOf(one.service.agent), contact) &&
      (centre.queueOf(contact).outbound !== undefined ||
        (centre.skillFor(centre.teamOf(one.service.agent), contact)!.whenFree ?? 1) === 1) &&
      hasAllNeeded(centre, one.service.agent, contact) &&
      centre.people.mayTake(one.service.agent, centre.queueOf(contact).name),
  );
  const preferenceOf = (one: Contact) =>
    centre.skillFor(centre.teamOf(one.service!.agent), contact)!.preference;
  able.sort((a, b) => preferenceOf(a) - preferenceOf(b) || b.service!.order - a.service!.order);
  const [other] = able;
  if (!other) return false;
  const { agent } = other.service!;
  isPutDown(centre, other);
  centre.serve(agent, contact);
  takesMore(centre, agent);
  centre.findsAgent(other);
  return true;
}

/** The agent puts the contact down; what is left of it is for later. */
function isPutDown(centre: NaiveSimulator, contact: Contact): void {
  const { agent, end, parts } = contact.service!;
  const { record, clock } = centre;
  const speed = centre.skillFor(centre.teamOf(agent), contact)?.speed ?? 1;
  clock.drop([end]);
  centre.interruptible.delete(contact);
  contact.isDown = true;
  let left = end.at - clock.now;
  const wrap = Math.min(left, parts.wrap);
  const hold = Math.min(left - wrap, parts.hold);
  left = left - wrap - hold;
  const factor = centre.people.handleFactor(agent);
  const drawn = (seconds: number) => (seconds * speed) / factor;
  // It is in what is left.
  contact.isHarder = false;
  contact.fate = { ...contact.fate, talk: drawn(left), hold: drawn(hold), wrap: drawn(wrap) };
  record.addToQueue(contact.queue, "interrupted", contact.arrivedAt);
  record.addToQueue(contact.queue, "talkSeconds", contact.arrivedAt, -left);
  record.addToQueue(contact.queue, "holdSeconds", contact.arrivedAt, -hold);
  record.addToQueue(contact.queue, "wrapSeconds", contact.arrivedAt, -wrap);
  centre.line.push(contact);
  centre.tell("interrupted", contact, agent);
}

/** The agent goes on with a contact that has been put down. */
export function goesOn(centre: NaiveSimulator, agent: Agent, contact: Contact): void {
  const { record } = centre;
  const parts = partsOf(centre, agent, contact);
  const { talk, hold, wrap } = parts;
  contact.isDown = false;
  record.addToQueue(contact.queue, "talkSeconds", contact.arrivedAt, talk);
  record.addToQueue(contact.queue, "holdSeconds", contact.arrivedAt, hold);
  record.addToQueue(contact.queue, "wrapSeconds", contact.arrivedAt, wrap);
  centre.tell("resumes", contact, agent);
  record.begins(agent, "busy", centre.clock.now);
  centre.hasInHand(agent, contact, parts);
}

/** Of those who wait: who has been put down waits since it came, before who came then. */
export function placeInLine(centre: NaiveSimulator, contact: Contact, place: number): readonly number[] {
  if (!centre.model.scenario.queues.some(({ interruptible }) => interruptible)) return [place];
  const { isDown, waitsSince, queue } = contact;
  return [waitsSince, isDown ? 0 : 1, isDown ? queue : 0, place];
}
