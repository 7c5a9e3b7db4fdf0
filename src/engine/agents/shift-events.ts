import type { Muster } from "../../model/crews.js";
import { spread } from "../../model/intervals.js";
import { compileSampler } from "../../random/compile-sampler.js";
import { mayTakeMoreAgain } from "../channels/chat-choice.js";
import { forgetQuotas } from "../channels/chat-hands.js";
import { EventKind } from "../event-kinds.js";
import { becomesFree } from "../freed-agent.js";
import { countLicensed, drawSupervising, looksAgain, peopleGrow } from "../people/people-events.js";
import { drawQuality } from "../people/quality.js";
import type { Run } from "../run.js";
import { measureShifts } from "./agent-shifts.js";
import { AgentState, HeadCount } from "./crew-accounts.js";
import { logsOff, staysInOvertime } from "./log-off.js";
import { openMusterStream } from "./muster-stream.js";
import { awaitPause } from "./pause-start.js";
import { BlockKind } from "./pauses.js";

/** A crew is due: those who come log on, late ones later; who misses the shift is drawn agent by agent. */
export function shiftStarts(run: Run, index: number): void {
  const { model, pauses } = run;
  const { crews } = model;
  const muster = crews.musters[index];
  const { crew, startSeconds, endSeconds } = muster;
  const team = model.scenario.teams[crews.teams[crew]];
  const goesOn = muster.follows >= 0;
  if (goesOn) measureShifts(run, muster.follows);
  const absence = team.absenceShare > 0 ? openMusterStream(run, "absence", muster) : undefined;
  const lateness = team.lateness && compileSampler(team.lateness, openMusterStream(run, "lateness", muster));
  const offPhone = team.offPhone && pauses ? openMusterStream(run, "off-phone", muster) : undefined;
  peopleGrow(run, crew, startSeconds);
  if (pauses) drawSupervising(run, muster);
  if (model.quality) drawQuality(run, muster);
  let absent = 0;
  let inTraining = 0;
  for (let agent = crews.firstAgents[crew]; agent < crews.firstAgents[crew + 1]; agent++) {
    const misses = absence !== undefined && absence() < team.absenceShare;
    const lateSeconds = lateness === undefined ? 0 : lateness();
    if (offPhone)
      pauses!.drawBlocks(agent, BlockKind.OffPhone, startSeconds, endSeconds, team.offPhone!, offPhone);
    if (misses) absent++;
    else if (run.people?.inTraining[agent] === 1) {
      inTraining++;
      if (run.trace) run.trace(run.events.time, "trains", -1, -1, crews.teams[crew], agent);
    } else agentIsDue(run, agent, index, goesOn || startSeconds < 0 ? 0 : lateSeconds);
  }
  if (absent > 0) bookPaid(run, muster, absent, (...booked) => run.accounts.missed(...booked));
  if (inTraining > 0) bookPaid(run, muster, inTraining, (...booked) => run.accounts.trained(...booked));
}

/** A late agent comes. */
export function agentLogsOn(run: Run, agent: number): void {
  logsOn(run, agent, AgentState.Late);
}

/** The crew's shift is over: who is free goes home, who has a contact in hand finishes it. */
export function shiftEnds(run: Run, index: number): void {
  const { model, agents, events } = run;
  const { crew } = model.crews.musters[index];
  const team = model.crews.teams[crew];
  measureShifts(run, index);
  for (let agent = model.crews.firstAgents[crew]; agent < model.crews.firstAgents[crew + 1]; agent++) {
    if (agents.musters[agent] !== index) continue;
    const state = agents.state(agent);
    if (state === AgentState.Busy) {
      staysInOvertime(run, agent);
    } else if (state === AgentState.Late) {
      neverCame(run, agent);
    } else {
      if (state === AgentState.Idle) run.idle.remove(team, agent);
      else events.cancel(agents.ticket(agent));
      logsOff(run, agent, state);
    }
  }
}

function agentIsDue(run: Run, agent: number, index: number, lateSeconds: number): void {
  const { agents, accounts, events, model, pauses } = run;
  const crew = agents.crew(agent);
  if (agents.state(agent) === AgentState.Late) neverCame(run, agent);
  agents.musters[agent] = index;
  agents.forgetHandled(agent);
  forgetQuotas(run, agent);
  if (agents.state(agent) !== AgentState.Away) {
    // Still here from the shift before, perhaps with its last contact in hand: overtime ends where the new
    // shift begins.
    if (agents.isLeaving(agent)) {
      agents.setLeaving(agent, false);
      accounts.count(crew, HeadCount.InOvertime, -1);
      run.present[model.crews.teams[crew]]++;
    }
    if (pauses) {
      pauses.begin(agent, model.crews.musters[index], events.time);
      awaitPause(run, agent);
    }
    if (run.people) looksAgain(run, agent);
    mayTakeMoreAgain(run, agent);
  } else if (lateSeconds > 0) {
    agents.setState(agent, AgentState.Late);
    accounts.move(crew, AgentState.Away, AgentState.Late);
    agents.setTicket(agent, events.add(events.time + lateSeconds, EventKind.AgentLogsOn, agent));
  } else {
    logsOn(run, agent, AgentState.Away);
  }
}

function logsOn(run: Run, agent: number, from: number): void {
  const { agents, events, model, pauses } = run;
  const team = model.crews.teams[agents.crew(agent)];
  run.present[team]++;
  if (run.people) countLicensed(run, agent, 1);
  run.trace?.(events.time, "logsOn", -1, -1, team, agent);
  if (pauses) {
    pauses.begin(agent, model.crews.musters[agents.musters[agent]], events.time);
    awaitPause(run, agent);
  }
  becomesFree(run, agent, from);
}

/** So late that the shift is over, or the next one begins. */
function neverCame(run: Run, agent: number): void {
  const { agents, accounts, events } = run;
  events.cancel(agents.ticket(agent));
  accounts.move(agents.crew(agent), AgentState.Late, AgentState.Away);
  agents.setState(agent, AgentState.Away);
  agents.musters[agent] = -1;
}

/** Books paid time that is not available for so many agents: all of the shift but its unpaid breaks. */
function bookPaid(
  { model }: Run,
  { crew, startSeconds, endSeconds, breaks }: Muster,
  agents: number,
  account: (crew: number, interval: number, paidSeconds: number) => void,
): void {
  const book = (from: number, to: number, some: number) =>
    spread(model.intervals, from, to, (interval, seconds) => account(crew, interval, seconds * some));
  book(startSeconds, endSeconds, agents);
  for (const pause of breaks) {
    const end = Math.min(pause.dueSeconds + pause.lengthSeconds, endSeconds);
    if (!pause.paid) book(pause.dueSeconds, end, -agents);
  }
}
