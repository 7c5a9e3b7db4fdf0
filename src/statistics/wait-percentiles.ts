import type { Observations } from "../engine/observations.js";
import { WAIT_BINS, waitBinMiddleSeconds } from "../engine/wait-bins.js";
import { meanFigure } from "./mean.js";
import { percentileBin } from "./percentile.js";
import type { Figure, Figures } from "./summary.js";

const SHARES = { p50: 0.5, p80: 0.8, p90: 0.9, p95: 0.95, p99: 0.99 };

/**
 * Percentiles of the waits of a queue's answered contacts, in seconds, within 0.4 %: of all replications
 * together, with as wide an interval as the replications' own percentiles give their mean.
 */
export function waitPercentiles(observations: readonly Observations[], queue: number): Figures {
  const start = queue * WAIT_BINS;
  const pooled = new Float64Array(WAIT_BINS);
  for (const { waitCounts } of observations) {
    for (let bin = 0; bin < WAIT_BINS; bin++) pooled[bin] += waitCounts[start + bin];
  }
  const figureOf = (share: number): Figure => {
    const mean = percentileSeconds(pooled, 0, share);
    const own = meanFigure(observations.map(({ waitCounts }) => percentileSeconds(waitCounts, start, share)));
    const error = (own.high - own.low) / 2;
    return { mean, low: mean - error, high: mean + error };
  };
  return Object.fromEntries(Object.entries(SHARES).map(([name, share]) => [name, figureOf(share)]));
}

function percentileSeconds(counts: Float64Array, start: number, share: number): number {
  const bin = percentileBin(counts, start, WAIT_BINS, share);
  return bin < 0 ? Number.NaN : waitBinMiddleSeconds(bin);
}
