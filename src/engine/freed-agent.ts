import { AgentState } from "./agents/crew-accounts.js";
import { logsOff } from "./agents/log-off.js";
import { pauseIsDue, pauseStarts } from "./agents/pause-start.js";
import { takesMore } from "./channels/chat-choice.js";
import { joinedBefore } from "./contacts/join-order.js";
import { takesWaiting } from "./door/callback-dial.js";
import { takesUpAgain } from "./routing/interrupted-service.js";
import { openToOthers } from "./routing/open-to-others.js";
import { ruledContact } from "./routing/routing-rules.js";
import type { Run } from "./run.js";

/**
 * The agent, who was `from` until now, is free: goes home if the shift is over, else takes the pause that is
 * due, else the next contact, else is idle.
 */
export function becomesFree(run: Run, agent: number, from: number): void {
  const { agents } = run;
  const crew = agents.crew(agent);
  const table = run.tables[crew];
  if (
    agents.isLeaving(agent) ||
    (table !== undefined && from === AgentState.Busy && table.sendsHome(run, agent))
  ) {
    logsOff(run, agent, from);
    return;
  }
  if (pauseIsDue(run, agent)) {
    pauseStarts(run, agent, from);
    return;
  }
  const team = run.teamOfCrew[crew];
  const only = run.onlyQueue[team];
  const contact = only >= 0 ? run.contacts.first[only] : nextContact(run, team, agent);
  if (contact >= 0) {
    if (run.interruptions !== undefined && takesUpAgain(run, contact, agent, from)) return;
    takesWaiting(run, contact, agent, from);
    if (run.keepsContacts) takesMore(run, agent);
    return;
  }
  agents.setState(agent, AgentState.Idle);
  run.accounts.move(crew, from, AgentState.Idle);
  run.idle.add(team, agent);
  if (only < 0 && run.rules !== undefined) openToOthers(run, team);
}

/**
 * The waiting contact that a free agent of the team takes: best level first, among equals the longest
 * waiting; or -1.
 */
function nextContact(run: Run, team: number, agent: number): number {
  if (run.rules !== undefined) return ruledContact(run, team, agent, 1);
  const { contacts } = run;
  const { first } = contacts;
  const { start, item, level, needs } = run.model.routing.queuesOf;
  const end = start[team + 1];
  let best = -1;
  let bestLevel = -1;
  for (let entry = start[team]; entry < end; entry++) {
    if (best >= 0 && level[entry] !== bestLevel) break;
    const contact = first[item[entry]];
    if (contact < 0) continue;
    if (needs[entry] > 0 && contacts.overflows(contact) < needs[entry]) continue;
    if (best < 0 || joinedBefore(contacts.joined(contact), contacts.joined(best))) {
      best = contact;
      bestLevel = level[entry];
    }
  }
  return best;
}
