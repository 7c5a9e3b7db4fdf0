import { Ending } from "../../model/customers.js";
import { waitsWhileClosed } from "../channels/channels.js";
import { freeLine } from "../contacts/lines.js";
import { callIsLost } from "../outbound/lead-fate.js";
import { contactIsGone } from "../outcomes/coming-again.js";
import { callerIsNotAnswered } from "../outcomes/handover.js";
import { countLicensed } from "../people/people-events.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import { leaveLine } from "../service-start.js";
import { AgentState, HeadCount } from "./crew-accounts.js";

/** The agent, who was `from` until now and stands in no list of idle agents, goes home. */
export function logsOff(run: Run, agent: number, from: number): void {
  const { agents, accounts, events, model } = run;
  const crew = agents.crew(agent);
  const team = model.crews.teams[crew];
  accounts.move(crew, from, AgentState.Away);
  agents.setState(agent, AgentState.Away);
  agents.musters[agent] = -1;
  if (agents.isLeaving(agent)) {
    agents.setLeaving(agent, false);
    accounts.count(crew, HeadCount.InOvertime, -1);
  } else {
    run.present[team]--;
  }
  if (run.people) countLicensed(run, agent, -1);
  if (run.pauses) run.pauses.due[agent] = Number.POSITIVE_INFINITY;
  run.tables[crew]?.giveBack(agent);
  run.trace?.(events.time, "logsOff", -1, -1, team, agent);
  if (!run.open) releaseUnserved(run);
}

/** The agent's time is up with a contact in hand: the contact is finished first, in overtime. */
export function staysInOvertime(run: Run, agent: number): void {
  const { agents, accounts, model } = run;
  const crew = agents.crew(agent);
  agents.setLeaving(agent, true);
  accounts.count(crew, HeadCount.InOvertime, 1);
  run.channels?.hands?.unlist(agent);
  run.present[model.crews.teams[crew]]--;
  if (!run.open) releaseUnserved(run);
}

/** After closing, contacts for whom no agent is left to wait for are unserved. */
export function releaseUnserved(run: Run): void {
  const { contacts, model, present } = run;
  for (let queue = 0; queue < model.queues.length; queue++) {
    if (contacts.first[queue] < 0 || waitsWhileClosed(run, queue)) continue;
    if (model.routing.everServing[queue].some((team) => present[team] > 0)) continue;
    while (contacts.first[queue] >= 0) unserved(run, contacts.first[queue]);
  }
}

function unserved(run: Run, contact: number): void {
  const { contacts, observed, events } = run;
  const queue = contacts.queue(contact);
  leaveLine(run, contact);
  if (run.countsLines) freeLine(run, queue);
  observed.queueCells[cellOf(run, contact) + QueueCell.unserved]++;
  run.trace?.(events.time, "unserved", contacts.number(contact), queue, -1, -1);
  if (run.outcomes !== undefined) callerIsNotAnswered(run, contact);
  if (run.customers) run.customers.endsWaiting(run, contact);
  if (run.outbound) callIsLost(run, contact);
  contactIsGone(run, contact, Ending.Unserved);
}
