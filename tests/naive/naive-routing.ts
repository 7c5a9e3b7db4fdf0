import type { Team } from "../../src/scenario/team.js";
import type { Contact } from "./naive-contact.js";
import type { NaiveSimulator } from "./naive-simulator.js";
import type { Agent } from "./naive-staff.js";

/** Whether the agent has every language and licence that the contact needs. */
export function hasAllNeeded(centre: NaiveSimulator, agent: Agent, { queue }: { queue: number }): boolean {
  const { needs = [] } = centre.model.scenario.queues[queue];
  return needs.every((name) => namesOf(centre, agent).includes(name));
}

/** Whether enough agents of the team, this one included, are free for the skill, if it is one. */
export function areEnoughFree(centre: NaiveSimulator, agent: Agent, contact: Contact): boolean {
  // A dialer minds it when it dials, not when somebody has answered.
  if (centre.queueOf(contact).outbound) return true;
  const { whenFree = 1 } = centre.skillFor(centre.teamOf(agent), contact) ?? {};
  const free = centre.agents.filter(
    (one) => one.team === agent.team && (one === agent || one.doing === "idle"),
  );
  return free.length >= whenFree;
}

/** How many queues the agent could take, where those with few go first. */
export function skillsOf(centre: NaiveSimulator, agent: Agent): number {
  const { queues, routing } = centre.model.scenario;
  if (routing.agent !== "fewest-skills") return 0;
  const { skills } = centre.teamOf(agent);
  return skills.filter((skill) =>
    hasAllNeeded(centre, agent, { queue: queues.findIndex(({ name }) => name === skill.queue) }),
  ).length;
}

/** What waiting has taken off the contact's priority. */
export function riseOf(centre: NaiveSimulator, contact: Contact): number {
  const { risesSeconds } = centre.queueOf(contact);
  return risesSeconds === undefined ? 0 : (centre.clock.now - contact.waitsSince) / risesSeconds;
}

/** How many wait in the contact's queue for its ratio, where that is looked at. */
export function crowdOf(centre: NaiveSimulator, contact: Contact): number {
  if (centre.model.scenario.routing.contact !== "ratio") return 0;
  const { ratio = 1 } = centre.queueOf(contact);
  return centre.line.filter(({ queue }) => queue === contact.queue).length / ratio;
}

/** What each agent has; told by going through his crew anew. */
function namesOf(centre: NaiveSimulator, agent: Agent): readonly string[] {
  const crew = centre.crews[agent.crew];
  const team = centre.teamOf(agent);
  const known = cache.get(crew) ?? namesIn(team, crew.agents.length);
  cache.set(crew, known);
  return known[crew.agents.indexOf(agent)];
}

const cache = new WeakMap<object, string[][]>();

function namesIn(team: Team, agents: number): string[][] {
  const names = Array.from({ length: agents }, (): string[] => []);
  for (const one of team.has ?? []) {
    if ("agents" in one) {
      for (const some of names.slice(0, one.agents)) some.push(one.name);
      continue;
    }
    const groups = new Set(names.map((some) => some.join("+")));
    const members = [...groups].map((group) => names.filter((some) => some.join("+") === group));
    for (const group of members) {
      let having = 0;
      for (const [place, some] of group.entries()) {
        if (having >= Math.floor((place + 1) * one.share + 0.5)) continue;
        some.push(one.name);
        having++;
      }
    }
  }
  return names;
}
