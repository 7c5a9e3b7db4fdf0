import { Ending } from "../model/customers.js";
import { AgentState } from "./agents/crew-accounts.js";
import { waitsWhileClosed } from "./channels/channels.js";
import { joinsOthers, joinsOthersOf } from "./channels/chat-choice.js";
import { findsNoSeat } from "./channels/seats.js";
import { freeLine, linesAreTaken, takeLine } from "./contacts/lines.js";
import { mayRedial } from "./contacts/redials.js";
import { turnsAway } from "./door/announced-wait.js";
import { takesWaiting } from "./door/callback-dial.js";
import { entersSelfServiceAgain, staysBefore } from "./door/self-service.js";
import { EventKind } from "./event-kinds.js";
import type { ArrivalClock } from "./events/arrival-clocks.js";
import { freeAgent } from "./free-agent.js";
import { contactIsGone } from "./outcomes/coming-again.js";
import { cellOf, QueueCell } from "./queue-cells.js";
import { interrupts } from "./routing/interrupted-service.js";
import { ruledAgentOf } from "./routing/routing-rules.js";
import { expectArrival, type Run } from "./run.js";
import { leaveLine, serviceStarts } from "./service-start.js";
import type { TraceEvent } from "./trace.js";

/** A caller calls for the first time; the queue's next arrival is looked up. */
export function contactArrives(run: Run, queue: number): void {
  const { contacts } = run;
  const clock = run.clocks[queue];
  const contact = contacts.take(queue);
  run.arrived++;
  if (run.trace) contacts.setNumber(contact, run.arrived);
  const luck = run.luck[queue];
  luck.handleFactor = clock.handleFactor;
  luck.draw(contacts, contact);
  if (clock.isReplay) takeRecorded(run, clock, contact);
  if (run.outcomes !== undefined) run.outcomes.begins(contact, queue);
  expectArrival(run, queue);
  if (run.door !== undefined && staysBefore(run, contact)) return;
  contactComes(run, contact);
}

/** Where the handle time or the patience was recorded, it takes the place of what was drawn. */
function takeRecorded({ contacts, hasParts }: Run, clock: ArrivalClock, contact: number): void {
  if (!Number.isNaN(clock.handleSeconds)) {
    contacts.setTalkSeconds(contact, clock.handleSeconds);
    if (hasParts[contacts.queue(contact)] === 1) {
      contacts.setHoldSeconds(contact, 0);
      contacts.setWrapSeconds(contact, 0);
    }
  }
  if (!Number.isNaN(clock.patienceSeconds)) contacts.patienceSeconds = clock.patienceSeconds;
}

/** A caller who hung up or met a busy signal tries again. */
export function contactRedials(run: Run, contact: number): void {
  const { contacts, events } = run;
  const queue = contacts.queue(contact);
  const luck = run.redialLuck[queue]!;
  luck.handleFactor = run.clocks[queue].handleFactorAt(events.time);
  luck.draw(contacts, contact);
  contacts.comes(contact, run.interval);
  run.cells[cellOf(run, contact) + QueueCell.redialled]++;
  if (run.trace) tell(run, "redials", contact);
  if (run.door !== undefined && entersSelfServiceAgain(run, contact)) return;
  contactComes(run, contact);
}

/** The caller's patience is at an end. */
export function contactAbandons(run: Run, contact: number): void {
  const { contacts, cells, events, model } = run;
  const queue = contacts.queue(contact);
  const { limits } = model;
  const cell = cellOf(run, contact);
  const arrivedAt = contacts.arrivedAt(contact);
  const waitSeconds = events.time - arrivedAt;
  leaveLine(run, contact);
  if (run.countsLines) freeLine(run, queue);
  cells[cell + QueueCell.abandoned]++;
  // Compared as moments, rounded as the end of the patience was: a patience of 20 s is within 20 s.
  if (events.time <= arrivedAt + limits.withinSeconds[queue]) cells[cell + QueueCell.abandonedWithin]++;
  if (events.time <= arrivedAt + limits.underSeconds[queue]) cells[cell + QueueCell.abandonedUnder]++;
  cells[cell + QueueCell.abandonedWaitSeconds] += waitSeconds;
  if (run.trace) tell(run, "abandons", contact);
  mayRedial(run, contact, Ending.Abandoned);
}

