import type { PassKind } from "../../scenario/outcomes.js";
import { EventKind } from "../event-kinds.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import type { TraceEvent } from "../trace.js";

const PASS_EVENTS: Readonly<Record<PassKind, TraceEvent>> = {
  transfer: "transfers",
  escalation: "escalates",
  complaint: "complains",
  handover: "handsOver",
};

/**
 * When the agent, who takes the contact now, is done with it: before the after-call work where the caller
 * goes on to another queue. An agent who stayed with the caller hands over, and both talk with the caller
 * first.
 */
export function doneAt(run: Run, contact: number, agent: number, handleSeconds: number): number {
  const outcomes = run.outcomes!;
  const { contacts, events, cells } = run;
  let from = events.time;
  const first = outcomes.beside.values[contact];
  if (first >= 0) {
    const warm = outcomes.warm.values[contact];
    const both = from + warm;
    cells[outcomes.besideCell.values[contact] + QueueCell.handoverSeconds] +=
      both - outcomes.besideSince.values[contact];
    cells[cellOf(run, contact) + QueueCell.handoverSeconds] += warm;
    events.addOwn(both + outcomes.wrapSeconds[first], first);
    outcomes.beside.values[contact] = -1;
    from = both;
  }
  if (outcomes.pass.values[contact] < 0) return from + handleSeconds;
  const hasParts = run.hasParts[contacts.queue(contact)] === 1;
  const wrap = hasParts ? contacts.wrapSeconds(contact) : 0;
  outcomes.wrapSeconds[agent] = wrap;
  return from + (handleSeconds - wrap);
}

/** Whether the agent's talk was with a caller who now goes on to another queue; the wrap is to come. */
export function callerGoesOn(run: Run, agent: number): boolean {
  const outcomes = run.outcomes!;
  const contact = run.inHand[agent];
  if (contact < 0) return false;
  const index = outcomes.pass.values[contact];
  if (index < 0) return false;
  const { events } = run;
  const { warm } = outcomes.passes[index];
  const cell = cellOf(run, contact);
  run.inHand[agent] = -1;
  if (warm === undefined) {
    events.addOwn(events.time + outcomes.wrapSeconds[agent], agent);
  } else {
    outcomes.beside.values[contact] = agent;
    outcomes.besideCell.values[contact] = cell;
    outcomes.besideSince.values[contact] = events.time;
    outcomes.warm.values[contact] = outcomes.nextWarm.values[contact];
  }
  goesOn(run, contact, agent, index);
  return true;
}

/** As `callerGoesOn` for a contact that its agent may have held beside others: it goes on when it is done. */
export function chatGoesOn(run: Run, contact: number, agent: number): boolean {
  const index = run.outcomes!.pass.values[contact];
  if (index >= 0) goesOn(run, contact, agent, index);
  return index >= 0;
}

/** The contact goes on to another queue at this instant; booked and told. */
function goesOn(run: Run, contact: number, agent: number, index: number): void {
  const { events, cells } = run;
  const outcomes = run.outcomes!;
  const { kind } = outcomes.passes[index];
  const cell = cellOf(run, contact);
  if (outcomes.isFirst.values[contact] === 1) cells[cell + QueueCell.firstContacts]++;
  switch (kind) {
    case "transfer":
      cells[cell + QueueCell.transferredOut]++;
      break;
    case "escalation":
      cells[cell + QueueCell.escalated]++;
      break;
    case "complaint":
      cells[cell + QueueCell.complaints]++;
      break;
    case "handover":
      cells[cell + QueueCell.handedOver]++;
      break;
  }
  events.add(events.time, EventKind.ContactIsPassedOn, contact);
  if (run.trace) tellOfPass(run, contact, agent, kind);
}

function tellOfPass(run: Run, contact: number, agent: number, kind: PassKind): void {
  const { contacts, events, agents } = run;
  const queue = contacts.queue(contact);
  run.trace!(
    events.time,
    PASS_EVENTS[kind],
    contacts.number(contact),
    queue,
    run.teamOfCrew[agents.crew(agent)],
    agent,
  );
}

/** The caller is not answered: the agent who stayed with the caller does the after-call work. */
export function callerIsNotAnswered(run: Run, contact: number): void {
  const outcomes = run.outcomes!;
  const { events, cells } = run;
  const first = outcomes.beside.values[contact];
  if (first < 0) return;
  cells[outcomes.besideCell.values[contact] + QueueCell.handoverSeconds] +=
    events.time - outcomes.besideSince.values[contact];
  events.addOwn(events.time + outcomes.wrapSeconds[first], first);
  outcomes.beside.values[contact] = -1;
}
