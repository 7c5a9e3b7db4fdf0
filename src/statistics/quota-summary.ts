import { HANDLED_BINS, type Observations, SHIFT_FIELDS, WITHIN_BINS } from "../engine/observations.js";
import type { Quota } from "../scenario/team.js";
import type { QuotaSummary } from "./summary.js";

const at = (field: (typeof SHIFT_FIELDS)[number]) => SHIFT_FIELDS.indexOf(field);

type Shifts = Pick<Observations, "shiftCells" | "handledCounts" | "withinCounts">;

/** How the agent-shifts of these crews stand to the quota; `shifts` are sums over all replications. */
export function summariseQuota(quota: Quota, crews: readonly number[], shifts: Shifts): QuotaSummary {
  const cells = pooled(crews, shifts, "shiftCells", SHIFT_FIELDS.length);
  const handled = pooled(crews, shifts, "handledCounts", HANDLED_BINS);
  const within = pooled(crews, shifts, "withinCounts", WITHIN_BINS);
  // Who had no contact broke no limit, as in the count of those who met it.
  within[WITHIN_BINS - 1] += handled[0];
  const agentShifts = cells[at("agentShifts")];
  const share = (field: (typeof SHIFT_FIELDS)[number]) => cells[at(field)] / agentShifts;
  return {
    agentShifts,
    contactsMet: quota.contacts === undefined ? Number.NaN : share("quotaContactsMet"),
    handledMet: quota.handled === undefined ? Number.NaN : share("quotaHandledMet"),
    met: share("quotaMet"),
    contactsNineInTen: nineInTenReach(handled),
    handledNineInTen: quota.handled === undefined ? Number.NaN : nineInTenReach(within) / (WITHIN_BINS - 1),
  };
}

/**
 * The greatest bin such that nine in ten of those counted are in it or above; NaN where nothing is counted.
 */
export function nineInTenReach(counts: Float64Array): number {
  let all = 0;
  for (const count of counts) all += count;
  if (all === 0) return Number.NaN;
  let above = 0;
  for (let bin = counts.length - 1; bin > 0; bin--) {
    above += counts[bin];
    if (10 * above >= 9 * all) return bin;
  }
  return 0;
}

function pooled(crews: readonly number[], shifts: Shifts, field: keyof Shifts, size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const crew of crews) {
    for (let index = 0; index < size; index++) sum[index] += shifts[field][crew * size + index];
  }
  return sum;
}