/** The contact has waited as long as its queue's next overflow rule says: more teams are open to it. */
export function contactOverflows(run: Run, contact: number): void {
  const { contacts, model, idle, agents } = run;
  const queue = contacts.queue(contact);
  const passed = contacts.overflows(contact);
  contacts.countOverflow(contact);
  contacts.setOverflowTicket(contact, -1);
  if (run.trace) tell(run, "overflows", contact);
  let best = -1;
  const teams = model.routing.overflowTeams[queue][passed];
  for (const team of teams) {
    if (run.rules !== undefined) {
      best = ruledAgentOf(run, queue, team, best);
      continue;
    }
    const agent = idle.first[team];
    if (agent >= 0 && (best < 0 || agents.idleSince(agent) < agents.idleSince(best))) best = agent;
  }
  if (best < 0) {
    if (run.channels !== undefined && joinsOthersOf(run, contact, teams)) return;
    awaitOverflow(run, contact);
    return;
  }
  idle.remove(model.crews.teams[agents.crew(best)], best);
  takesWaiting(run, contact, best, AgentState.Idle);
}

/** The contact is at the door: closed, a busy signal, a free agent, or the line. */
export function contactComes(run: Run, contact: number): void {
  const { contacts, cells } = run;
  contacts.comes(contact, run.interval);
  contacts.setArrivedAt(contact, run.events.time);
  const cell = cellOf(run, contact);
  cells[cell + QueueCell.arrived]++;
  if (run.trace) tell(run, "arrives", contact);
  if (!run.open && meetsClosedDoor(run, contact, cell)) return;
  if (run.countsLines && !getsLine(run, contact, cell)) return;
  seeksAgent(run, contact);
}

/** The contact, which was let in, goes to a free agent or into the line. */
export function seeksAgent(run: Run, contact: number): void {
  const queue = run.contacts.queue(contact);
  const only = run.onlyTeam[queue];
  const agent = only >= 0 ? run.idle.first[only] : freeAgent(run, queue);
  if (agent >= 0) {
    run.idle.remove(run.teamOfCrew[run.agents.crew(agent)], agent);
    serviceStarts(run, contact, agent, AgentState.Idle);
    return;
  }
  if (run.mayNotWait && isSeenTo(run, contact)) return;
  contactWaits(run, contact);
}

/** Turns the contact away, unless it is in the house already or its channel lets it wait. */
function meetsClosedDoor(run: Run, contact: number, cell: number): boolean {
  if (run.outcomes?.inside === contact || waitsWhileClosed(run, run.contacts.queue(contact))) return false;
  run.cells[cell + QueueCell.closed]++;
  if (run.trace) tell(run, "closed", contact);
  contactIsGone(run, contact, Ending.Closed);
  return true;
}

/** Takes a line for the contact; where none is left it meets a busy signal. */
function getsLine(run: Run, contact: number, cell: number): boolean {
  const queue = run.contacts.queue(contact);
  if (linesAreTaken(run, queue)) {
    run.cells[cell + QueueCell.blocked]++;
    if (run.trace) tell(run, "blocked", contact);
    mayRedial(run, contact, Ending.Blocked);
    return false;
  }
  takeLine(run, queue);
  return true;
}

/**
 * Nobody is idle who could take the contact: an agent may take it beside others or put one down for it; it
 * may find no seat, or turn away on hearing how long it would wait. Whether any of it is so.
 */
export function isSeenTo(run: Run, contact: number): boolean {
  const { channels, interruptions, door } = run;
  if (channels !== undefined && joinsOthers(run, contact)) return true;
  if (interruptions !== undefined && interrupts(run, contact)) return true;
  if (channels !== undefined && findsNoSeat(run, contact)) return true;
  return door !== undefined && turnsAway(run, contact);
}

/** Nobody takes the contact now: it waits. */
export function contactWaits(run: Run, contact: number): void {
  const { contacts } = run;
  const hangsUpAt = contacts.arrivedAt(contact) + contacts.patienceSeconds;
  contacts.join(contact);
  if (hangsUpAt < Number.POSITIVE_INFINITY) run.hangUps.add(contact, hangsUpAt);
  if (run.model.routing.watchesLines) joinsWatchedLine(run, contact);
  if (run.trace) tell(run, "waits", contact);
}

/** What hangs on the line is told of one contact more in it. */
export function joinsWatchedLine(run: Run, contact: number): void {
  run.waiting[run.contacts.queue(contact)]++;
  if (run.model.routing.overflows) awaitOverflow(run, contact);
}

/** Expects the contact's next overflow, if one is to come; at once where it would have come already. */
function awaitOverflow(run: Run, contact: number): void {
  const { contacts, events, model } = run;
  const rules = model.routing.overflowAfterSeconds[contacts.queue(contact)];
  const passed = contacts.overflows(contact);
  contacts.setOverflowTicket(
    contact,
    passed < rules.length
      ? // Contacts of a backlog, or called back, may be older than that.
        events.add(
          Math.max(events.time, contacts.arrivedAt(contact) + rules[passed]),
          EventKind.ContactOverflows,
          contact,
        )
      : -1,
  );
}

/** Out of the way of those who trace nothing. */
function tell(run: Run, event: TraceEvent, contact: number): void {
  const { contacts, events } = run;
  run.trace!(events.time, event, contacts.number(contact), contacts.queue(contact), -1, -1);
}
