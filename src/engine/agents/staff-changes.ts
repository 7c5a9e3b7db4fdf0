import type { StaffChange } from "../../model/crews.js";
import { openStream } from "../../random/stream.js";
import { mayTakeMoreAgain } from "../channels/chat-choice.js";
import { leaveWhenDone, stayOn } from "../channels/chat-staff.js";
import { becomesFree } from "../freed-agent.js";
import { countLicensed, looksAgain, peopleGrow } from "../people/people-events.js";
import { drawCoaching } from "../people/quality.js";
import type { Run } from "../run.js";
import { AgentState, HeadCount } from "./crew-accounts.js";
import { logsOff, releaseUnserved } from "./log-off.js";
import { awaitPause } from "./pause-start.js";
import { BlockKind } from "./pauses.js";
import type { StaffTable } from "./staff-table.js";

/** From now on a team has another number of agents. */
export function staffChanges(run: Run, index: number): void {
  const { model } = run;
  const change = model.crews.changes[index];
  const { crew } = change;
  const table = run.tables[crew]!;
  if (change.date !== table.date) startDay(run, table, change);
  const absent = table.absentAmong[change.agents];
  if (absent !== table.absent) {
    run.accounts.count(crew, HeadCount.Absent, absent - table.absent);
    table.absent = absent;
  }
  const more = change.agents - absent - run.present[model.crews.teams[crew]];
  if (more > 0) rise(run, crew, table, more);
  else if (more < 0) fall(run, crew, table, -more);
}

function rise(run: Run, crew: number, table: StaffTable, more: number): void {
  const stay = Math.min(more, table.surplus);
  if (stay > 0) table.changeSurplus(run, crew, -stay);
  for (let come = stay + stayOn(run, crew, more - stay); come < more; come++) logsOn(run, table.call(), crew);
}

function fall(run: Run, crew: number, table: StaffTable, fewer: number): void {
  const { model, agents, idle, events } = run;
  const team = model.crews.teams[crew];
  let left = fewer;
  while (left > 0 && idle.latest(team) >= 0) {
    const agent = idle.latest(team);
    idle.remove(team, agent);
    logsOff(run, agent, AgentState.Idle);
    left--;
  }
  const end = model.crews.firstAgents[crew + 1];
  for (let agent = model.crews.firstAgents[crew]; left > 0 && agent < end; agent++) {
    if (agents.state(agent) <= AgentState.Busy) continue;
    events.cancel(agents.ticket(agent));
    logsOff(run, agent, agents.state(agent));
    left--;
  }
  if (left > 0 && !leaveWhenDone(run, crew, left)) table.changeSurplus(run, crew, left);
  if (!run.open) releaseUnserved(run);
}

function logsOn(run: Run, agent: number, crew: number): void {
  const { model, agents, pauses, events } = run;
  const team = model.crews.teams[crew];
  run.present[team]++;
  if (run.people) countLicensed(run, agent, 1);
  run.trace?.(events.time, "logsOn", -1, -1, team, agent);
  if (pauses) {
    pauses.begin(agent, undefined, events.time);
    awaitPause(run, agent);
  }
  becomesFree(run, agent, agents.state(agent));
}

/** Draws who misses the day, and the off-phone blocks of all, agent by agent. */
function startDay(run: Run, table: StaffTable, change: StaffChange): void {
  const { model, pauses } = run;
  const { crews, scenario } = model;
  const team = scenario.teams[crews.teams[change.crew]];
  const first = crews.firstAgents[change.crew];
  const end = crews.firstAgents[change.crew + 1];
  table.date = change.date;
  const subject = `${team.name}//${change.date}`;
  if (team.absenceShare > 0) {
    const absence = openStream(run.seed, run.replication, "absence", subject);
    for (let agent = first; agent < end; agent++) {
      const misses = absence() < team.absenceShare ? 1 : 0;
      table.absentAmong[agent - first + 1] = table.absentAmong[agent - first] + misses;
    }
  }
  const day = scenario.calendar.days.find((one) => one.date === change.date)!;
  const endSeconds = day.startSeconds + day.lengthSeconds;
  peopleGrow(run, change.crew, day.startSeconds);
  if (team.quality?.coaching) {
    const coaching = openStream(run.seed, run.replication, "coaching", subject);
    drawCoaching(run, change.crew, coaching, day.startSeconds, endSeconds);
  }
  if ((team.offPhone ?? team.quality?.coaching) && pauses) {
    const offPhone = openStream(run.seed, run.replication, "off-phone", subject);
    for (let agent = first; agent < end; agent++) {
      if (team.offPhone)
        pauses.drawBlocks(agent, BlockKind.OffPhone, day.startSeconds, endSeconds, team.offPhone, offPhone);
      if (run.agents.state(agent) === AgentState.Away) continue;
      pauses.begin(agent, undefined, run.events.time);
      awaitPause(run, agent);
    }
  }
  for (let agent = first; agent < end; agent++) {
    if (run.people) looksAgain(run, agent);
    mayTakeMoreAgain(run, agent);
  }
}
