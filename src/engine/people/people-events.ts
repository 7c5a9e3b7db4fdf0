import type { Muster } from "../../model/crews.js";
import { AgentState, HeadCount } from "../agents/crew-accounts.js";
import { openMusterStream } from "../agents/muster-stream.js";
import { BlockKind } from "../agents/pauses.js";
import { idleAgentTakes } from "../routing/interrupted-service.js";
import { ruledContact } from "../routing/routing-rules.js";
import type { Run } from "../run.js";

/** A shift starts, or a table's day: the crew's agents are brought up to date. */
export function peopleGrow(run: Run, crew: number, atSeconds: number): void {
  const { people, accounts } = run;
  if (!people?.concerns(crew)) return;
  const before = licensedOn(run, crew);
  people.bringUpToDate(crew, atSeconds);
  const more = licensedOn(run, crew) - before;
  if (more !== 0) accounts.count(crew, HeadCount.Licensed, more);
}

/** Who is idle and may take more than before, now licensed, takes a contact that waits for that. */
export function looksAgain(run: Run, agent: number): void {
  const { agents, rules } = run;
  if (rules === undefined || agents.state(agent) !== AgentState.Idle) return;
  const team = run.teamOfCrew[agents.crew(agent)];
  const contact = ruledContact(run, team, agent, 0);
  if (contact >= 0) idleAgentTakes(run, contact, team, agent);
}

/** Draws when each agent of a crew that supervises others does so in this shift: two draws an agent. */
export function drawSupervising(run: Run, muster: Muster): void {
  const { model, people, pauses } = run;
  const { crew, date, startSeconds, endSeconds } = muster;
  const team = model.crews.teams[crew];
  if (!people || people.supervising[team].size === 0) return;
  const share = people.supervising[team].get(date) ?? 0;
  const block = { share, blockSeconds: pauses!.blockSeconds(team, BlockKind.Supervising) };
  const stream = openMusterStream(run, "supervising", muster);
  for (let agent = model.crews.firstAgents[crew]; agent < model.crews.firstAgents[crew + 1]; agent++) {
    pauses!.drawBlocks(agent, BlockKind.Supervising, startSeconds, endSeconds, block, stream);
  }
}

/** The agent logs on (1) or off (-1), and with that one who holds all licences of the team. */
export function countLicensed(run: Run, agent: number, change: number): void {
  const crew = run.agents.crew(agent);
  if (isLicensed(run, crew, agent)) run.accounts.count(crew, HeadCount.Licensed, change);
}

function licensedOn(run: Run, crew: number): number {
  const { agents, model } = run;
  let count = 0;
  for (let agent = model.crews.firstAgents[crew]; agent < model.crews.firstAgents[crew + 1]; agent++) {
    const state = agents.state(agent);
    if (state !== AgentState.Away && state !== AgentState.Late && isLicensed(run, crew, agent)) count++;
  }
  return count;
}

function isLicensed({ people, model }: Run, crew: number, agent: number): boolean {
  const team = model.people!.teams[model.crews.teams[crew]];
  return team !== undefined && team.licences.length > 0 && people!.missingLicences[agent] === 0;
}
