import { AgentState } from "../agents/crew-accounts.js";
import { takeLine } from "../contacts/lines.js";
import { EventKind } from "../event-kinds.js";
import type { Run } from "../run.js";
import { leaveLine, serviceStarts } from "../service-start.js";

/** The agent, who was `from` until now, takes a contact out of the line: serves it, or calls it back. */
export function takesWaiting(run: Run, contact: number, agent: number, from: number): void {
  leaveLine(run, contact);
  if (run.callbacks?.isCallback(contact)) {
    dialStarts(run, contact, agent, from);
    return;
  }
  serviceStarts(run, contact, agent, from);
}

/** The agent, who stands in no list of idle agents, calls the contact, over a line of its own. */
export function dialStarts(run: Run, contact: number, agent: number, from: number): void {
  const { contacts, agents, events, model } = run;
  const callbacks = run.callbacks!;
  const queue = contacts.queue(contact);
  const crew = agents.crew(agent);
  callbacks.calls.values[contact]++;
  callbacks.agents.values[contact] = agent;
  if (run.countsLines) takeLine(run, queue);
  if (from !== AgentState.Busy) {
    run.accounts.move(crew, from, AgentState.Busy);
    agents.setState(agent, AgentState.Busy);
  }
  run.trace?.(events.time, "callsBack", contacts.number(contact), queue, model.crews.teams[crew], agent);
  events.add(events.time + model.scenario.queues[queue].callback!.dialSeconds, EventKind.DialEnds, contact);
}
