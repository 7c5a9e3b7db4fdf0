import type { Scenario } from "../scenario/scenario.js";
import type { Has } from "../scenario/team.js";
import type { Crews } from "./crews.js";

/**
 * What choosing an agent or a contact hangs on beside preference, idling and waiting. Routes are laid out as
 * the speeds of routing-tables.ts: queue q by team t at `q * teams + t`.
 */
export interface RoutingRules {
  /** By queue: 1 for all where contacts are not routed by priority. */
  readonly priorities: Float64Array;
  /** By queue: so long a wait is worth one step of priority; Infinity where it never rises. */
  readonly risesSeconds: Float64Array;
  /** By queue, where contacts are routed by ratio. */
  readonly ratios: Float64Array | undefined;
  /** By route: preference; Infinity where only overflow leads there. */
  readonly preferences: Float64Array;
  /** By route: how many agents of the team must be free. */
  readonly whenFree: Int32Array;
  /** By queue, a bit for each language or licence that it needs, and by agent, one for each that he has. */
  readonly needs: Int32Array;
  readonly has: Int32Array;
  /** By agent, of how many queues he has the skill and what they need; all 0 where nobody asks. */
  readonly skills: Int32Array;
  /** By queue: 1 where a contact in hand may be put down for another. */
  readonly interruptible: Uint8Array;
  /** By team: whether its agents differ in that. */
  readonly isMixed: Uint8Array;
  /** By team: whether one agent more who is free may open a queue to another one who lacks nothing. */
  readonly opensToOthers: Uint8Array;
}

/** The rules of a scenario; undefined where preference, priority, idling and waiting decide alone. */
export function compileRules(scenario: Scenario, crews: Crews): RoutingRules | undefined {
  const { queues, teams, routing } = scenario;
  if (!usesRules(scenario)) return undefined;
  const isByPriority = routing.contact === "priority";
  const preferences = new Float64Array(queues.length * teams.length).fill(Number.POSITIVE_INFINITY);
  const whenFree = new Int32Array(queues.length * teams.length).fill(1);
  const opensToOthers = new Uint8Array(teams.length);
  for (const [team, { skills }] of teams.entries()) {
    for (const skill of skills) {
      const queue = queues.findIndex(({ name }) => name === skill.queue);
      preferences[queue * teams.length + team] = skill.preference;
      // A dialer minds it when it dials; who has answered is not left without an agent who is there.
      if (skill.whenFree === undefined || queues[queue].outbound) continue;
      whenFree[queue * teams.length + team] = skill.whenFree;
      const isAsked = queues[queue].needs !== undefined || skill.licence !== undefined;
      if (skill.whenFree > 1 && isAsked) opensToOthers[team] = 1;
    }
  }
  const names = [...new Set(queues.flatMap(({ needs = [] }) => needs))];
  const bitsOf = (some: readonly string[]) => some.reduce((bits, name) => bits | bitOf(names, name), 0);
  const needs = Int32Array.from(queues, (queue) => bitsOf(queue.needs ?? []));
  const has = agentsHave(scenario, crews, names);
  const skills = new Int32Array(crews.agents);
  const isMixed = new Uint8Array(teams.length);
  if (routing.agent === "fewest-skills") {
    for (const [team] of teams.entries()) {
      const agents = agentsOf(crews, team);
      for (const agent of agents)
        skills[agent] = countSkills(preferences, teams.length, team, needs, has[agent]);
      if (agents.some((agent) => skills[agent] !== skills[agents[0]])) isMixed[team] = 1;
    }
  }
  return {
    priorities: Float64Array.from(queues, ({ priority }) => (isByPriority ? priority : 1)),
    risesSeconds: Float64Array.from(queues, ({ risesSeconds = Number.POSITIVE_INFINITY }) =>
      isByPriority ? risesSeconds : Number.POSITIVE_INFINITY,
    ),
    ratios: routing.contact === "ratio" ? Float64Array.from(queues, ({ ratio = 1 }) => ratio) : undefined,
    interruptible: Uint8Array.from(queues, ({ interruptible }) => (interruptible ? 1 : 0)),
    preferences,
    whenFree,
    needs,
    has,
    skills,
    isMixed,
    opensToOthers,
  };
}

/** Whether the scenario has any. */
export function usesRules({ queues, teams, routing }: Scenario): boolean {
  return (
    routing.contact === "ratio" ||
    routing.agent === "fewest-skills" ||
    (routing.contact === "priority" && queues.some(({ risesSeconds }) => risesSeconds !== undefined)) ||
    queues.some(({ needs, interruptible }) => needs !== undefined || interruptible) ||
    teams.some(({ skills }) => skills.some(({ whenFree = 1, licence }) => whenFree > 1 || licence))
  );
}

function bitOf(names: readonly string[], name: string): number {
  return 1 << names.indexOf(name);
}

function agentsOf({ count, teams, firstAgents }: Crews, team: number): number[] {
  const agents: number[] = [];
  for (let crew = 0; crew < count; crew++) {
    if (teams[crew] !== team) continue;
    for (let agent = firstAgents[crew]; agent < firstAgents[crew + 1]; agent++) agents.push(agent);
  }
  return agents;
}

function countSkills(
  preferences: Float64Array,
  teams: number,
  team: number,
  needs: Int32Array,
  bits: number,
): number {
  let count = 0;
  for (let queue = 0; queue < needs.length; queue++) {
    if (preferences[queue * teams + team] < Number.POSITIVE_INFINITY && (needs[queue] & ~bits) === 0) count++;
  }
  return count;
}

/**
 * By agent, a bit for each of the names. A number is the first of each crew, so that they are there when the
 * fewest are. A share is spread evenly over the crew, and what is named later evenly among those who have and
 * among those who lack what is named before: two shares overlap as much as if they had nothing to do with
 * each other.
 */
function agentsHave({ teams }: Scenario, crews: Crews, names: readonly string[]): Int32Array {
  const has = new Int32Array(crews.agents);
  for (let crew = 0; crew < crews.count; crew++) {
    const first = crews.firstAgents[crew];
    const end = crews.firstAgents[crew + 1];
    for (const one of teams[crews.teams[crew]].has ?? []) {
      const bit = bitOf(names, one.name);
      const holds = holder(one);
      for (let agent = first; agent < end; agent++) if (holds(has[agent], agent - first)) has[agent] |= bit;
    }
  }
  return has;
}

/** Asked of each agent of a crew in turn, with what he has already: whether he has this too. */
function holder(one: Has): (bits: number, place: number) => boolean {
  if ("agents" in one) return (_bits, place) => place < one.agents;
  const counted = new Map<number, number>();
  return (bits) => {
    const before = counted.get(bits) ?? 0;
    counted.set(bits, before + 1);
    return Math.floor((before + 1) * one.share + 0.5) > Math.floor(before * one.share + 0.5);
  };
}
