import { AgentState, HeadCount } from "../agents/crew-accounts.js";
import { freeLine } from "../contacts/lines.js";
import { becomesFree } from "../freed-agent.js";
import { chatGoesOn } from "../outcomes/handover.js";
import type { Run } from "../run.js";
import { contactIsDone } from "../service-events.js";
import { takesMore } from "./chat-choice.js";
import { bookLonger, handsChange, judgeQuota } from "./chat-hands.js";

/** A contact of several that its agent may hold is done, wrap included; the agent goes on with the others. */
export function chatEnds(run: Run, contact: number): void {
  const { contacts, agents, events } = run;
  const hands = run.channels!.hands!;
  const queue = contacts.queue(contact);
  const agent = hands.agentOf.values[contact];
  const crew = agents.crew(agent);
  const tookSeconds = events.time - hands.startedAt.values[contact];
  bookLonger(run, contact, tookSeconds);
  judgeQuota(run, contact, tookSeconds);
  // Who goes on to another queue takes the line along.
  const goesOn = run.outcomes !== undefined && chatGoesOn(run, contact, agent);
  if (run.countsLines && !goesOn) freeLine(run, queue);
  run.trace?.(events.time, "ends", contacts.number(contact), queue, run.teamOfCrew[crew], agent);
  hands.unlist(agent);
  hands.remove(agent, contact);
  if (!goesOn) contactIsDone(run, contact, agent);
  if (hands.counts[agent] === 0) {
    becomesFree(run, agent, AgentState.Busy);
    return;
  }
  run.accounts.count(crew, HeadCount.Beside, -1);
  handsChange(run, agent);
  takesMore(run, agent);
}
