import type { Team } from "../../src/scenario/team.js";
import { fitsBeside } from "./naive-chats.js";
import type { Contact } from "./naive-contact.js";
import { placeInLine } from "./naive-interruptions.js";
import { isOpenedBy } from "./naive-overflow.js";
import { areEnoughFree, crowdOf, hasAllNeeded, riseOf, skillsOf } from "./naive-routing.js";
import type { NaiveSimulator } from "./naive-simulator.js";
import type { Agent } from "./naive-staff.js";

/** The agent who is to have the contact; undefined where nobody may take it now. */
export function chooseAgent(centre: NaiveSimulator, contact: Contact): Agent | undefined {
  const able = centre.agents.filter(
    (agent) =>
      (agent.doing === "idle" || fitsBeside(centre, agent, contact)) && mayTake(centre, agent, contact),
  );
  return least(able, (agent) => [
    preferenceOf(centre, agent, contact),
    agent.hand.length,
    skillsOf(centre, agent),
    agent.hand.length > 0 ? agent.handOrder : agent.idleOrder,
  ]);
}

/** The waiting contact which the agent is to have; undefined where the agent may take none. */
export function chooseContact(centre: NaiveSimulator, agent: Agent): Contact | undefined {
  const able = centre.line.filter(
    (contact) =>
      (agent.hand.length === 0 || fitsBeside(centre, agent, contact)) && mayTake(centre, agent, contact),
  );
  return least(able, (contact, place) => [
    urgencyOf(centre, contact),
    preferenceOf(centre, agent, contact),
    -crowdOf(centre, contact),
    ...placeInLine(centre, contact, place),
  ]);
}

/** Whether the agent may take the contact now, if the agent is free. */
function mayTake(centre: NaiveSimulator, agent: Agent, contact: Contact): boolean {
  return (
    isFor(centre, centre.teamOf(agent), contact, contact.overflows) &&
    hasAllNeeded(centre, agent, contact) &&
    centre.people.mayTake(agent, centre.queueOf(contact).name) &&
    areEnoughFree(centre, agent, contact)
  );
}

/** Whether the team may take the contact when it has passed so many of its overflow rules. */
export function isFor(centre: NaiveSimulator, team: Team, contact: Contact, overflows: number): boolean {
  return centre.skillFor(team, contact) !== undefined || isOpenedBy(centre, overflows, team, contact);
}

/** How much the agent's team wants the contact, less is more; whom overflow opens wants it least. */
function preferenceOf(centre: NaiveSimulator, agent: Agent, contact: Contact): number {
  return centre.skillFor(centre.teamOf(agent), contact)?.preference ?? Number.POSITIVE_INFINITY;
}

/** Which contacts go first whoever is free, less is sooner. */
function urgencyOf(centre: NaiveSimulator, contact: Contact): number {
  const byPriority = centre.model.scenario.routing.contact === "priority";
  return byPriority ? centre.queueOf(contact).priority - riseOf(centre, contact) : 0;
}

/** The item whose numbers are the least: the first number in which two items differ decides. */
export function least<Item>(
  items: readonly Item[],
  numbersOf: (item: Item, place: number) => readonly number[],
): Item | undefined {
  const ranked = items.map((item, place) => ({ item, numbers: numbersOf(item, place) }));
  ranked.sort((a, b) => {
    const at = a.numbers.findIndex((number, index) => number !== b.numbers[index]);
    return at < 0 ? 0 : a.numbers[at] < b.numbers[at] ? -1 : 1;
  });
  return ranked[0]?.item;
}
