import { AgentState } from "./crew-accounts.js";
import { becomesFree } from "./freed-agent.js";
import { freeLine } from "./lines.js";
import type { Run } from "./run.js";

/** The contact in the agent's hand is done, wrap included. */
export function serviceEnds(run: Run, agent: number): void {
  const { agents } = run;
  const queue = agents.queue(agent);
  if (run.countsLines) freeLine(run, queue);
  if (run.trace) {
    const team = run.model.crews.teams[agents.crew(agent)];
    run.trace(run.events.time, "ends", agents.contact[agent], queue, team, agent);
  }
  if (run.keepsContacts) contactIsDone(run, run.inHand[agent]);
  becomesFree(run, agent, AgentState.Busy);
}

/** Something may come of a contact that was kept until its service ended. */
function contactIsDone({ contacts }: Run, contact: number): void {
  contacts.free(contact);
}
