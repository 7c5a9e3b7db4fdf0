import { needsLine } from "./naive-channels.js";
import type { Contact } from "./naive-contact.js";
import type { NaiveSimulator } from "./naive-simulator.js";

/** Whether the contact finds all lines of its queue, or all of the centre, taken. */
export function linesAreTaken(centre: NaiveSimulator, contact: Contact): boolean {
  const { lines = Number.POSITIVE_INFINITY } = centre.model.scenario;
  const { lines: ownLines = Number.POSITIVE_INFINITY } = centre.queueOf(contact);
  if (!needsLine(centre, contact)) return false;
  const all = centre.inSystem.filter((one) => needsLine(centre, one));
  const own = all.filter((one) => one.queue === contact.queue);
  return own.length >= ownLines || all.length >= lines;
}
