import type { DialingQueue } from "../../model/outbound.js";
import { AgentState, HeadCount } from "../agents/crew-accounts.js";
import { linesAreTaken, takeLine } from "../contacts/lines.js";
import { EventKind } from "../event-kinds.js";
import { QueueCell } from "../queue-cells.js";
import { mayTake, ruledAgentOf } from "../routing/routing-rules.js";
import type { Run } from "../run.js";
import type { TraceEvent } from "../trace.js";
import type { DialerState, Outbound } from "./outbound.js";

/**
 * After every event each dialer looks whether it may dial: leads are due, it is their hour, and a line is
 * free.
 *
 * - `preview`: a free agent looks at the lead, then it rings; the agent is held all the time.
 * - `progressive`: it rings for a free agent, who is held until somebody answers or nobody does.
 * - `predictive`: lines ring for no agent. The ratio rule: so many that the answers expected, and a standard
 *   deviation more, are no more than the agents expected to be free by then: n p + sqrt(n p (1 - p)) is at
 *   most free + at work x share done within the time of ringing - callers on hold (Samuelson, Predictive
 *   Dialing for Outbound Telephone Call Centers, Interfaces 29:5, 1999, paces by the same quantities). While
 *   more of the day's answered calls than the cap allows found no agent, it dials as `progressive` does, for
 *   agents whom no ringing line counts on.
 */
export function dialersLook(run: Run, outbound: Outbound): void {
  for (const dialer of outbound.dialers) {
    while (mayDial(run, outbound, dialer) && dials(run, outbound, dialer));
  }
}

function mayDial(run: Run, outbound: Outbound, dialer: DialerState): boolean {
  if (run.events.time >= dialer.untilSeconds || !outbound.isAnyoneDue(dialer)) return false;
  return !run.countsLines || !linesAreTaken(run, dialer.dialing.queue);
}

/** Dials one lead more; false where the dialer leaves it. */
function dials(run: Run, outbound: Outbound, dialer: DialerState): boolean {
  const { mode, abandonedShare } = dialer.dialing.dialer;
  if (mode === "predictive") {
    if (dialer.lostToday <= abandonedShare! * dialer.answeredToday) {
      if (answersToBeMet(dialer) > agentsByThen(run, dialer.dialing)) return false;
      const lead = begins(run, outbound, dialer);
      dialer.ringing++;
      rings(run, outbound, lead);
      return true;
    }
    if (agentsToSpare(run, dialer.dialing) <= dialer.ringing) return false;
  }
  const agent = agentToHold(run, dialer.dialing);
  if (agent < 0) return false;
  const lead = begins(run, outbound, dialer);
  isHeld(run, agent);
  outbound.holder[lead] = agent;
  if (mode === "preview") looksAt(run, outbound, dialer, lead);
  else rings(run, outbound, lead);
  return true;
}

/** Answers to be expected if one line more rings, and one standard deviation for luck. */
function answersToBeMet({ ringing, answersShare }: DialerState): number {
  const expected = (ringing + 1) * answersShare;
  return expected + Math.sqrt(expected * (1 - answersShare));
}

/** The next lead is taken in hand, and a line for it. */
function begins(run: Run, outbound: Outbound, dialer: DialerState): number {
  const lead = outbound.takeLead(dialer);
  if (outbound.numbers[lead] === 0) outbound.numbers[lead] = ++run.arrived;
  if (run.countsLines) takeLine(run, dialer.dialing.queue);
  return lead;
}

function looksAt(run: Run, outbound: Outbound, { draws, dialing }: DialerState, lead: number): void {
  const { attempts, isPromised } = outbound;
  const seconds = draws.attempt(
    "previewSeconds",
    lead - dialing.firstLead,
    attempts[lead] + 1,
    isPromised[lead] === 1,
  );
  tellOfLead(run, outbound, "previews", lead);
  run.events.add(run.events.time + seconds, EventKind.PreviewEnds, lead);
}

/** The number is dialed. Whether somebody will answer is known from here. */
export function rings(run: Run, outbound: Outbound, lead: number): void {
  const { attempts, isPromised, promisedAt } = outbound;
  const dialer = outbound.dialerOf(lead);
  const { dialing, draws } = dialer;
  const now = run.events.time;
  const cell = cellNow(run, dialing.queue);
  const inList = lead - dialing.firstLead;
  const isAppointed = isPromised[lead] === 1;
  const attempt = ++attempts[lead];
  run.cells[cell + QueueCell.dials]++;
  if (attempt === 1) {
    if (isAppointed) {
      run.cells[cell + QueueCell.appointmentsDialed]++;
      run.cells[cell + QueueCell.appointmentDelaySeconds] += now - promisedAt[lead];
    } else {
      run.cells[cell + QueueCell.leadsWorked]++;
    }
  }
  const share = isAppointed ? dialing.leads.appointment!.answersShare : dialer.answersShare;
  outbound.willAnswer[lead] = draws.attempt("answers", inList, attempt, isAppointed) < share ? 1 : 0;
  tellOfLead(run, outbound, "dials", lead);
  const seconds = draws.attempt("ringingSeconds", inList, attempt, isAppointed);
  run.events.add(now + seconds, EventKind.RingingEnds, lead);
}

