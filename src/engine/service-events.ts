import { Ending } from "../model/customers.js";
import { AgentState } from "./agents/crew-accounts.js";
import { freeLine } from "./contacts/lines.js";
import { becomesFree } from "./freed-agent.js";
import { callIsOver } from "./outbound/lead-fate.js";
import { contactIsOver } from "./outcomes/coming-again.js";
import { contactEnds } from "./outcomes/customers.js";
import { callerGoesOn, chatGoesOn } from "./outcomes/handover.js";
import type { Run } from "./run.js";

/** The contact in the agent's hand is done, wrap included. */
export function serviceEnds(run: Run, agent: number): void {
  if (run.interruptions !== undefined && interruptibleEnds(run, agent)) return;
  if (run.outcomes !== undefined && callerGoesOn(run, agent)) return;
  const { agents } = run;
  const queue = agents.queue(agent);
  if (run.countsLines && !isWithoutCaller(run, agent)) freeLine(run, queue);
  if (run.trace) {
    const team = run.model.crews.teams[agents.crew(agent)];
    run.trace(run.events.time, "ends", agents.contact[agent], queue, team, agent);
  }
  if (run.keepsContacts && run.inHand[agent] >= 0) contactIsDone(run, run.inHand[agent], agent);
  becomesFree(run, agent, AgentState.Busy);
}

/** Something may come of a contact that was kept until its service ended. */
export function contactIsDone(run: Run, contact: number, agent: number): void {
  if (run.outbound) callIsOver(run, contact);
  if (run.outcomes !== undefined) contactIsOver(run, contact, agent);
  else contactEnds(run, contact, Ending.Answered);
}

/** Whether the caller has gone on to another queue, and took the line along. */
function isWithoutCaller({ keepsContacts, inHand }: Run, agent: number): boolean {
  return keepsContacts && inHand[agent] < 0;
}

/**
 * If what the agent has in hand may be put down: it is done, wrap included, and only now goes on to another
 * queue where it is to. Whether it is such a contact.
 */
function interruptibleEnds(run: Run, agent: number): boolean {
  const { agents, contacts, events } = run;
  const { interruptible } = run.interruptions!;
  const contact = run.inHand[agent];
  if (contact < 0 || interruptible[contacts.queue(contact)] === 0) return false;
  const queue = contacts.queue(contact);
  const team = run.teamOfCrew[agents.crew(agent)];
  run.interruptions!.ends(team, agent);
  const goesOn = run.outcomes !== undefined && chatGoesOn(run, contact, agent);
  if (run.countsLines && !goesOn) freeLine(run, queue);
  run.trace?.(events.time, "ends", contacts.number(contact), queue, team, agent);
  if (!goesOn) contactIsDone(run, contact, agent);
  becomesFree(run, agent, AgentState.Busy);
  return true;
}
