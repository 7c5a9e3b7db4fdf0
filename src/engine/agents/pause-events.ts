import { judgeRoom } from "../channels/chat-hands.js";
import { becomesFree } from "../freed-agent.js";
import type { Run } from "../run.js";
import { AgentState } from "./crew-accounts.js";
import { pauseIsDue, pauseStarts } from "./pause-start.js";

/**
 * A break or an off-phone block falls due: an idle agent takes it, a busy one when the contact in hand is
 * done.
 */
export function pauseFallsDue(run: Run, agent: number): void {
  const { agents, model } = run;
  // An alarm of a shift that has ended meanwhile finds another moment due, or the agent away.
  if (agents.state(agent) !== AgentState.Idle || !pauseIsDue(run, agent)) {
    if (run.channels?.hands !== undefined) judgeRoom(run, agent);
    return;
  }
  run.idle.remove(model.crews.teams[agents.crew(agent)], agent);
  pauseStarts(run, agent, AgentState.Idle);
}

/** The agent comes back from a break or an off-phone block. */
export function pauseEnds(run: Run, agent: number): void {
  const { agents, model } = run;
  run.trace?.(run.events.time, "breakEnds", -1, -1, model.crews.teams[agents.crew(agent)], agent);
  becomesFree(run, agent, agents.state(agent));
}
