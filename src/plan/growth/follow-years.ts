import type { GrowthCase } from "../../scenario/growth.js";
import type { Growing, Step } from "./growing.js";
import { type Future, growthFactor, type YearChange, yearChange, yearsOf } from "./growth-paths.js";

/** Agents there are today, in all the centres that become one. */
export function pooledAgents({ agentsToday }: Growing, { pool }: GrowthCase): number {
  return Math.round(agentsToday * pool);
}

/** The years in which a case has rows. */
export function rowYears({ scenario }: Growing, growth: GrowthCase): number[] {
  return yearsOf(growth, scenario.growth?.every);
}

/** Follows a case year by year on one of its futures, telling each year's row as soon as it is there. */
export async function followYears(
  growing: Growing,
  growth: GrowthCase,
  futureOf: (year: number) => Future,
  onStep: (step: Step) => void,
): Promise<void> {
  const before: Step[] = [];
  for (const year of rowYears(growing, growth)) {
    const future = futureOf(year);
    const change = yearChange(growth, year, growing.queues, future);
    const step =
      growth.of === "volume"
        ? await volumeYear(growing, growth, year, change, before)
        : await jobsYear(growing, growth, year, change, growthFactor(growth, year, future), before);
    if (step.row.found && step.row.agents > 0) before.push(step);
    onStep(step);
  }
}

/** Contacts are given: the fewest agents that keep the targets. */
async function volumeYear(
  growing: Growing,
  growth: GrowthCase,
  year: number,
  change: YearChange,
  before: readonly Step[],
): Promise<Step> {
  const pooled = { ...change, volume: change.volume * growth.pool };
  const today = pooledAgents(growing, growth);
  const last = before.at(-1);
  // Volumes by queue are not in `volume`: the last year's agents are near enough then.
  const start =
    last && !change.queueVolumes ? (last.row.agents * pooled.volume) / last.volume : last?.row.agents;
  const agents = await growing.leastAgents(pooled, start === undefined ? today : Math.round(start));
  const apart = growth.pool > 1 ? await growing.leastAgents(change, growing.agentsToday) : undefined;
  const agentsApart = apart === undefined ? undefined : Math.round(apart * growth.pool);
  return growing.step(year, pooled, agents, today, agentsApart);
}

/** Jobs are given: the most contacts that those agents carry at the targets. */
async function jobsYear(
  growing: Growing,
  growth: GrowthCase,
  year: number,
  change: YearChange,
  factor: number,
  before: readonly Step[],
): Promise<Step> {
  const today = pooledAgents(growing, growth);
  const agents = Math.round(today * factor);
  const volume = await growing.mostVolume(change, agents, expectedVolume(before, agents) ?? growth.pool);
  const carried = { ...change, volume: volume ?? growth.pool };
  return growing.step(year, carried, volume === undefined ? undefined : agents, today);
}

/**
 * Where to look for the volume of so many agents: on the line through the last two years, or in proportion.
 */
function expectedVolume(before: readonly Step[], agents: number): number | undefined {
  const last = before.at(-1);
  if (!last) return undefined;
  const other = before.findLast(({ row }) => row.agents !== last.row.agents);
  const slope = other
    ? (last.volume - other.volume) / (last.row.agents - other.row.agents)
    : last.volume / last.row.agents;
  const expected = last.volume + slope * (agents - last.row.agents);
  return expected > 0 ? expected : last.volume;
}
