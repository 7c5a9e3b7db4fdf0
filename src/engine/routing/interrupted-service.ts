import { AgentState } from "../agents/crew-accounts.js";
import { takesMore } from "../channels/chat-choice.js";
import { takesWaiting } from "../door/callback-dial.js";
import { takesAsLong } from "../people/people-service.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import { bookParts, holdsForNow, serviceStarts } from "../service-start.js";
import { mayTake, ruledAgent, ruledAgentOf } from "./routing-rules.js";

const NONE = -1;

/**
 * The contact finds no agent free: one who has a contact in hand that may be put down takes it instead, if it
 * may not be put down itself. Whether there is one.
 */
export function interrupts(run: Run, contact: number): boolean {
  const agent = agentToInterrupt(run, run.contacts.queue(contact));
  if (agent < 0) return false;
  const other = run.inHand[agent];
  putsDown(run, other, agent);
  serviceStarts(run, contact, agent, AgentState.Busy);
  takesMore(run, agent);
  seeksAgent(run, other);
  return true;
}

/**
 * Of the agents with a contact in hand that may be put down, and with the skill and all that the queue needs:
 * best preference first, among equals who began it last; or -1. A skill for when several are free interrupts
 * nobody, and who is past the end of the shift is not interrupted.
 */
function agentToInterrupt(run: Run, queue: number): number {
  const { interruptions, agents, model, rules } = run;
  const { interruptible, last, before, begun } = interruptions!;
  if (interruptible[queue] === 1) return NONE;
  const { start, item, level } = model.routing.teamsOf;
  let best = NONE;
  let bestLevel = NONE;
  for (let entry = start[queue]; entry < start[queue + 1]; entry++) {
    if (best >= 0 && level[entry] !== bestLevel) break;
    const team = item[entry];
    if (rules!.whenFree[queue * model.routing.teams + team] > 1) continue;
    let agent = last[team];
    while (agent >= 0 && (agents.isLeaving(agent) || !mayTake(run, team, agent, queue)))
      agent = before[agent];
    if (agent < 0 || (best >= 0 && begun[agent] < begun[best])) continue;
    best = agent;
    bestLevel = level[entry];
  }
  return best;
}

/** The agent puts the contact down: what is left of it, wrap last, is booked when it is taken up again. */
function putsDown(run: Run, contact: number, agent: number): void {
  const { contacts, cells, events, interruptions, model } = run;
  const queue = contacts.queue(contact);
  const team = run.teamOfCrew[run.agents.crew(agent)];
  const speed = model.routing.speeds[queue * model.routing.teams + team];
  const { endsSeconds, tickets } = interruptions!;
  events.cancel(tickets[agent]);
  interruptions!.ends(team, agent);
  const cell = cellOf(run, contact);
  // Drawn handle time is what this agent would need, taken back to what anybody needs at speed 1.
  const factor = run.people === undefined ? 1 : run.people.handleFactors[agent];
  let left = endsSeconds[agent] - events.time;
  if (run.hasParts[queue] === 1) {
    const wrap = Math.min(left, contacts.wrapSeconds(contact));
    const hold = Math.min(left - wrap, contacts.holdSeconds(contact));
    contacts.setWrapSeconds(contact, (wrap * speed) / factor);
    contacts.setHoldSeconds(contact, (hold * speed) / factor);
    cells[cell + QueueCell.wrapSeconds] -= wrap;
    cells[cell + QueueCell.holdSeconds] -= hold;
    left = left - wrap - hold;
  }
  contacts.setTalkSeconds(contact, (left * speed) / factor);
  cells[cell + QueueCell.talkSeconds] -= left;
  cells[cell + QueueCell.interrupted]++;
  interruptions!.putDown(contact);
  if (run.waiting.length > 0) run.waiting[queue]++;
  run.trace?.(events.time, "interrupted", contacts.number(contact), queue, team, agent);
}

/** The contact that was put down may be taken up at once by an idle agent whom the other had no use for. */
function seeksAgent(run: Run, contact: number): void {
  const { contacts, model } = run;
  const { overflows, overflowTeams } = model.routing;
  const queue = contacts.queue(contact);
  let agent = ruledAgent(run, queue);
  if (agent < 0 && overflows) {
    for (const teams of overflowTeams[queue].slice(0, contacts.overflows(contact))) {
      for (const team of teams) agent = ruledAgentOf(run, queue, team, agent);
    }
  }
  if (agent < 0) return;
  run.idle.remove(run.teamOfCrew[run.agents.crew(agent)], agent);
  takesUpAgain(run, contact, agent, AgentState.Idle);
}

/**
 * The agent, who was `from` until now and stands in no list of idle agents, goes on with the contact, if it
 * has been put down; whether it has.
 */
export function takesUpAgain(run: Run, contact: number, agent: number, from: number): boolean {
  const { contacts, cells, agents, events, interruptions, model } = run;
  if (!interruptions!.isDown(contact)) return false;
  interruptions!.takeUp(contact);
  const queue = contacts.queue(contact);
  if (run.waiting.length > 0) run.waiting[queue]--;
  const crew = agents.crew(agent);
  const team = run.teamOfCrew[crew];
  const speed = model.routing.speeds[queue * model.routing.teams + team];
  if (run.people !== undefined) takesAsLong(run, contact, run.people.handleFactors[agent]);
  const cell = cellOf(run, contact);
  let handleSeconds = contacts.talkSeconds(contact) / speed;
  cells[cell + QueueCell.talkSeconds] += handleSeconds;
  if (run.hasParts[queue] === 1) {
    bookParts(run, contact, agent, cell, speed);
    handleSeconds = contacts.talkSeconds(contact);
  }
  if (from !== AgentState.Busy) {
    run.accounts.move(crew, from, AgentState.Busy);
    agents.setState(agent, AgentState.Busy);
  }
  run.trace?.(events.time, "resumes", contacts.number(contact), queue, team, agent);
  holdsForNow(run, contact, agent, events.time + handleSeconds);
  return true;
}

/** The idle agent of the team takes a waiting contact, or takes up again one that has been put down. */
export function idleAgentTakes(run: Run, contact: number, team: number, agent: number): void {
  run.idle.remove(team, agent);
  if (run.interruptions !== undefined && takesUpAgain(run, contact, agent, AgentState.Idle)) return;
  takesWaiting(run, contact, agent, AgentState.Idle);
}
