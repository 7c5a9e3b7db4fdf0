import { Ending } from "../../model/customers.js";
import { AgentState } from "../agents/crew-accounts.js";
import { joinsWatchedLine } from "../contact-events.js";
import { freeLine } from "../contacts/lines.js";
import { freeAgent } from "../free-agent.js";
import { becomesFree } from "../freed-agent.js";
import { contactIsGone } from "../outcomes/coming-again.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import { serviceStarts } from "../service-start.js";
import type { TraceEvent } from "../trace.js";
import { WAIT_BINS, waitBin } from "../wait-bins.js";
import { dialStarts } from "./callback-dial.js";
import { callLater } from "./callbacks.js";

/** A free agent calls the customer, or the callback takes its place in the line, in an open centre. */
export function callbackFallsDue(run: Run, contact: number): void {
  const { contacts } = run;
  const agent = freeAgent(run, contacts.queue(contact));
  tell(run, "callbackDue", contact, -1);
  if (agent >= 0) {
    run.idle.remove(run.teamOfCrew[run.agents.crew(agent)], agent);
    dialStarts(run, contact, agent, AgentState.Idle);
    return;
  }
  contacts.forgetOverflows(contact);
  contacts.joinAt(contact, run.callbacks!.places.values[contact]);
  joinsWatchedLine(run, contact);
  tell(run, "waits", contact, -1);
}

/** The customer answers, or nobody does: then the call is made again later, or no more. */
export function dialEnds(run: Run, contact: number): void {
  const { contacts, cells } = run;
  const callbacks = run.callbacks!;
  const queue = contacts.queue(contact);
  const agent = callbacks.agents.values[contact];
  const cell = cellOf(run, contact);
  const calls = callbacks.calls.values[contact] - 1;
  const { attempts, retrySeconds } = run.model.scenario.queues[queue].callback!;
  if (run.door!.reachedAt.values[contact] === calls) {
    isReached(run, contact, agent, cell);
    callbacks.forget(contact);
    return;
  }
  if (run.countsLines) freeLine(run, queue);
  if (calls < attempts) {
    tell(run, "notReached", contact, agent);
    callLater(run, contact, run.events.time + retrySeconds);
  } else {
    cells[cell + QueueCell.unreached]++;
    tell(run, "unreached", contact, agent);
    callbacks.forget(contact);
    contactIsGone(run, contact, Ending.Unserved);
  }
  becomesFree(run, agent, AgentState.Busy);
}

/**
 * Service starts as any does, but for the wait: nobody waited on the line. What is booked of it as of others'
 * is put back, so that contacts that are not called back pay nothing for the difference.
 */
function isReached(run: Run, contact: number, agent: number, cell: number): void {
  const { cells, contacts, observed } = run;
  const queue = contacts.queue(contact);
  const waitSeconds = run.events.time - contacts.arrivedAt(contact);
  const bin = queue * WAIT_BINS + waitBin(waitSeconds * 1000);
  const answered = cells[cell + QueueCell.answered];
  const within = cells[cell + QueueCell.answeredWithin];
  const waited = cells[cell + QueueCell.answeredWaitSeconds];
  const inBin = observed.waitCounts[bin];
  const longest = observed.longestWaitSeconds[queue];
  serviceStarts(run, contact, agent, AgentState.Busy);
  cells[cell + QueueCell.answered] = answered;
  cells[cell + QueueCell.answeredWithin] = within;
  cells[cell + QueueCell.answeredWaitSeconds] = waited;
  observed.waitCounts[bin] = inBin;
  observed.longestWaitSeconds[queue] = longest;
  cells[cell + QueueCell.calledBack]++;
  cells[cell + QueueCell.callbackWaitSeconds] += waitSeconds;
}

function tell(run: Run, event: TraceEvent, contact: number, agent: number): void {
  if (run.trace === undefined) return;
  const { contacts, agents, teamOfCrew, events } = run;
  const team = agent < 0 ? -1 : teamOfCrew[agents.crew(agent)];
  run.trace(events.time, event, contacts.number(contact), contacts.queue(contact), team, agent);
}
