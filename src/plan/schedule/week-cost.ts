import type { AgentWeek, WeekCover } from "./week-cover.js";

/** What a week of agents costs, and how it covers the need. */
export interface WeekCost {
  readonly wages: number;
  /** Wages and the price of agents missing and too many. */
  readonly cost: number;
  /** Slots of agents missing, and above the need. */
  readonly underSlots: number;
  readonly overSlots: number;
  /** Whether the most heads, the shares of contracts and the weekends are kept. */
  readonly keepsRules: boolean;
  /** By slot from the week's first on, past its end too: agents on shift and not at a break. */
  readonly onShift: Float64Array;
}

const DAY_SLOTS_PAST_END = 2;

/** Adds a week up, slot by slot. */
export function weekCost(cover: WeekCover, agents: readonly AgentWeek[]): WeekCost {
  const { slots, kinds, need, given, wraps, underCosts, overCost } = cover;
  const longest = Math.max(0, ...kinds.map((kind) => kind.slots));
  const onShift = new Float64Array(slots + DAY_SLOTS_PAST_END * longest);
  let wages = 0;
  for (const { kind: index, days } of agents) {
    const kind = kinds[index];
    for (const [day, work] of days.entries()) {
      if (!work) continue;
      wages += kind.costs[day]![work.start];
      for (let slot = 0; slot < kind.slots; slot++) onShift[work.slot + slot]++;
      for (const [rest, after] of work.breaks.entries()) {
        for (let slot = 0; slot < kind.breaks[rest].slots; slot++) onShift[work.slot + after + slot]--;
      }
    }
  }
  let underSlots = 0;
  let underCost = 0;
  let overSlots = 0;
  for (let slot = 0; slot < slots; slot++) {
    let there = onShift[slot] + given[slot];
    if (wraps) for (let past = slot + slots; past < onShift.length; past += slots) there += onShift[past];
    const missing = Math.max(0, need[slot] - there);
    underSlots += missing;
    underCost += missing * underCosts[slot];
    overSlots += Math.max(0, there - need[slot]);
  }
  const cost = wages + underCost + overSlots * overCost;
  return { wages, cost, underSlots, overSlots, keepsRules: keepsRules(cover, agents), onShift };
}

function keepsRules({ most, shares, weekend }: WeekCover, agents: readonly AgentWeek[]): boolean {
  const all = agents.length;
  if (all > most) return false;
  const nearly = 1e-6;
  const shared = shares.every(({ kinds, most: mostShare, least }) => {
    const heads = agents.filter(({ kind }) => kinds.includes(kind)).length;
    return heads <= mostShare * all + nearly && heads >= least * all - nearly;
  });
  if (!weekend) return shared;
  const working = agents.filter(({ pattern }) => (pattern & weekend.days) !== 0).length;
  return shared && working <= weekend.mostShare * all + nearly;
}
