import { power } from "../../random/portable-math.js";
import type { GrowthCase, QueueChange } from "../../scenario/growth.js";
import type { Change } from "../changed-scenario.js";

/** Which future of a case is meant, where it has several. */
export interface Future {
  readonly level: "low" | "middle" | "high";
  /** What the year's contacts (or jobs) are multiplied by in place of a distribution of the rate. */
  readonly drawn?: number;
}

/** What a case expects. */
export const MIDDLE: Future = { level: "middle" };

/** Contacts, handle time and targets of a year; agents are for the search to find. */
export type YearChange = Omit<Change, "agents">;

/**
 * The years of a growth case, first and last included, every so many of them; the two ends alone where
 * nothing changes in between.
 */
export function yearsOf(growth: GrowthCase, every = 1): number[] {
  const { from, until } = growth;
  if (partsOf(growth).every(isStill)) return until === from ? [from] : [from, until];
  const years = Array.from({ length: Math.ceil((until - from) / every) }, (_, index) => from + index * every);
  return [...years, until];
}

/** The cases that a case is made of: itself, or those it combines. */
export function partsOf(growth: GrowthCase): readonly GrowthCase[] {
  return growth.combined ?? [growth];
}

function isStill(part: GrowthCase): boolean {
  const { change, changeRange, rate, queues, deflected, handleTime, target } = part;
  const fixed = change === 0 && deflected === 0 && handleTime === 0 && target === undefined;
  return fixed && !changeRange && !rate && !queues;
}

/** How far the case has come by that year: 0 at `from` and before, 1 at `until` and after. */
function progress({ from, until }: GrowthCase, year: number): number {
  return until === from ? 1 : Math.min(1, Math.max(0, (year - from) / (until - from)));
}

/** What the year's change multiplies: compound growth, a year at a time; of a combination, all of them. */
export function growthFactor(growth: GrowthCase, year: number, future: Future = MIDDLE): number {
  if (growth.combined) return product(growth.combined, (part) => growthFactor(part, year, future));
  if (growth.rate && future.drawn !== undefined) return future.drawn;
  return power(1 + changeAt(growth, future) * growth.share, progress(growth, year));
}

function changeAt({ change, changeRange }: QueueChange | GrowthCase, { level }: Future): number {
  return level === "middle" || !changeRange ? change : changeRange[level];
}

/** What the contacts of one queue are multiplied by. */
function queueFactor(growth: GrowthCase, queue: string, year: number, future: Future): number {
  return product(partsOf(growth), (part) => {
    const own = part.queues?.find((one) => one.queue === queue);
    return own
      ? power(1 + changeAt(own, future) * part.share, progress(part, year))
      : growthFactor(part, year, future);
  });
}

/** What a year of the case changes; `queues` are all of the scenario's, in its order. */
export function yearChange(
  growth: GrowthCase,
  year: number,
  queues: readonly string[] = [],
  future: Future = MIDDLE,
): YearChange {
  const parts = partsOf(growth);
  const kept = product(parts, (part) => 1 - part.deflected * progress(part, year));
  const handleTime = product(parts, (part) => 1 + part.handleTime * progress(part, year));
  const aiming = parts.find(({ target }) => target);
  const target = aiming?.target && { target: { goal: aiming.target, reached: progress(aiming, year) } };
  if (growth.of === "jobs") return { volume: 1, handleTime, ...target };
  if (!parts.some((part) => part.queues)) {
    return { volume: growthFactor(growth, year, future) * kept, handleTime, ...target };
  }
  const factors = queues.map((queue) => queueFactor(growth, queue, year, future));
  // Queues that all grow alike are a plain growth, to the last bit.
  if (factors.every((factor) => factor === factors[0])) {
    return { volume: (factors[0] ?? 1) * kept, handleTime, ...target };
  }
  return { volume: kept, queueVolumes: factors, handleTime, ...target };
}

/** Whether the case multiplies contacts or their handle time in any year, as recorded contacts cannot be. */
export function multipliesContacts(growth: GrowthCase): boolean {
  return partsOf(growth).some(({ of, change, changeRange, rate, queues, deflected, handleTime, pool }) => {
    const changes = change !== 0 || changeRange !== undefined || rate !== undefined || queues !== undefined;
    return of === "jobs" || changes || deflected !== 0 || handleTime !== 0 || pool !== 1;
  });
}

function product<T>(all: readonly T[], of: (one: T) => number): number {
  const [first, ...rest] = all;
  return rest.reduce((total, one) => total * of(one), first === undefined ? 1 : of(first));
}
