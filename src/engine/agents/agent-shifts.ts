import { judgeQuotas } from "../channels/chat-hands.js";
import { HANDLED_BINS, SHIFT_FIELDS, WITHIN_BINS } from "../observations.js";
import type { Run } from "../run.js";
import { AgentState } from "./crew-accounts.js";

const at = (field: (typeof SHIFT_FIELDS)[number]) => SHIFT_FIELDS.indexOf(field);
const AGENT_SHIFTS = at("agentShifts");
const QUOTA_CONTACTS_MET = at("quotaContactsMet");
const QUOTA_HANDLED_MET = at("quotaHandledMet");
const QUOTA_MET = at("quotaMet");
const HANDLED = at("handled");
const HANDLED_WITHIN = at("handledWithin");

/**
 * Books what every agent of the muster did in this shift, once. From its end on nobody takes another contact.
 */
export function measureShifts(run: Run, index: number): void {
  const { crews } = run.model;
  const muster = crews.musters[index];
  if (!muster.measured || run.measured[index] === 1) return;
  run.measured[index] = 1;
  for (let agent = crews.firstAgents[muster.crew]; agent < crews.firstAgents[muster.crew + 1]; agent++) {
    const came = run.agents.musters[agent] === index && run.agents.state(agent) !== AgentState.Late;
    if (came) measureShift(run, agent);
  }
}

function measureShift(run: Run, agent: number): void {
  const { agents, observed, model } = run;
  const crew = agents.crew(agent);
  judgeQuotas(run, agent);
  const { quota } = model.scenario.teams[model.crews.teams[crew]];
  const handled = agents.handled(agent);
  const within = agents.handledWithin(agent);
  const cells = observed.shiftCells;
  const cell = crew * SHIFT_FIELDS.length;
  cells[cell + AGENT_SHIFTS]++;
  cells[cell + HANDLED] += handled;
  cells[cell + HANDLED_WITHIN] += within;
  observed.handledCounts[crew * HANDLED_BINS + Math.min(handled, HANDLED_BINS - 1)]++;
  if (handled > 0) {
    const share = Math.floor((within / handled) * (WITHIN_BINS - 1));
    observed.withinCounts[crew * WITHIN_BINS + share]++;
  }
  if (quota === undefined) return;
  const contactsMet = quota.contacts === undefined || handled >= quota.contacts;
  // Who had no contact broke no limit. Divided, not multiplied: 55 of 100 are 55 %, 0.55 x 100 is more than
  // 55.
  const handledMet = quota.handled === undefined || handled === 0 || within / handled >= quota.handled.share;
  if (contactsMet) cells[cell + QUOTA_CONTACTS_MET]++;
  if (handledMet) cells[cell + QUOTA_HANDLED_MET]++;
  if (contactsMet && handledMet) cells[cell + QUOTA_MET]++;
}
