import type { QueueOutcomes } from "../../model/outcomes.js";
import type { SlotNumbers } from "../contacts/contact-needs.js";
import type { Contacts } from "../contacts/contacts.js";
import { hurryFactor } from "../people/people-service.js";
import type { Run } from "../run.js";
import type { PassLuck } from "./outcome-luck.js";

/** How contacts that take too long for an agent will fare in the queue that they go on to. */
export class TimeLimits {
  private readonly patience: SlotNumbers<Float64Array>;
  private readonly redialAfter: SlotNumbers<Float64Array>;

  /** Undefined where every agent takes as long as it takes. */
  static of(queues: readonly (QueueOutcomes | undefined)[], contacts: Contacts): TimeLimits | undefined {
    return queues.some((one) => one?.handover) ? new TimeLimits(contacts) : undefined;
  }

  private constructor(contacts: Contacts) {
    this.patience = contacts.addDoubles();
    this.redialAfter = contacts.addDoubles();
  }

  /** What was drawn for the contact, whether or not it will take too long. */
  take(contact: number, luck: PassLuck): void {
    this.patience.values[contact] = luck.patienceSeconds;
    this.redialAfter.values[contact] = luck.redialAfterSeconds;
  }

  patienceSeconds(contact: number): number {
    return this.patience.values[contact];
  }

  redialAfterSeconds(contact: number): number {
    return this.redialAfter.values[contact];
  }
}

/**
 * How long the agent, who takes the contact now and would talk with it for so long, does. Where that and the
 * hold are more than its queue lets an agent have a contact, they end then, what was to come of it does not,
 * and what is left goes on to another queue: talk before hold, then the wrap, all of it, as anybody needs
 * for it at speed 1. Complaints stay with those in charge of them.
 */
export function talkWithin(run: Run, contact: number, agent: number, talk: number, speed: number): number {
  const { contacts } = run;
  const outcomes = run.outcomes!;
  const rule = outcomes.queues[contacts.queue(contact)]?.handover;
  const hold = contacts.holdSeconds(contact);
  if (rule === undefined || outcomes.complaint.values[contact] >= 0) return talk;
  if (talk + hold <= rule.afterSeconds) return talk;
  const talkHere = Math.min(talk, rule.afterSeconds);
  const holdHere = rule.afterSeconds - talkHere;
  // What the agent is new to, or hurries over, is nothing of the contact's own.
  const factor = run.people === undefined ? 1 : run.people.handleFactors[agent];
  const wrap = contacts.wrapSeconds(contact) / hurryFactor(run, agent);
  outcomes.nextTalk.values[contact] = ((talk - talkHere) * speed) / factor;
  outcomes.nextHold.values[contact] = ((hold - holdHere) * speed) / factor;
  outcomes.nextWrap.values[contact] = (wrap * speed) / factor;
  outcomes.nextPatience.values[contact] = outcomes.limits!.patienceSeconds(contact);
  outcomes.nextRedialAfter.values[contact] = outcomes.limits!.redialAfterSeconds(contact);
  outcomes.pass.values[contact] = rule.pass.index;
  contacts.setHoldSeconds(contact, holdHere);
  contacts.setWrapSeconds(contact, 0);
  return talkHere;
}
