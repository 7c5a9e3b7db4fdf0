import { CrewCell } from "./crew-accounts.js";
import { EventKind } from "./event-kinds.js";
import { cellOf, QueueCell } from "./queue-cells.js";
import type { Run } from "./run.js";
import type { TraceEvent } from "./trace.js";

/** Nobody will answer the contact any more: it is gone, but for a complaint that comes again. */
export function contactIsGone(run: Run, contact: number): void {
  if (run.outcomes !== undefined && complaintComesAgain(run, contact)) return;
  run.contacts.free(contact);
}

/** The contact has been answered to the end: what comes of it. */
export function contactIsOver(run: Run, contact: number, agent: number): void {
  const outcomes = run.outcomes!;
  if (outcomes.complaint.values[contact] >= 0) {
    if (outcomes.isSolved.values[contact] === 1) complaintIsSolved(run, contact, agent);
    else contactIsGone(run, contact);
    return;
  }
  const rules = outcomes.queues[run.contacts.queue(contact)];
  if (rules === undefined) {
    run.contacts.free(contact);
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
  if (repeatAfter < 0 || !comesAgain(run, contact, repeat!.attempts, repeatAfter)) run.contacts.free(contact);
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
  const { contacts, events, cells } = run;
  const { complaintCell, complaintSince } = run.outcomes!;
  const cell = complaintCell.values[contact];
  cells[cell + QueueCell.complaintsSolved]++;
  cells[cell + QueueCell.complaintSeconds] += events.time - complaintSince.values[contact];
  if (run.trace) tell(run, "solved", contact, agent);
  contacts.free(contact);
}

/** Whether the contact is a complaint that comes again. */
function complaintComesAgain(run: Run, contact: number): boolean {
  const { complaint, againAfter, passes } = run.outcomes!;
  const index = complaint.values[contact];
  return index >= 0 && comesAgain(run, contact, passes[index].attempts, againAfter.values[contact]);
}

/** Whether the contact comes again within the time simulated, not too often; then it is expected. */
function comesAgain(run: Run, contact: number, attempts: number, afterSeconds: number): boolean {
  const { events, model } = run;
  const { repeats } = run.outcomes!;
  const at = events.time + afterSeconds;
  if (repeats.values[contact] >= attempts || at >= model.horizonSeconds) return false;
  repeats.values[contact]++;
  events.add(at, EventKind.ContactRepeats, contact);
  return true;
}

function tell(run: Run, event: TraceEvent, contact: number, agent: number): void {
  const { contacts, events, agents } = run;
  const team = run.teamOfCrew[agents.crew(agent)];
  run.trace!(events.time, event, contacts.number(contact), contacts.queue(contact), team, agent);
}
