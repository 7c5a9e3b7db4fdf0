import { spread } from "../model/intervals.js";
import { contactWaits, freeAgent, isSeenTo } from "./contact-events.js";
import { AgentState, HeadCount } from "./crew-accounts.js";
import { cellNow, rings, tellOfLead } from "./dialer.js";
import { EventKind } from "./event-kinds.js";
import { becomesFree } from "./freed-agent.js";
import { freeLine } from "./lines.js";
import { releaseUnserved } from "./log-off.js";
import { type DialerState, LeadState, type Outbound } from "./outbound.js";
import { cellOf, QueueCell } from "./queue-cells.js";
import type { Run } from "./run.js";
import { serviceStarts } from "./service-start.js";

/** A person who has answered waits so long for an agent, then the call is abandoned (FTC, 16 CFR 310.4). */
const LONGEST_HOLD_SECONDS = 2;

/** Leads come onto a list, or it becomes their hour, or another one. */
export function dialingChanges(run: Run, index: number): void {
  const outbound = run.outbound!;
  const { place, leads, isNewDay, stretch } = outbound.tables.steps[index];
  const dialer = outbound.dialers[place];
  const { queue, firstLead } = dialer.dialing;
  if (leads > 0) {
    outbound.cameIn.fill(run.interval, firstLead + dialer.come, firstLead + dialer.come + leads);
    dialer.come += leads;
    run.cells[cellNow(run, queue) + QueueCell.leads] += leads;
  }
  if (isNewDay) {
    dialer.answeredToday = 0;
    dialer.lostToday = 0;
  }
  if (stretch === undefined) return;
  dialer.untilSeconds = stretch.untilSeconds;
  dialer.answersShare = stretch.answersShare;
}

/** The agent has looked at the lead long enough. */
export function previewEnds(run: Run, lead: number): void {
  rings(run, run.outbound!, lead);
}

/** Somebody answers, or nobody does and the dialer hangs up. */
export function ringingEnds(run: Run, lead: number): void {
  const outbound = run.outbound!;
  const dialer = outbound.dialerOf(lead);
  const agent = outbound.holder[lead];
  if (agent < 0) dialer.ringing--;
  else run.accounts.count(run.agents.crew(agent), HeadCount.Held, -1);
  if (outbound.willAnswer[lead] === 1) {
    outbound.holder[lead] = -1;
    isReached(run, outbound, lead, agent);
    return;
  }
  if (run.countsLines) freeLine(run, dialer.dialing.queue);
  tellOfLead(run, outbound, "noAnswer", lead);
  outbound.holder[lead] = -1;
  restsOrIsGivenUp(run, outbound, lead);
  if (agent >= 0) becomesFree(run, agent, AgentState.Busy);
}

/** Somebody answers: a contact for the agent who was held, for one who is free, or for two seconds. */
function isReached(run: Run, outbound: Outbound, lead: number, holder: number): void {
  const { contacts, idle, agents } = run;
  const dialer = outbound.dialerOf(lead);
  const { queue } = dialer.dialing;
  const contact = contacts.take(queue);
  outbound.leadOf.values[contact] = lead;
  if (run.trace) contacts.setNumber(contact, outbound.numbers[lead]);
  run.outcomes?.begins(contact, queue);
  run.door?.passes(contact);
  dialer.answeredToday++;
  setTimes(run, outbound, contact, lead);
  contacts.comes(contact, run.interval);
  contacts.setArrivedAt(contact, run.events.time);
  const cell = cellOf(run, contact);
  run.cells[cell + QueueCell.arrived]++;
  run.cells[cell + QueueCell.reached]++;
  tellOfLead(run, outbound, "arrives", lead);
  if (holder >= 0) {
    serviceStarts(run, contact, holder, AgentState.Busy);
    return;
  }
  const agent = freeAgent(run, queue);
  if (agent >= 0) {
    idle.remove(run.teamOfCrew[agents.crew(agent)], agent);
    serviceStarts(run, contact, agent, AgentState.Idle);
    return;
  }
  if (isSeenTo(run, contact)) return;
  contacts.patienceSeconds = LONGEST_HOLD_SECONDS;
  contactWaits(run, contact);
  if (!run.open) releaseUnserved(run);
}

/** How long the call will take, if an agent takes it. */
function setTimes(run: Run, outbound: Outbound, contact: number, lead: number): void {
  const { contacts } = run;
  const { dialing, draws } = outbound.dialerOf(lead);
  const inList = lead - dialing.firstLead;
  const isAppointed = outbound.isPromised[lead] === 1;
  const hasParts = run.hasParts[dialing.queue] === 1;
  if (isRightParty(outbound, lead)) {
    contacts.setTalkSeconds(contact, draws.talk("talkSeconds", inList, isAppointed));
    if (!hasParts) return;
    contacts.setHoldSeconds(contact, draws.talk("holdSeconds", inList, isAppointed));
    contacts.setWrapSeconds(contact, draws.talk("wrapSeconds", inList, isAppointed));
  } else {
    const seconds = draws.attempt("wrongPartySeconds", inList, outbound.attempts[lead], isAppointed);
    contacts.setTalkSeconds(contact, seconds);
    if (!hasParts) return;
    contacts.setHoldSeconds(contact, 0);
    contacts.setWrapSeconds(contact, 0);
  }
}

/** Whether the person who answers is the one wanted; who expects a call answers in person. */
function isRightParty({ attempts, isPromised, tables, dialers }: Outbound, lead: number): boolean {
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
function restsOrIsGivenUp(run: Run, outbound: Outbound, lead: number): void {
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

/** The moment of a promised call, or of another attempt, has come. */
export function leadFallsDue(run: Run, lead: number): void {
  const outbound = run.outbound!;
  const { promised, due } = outbound.dialerOf(lead);
  const isPromise = outbound.isPromised[lead] === 1 && outbound.attempts[lead] === 0;
  outbound.join(isPromise ? promised : due, lead);
}

/** Books when leads are called, which is known beforehand. */
export function bookCallingTime(run: Run, { dialers }: Outbound): void {
  for (const { dialing } of dialers) {
    for (const { fromSeconds, toSeconds } of dialing.leads.stretches) {
      spread(run.model.intervals, fromSeconds, toSeconds, (interval, seconds) => {
        const cell = dialing.queue * run.cellsOfQueue + interval * QueueCell.places;
        run.cells[cell + QueueCell.callingSeconds] += seconds;
      });
    }
  }
}

/** Books the leads of which nothing has become yet, where they came. */
export function countOpenLeads(run: Run, { dialers, states, cameIn }: Outbound): void {
  for (const { dialing } of dialers) {
    for (let lead = dialing.firstLead; lead < dialing.endLead; lead++) {
      if (cameIn[lead] < 0 || states[lead] !== LeadState.Open) continue;
      const cell = dialing.queue * run.cellsOfQueue + cameIn[lead] * QueueCell.places;
      run.cells[cell + QueueCell.leadsOpen]++;
    }
  }
}
