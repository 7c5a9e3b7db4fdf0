import type { Muster } from "../../model/crews.js";
import { EventKind } from "../event-kinds.js";
import type { Run } from "../run.js";
import { AgentState } from "./crew-accounts.js";

/** By kind of block. */
const BLOCK_STATES = [
  AgentState.OffPhone,
  AgentState.Supervising,
  AgentState.Evaluating,
  AgentState.OffPhone,
];

/** Whether the agent, free at this moment, has a pause to take first. */
export function pauseIsDue(run: Run, agent: number): boolean {
  return run.pauses !== undefined && run.pauses.due[agent] <= run.events.time;
}

/** The agent, who was `from` until now and stands in no list of idle agents, takes the pause that is due. */
export function pauseStarts(run: Run, agent: number, from: number): void {
  const { agents, accounts, events, model } = run;
  const pauses = run.pauses!;
  const now = events.time;
  const crew = agents.crew(agent);
  const team = model.crews.teams[crew];
  const muster = musterOf(run, agent);
  const dueSeconds = pauses.due[agent];
  const taken = pauses.take(agent, muster);
  const pause = taken >= 0 ? muster!.breaks[taken] : undefined;
  const lengthSeconds = pause?.lengthSeconds ?? pauses.blockSeconds(team, -1 - taken);
  const state =
    pause === undefined
      ? BLOCK_STATES[-1 - taken]
      : pause.paid
        ? AgentState.OnBreak
        : AgentState.OnUnpaidBreak;
  // Late by so much, the agent works where a break was planned, then rests as long where work was.
  if (pause) accounts.offPlan(crew, 2 * Math.min(now - dueSeconds, lengthSeconds));
  agents.setState(agent, state);
  accounts.move(crew, from, state);
  agents.setTicket(agent, events.add(now + lengthSeconds, EventKind.PauseEnds, agent));
  awaitPause(run, agent);
  run.trace?.(now, "breakStarts", -1, -1, team, agent);
}

/** Sets the alarm for the agent's next pause, if one is still to come, be it at this very instant. */
export function awaitPause(run: Run, agent: number): void {
  const due = run.pauses!.due[agent];
  if (due >= run.events.time && due < run.model.horizonSeconds)
    run.events.add(due, EventKind.PauseFallsDue, agent);
}

/** The muster that the agent is on. */
function musterOf(run: Run, agent: number): Muster | undefined {
  return run.model.crews.musters[run.agents.musters[agent]];
}
