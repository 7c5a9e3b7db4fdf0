import { worksOn } from "./days-off.js";
import type { AgentWeek, WeekCover, WeekPlan } from "./week-cover.js";

/**
 * The agents of a plan one by one, each with starts and breaks. Within a band the starts of a day go round
 * its agents in order; the breaks of a kind go to its agents in the order of their starts, which keeps every
 * break within its window.
 */
export function agentWeeks(cover: WeekCover, plan: WeekPlan): AgentWeek[] {
  const agents = plan.tours.flatMap(({ kind, band, pattern, agents: count }) =>
    Array.from({ length: count }, () => ({
      kind,
      band,
      pattern,
      days: new Array<{ start: number; slot: number; breaks: number[] } | undefined>(cover.days).fill(
        undefined,
      ),
    })),
  );
  for (const [index, kind] of cover.kinds.entries()) {
    for (let day = 0; day < cover.days; day++) {
      const starts = kind.starts[day];
      if (!starts) continue;
      const working = agents.filter((one) => one.kind === index && worksOn(one.pattern, day));
      for (const [band, { first }] of kind.bands.entries()) {
        const left = [...plan.starts[index][band][day]];
        for (const agent of working.filter((one) => one.band === band)) {
          const at = left.findIndex((some) => some > 0);
          if (at < 0) throw new Error("a band has fewer starts than agents at work");
          left[at]--;
          agent.days[day] = { start: first + at, slot: starts[first + at], breaks: [] };
        }
      }
      const inOrder = working.map((one) => one.days[day]!).sort((a, b) => a.slot - b.slot);
      for (const rest of kind.breaks.keys()) {
        for (const [turn, slot] of plan.breaks[index][rest][day].entries()) {
          const work = inOrder[turn];
          work.breaks.push(slot - work.slot);
        }
      }
    }
  }
  return agents;
}
