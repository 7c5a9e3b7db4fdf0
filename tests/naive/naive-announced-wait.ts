import { openStream } from "../../src/random/stream.js";
import { contactsAtOnce } from "../../src/scenario/channel.js";
import { handleSeconds } from "../../src/scenario/expected-load.js";
import type { Contact } from "./naive-contact.js";
import { handleFactorAt } from "./naive-draws.js";
import type { NaiveSimulator } from "./naive-simulator.js";

/** In which way a contact comes: each has streams of its own. */
export type Way = "" | "redial-" | "repeat-" | `split/${string}-`;

/** Draws of one purpose for each contact that comes in one way. */
export function luckOf(centre: NaiveSimulator, purpose: string, isDrawn: (queue: number) => boolean) {
  const { model, seed, replication } = centre;
  const streams = new Map<string, () => number>();
  const streamOf = (queue: number, way: Way) => {
    const { name } = model.scenario.queues[queue];
    const key = `${way}\n${name}`;
    const stream = streams.get(key) ?? openStream(seed, replication, way + purpose, name);
    streams.set(key, stream);
    return stream;
  };
  return ({ queue }: Contact, way: Way): number => (isDrawn(queue) ? streamOf(queue, way)() : Number.NaN);
}

/** The wait that a contact is told: all who wait in its queue and itself, shared out among the agents. */
export function expectedWait(centre: NaiveSimulator, contact: Contact): number {
  const { model, clock } = centre;
  const queue = centre.queueOf(contact);
  const waiting = centre.line.filter((one) => one.queue === contact.queue).length;
  let agents = 0;
  for (const [index, team] of model.scenario.teams.entries()) {
    if (centre.skillFor(team, contact)) agents += centre.present(index);
  }
  if (agents === 0) return Number.POSITIVE_INFINITY;
  const { reachesShare = 0, containsShare = 0, harderShare = 0 } = queue.selfService ?? {};
  const passed = reachesShare * (1 - containsShare);
  const reaching = 1 - reachesShare + passed;
  const harder = reaching === 0 ? 1 : 1 + (passed * harderShare) / reaching;
  const alone = (handleSeconds(queue) * harder) / contactsAtOnce(queue);
  const mean = alone * handleFactorAt(model.queues[contact.queue], clock.now);
  return ((waiting + 1) * mean) / agents;
}

/** What those do who hear how long they will wait. */
export class NaiveAnnouncedWait {
  private readonly leaves;

  constructor(private readonly centre: NaiveSimulator) {
    const { queues } = centre.model.scenario;
    this.leaves = luckOf(centre, "announce-leaves", (queue) => queues[queue].announce !== undefined);
  }

  draw(contact: Contact, way: Way): void {
    contact.leavesBelow = this.leaves(contact, way);
  }

  /** Whether the contact, about to join the line, leaves instead. */
  turnsAway(contact: Contact): boolean {
    const { centre } = this;
    const { announce } = centre.queueOf(contact);
    const expected = expectedWait(centre, contact);
    if (!announce || expected <= announce.overSeconds) return false;
    centre.tell("hears", contact);
    const share = announce.leave.findLast((step) => expected > step.overSeconds)?.share ?? 0;
    if (contact.leavesBelow < share) return true;
    contact.fate = { ...contact.fate, patience: contact.fate.patience * announce.patienceFactor };
    return false;
  }
}
