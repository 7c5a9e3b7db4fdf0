import type { Ending } from "../../model/customers.js";
import { EventKind } from "../event-kinds.js";
import { callIsLost } from "../outbound/lead-fate.js";
import { contactIsGone } from "../outcomes/coming-again.js";
import { contactStaysOpen } from "../outcomes/customers.js";
import { callerIsNotAnswered } from "../outcomes/handover.js";
import type { Run } from "../run.js";

/**
 * After a hang-up, a busy signal or an announced wait: another try later, if the caller drew one and has not
 * tried too often.
 */
export function mayRedial(run: Run, contact: number, ending: Ending): void {
  const { contacts, events, model } = run;
  if (run.outcomes !== undefined) callerIsNotAnswered(run, contact);
  if (run.customers) run.customers.endsWaiting(run, contact);
  const redial = model.queues[contacts.queue(contact)].redial;
  if (redial === undefined) {
    if (run.outbound) callIsLost(run, contact);
    contactIsGone(run, contact, ending);
    return;
  }
  const afterSeconds = contacts.redialAfterSeconds(contact);
  const at = events.time + afterSeconds;
  if (afterSeconds < 0 || contacts.redials(contact) >= redial.attempts) {
    contactIsGone(run, contact, ending);
  } else if (at >= model.horizonSeconds) {
    contactStaysOpen(run, contact);
  } else {
    if (run.customers) run.customers.willTryAgain(contact, ending);
    contacts.countRedial(contact);
    events.add(at, EventKind.ContactRedials, contact);
  }
}
