import type { GrowthCase } from "../../scenario/growth.js";
import type { Growing } from "./growing.js";
import { type Future, yearChange } from "./growth-paths.js";
import type { PoolPoint } from "./growth-result.js";

/** What each number of centres comes to as one, in the last year of the case; ascending. */
export async function followPools(
  growing: Growing,
  growth: GrowthCase,
  futureOf: (year: number) => Future,
  onStep: () => void,
): Promise<PoolPoint[]> {
  const { until } = growth;
  const change = yearChange(growth, until, growing.queues, futureOf(until));
  const alone = await growing.leastAgents(change, growing.agentsToday);
  const points: PoolPoint[] = [];
  for (const centres of growth.pools ?? []) {
    const pooled = { ...change, volume: change.volume * centres };
    const last = points.at(-1);
    const before = last && !Number.isNaN(last.agentsPerCentre) ? last.agentsPerCentre : alone;
    const start = Math.round((before ?? growing.agentsToday) * centres);
    const agents = centres === 1 ? alone : await growing.leastAgents(pooled, start);
    const { row } = await growing.step(until, pooled, agents, start);
    points.push({
      centres,
      contacts: row.contacts,
      agents: row.agents,
      agentsPerCentre: row.agents / centres,
      agentsApart: (alone ?? Number.NaN) * centres,
      fullTimeEquivalents: row.fullTimeEquivalents,
      heads: row.heads,
      cost: row.cost,
      serviceLevel: row.serviceLevel,
    });
    onStep();
  }
  return points;
}
