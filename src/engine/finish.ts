import { measureShifts } from "./agents/agent-shifts.js";
import { bookInHands } from "./channels/chat-hands.js";
import { bookOpenCallbacks } from "./door/callbacks.js";
import type { Observations } from "./observations.js";
import { bookCallingTime, countOpenLeads } from "./outbound/lead-events.js";
import { cellOf, QueueCell } from "./queue-cells.js";
import type { Run } from "./run.js";

/** Books what is still open when the simulation ends. */
export function finishRun(run: Run): Observations {
  const { model, contacts, observed } = run;
  run.events.time = model.horizonSeconds;
  run.accounts.enter(run.interval);
  for (const [index, muster] of model.crews.musters.entries()) {
    if (muster.endSeconds === model.horizonSeconds) measureShifts(run, index);
  }
  bookInHands(run);
  if (run.callbacks !== undefined) bookOpenCallbacks(run);
  for (let queue = 0; queue < model.queues.length; queue++) {
    while (contacts.first[queue] >= 0) {
      const contact = contacts.first[queue];
      observed.queueCells[cellOf(run, contact) + QueueCell.waiting]++;
      contacts.leave(contact);
    }
  }
  if (run.outbound) {
    bookCallingTime(run, run.outbound);
    countOpenLeads(run, run.outbound);
  }
  return { ...observed, events: run.events.taken, contacts: run.arrived };
}
