import { targetOf } from "../../src/plan/requirement/margins.js";
import { meanSeconds } from "../../src/random/distribution.js";
import { expectedContacts, reachingSeconds, workSeconds } from "../../src/scenario/expected-load.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { leastAgents } from "../../src/statistics/theory/least-agents.js";

/**
 * What a planner does with a formula: each queue by itself, each interval as if its load had always been and
 * would always be, the agents of all queues added up in the first team that serves them.
 */
export function formulaStaff(scenario: Scenario, formula: "Erlang C" | "Erlang A"): Int32Array[] {
  const { queues, teams, calendar } = scenario;
  const staff = teams.map(() => new Int32Array(calendar.intervals.length));
  for (const queue of queues) {
    const contacts = expectedContacts(queue, calendar);
    const team = teams.findIndex(({ skills }) => skills.some((skill) => skill.queue === queue.name));
    for (const [interval, { lengthSeconds }] of calendar.intervals.entries()) {
      const load = (contacts[interval] * workSeconds(queue)) / lengthSeconds;
      if (load > 0) staff[team][interval] += agentsFor(queue, load, formula);
    }
  }
  return staff;
}

function agentsFor(queue: Queue, loadErlangs: number, formula: "Erlang C" | "Erlang A"): number {
  const handleSeconds = reachingSeconds(queue);
  const workload = { ratePerSecond: loadErlangs / handleSeconds, handleSeconds };
  const patience = queue.patience ? meanSeconds(queue.patience) : Number.POSITIVE_INFINITY;
  const solve = (agents: number) =>
    formula === "Erlang C" ? erlangC(workload, agents) : erlangA(workload, agents, patience);
  return leastAgents(loadErlangs, { ...targetOf(queue), serviceLevel: queue.serviceLevel }, solve)!;
}
