import { releaseUnserved } from "../agents/log-off.js";
import { contactComes } from "../contact-events.js";
import { freeLine } from "../contacts/lines.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import type { PassLuck } from "./outcome-luck.js";

/** A caller whose talk is over joins another queue: one more contact there, by the same caller. */
export function contactIsPassedOn(run: Run, contact: number): void {
  const { contacts, events, cells } = run;
  const outcomes = run.outcomes!;
  const { kind, to, index } = outcomes.passes[outcomes.pass.values[contact]];
  const cell = cellOf(run, contact);
  if (run.countsLines) freeLine(run, contacts.queue(contact));
  contacts.setQueue(contact, to);
  contacts.forgetRedials(contact);
  const { values: talk } = outcomes.nextTalk;
  const { values: hold } = outcomes.nextHold;
  const { values: wrap } = outcomes.nextWrap;
  // What is left of a handle time has been stretched before.
  const factor = kind === "handover" ? 1 : run.clocks[to].handleFactorAt(events.time);
  takeTimes(run, contact, talk[contact], hold[contact], wrap[contact], factor);
  contacts.patienceSeconds = outcomes.nextPatience.values[contact];
  takeRedial(run, contact, outcomes.nextRedialAfter.values[contact]);
  outcomes.isFirst.values[contact] = 0;
  outcomes.repeats.values[contact] = 0;
  if (kind === "complaint") outcomes.becomesComplaint(contact, index, cell, events.time);
  else outcomes.draw(contact, to, "passed-");
  run.door?.passes(contact);
  contacts.comes(contact, run.interval);
  cells[cellOf(run, contact) + QueueCell.transferredIn]++;
  outcomes.inside = contact;
  contactComes(run, contact);
  outcomes.inside = -1;
  if (!run.open) releaseUnserved(run);
}

/** A customer whose matter was not resolved calls again, or an unsolved complaint is looked at again. */
export function contactRepeats(run: Run, contact: number): void {
  const { contacts, events, cells } = run;
  const outcomes = run.outcomes!;
  const queue = contacts.queue(contact);
  const complaint = outcomes.complaint.values[contact];
  contacts.forgetRedials(contact);
  if (complaint >= 0) {
    takeLuckAgain(run, contact, outcomes.againLuck[complaint]!);
    run.door?.passes(contact);
  } else {
    const luck = outcomes.repeatLuck[queue]!;
    luck.handleFactor = run.clocks[queue].handleFactorAt(events.time);
    luck.draw(contacts, contact);
    outcomes.isFirst.values[contact] = 0;
    outcomes.draw(contact, queue, "repeat-");
    run.door?.drawRepeat(run.model.scenario.queues[queue], queue, contact);
  }
  contacts.comes(contact, run.interval);
  cells[cellOf(run, contact) + QueueCell.repeats]++;
  run.trace?.(events.time, "repeats", contacts.number(contact), queue, -1, -1);
  contactComes(run, contact);
}

function takeLuckAgain(run: Run, contact: number, luck: PassLuck): void {
  const outcomes = run.outcomes!;
  luck.draw();
  const factor = run.clocks[run.contacts.queue(contact)].handleFactorAt(run.events.time);
  takeTimes(run, contact, luck.talkSeconds, luck.holdSeconds, luck.wrapSeconds, factor);
  run.contacts.patienceSeconds = luck.patienceSeconds;
  takeRedial(run, contact, luck.redialAfterSeconds);
  outcomes.isSolved.values[contact] = luck.isSolved;
  outcomes.againAfter.values[contact] = luck.againSeconds;
}

/** Handle time as it was drawn, stretched as the table of its queue says for this moment. */
function takeTimes(
  { contacts, hasParts }: Run,
  contact: number,
  talk: number,
  hold: number,
  wrap: number,
  factor: number,
): void {
  contacts.setTalkSeconds(contact, talk * factor);
  if (hasParts[contacts.queue(contact)] === 0) return;
  contacts.setHoldSeconds(contact, hold * factor);
  contacts.setWrapSeconds(contact, wrap * factor);
}

function takeRedial({ contacts, model }: Run, contact: number, afterSeconds: number): void {
  if (model.queues[contacts.queue(contact)].redial) contacts.setRedialAfterSeconds(contact, afterSeconds);
}
