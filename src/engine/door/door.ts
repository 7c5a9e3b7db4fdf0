import type { Model } from "../../model/model.js";
import { Draws } from "../../random/draws.js";
import { openStream } from "../../random/stream.js";
import { contactsAtOnce } from "../../scenario/channel.js";
import { reachingSeconds } from "../../scenario/expected-load.js";
import type { Queue } from "../../scenario/queue.js";
import type { SlotNumbers } from "../contacts/contact-needs.js";
import type { Contacts } from "../contacts/contacts.js";

/** How a contact stands with self-service. */
export const enum SelfService {
  /** It comes to the queue at once. */
  None = 0,
  /** It has yet to try it, and will be done there; or will not. */
  Solves,
  Fails,
  /** It has tried it in vain. */
  Passed,
}

/** What is drawn of one queue's contacts, at their first try or at a later one. */
export interface DoorDraws {
  readonly reaches: Draws | undefined;
  readonly isContained: Draws | undefined;
  readonly selfSeconds: Draws | undefined;
  readonly leaves: Draws | undefined;
  readonly accepts: Draws | undefined;
  readonly isReached: Draws | undefined;
}

/**
 * What contacts meet before an agent takes them: self-service, an announced wait, the offer of a callback.
 * Keeps what is drawn of each: all of it when it arrives, so many draws whatever they bring.
 */
export class Door {
  /** By slot: see `SelfService`; how long the step takes, and the patience kept meanwhile. */
  readonly selfService: SlotNumbers<Int32Array>;
  readonly selfSeconds: SlotNumbers<Float64Array>;
  readonly patienceSeconds: SlotNumbers<Float64Array>;
  /** By slot: 1 where the contact is told how long it will wait, and offered a callback. */
  readonly isTold: SlotNumbers<Int32Array>;
  /** By slot, between 0 and 1: below the share of those who leave, or who accept, it is one of them. */
  readonly leaves: SlotNumbers<Float64Array>;
  readonly accepts: SlotNumbers<Float64Array>;
  /** By slot: at which call back the customer is reached; 0 for never. */
  readonly reachedAt: SlotNumbers<Int32Array>;
  /** By queue: mean time of an agent for those who come to it, where no table says another. */
  readonly meanHandleSeconds: Float64Array;
  private readonly first: readonly DoorDraws[];
  private readonly redial: readonly DoorDraws[];
  private readonly repeat: readonly DoorDraws[];

  /** Undefined where no queue has any of it. */
  static of(model: Model, contacts: Contacts, seed: string, replication: number): Door | undefined {
    const { queues } = model.scenario;
    const isUsed = queues.some(
      ({ selfService, announce, callback, split }) => selfService ?? announce ?? callback ?? split,
    );
    return isUsed ? new Door(queues, contacts, seed, replication) : undefined;
  }

  private constructor(queues: readonly Queue[], contacts: Contacts, seed: string, replication: number) {
    this.selfService = contacts.addInts();
    this.selfSeconds = contacts.addDoubles();
    this.patienceSeconds = contacts.addDoubles();
    this.isTold = contacts.addInts();
    this.leaves = contacts.addDoubles();
    this.accepts = contacts.addDoubles();
    this.reachedAt = contacts.addInts();
    this.meanHandleSeconds = Float64Array.from(
      queues,
      (queue) => reachingSeconds(queue) / contactsAtOnce(queue),
    );
    const drawsOfAll = (way: string) => queues.map((queue) => drawsOf(queue, seed, replication, way));
    this.first = drawsOfAll("");
    this.redial = drawsOfAll("redial-");
    this.repeat = drawsOfAll("repeat-");
  }

  /** Draws what happens to a contact of the queue on its first try. */
  drawFirst(queue: Queue, index: number, slot: number): void {
    this.drawAll(this.first[index], queue, slot);
  }

  /** The same from these draws: of those who come to the queue by a split. */
  drawAll(draws: DoorDraws, queue: Queue, slot: number): void {
    this.selfService.values[slot] = SelfService.None;
    if (queue.selfService) {
      const { reachesShare, containsShare } = queue.selfService;
      const isContained = draws.isContained!.next() < containsShare;
      if (draws.reaches!.next() < reachesShare) {
        this.selfService.values[slot] = isContained ? SelfService.Solves : SelfService.Fails;
      }
      this.selfSeconds.values[slot] = draws.selfSeconds!.next();
    }
    this.draw(draws, queue, slot);
  }

  /** The same on a later try; self-service is tried once. */
  drawRedial(queue: Queue, index: number, slot: number): void {
    this.draw(this.redial[index], queue, slot);
  }

  /** The same where a contact that was answered comes again. */
  drawRepeat(queue: Queue, index: number, slot: number): void {
    this.selfService.values[slot] = SelfService.None;
    this.draw(this.repeat[index], queue, slot);
  }

  /** The contact comes from an agent: it meets nothing here. */
  passes(slot: number): void {
    this.selfService.values[slot] = SelfService.None;
    this.isTold.values[slot] = 0;
  }

  private draw({ leaves, accepts, isReached }: DoorDraws, { callback }: Queue, slot: number): void {
    this.isTold.values[slot] = 1;
    if (leaves) this.leaves.values[slot] = leaves.next();
    if (!callback) return;
    this.accepts.values[slot] = accepts!.next();
    this.reachedAt.values[slot] = callReaching(isReached!.next(), callback.reachShare, callback.attempts);
  }
}

/** Which call reaches the customer, from one draw between 0 and 1; 0 where none of the attempts does. */
function callReaching(draw: number, chance: number, attempts: number): number {
  let missed = 1;
  for (let call = 1; call <= attempts; call++) {
    missed *= 1 - chance;
    if (draw >= missed) return call;
  }
  return 0;
}

/** What is drawn of contacts of a queue that come in this way; self-service is tried the first time only. */
export function drawsOf(
  { name, selfService, announce, callback }: Queue,
  seed: string,
  replication: number,
  way: string,
): DoorDraws {
  const stream = (purpose: string) => openStream(seed, replication, way + purpose, name);
  const self = way === "redial-" || way === "repeat-" ? undefined : selfService;
  return {
    reaches: self && Draws.uniform(stream("self-service-reaches")),
    isContained: self && Draws.uniform(stream("self-service-contains")),
    selfSeconds: self && Draws.of(self.time, stream("self-service-time")),
    leaves: announce && Draws.uniform(stream("announce-leaves")),
    accepts: callback && Draws.uniform(stream("callback-accepts")),
    isReached: callback && Draws.uniform(stream("callback-reaches")),
  };
}
