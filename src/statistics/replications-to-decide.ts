import { ERROR_SHARE } from "./looks.js";
import { replicationsFor } from "./paired.js";

/**
 * The replications to allow so that the last look decides on a figure that lies `distance` from its bound,
 * with `deviation` the standard deviation of one replication and the first look after `first`, should both
 * stay as they are: the fewest with t(n - 1) deviation / sqrt(n) < distance, where t is that of the looks
 * there are then, for more looks ask for a surer interval each. Infinity above a million; NaN where one of
 * the two is not known.
 */
export function replicationsToDecide(deviation: number, distance: number, first: number): number {
  if (Number.isNaN(deviation) || Number.isNaN(distance)) return Number.NaN;
  for (let looks = 1, last = first; ; looks++, last *= 2) {
    const spread = { count: first, variance: deviation * deviation };
    const needed = replicationsFor(spread, ERROR_SHARE / looks, distance);
    if (needed === Number.POSITIVE_INFINITY) return needed;
    // So many looks end after more than half of `last`, else there were fewer.
    if (needed <= last) return looks === 1 ? first : Math.max(needed, last / 2 + 1);
  }
}
