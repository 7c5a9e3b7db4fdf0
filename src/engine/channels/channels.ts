import type { ChannelTables } from "../../model/channels.js";
import type { Model } from "../../model/model.js";
import type { Contacts } from "../contacts/contacts.js";
import type { Run } from "../run.js";
import { AgentHands } from "./agent-hands.js";

/** What changes while contacts come by other channels than the phone. */
export interface Channels {
  readonly tables: ChannelTables;
  /** Absent where no agent holds more than one contact at once. */
  readonly hands: AgentHands | undefined;
}

/** The channels of a fresh run; undefined where all queues are plain phone queues. */
export function startChannels(model: Model, contacts: Contacts): Channels | undefined {
  const { channels: tables } = model;
  if (tables === undefined) return undefined;
  return {
    tables,
    hands: tables.chats && new AgentHands(model, tables.chats, contacts),
  };
}

/**
 * The moment from which the contact, taken now, has waited: that of its arrival or, where waits count in
 * opening hours only, so much before now as the centre was open.
 */
export function countedArrival({ channels, contacts, events }: Run, contact: number): number {
  const arrivedAt = contacts.arrivedAt(contact);
  const { countsOpen, openHours } = channels!.tables;
  if (countsOpen === undefined || countsOpen[contacts.queue(contact)] === 0) return arrivedAt;
  return events.time - (openHours!.until(events.time) - openHours!.until(arrivedAt));
}

/** Whether the queue's contacts wait while the centre is closed. */
export function waitsWhileClosed({ channels }: Run, queue: number): boolean {
  return channels !== undefined && channels.tables.isDeferred[queue] === 1;
}
