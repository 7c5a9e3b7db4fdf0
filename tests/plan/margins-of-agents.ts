import {
  type AgentsByInterval,
  withAgentsByInterval,
} from "../../src/plan/requirement/agents-by-interval.js";
import { margin, servingTeams } from "../../src/plan/requirement/margins.js";
import type { Requirement } from "../../src/plan/requirement/requirement-result.js";
import { evaluate } from "../../src/run/evaluate.js";
import type { Runner } from "../../src/run/runner.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** By interval and queue, how far simulating these agents meets the targets. */
export async function marginsOf(
  scenario: Scenario,
  agents: AgentsByInterval,
  runner?: Runner,
): Promise<number[][]> {
  const { intervals } = await evaluate(withAgentsByInterval(scenario, agents), {
    detail: { intervals: true, weekdayIntervals: false },
    ...(runner && { runner }),
  });
  const serving = servingTeams(scenario);
  return intervals.map(({ queues, teams }) =>
    scenario.queues.map((queue, index) =>
      margin(
        queue,
        queues[index],
        serving[index].bySkill.map((team) => teams[team]),
      ),
    ),
  );
}

/** A requirement's agents, by team and interval. */
export function agentsOf({ teams, intervals }: Requirement): Int32Array[] {
  return teams.map((_, team) => Int32Array.from(intervals, ({ agents }) => agents[team]));
}

export function sumOf(agents: AgentsByInterval): number {
  return agents.flatMap((numbers) => [...numbers]).reduce((sum, one) => sum + one, 0);
}
