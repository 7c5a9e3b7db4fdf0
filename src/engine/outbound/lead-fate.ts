import { EventKind } from "../event-kinds.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import { cellNow, tellOfLead } from "./dialer.js";
import { type DialerState, LeadState, type Outbound } from "./outbound.js";

// What becomes of a lead once its call is over, or was lost.

/** Whether the person who answers is the one wanted; who expects a call answers in person. */
export function isRightParty({ attempts, isPromised, tables, dialers }: Outbound, lead: number): boolean {
  if (isPromised[lead] === 1) return true;
  const { dialing, draws } = dialers[tables.placeOfLead[lead]];
  const inList = lead - dialing.firstLead;
  return draws.attempt("rightParty", inList, attempts[lead], false) < dialing.leads.rightPartyShare;
}

/** The call is over: what the person says is booked in the interval in which the call was answered. */
export function callIsOver(run: Run, contact: number): void {
  const outbound = run.outbound!;
  if (outbound.tables.placeOf[run.contacts.queue(contact)] < 0) return;
  const lead = outbound.leadOf.values[contact];
  if (!isRightParty(outbound, lead)) {
    tellOfLead(run, outbound, "wrongParty", lead);
    restsOrIsGivenUp(run, outbound, lead);
    return;
  }
  const dialer = outbound.dialerOf(lead);
  const { leads, firstLead } = dialer.dialing;
  const { appointment } = leads;
  const { cells } = run;
  const inList = lead - firstLead;
  const cell = cellOf(run, contact);
  cells[cell + QueueCell.rightParties]++;
  const isAppointed = outbound.isPromised[lead] === 1;
  if (appointment && !isAppointed && dialer.draws.asksForAppointment(inList, appointment.chance)) {
    cells[cell + QueueCell.appointments]++;
    tellOfLead(run, outbound, "appoints", lead);
    promises(run, outbound, dialer, lead);
    return;
  }
  const share = isAppointed ? appointment!.convertsShare : leads.convertsShare;
  if (dialer.draws.talk("converts", inList, isAppointed) < share) {
    outbound.states[lead] = LeadState.Converted;
    cells[cell + QueueCell.conversions]++;
    cells[cell + QueueCell.conversionValue] += leads.value ?? 0;
    tellOfLead(run, outbound, "converts", lead);
  } else {
    outbound.states[lead] = LeadState.Refused;
    cells[cell + QueueCell.refusals]++;
    tellOfLead(run, outbound, "refuses", lead);
  }
}

/** Nobody was there for the person who had answered. */
export function callIsLost(run: Run, contact: number): void {
  const outbound = run.outbound!;
  if (outbound.tables.placeOf[run.contacts.queue(contact)] < 0) return;
  const lead = outbound.leadOf.values[contact];
  outbound.dialerOf(lead).lostToday++;
  restsOrIsGivenUp(run, outbound, lead);
}

/** Another call is promised; its attempts are counted anew. */
function promises(run: Run, outbound: Outbound, dialer: DialerState, lead: number): void {
  const { dialing, draws } = dialer;
  outbound.isPromised[lead] = 1;
  outbound.attempts[lead] = 0;
  const at = run.events.time + draws.promisedAfterSeconds(lead - dialing.firstLead);
  outbound.promisedAt[lead] = hourOfCalling(dialer, at);
  awaitDue(run, outbound.promisedAt[lead], lead);
}

/** The right person was not reached: another attempt later, if there is one left. */
export function restsOrIsGivenUp(run: Run, outbound: Outbound, lead: number): void {
  const dialer = outbound.dialerOf(lead);
  const { leads, queue, firstLead } = dialer.dialing;
  const attempt = outbound.attempts[lead];
  if (attempt >= leads.attempts) {
    outbound.states[lead] = LeadState.GivenUp;
    run.cells[cellNow(run, queue) + QueueCell.givenUp]++;
    tellOfLead(run, outbound, "givesUp", lead);
    return;
  }
  const isAppointed = outbound.isPromised[lead] === 1;
  const after = dialer.draws.attempt("retrySeconds", lead - firstLead, attempt, isAppointed);
  awaitDue(run, hourOfCalling(dialer, run.events.time + after), lead);
}

function awaitDue({ events, model }: Run, seconds: number, lead: number): void {
  if (seconds < model.horizonSeconds) events.add(seconds, EventKind.LeadFallsDue, lead);
}

/** That moment, or the next at which leads are called; Infinity for none. */
function hourOfCalling({ dialing }: DialerState, seconds: number): number {
  const { stretches } = dialing.leads;
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle].toSeconds <= seconds) low = middle + 1;
    else high = middle;
  }
  if (low === stretches.length) return Number.POSITIVE_INFINITY;
  return Math.max(seconds, stretches[low].fromSeconds);
}
