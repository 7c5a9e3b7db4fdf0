import { AgentState } from "./agents/crew-accounts.js";
import { countedArrival } from "./channels/channels.js";
import { isHeldWithOthers, staysInHands } from "./channels/chat-hands.js";
import { bookWork } from "./channels/work-shares.js";
import { EventKind } from "./event-kinds.js";
import { doneAt } from "./outcomes/handover.js";
import { talkWithin } from "./outcomes/time-limit.js";
import { meetsAgent } from "./people/people-service.js";
import { cellOf, QueueCell } from "./queue-cells.js";
import type { Run } from "./run.js";
import { WAIT_BINS, waitBin } from "./wait-bins.js";

/**
 * The agent, who was `from` until now and stands in no list of idle agents, takes the contact, which stands
 * in no line. What becomes of the contact is known from here, so it is booked; its slot is free unless
 * something may come of it when service ends.
 */
export function serviceStarts(run: Run, contact: number, agent: number, from: number): void {
  const { model, contacts, agents, observed, events } = run;
  const { routing, crews } = model;
  const queue = contacts.queue(contact);
  const crew = agents.crew(agent);
  const team = run.teamOfCrew[crew];
  const route = queue * routing.teams + team;
  const speed = routing.speeds[route];
  if (run.people !== undefined) meetsAgent(run, contact, agent);
  const drawn = contacts.talkSeconds(contact);
  const talk = speed === 1 ? drawn : drawn / speed;
  const now = events.time;
  const arrivedAt = run.channels === undefined ? contacts.arrivedAt(contact) : countedArrival(run, contact);
  const waitSeconds = now - arrivedAt;

  const { cells } = run;
  const cell = cellOf(run, contact);
  cells[cell + QueueCell.answered]++;
  // Compared as moments: who overflows after 20 s to an idle agent is answered within 20 s, however sums are
  // rounded.
  if (now <= arrivedAt + run.withinSeconds[queue]) cells[cell + QueueCell.answeredWithin]++;
  cells[cell + QueueCell.answeredWaitSeconds] += waitSeconds;
  cells[cell + QueueCell.talkSeconds] += talk;
  if (run.hasParts[queue] === 1) bookParts(run, contact, agent, cell, speed);
  const handleSeconds = run.hasParts[queue] === 1 ? contacts.talkSeconds(contact) : talk;
  if (contacts.interval(contact) < model.intervals.count) {
    const bin = waitSeconds === 0 ? 0 : waitBin(waitSeconds * 1000);
    observed.waitCounts[queue * WAIT_BINS + bin]++;
    // Written so that NaN, nothing observed yet, gives way too.
    if (!(waitSeconds <= observed.longestWaitSeconds[queue]))
      observed.longestWaitSeconds[queue] = waitSeconds;
  }
  // Who has not the skill took it by overflow.
  if (routing.skilled[route] === 0) cells[cell + QueueCell.overflowed]++;

  if (from !== AgentState.Busy) {
    run.accounts.move(crew, from, AgentState.Busy);
    agents.setState(agent, AgentState.Busy);
  }
  run.accounts.answered(crew);
  agents.takes(agent, queue, handleSeconds <= crews.quotaSeconds[crew]);
  if (run.trace) tellAnswered(run, contact, team, agent);
  if (run.keepsContacts) {
    staysInHand(run, contact, agent, handleSeconds);
    return;
  }
  events.addOwn(now + handleSeconds, agent);
  contacts.free(contact);
}

// Apart, so that what most contacts go through stays small enough to be compiled into its callers.

/** The contact keeps its slot until its service ends. */
function staysInHand(run: Run, contact: number, agent: number, handleSeconds: number): void {
  if (run.customers) run.customers.endsWaiting(run, contact);
  if (run.model.sharesWork) bookWork(run, contact, agent, handleSeconds);
  if (isHeldWithOthers(run, run.contacts.queue(contact))) {
    staysInHands(run, contact, agent, handleSeconds);
    return;
  }
  const { events, outcomes, interruptions } = run;
  if (interruptions?.interruptible[run.contacts.queue(contact)] === 1) {
    holdsForNow(run, contact, agent, events.time + handleSeconds);
    return;
  }
  if (outcomes === undefined) events.addOwn(events.time + handleSeconds, agent);
  else events.addOwn(doneAt(run, contact, agent, handleSeconds), agent);
  run.inHand[agent] = contact;
}

/** The agent has the contact in hand until then, or until it is put down for another. */
export function holdsForNow(run: Run, contact: number, agent: number, endsSeconds: number): void {
  const { events, interruptions, inHand } = run;
  inHand[agent] = contact;
  const ticket = events.add(endsSeconds, EventKind.ServiceEnds, agent);
  interruptions!.begins(run.teamOfCrew[run.agents.crew(agent)], agent, ticket, endsSeconds);
}

/**
 * Books hold and wrap at the agent's speed, and leaves the whole handle time where the talk stood; of a
 * contact that takes too long, as much as the agent does of it.
 */
export function bookParts(run: Run, contact: number, agent: number, cell: number, speed: number): void {
  const { contacts, cells } = run;
  const drawn = contacts.talkSeconds(contact) / speed;
  let talk = drawn * growthAfterWait(run, contact);
  contacts.setHoldSeconds(contact, contacts.holdSeconds(contact) / speed);
  contacts.setWrapSeconds(contact, contacts.wrapSeconds(contact) / speed);
  if (run.limitsTime) talk = talkWithin(run, contact, agent, talk, speed);
  const hold = contacts.holdSeconds(contact);
  const wrap = contacts.wrapSeconds(contact);
  if (talk !== drawn) cells[cell + QueueCell.talkSeconds] += talk - drawn;
  cells[cell + QueueCell.holdSeconds] += hold;
  cells[cell + QueueCell.wrapSeconds] += wrap;
  contacts.setTalkSeconds(contact, talk + hold + wrap);
}

/** What the talk is multiplied by for the wait on the line before it. */
function growthAfterWait({ contacts, callbacks, events, model }: Run, contact: number): number {
  const growth = model.scenario.queues[contacts.queue(contact)].handleGrowth;
  if (growth === undefined || callbacks?.isCallback(contact)) return 1;
  const { perSeconds, byShare, mostShare = Number.POSITIVE_INFINITY } = growth;
  const waitSeconds = events.time - contacts.arrivedAt(contact);
  return 1 + Math.min(mostShare, (byShare * waitSeconds) / perSeconds);
}

function tellAnswered(
  { contacts, agents, events, trace }: Run,
  contact: number,
  team: number,
  agent: number,
) {
  agents.contact[agent] = contacts.number(contact);
  trace!(events.time, "answered", contacts.number(contact), contacts.queue(contact), team, agent);
}

/** A waiting contact leaves its line, and whatever it still waited for. */
export function leaveLine(run: Run, contact: number): void {
  const { contacts, hangUps, model } = run;
  contacts.leave(contact);
  if (hangUps.next === contact) hangUps.settle();
  if (model.routing.watchesLines) leavesWatchedLine(run, contact);
}

function leavesWatchedLine({ contacts, events, model, waiting }: Run, contact: number): void {
  waiting[contacts.queue(contact)]--;
  if (!model.routing.overflows) return;
  const ticket = contacts.overflowTicket(contact);
  if (ticket >= 0) events.cancel(ticket);
}
