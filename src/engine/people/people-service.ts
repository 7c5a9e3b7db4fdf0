import { CrewCell } from "../agents/crew-accounts.js";
import type { Run } from "../run.js";

/** What the agent, who takes the contact now, makes of its handle time, and of whether it comes again. */
export function meetsAgent(run: Run, contact: number, agent: number): void {
  const { contacts, hasParts, outcomes, agents, teamOfCrew } = run;
  const people = run.people!;
  const queue = contacts.queue(contact);
  const team = teamOfCrew[agents.crew(agent)];
  const pressure = people.people.teams[team]?.pressure;
  const hurries = pressure !== undefined && isBehind(run, agent, pressure.contacts);
  takesAsLong(run, contact, people.handleFactors[agent]);
  if (hurries) {
    if (hasParts[queue] === 1) {
      contacts.setWrapSeconds(contact, contacts.wrapSeconds(contact) * pressure.wrapFactor);
    }
    run.accounts.adds(agents.crew(agent), CrewCell.pressured, 1);
    run.trace?.(run.events.time, "hurries", contacts.number(contact), queue, team, agent);
  }
  const repeat = outcomes?.queues[queue]?.repeat;
  const resolution = people.resolutionFactors[agent];
  if (repeat === undefined || (resolution === 1 && !hurries)) return;
  const chance = resolution === 1 ? repeat.chance : 1 - (1 - repeat.chance) * resolution;
  outcomes!.changeRepeat(contact, hurries ? chance * pressure.repeatFactor : chance);
}

/** What the agent, who has not taken the contact yet, makes of after-call work by hurrying. */
export function hurryFactor(run: Run, agent: number): number {
  const pressure = run.people?.people.teams[run.teamOfCrew[run.agents.crew(agent)]]?.pressure;
  return pressure !== undefined && isBehind(run, agent, pressure.contacts) ? pressure.wrapFactor : 1;
}

/** Who is new takes longer than others of the team. */
export function takesAsLong({ contacts, hasParts }: Run, contact: number, factor: number): void {
  contacts.setTalkSeconds(contact, contacts.talkSeconds(contact) * factor);
  if (hasParts[contacts.queue(contact)] === 0) return;
  contacts.setHoldSeconds(contact, contacts.holdSeconds(contact) * factor);
  contacts.setWrapSeconds(contact, contacts.wrapSeconds(contact) * factor);
}

/** Whether the agent has handled less of the quota than of the shift is gone. */
function isBehind({ agents, model, events }: Run, agent: number, contacts: number): boolean {
  const muster = model.crews.musters[agents.musters[agent]];
  if (muster === undefined) return false;
  const gone = (events.time - muster.startSeconds) / (muster.endSeconds - muster.startSeconds);
  return agents.handled(agent) < contacts * gone;
}
