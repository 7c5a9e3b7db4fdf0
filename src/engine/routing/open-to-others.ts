import type { Run } from "../run.js";
import { idleAgentTakes } from "./interrupted-service.js";
import { goesBefore, ruledContact } from "./routing-rules.js";

const NONE = -1;

/**
 * One agent more of the team is idle, who may take nothing that waits; that may have opened a queue to
 * another idle one, who has what it needs.
 */
export function openToOthers(run: Run, team: number): void {
  if (run.rules!.opensToOthers[team] === 0) return;
  const { idle, agents } = run;
  let best = NONE;
  for (let agent = idle.first[team]; agent >= 0; agent = agents.next(agent)) {
    if (best >= 0 && !goesBefore(run, agent, best)) continue;
    if (ruledContact(run, team, agent, 0) >= 0) best = agent;
  }
  if (best < 0) return;
  idleAgentTakes(run, ruledContact(run, team, best, 0), team, best);
}
