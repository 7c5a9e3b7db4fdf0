import { spread } from "../../model/intervals.js";
import { AgentState, HeadCount } from "../agents/crew-accounts.js";
import { releaseUnserved } from "../agents/log-off.js";
import { contactWaits, isSeenTo } from "../contact-events.js";
import { freeLine } from "../contacts/lines.js";
import { freeAgent } from "../free-agent.js";
import { becomesFree } from "../freed-agent.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import { serviceStarts } from "../service-start.js";
import { cellNow, rings, tellOfLead } from "./dialer.js";
import { isRightParty, restsOrIsGivenUp } from "./lead-fate.js";
import { LeadState, type Outbound } from "./outbound.js";

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
