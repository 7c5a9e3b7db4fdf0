import { meanSeconds } from "../../random/distribution.js";
import { contactsAtOnce } from "../../scenario/channel.js";
import { expectedWork } from "../../scenario/expected-handover.js";
import { expectedContacts, reachingSeconds } from "../../scenario/expected-load.js";
import { withPassedOn } from "../../scenario/expected-passing.js";
import type { Queue } from "../../scenario/queue.js";
import type { Scenario } from "../../scenario/scenario.js";
import { erlangA } from "../../statistics/theory/erlang-a.js";
import { erlangC } from "../../statistics/theory/erlang-c.js";
import { leastAgents } from "../../statistics/theory/least-agents.js";
import type { AgentsByInterval } from "./agents-by-interval.js";
import { type ServingTeams, servingTeams, targetOf } from "./margins.js";

/**
 * Where a search by simulation begins: in each interval the load of each queue is shared equally among the
 * teams of its best preference, and each team gets the agents that Erlang A asks for its share as if it were
 * a queue of its own.
 */
export function firstGuess(scenario: Scenario): AgentsByInterval {
  const { queues, teams, calendar } = scenario;
  const serving = servingTeams(scenario);
  const first = queues.map((queue) => expectedContacts(queue, calendar));
  const work = expectedWork(queues, withPassedOn(queues, first, calendar));
  const guess = teams.map(() => new Int32Array(calendar.intervals.length));
  const known = new Map<string, number>();
  for (const [interval, { lengthSeconds }] of calendar.intervals.entries()) {
    const load = teams.map(() => 0);
    const main = teams.map((): { queue: Queue; load: number } | undefined => undefined);
    for (const [index, queue] of queues.entries()) {
      const sharing = bestTeams(scenario, queue, serving[index]);
      for (const team of sharing) {
        const skill = teams[team].skills.find((one) => one.queue === queue.name);
        const agentSeconds = work[index][interval] / (skill?.speed ?? 1) / contactsAtOnce(queue);
        const share = agentSeconds / lengthSeconds / sharing.length;
        load[team] += share;
        if (share > (main[team]?.load ?? 0)) main[team] = { queue, load: share };
      }
    }
    for (const team of teams.keys()) {
      const most = main[team];
      if (!most) continue;
      const key = `${most.queue.name}/${load[team]}`;
      const agents = known.get(key) ?? agentsFor(most.queue, load[team]);
      known.set(key, agents);
      guess[team][interval] = agents;
    }
  }
  return guess;
}

function bestTeams(
  { teams }: Scenario,
  queue: Queue,
  { bySkill, byOverflow }: ServingTeams,
): readonly number[] {
  if (bySkill.length === 0) return byOverflow;
  const preference = (team: number) =>
    teams[team].skills.find((skill) => skill.queue === queue.name)!.preference;
  const best = Math.min(...bySkill.map(preference));
  return bySkill.filter((team) => preference(team) === best);
}

/** Above so many erlangs the formulas take long and say little more than the square-root rule. */
const MOST_ERLANGS = 100_000;

function agentsFor(queue: Queue, loadErlangs: number): number {
  if (loadErlangs > MOST_ERLANGS) return Math.ceil(loadErlangs + Math.sqrt(loadErlangs));
  const handle = reachingSeconds(queue);
  const workload = { ratePerSecond: loadErlangs / handle, handleSeconds: handle };
  const target = { ...targetOf(queue), serviceLevel: queue.serviceLevel };
  const patience = queue.patience && meanSeconds(queue.patience);
  const solve = (agents: number) =>
    patience === undefined ? erlangC(workload, agents) : erlangA(workload, agents, Math.max(1, patience));
  return leastAgents(loadErlangs, target, solve) ?? Math.ceil(loadErlangs + Math.sqrt(loadErlangs));
}
