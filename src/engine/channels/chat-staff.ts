import { AgentState, HeadCount } from "../agents/crew-accounts.js";
import { staysInOvertime } from "../agents/log-off.js";
import type { Run } from "../run.js";
import { mayTakeMoreAgain } from "./chat-choice.js";

/**
 * So many busy agents of a table are above its number. Where they may hold several contacts it is said who
 * they are, lest all of them go on taking contacts and none is ever done: those who hold fewest, among equals
 * the one numbered lowest. They take no more and go when they are done. Whether the table is one of these.
 */
export function leaveWhenDone(run: Run, crew: number, some: number): boolean {
  if (!mayHoldSeveral(run, crew)) return false;
  for (let left = some; left > 0; left--) {
    staysInOvertime(
      run,
      busyAgent(run, crew, false, (agent) => -heldBy(run, agent)),
    );
  }
  return true;
}

/** Has up to so many of those who were to go stay, who hold most first; how many that were. */
export function stayOn(run: Run, crew: number, most: number): number {
  if (!mayHoldSeveral(run, crew)) return 0;
  for (let stayed = 0; stayed < most; stayed++) {
    const agent = busyAgent(run, crew, true, (one) => heldBy(run, one));
    if (agent < 0) return stayed;
    run.agents.setLeaving(agent, false);
    run.accounts.count(crew, HeadCount.InOvertime, -1);
    run.present[run.teamOfCrew[crew]]++;
    mayTakeMoreAgain(run, agent);
  }
  return most;
}

function mayHoldSeveral({ channels, teamOfCrew }: Run, crew: number): boolean {
  const hands = channels?.hands;
  return hands !== undefined && hands.mayHoldSeveral[teamOfCrew[crew]] === 1;
}

function heldBy({ channels }: Run, agent: number): number {
  return Math.max(1, channels!.hands!.counts[agent]);
}

/** The busy agent of the crew, leaving or not, with the greatest rank, the lowest number of equals; or -1. */
function busyAgent(
  { model, agents }: Run,
  crew: number,
  isLeaving: boolean,
  rankOf: (agent: number) => number,
): number {
  const { firstAgents } = model.crews;
  let best = -1;
  for (let agent = firstAgents[crew]; agent < firstAgents[crew + 1]; agent++) {
    if (agents.state(agent) !== AgentState.Busy || agents.isLeaving(agent) !== isLeaving) continue;
    if (best < 0 || rankOf(agent) > rankOf(best)) best = agent;
  }
  return best;
}
