import type { Leads } from "./outbound.js";
import type { Calendar } from "./scenario.js";

/** Leads that come onto the list at a moment; perhaps none, at the first hour of calling of a day. */
export interface LeadArrival {
  readonly atSeconds: number;
  readonly leads: number;
  /** Whether it is the first moment of a local day at which leads are called. */
  readonly isNewDay: boolean;
}

/** When leads come onto the list, in the order of time: the days' new ones before the list of the start. */
export function leadArrivals({ count, perDay, stretches }: Leads, calendar: Calendar): LeadArrival[] {
  const arrivals: LeadArrival[] = [];
  let from = 0;
  for (const { startSeconds, lengthSeconds } of calendar.days) {
    while (from < stretches.length && stretches[from]!.toSeconds <= startSeconds) from++;
    const first = stretches[from];
    if (first === undefined || first.fromSeconds >= startSeconds + lengthSeconds) continue;
    const atSeconds = Math.max(first.fromSeconds, startSeconds);
    // Of a day before the simulation a stretch is never left: they begin at 0.
    arrivals.push({ atSeconds, leads: perDay, isNewDay: true });
  }
  if (count > 0) arrivals.push({ atSeconds: calendar.warmupSeconds, leads: count, isNewDay: false });
  return arrivals.sort((a, b) => a.atSeconds - b.atSeconds);
}

/** How many leads ever come onto the list. */
export function allLeads(leads: Leads, calendar: Calendar): number {
  return leadArrivals(leads, calendar).reduce((sum, one) => sum + one.leads, 0);
}
