import { Ending } from "../../model/customers.js";
import { CrewCell } from "../agents/crew-accounts.js";
import { EventKind } from "../event-kinds.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import type { TraceEvent } from "../trace.js";
import { contactEnds, contactStaysOpen } from "./customers.js";

/** Nobody will answer the contact any more: it is gone, but for a complaint that comes again. */
export function contactIsGone(run: Run, contact: number, ending: Ending): void {
  if (run.outcomes !== undefined && complaintComesAgain(run, contact, ending)) return;
  contactEnds(run, contact, ending);
}

/** The contact has been answered to the end: what comes of it. */
export function contactIsOver(run: Run, contact: number, agent: number): void {
  const outcomes = run.outcomes!;
  if (outcomes.complaint.values[contact] >= 0) {
    if (outcomes.isSolved.values[contact] === 1) complaintIsSolved(run, contact, agent);
    else contactIsGone(run, contact, Ending.Unresolved);
    return;
  }
  const rules = outcomes.queues[run.contacts.queue(contact)];
  if (rules === undefined) {
    contactEnds(run, contact, Ending.Answered);
    return;
  }
  const { sale, save, repeat } = rules;
  const repeatAfter = outcomes.repeatAfter.values[contact];
  if (outcomes.isFirst.values[contact] === 1) {
    const cell = cellOf(run, contact);
    run.cells[cell + QueueCell.firstContacts]++;
    if (repeatAfter < 0) run.cells[cell + QueueCell.resolvedFirst]++;
  }
  const saleValue = outcomes.saleValue.values[contact];
  const saveValue = outcomes.saveValue.values[contact];
  if (saleValue >= 0) {
    book(run, contact, agent, QueueCell.sales, CrewCell.sales, 1);
    book(run, contact, agent, QueueCell.saleValue, CrewCell.saleValue, saleValue);
    rewards(run, contact, agent, sale!, saleValue);
    if (run.trace) tell(run, "sells", contact, agent);
  }
  if (saveValue >= 0) {
    book(run, contact, agent, QueueCell.saves, CrewCell.saves, 1);
    book(run, contact, agent, QueueCell.saveValue, CrewCell.saveValue, saveValue);
    rewards(run, contact, agent, save!, saveValue);
    if (run.trace) tell(run, "saves", contact, agent);
  }
  if (repeatAfter < 0) contactEnds(run, contact, Ending.Answered);
  else if (!comesAgain(run, contact, repeat!.attempts, repeatAfter, Ending.Unresolved)) {
    contactEnds(run, contact, Ending.Unresolved);
  }
}

function rewards(
  run: Run,
  contact: number,
  agent: number,
  { bonus = 0, commission = 0 }: { readonly bonus?: number; readonly commission?: number },
  value: number,
): void {
  book(run, contact, agent, QueueCell.bonus, CrewCell.bonus, bonus + commission * value);
}

function book(
  run: Run,
  contact: number,
  agent: number,
  place: number,
  crewPlace: number,
  amount: number,
): void {
  run.cells[cellOf(run, contact) + place] += amount;
  run.accounts.adds(run.agents.crew(agent), crewPlace, amount);
}

function complaintIsSolved(run: Run, contact: number, agent: number): void {
  const { events, cells } = run;
  const { complaintCell, complaintSince } = run.outcomes!;
  const cell = complaintCell.values[contact];
  cells[cell + QueueCell.complaintsSolved]++;
  cells[cell + QueueCell.complaintSeconds] += events.time - complaintSince.values[contact];
  if (run.trace) tell(run, "solved", contact, agent);
  contactEnds(run, contact, Ending.Answered);
}

/** Whether the contact is a complaint that comes again. */
function complaintComesAgain(run: Run, contact: number, ending: Ending): boolean {
  const { complaint, againAfter, passes } = run.outcomes!;
  const index = complaint.values[contact];
  if (index < 0) return false;
  return comesAgain(run, contact, passes[index].attempts, againAfter.values[contact], ending);
}

/** Whether the contact comes again, not too often; if that is within the time simulated, it is expected. */
function comesAgain(
  run: Run,
  contact: number,
  attempts: number,
  afterSeconds: number,
  ending: Ending,
): boolean {
  const { events, model } = run;
  const { repeats } = run.outcomes!;
  if (repeats.values[contact] >= attempts) return false;
  const at = events.time + afterSeconds;
  if (at >= model.horizonSeconds) {
    contactStaysOpen(run, contact);
    return true;
  }
  if (run.customers) run.customers.willTryAgain(contact, ending);
  repeats.values[contact]++;
  events.add(at, EventKind.ContactRepeats, contact);
  return true;
}

function tell(run: Run, event: TraceEvent, contact: number, agent: number): void {
  const { contacts, events, agents } = run;
  const team = run.teamOfCrew[agents.crew(agent)];
  run.trace!(events.time, event, contacts.number(contact), contacts.queue(contact), team, agent);
}
