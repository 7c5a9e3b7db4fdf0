import { Ending } from "../model/customers.js";
import { contactIsOver } from "./coming-again.js";
import { AgentState } from "./crew-accounts.js";
import { contactEnds } from "./customers.js";
import { becomesFree } from "./freed-agent.js";
import { callerGoesOn } from "./handover.js";
import { callIsOver } from "./lead-events.js";
import { freeLine } from "./lines.js";
import type { Run } from "./run.js";

/** The contact in the agent's hand is done, wrap included. */
export function serviceEnds(run: Run, agent: number): void {
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