/** Start of the queue's cell of the current interval. */
export function cellNow(run: Run, queue: number): number {
  return queue * run.cellsOfQueue + run.interval * QueueCell.places;
}

/** The free agent is held for a lead: busy, but with no contact. */
function isHeld(run: Run, agent: number): void {
  const { agents, accounts, idle } = run;
  const crew = agents.crew(agent);
  idle.remove(run.teamOfCrew[crew], agent);
  accounts.move(crew, AgentState.Idle, AgentState.Busy);
  accounts.count(crew, HeadCount.Held, 1);
  agents.setState(agent, AgentState.Busy);
}

/**
 * The free agent of the best preference, then as routing chooses, in a team of which enough are free; -1 for
 * none.
 */
function agentToHold(run: Run, dialing: DialingQueue): number {
  const { start, item, level } = run.model.routing.teamsOf;
  let best = -1;
  let bestLevel = -1;
  for (let entry = start[dialing.queue]; entry < start[dialing.queue + 1]; entry++) {
    if (best >= 0 && level[entry] !== bestLevel) break;
    const team = item[entry];
    if (toSpare(run, dialing, team) <= 0) continue;
    best =
      run.rules === undefined ? longerIdle(run, team, best) : ruledAgentOf(run, dialing.queue, team, best);
    bestLevel = level[entry];
  }
  return best;
}

function longerIdle({ agents, idle }: Run, team: number, other: number): number {
  const agent = idle.first[team];
  return other < 0 || agents.idleSince(agent) < agents.idleSince(other) ? agent : other;
}

/**
 * Free agents of the team whom the dialer may have: those who have what the queue needs, and no more than
 * leaves as many free as are to stay so. Negative where some are missing.
 */
function toSpare(run: Run, { queue, whenFree }: DialingQueue, team: number): number {
  const free = headsOf(run, team, AgentState.Idle);
  const beyond = free - (whenFree[team] - 1);
  return run.rules === undefined ? beyond : Math.min(beyond, ableOf(run, queue, team));
}

/** Free agents of the team who have what the queue needs. */
function ableOf(run: Run, queue: number, team: number): number {
  let able = 0;
  for (let agent = run.idle.first[team]; agent >= 0; agent = run.agents.next(agent)) {
    if (mayTake(run, team, agent, queue)) able++;
  }
  return able;
}

function agentsToSpare(run: Run, dialing: DialingQueue): number {
  const { start, item } = run.model.routing.teamsOf;
  let agents = 0;
  for (let entry = start[dialing.queue]; entry < start[dialing.queue + 1]; entry++) {
    agents += Math.max(0, toSpare(run, dialing, item[entry]));
  }
  return agents;
}

/** How many agents are expected to be free for the lines that ring, callers on hold taken off. */
function agentsByThen(run: Run, dialing: DialingQueue): number {
  const { start, item } = run.model.routing.teamsOf;
  let agents = 0;
  for (let entry = start[dialing.queue]; entry < start[dialing.queue + 1]; entry++) {
    const team = item[entry];
    const atWork = headsOf(run, team, AgentState.Busy) - headsOf(run, team, HeadCount.InOvertime);
    const done = atWork * dialing.ableShares[team] * dialing.doneShare;
    agents += Math.max(0, toSpare(run, dialing, team) + done);
  }
  let contact = run.contacts.first[dialing.queue];
  while (contact >= 0) {
    agents--;
    contact = run.contacts.behind(contact);
  }
  return agents;
}

/** Agents of a team in a state, or counted so. */
function headsOf({ accounts, model }: Run, team: number, what: number): number {
  const { teams, count } = model.crews;
  let heads = 0;
  for (let crew = 0; crew < count; crew++) if (teams[crew] === team) heads += accounts.heads(crew, what);
  return heads;
}

/** Tells of the lead, and of the agent who is held for it. */
export function tellOfLead(run: Run, outbound: Outbound, event: TraceEvent, lead: number): void {
  if (run.trace === undefined) return;
  const agent = outbound.holder[lead];
  const team = agent < 0 ? -1 : run.teamOfCrew[run.agents.crew(agent)];
  const { queue } = outbound.dialerOf(lead).dialing;
  run.trace(run.events.time, event, outbound.numbers[lead], queue, team, agent);
}
