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
  becomesFree(run, agent, AgentState.Busy);
}
