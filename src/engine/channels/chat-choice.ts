import { AgentState } from "../agents/crew-accounts.js";
import { joinedBefore } from "../contacts/join-order.js";
import { comesBefore, hasFree, mayTake, ruledAgentOf } from "../routing/routing-rules.js";
import type { Run } from "../run.js";
import { leaveLine, serviceStarts } from "../service-start.js";
import { hasRoom, isHeldWithOthers, judgeRoom } from "./chat-hands.js";

const NONE = -1;

/**
 * The agent who takes a contact of a queue of which agents may hold several: best preference first; among
 * equals who holds fewest, who has fewest skills where that is asked, who has held so many longest; or -1.
 */
export function agentForChat(run: Run, queue: number): number {
  const { routing } = run.model;
  const { start, item, level } = routing.teamsOf;
  const end = start[queue + 1];
  let best = NONE;
  let bestLevel = NONE;
  for (let entry = start[queue]; entry < end; entry++) {
    if (best >= 0 && level[entry] !== bestLevel) break;
    const team = item[entry];
    const agent = agentOfTeam(run, queue, team, whenFree(run, queue, team));
    if (agent >= 0 && (best < 0 || goesBefore(run, agent, best))) {
      best = agent;
      bestLevel = level[entry];
    }
  }
  return best;
}

/** As `agentForChat` where that agent is idle; -1 where it holds others already. */
export function idleAgentForChat(run: Run, queue: number): number {
  const agent = agentForChat(run, queue);
  return agent >= 0 && run.channels!.hands!.counts[agent] === 0 ? agent : NONE;
}

/** How many agents of the team must be free for it to take the queue's contacts by skill. */
function whenFree({ rules, model }: Run, queue: number, team: number): number {
  return rules === undefined ? 1 : rules.whenFree[queue * model.routing.teams + team];
}

/** Of the team's agents who may take a contact of the queue the one who goes before all others; or -1. */
function agentOfTeam(run: Run, queue: number, team: number, free: number): number {
  const { rules, idle, channels } = run;
  const anyIdle = rules === undefined ? idle.first[team] : ruledAgentOf(run, queue, team, NONE);
  if (anyIdle >= 0 && (free === 1 || hasFree(run, team, free))) return anyIdle;
  // A skill for when several are free is not for one who holds others.
  if (free > 1) return NONE;
  const { tables, hands } = channels!;
  const most = tables.chats!.concurrency[queue];
  for (let count = 1; count < most; count++) {
    let best = NONE;
    for (let agent = hands!.longest(team, count); agent >= 0; agent = hands!.nextLongest(agent)) {
      if (rules !== undefined && !mayTake(run, team, agent, queue)) continue;
      if (best < 0 || goesBefore(run, agent, best)) best = agent;
      // Behind this one are only such as have held so many less long.
      if (rules === undefined || rules.isMixed[team] === 0) break;
    }
    if (best >= 0) return best;
  }
  return NONE;
}

function goesBefore({ channels, agents, rules }: Run, agent: number, other: number): boolean {
  const { counts, since } = channels!.hands!;
  if (counts[agent] !== counts[other]) return counts[agent] < counts[other];
  if (rules !== undefined && rules.skills[agent] !== rules.skills[other]) {
    return rules.skills[agent] < rules.skills[other];
  }
  if (counts[agent] > 0) return since[agent] < since[other];
  return agents.idleSince(agent) < agents.idleSince(other);
}

/** Whether an agent who holds others takes the contact, for which nobody is idle. */
export function joinsOthers(run: Run, contact: number): boolean {
  const queue = run.contacts.queue(contact);
  if (!isHeldWithOthers(run, queue)) return false;
  const agent = agentForChat(run, queue);
  if (agent >= 0) serviceStarts(run, contact, agent, AgentState.Busy);
  return agent >= 0;
}

/** As `joinsOthers`, of a waiting contact that overflow has opened to more teams, where nobody is idle. */
export function joinsOthersOf(run: Run, contact: number, teams: Int32Array): boolean {
  const queue = run.contacts.queue(contact);
  if (!isHeldWithOthers(run, queue)) return false;
  let best = NONE;
  for (const team of teams) {
    const agent = agentOfTeam(run, queue, team, 1);
    if (agent >= 0 && (best < 0 || goesBefore(run, agent, best))) best = agent;
  }
  if (best < 0) return false;
  leaveLine(run, contact);
  serviceStarts(run, contact, best, AgentState.Busy);
  return true;
}

/** The agent, if it holds contacts and may hold more, takes of those who wait as many as it may. */
export function takesMore(run: Run, agent: number): void {
  if (run.channels?.hands === undefined) return;
  while (hasRoom(run, agent)) {
    const contact = nextChat(run, agent);
    if (contact < 0) return;
    leaveLine(run, contact);
    serviceStarts(run, contact, agent, AgentState.Busy);
  }
}

/** The agent, who perhaps was not to take any more, may do so again. */
export function mayTakeMoreAgain(run: Run, agent: number): void {
  if (run.channels?.hands === undefined) return;
  judgeRoom(run, agent);
  takesMore(run, agent);
}

/**
 * The waiting contact that an agent who holds others takes beside them: chosen as by a free agent, of queues
 * of which one may hold more; or -1.
 */
function nextChat(run: Run, agent: number): number {
  const { contacts, rules } = run;
  const { start, item, level, needs } = run.model.routing.queuesOf;
  const { concurrency } = run.channels!.tables.chats!;
  const count = run.channels!.hands!.counts[agent];
  const team = run.teamOfCrew[run.agents.crew(agent)];
  let best = NONE;
  let bestLevel = NONE;
  for (let entry = start[team]; entry < start[team + 1]; entry++) {
    // Where rules decide, what stands first in the list may not be the most urgent.
    if (best >= 0 && level[entry] !== bestLevel && rules === undefined) break;
    const queue = item[entry];
    const contact = contacts.first[queue];
    if (contact < 0 || concurrency[queue] <= count) continue;
    if (needs[entry] > 0 && contacts.overflows(contact) < needs[entry]) continue;
    if (needs[entry] === 0 && whenFree(run, queue, team) > 1) continue;
    if (rules !== undefined && !mayTake(run, team, agent, queue)) continue;
    if (best < 0 || isSooner(run, contact, best, team)) {
      best = contact;
      bestLevel = level[entry];
    }
  }
  return best;
}

function isSooner(run: Run, contact: number, other: number, team: number): boolean {
  const { contacts, rules } = run;
  if (rules !== undefined) return comesBefore(run, contact, other, team);
  return joinedBefore(contacts.joined(contact), contacts.joined(other));
}
