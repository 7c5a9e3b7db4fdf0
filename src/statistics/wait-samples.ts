import type { Observations } from "../engine/observations.js";
import { WAIT_BINS, waitBinMiddleSeconds } from "../engine/wait-bins.js";
import { meanFigure } from "./mean.js";
import { percentileBin } from "./percentile.js";
import type { Figures } from "./summary.js";

const SHARES = { p50: 0.5, p80: 0.8, p90: 0.9, p95: 0.95, p99: 0.99 };

/** The waits of a queue's answered contacts, over replications that are added one by one. */
export class WaitSamples {
  /** In seconds; NaN where nobody was answered. */
  longestSeconds = Number.NaN;
  private readonly pooled = new Float64Array(WAIT_BINS);
  /** Each replication's own, by percentile. */
  private readonly own = Object.values(SHARES).map((): number[] => []);

  constructor(private readonly queue: number) {}

  add({ waitCounts, longestWaitSeconds }: Observations): void {
    const start = this.queue * WAIT_BINS;
    for (let bin = 0; bin < WAIT_BINS; bin++) this.pooled[bin] += waitCounts[start + bin];
    for (const [index, share] of Object.values(SHARES).entries()) {
      this.own[index].push(percentileSeconds(waitCounts, start, share));
    }
    const longest = longestWaitSeconds[this.queue];
    // Written so that NaN, nothing observed yet, gives way too.
    if (!Number.isNaN(longest) && !(longest <= this.longestSeconds)) this.longestSeconds = longest;
  }

  /**
   * Percentiles in seconds, within 0.4 %: of all replications together, with as wide an interval as the
   * replications' own percentiles give their mean.
   */
  percentiles(): Figures {
    return Object.fromEntries(
      Object.entries(SHARES).map(([name, share], index) => {
        const mean = percentileSeconds(this.pooled, 0, share);
        const own = meanFigure(this.own[index]);
        const error = (own.high - own.low) / 2;
        return [name, { mean, low: mean - error, high: mean + error }];
      }),
    );
  }
}

function percentileSeconds(counts: Float64Array, start: number, share: number): number {
  const bin = percentileBin(counts, start, WAIT_BINS, share);
  return bin < 0 ? Number.NaN : waitBinMiddleSeconds(bin);
}
