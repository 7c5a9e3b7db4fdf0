import { joinedBefore } from "../contacts/join-order.js";
import type { Run } from "../run.js";

// What routing is asked where preference, idling and waiting do not decide alone: `run.rules` is there.

const NONE = -1;

/** The idle agent who takes a contact of the queue: best preference first, then as `goesBefore`; or -1. */
export function ruledAgent(run: Run, queue: number): number {
  const { routing } = run.model;
  const { start, item, level } = routing.teamsOf;
  let best = NONE;
  let bestLevel = NONE;
  for (let entry = start[queue]; entry < start[queue + 1]; entry++) {
    if (best >= 0 && level[entry] !== bestLevel) break;
    const team = item[entry];
    if (!hasFree(run, team, run.rules!.whenFree[queue * routing.teams + team])) continue;
    const agent = ruledAgentOf(run, queue, team, best);
    if (agent !== best) bestLevel = level[entry];
    best = agent;
  }
  return best;
}

/**
 * Of the idle agents of the team who may take a contact of the queue the one who goes before all others, and
 * before `best`, if there is one.
 */
export function ruledAgentOf(run: Run, queue: number, team: number, best: number): number {
  const isMixed = run.rules!.isMixed[team] === 1;
  let chosen = best;
  for (let agent = run.idle.first[team]; agent >= 0; agent = run.agents.next(agent)) {
    if (!mayTake(run, team, agent, queue)) continue;
    if (chosen < 0 || goesBefore(run, agent, chosen)) chosen = agent;
    // Behind this one are only such as have been idle less long.
    if (!isMixed) break;
  }
  return chosen;
}

/**
 * Of two idle agents, whether the first is chosen: who has fewer skills where that is asked, then longest
 * idle.
 */
export function goesBefore({ rules, agents }: Run, agent: number, other: number): boolean {
  const { skills } = rules!;
  if (skills[agent] !== skills[other]) return skills[agent] < skills[other];
  return agents.idleSince(agent) < agents.idleSince(other);
}

/** Whether the agent has all that the queue needs, and the licence that it asks of the team. */
export function mayTake({ rules, people }: Run, team: number, agent: number, queue: number): boolean {
  if ((rules!.needs[queue] & ~rules!.has[agent]) !== 0) return false;
  return people === undefined || people.isLicensed(team, agent, queue);
}

/** Whether so many agents of the team are idle. */
export function hasFree({ idle, agents }: Run, team: number, count: number): boolean {
  let left = count;
  for (let agent = idle.first[team]; left > 0 && agent >= 0; agent = agents.next(agent)) left--;
  return left === 0;
}

/**
 * The waiting contact that a free agent takes: least priority less what its wait is worth, then best
 * preference, then most waiting for the queue's ratio, then longest waiting; or -1. `unlisted` is 1 where the
 * agent does not stand in the list of idle ones.
 */
export function ruledContact(run: Run, team: number, agent: number, unlisted: number): number {
  const { contacts, model, rules } = run;
  const { start, item, needs } = model.routing.queuesOf;
  const { interruptions } = run;
  let best = NONE;
  for (let entry = start[team]; entry < start[team + 1]; entry++) {
    const queue = item[entry];
    if (!mayTake(run, team, agent, queue)) continue;
    const count = needs[entry] > 0 ? 0 : rules!.whenFree[queue * model.routing.teams + team] - unlisted;
    if (!hasFree(run, team, count)) continue;
    let contact = contacts.first[queue];
    if (needs[entry] > 0 && contact >= 0 && contacts.overflows(contact) < needs[entry]) contact = NONE;
    const down = interruptions === undefined ? NONE : firstDown(run, queue, needs[entry]);
    if (down >= 0) contact = down;
    if (contact < 0) continue;
    if (best < 0 || comesBefore(run, contact, best, team)) best = contact;
  }
  return best;
}

/** The first contact of the queue that has been put down and has passed so many overflow rules; or -1. */
function firstDown({ contacts, interruptions }: Run, queue: number, overflows: number): number {
  let down = interruptions!.firstDown[queue];
  while (down >= 0 && overflows > 0 && contacts.overflows(down) < overflows) down = interruptions!.next(down);
  return down;
}

/** Of two waiting contacts, whether an agent of the team takes the first: see `ruledContact`. */
export function comesBefore(run: Run, contact: number, other: number, team: number): boolean {
  const { contacts, model, rules } = run;
  const queue = contacts.queue(contact);
  const otherQueue = contacts.queue(other);
  const urgency = urgencyOf(run, contact);
  const otherUrgency = urgencyOf(run, other);
  if (urgency !== otherUrgency) return urgency < otherUrgency;
  const preference = rules!.preferences[queue * model.routing.teams + team];
  const otherPreference = rules!.preferences[otherQueue * model.routing.teams + team];
  if (preference !== otherPreference) return preference < otherPreference;
  const { ratios } = rules!;
  if (ratios !== undefined) {
    const crowd = run.waiting[queue] / ratios[queue];
    const otherCrowd = run.waiting[otherQueue] / ratios[otherQueue];
    if (crowd !== otherCrowd) return crowd > otherCrowd;
  }
  return waitsLonger(run, contact, other);
}

/**
 * Of two contacts of different queues. Where contacts are put down: who has been waits since it came, before
 * who came then.
 */
function waitsLonger({ contacts, interruptions }: Run, contact: number, other: number): boolean {
  if (interruptions !== undefined) {
    const arrivedAt = contacts.arrivedAt(contact);
    const otherArrivedAt = contacts.arrivedAt(other);
    if (arrivedAt !== otherArrivedAt) return arrivedAt < otherArrivedAt;
    const isDown = interruptions.isDown(contact);
    if (isDown !== interruptions.isDown(other)) return isDown;
    if (isDown) return contacts.queue(contact) < contacts.queue(other);
  }
  return joinedBefore(contacts.joined(contact), contacts.joined(other));
}

/** The priority of the contact's queue less what its wait is worth: less is sooner. */
function urgencyOf({ contacts, events, rules }: Run, contact: number): number {
  const queue = contacts.queue(contact);
  const waitSeconds = events.time - contacts.arrivedAt(contact);
  return rules!.priorities[queue] - waitSeconds / rules!.risesSeconds[queue];
}
