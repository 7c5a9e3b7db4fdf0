import { linesAreTaken, takeLine } from "../contacts/lines.js";
import { EventKind } from "../event-kinds.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import { goesToOther } from "../routing/split-events.js";
import type { Run } from "../run.js";
import { SelfService } from "./door.js";

/**
 * On its first try, after its luck was drawn: whether the contact does not come to its queue now. It stays in
 * self-service, or its queue, which splits its contacts, is closed.
 */
export function staysBefore(run: Run, contact: number): boolean {
  const { contacts } = run;
  const queue = contacts.queue(contact);
  const split = run.splits?.[queue];
  if (split !== undefined) return !goesToOther(run, contact, split) || triesSelfService(run, contact);
  run.door!.drawFirst(run.model.scenario.queues[queue], queue, contact);
  return triesSelfService(run, contact);
}

/**
 * On a later try: it goes where it did not come the last time, for lack of a line. Who tried it in vain finds
 * the agent's work as hard as before.
 */
export function entersSelfServiceAgain(run: Run, contact: number): boolean {
  const { contacts, door } = run;
  const queue = contacts.queue(contact);
  door!.drawRedial(run.model.scenario.queues[queue], queue, contact);
  if (door!.selfService.values[contact] === SelfService.Passed) isHarder(run, contact);
  return triesSelfService(run, contact);
}

/** Who meets a closed door there, or finds no line, meets it at the queue's door too. */
function triesSelfService(run: Run, contact: number): boolean {
  const { contacts, events } = run;
  const door = run.door!;
  const stage = door.selfService.values[contact];
  if (stage !== SelfService.Solves && stage !== SelfService.Fails) return false;
  const queue = contacts.queue(contact);
  if (!run.open && !run.model.scenario.queues[queue].selfService!.always) return false;
  if (run.countsLines) {
    if (linesAreTaken(run, queue)) return false;
    takeLine(run, queue);
  }
  contacts.comes(contact, run.interval);
  run.cells[cellOf(run, contact) + QueueCell.selfServed]++;
  door.patienceSeconds.values[contact] = contacts.patienceSeconds;
  events.add(events.time + door.selfSeconds.values[contact], EventKind.SelfServiceEnds, contact);
  run.trace?.(events.time, "selfServes", contacts.number(contact), queue, -1, -1);
  return true;
}

/** What self-service did not settle takes longer. */
export function isHarder({ contacts, hasParts, model }: Run, contact: number): void {
  const queue = contacts.queue(contact);
  const factor = 1 + model.scenario.queues[queue].selfService!.harderShare;
  contacts.setTalkSeconds(contact, contacts.talkSeconds(contact) * factor);
  if (hasParts[queue] === 0) return;
  contacts.setHoldSeconds(contact, contacts.holdSeconds(contact) * factor);
  contacts.setWrapSeconds(contact, contacts.wrapSeconds(contact) * factor);
}
