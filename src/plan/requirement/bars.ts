import type { TargetTally } from "../../statistics/target-tally.js";
import type { Margins } from "./interval-judge.js";

/**
 * Where a target cannot be met, agents are taken away as long as its figure falls by no more than this share.
 */
const UNATTAINED_SLACK = 0.005;

/** By interval and queue, the margin asked for: 0, or what the most agents reached where none reach that. */
export class Bars {
  private readonly bars: readonly Float64Array[];

  constructor(intervals: number, queues: number) {
    this.bars = Array.from({ length: intervals }, () => new Float64Array(queues));
  }

  /** The margins asked for in an interval, by queue. */
  at(interval: number): Float64Array {
    return this.bars[interval];
  }

  /** Whether the queues, all where silent, reach in an interval what is asked. */
  isMet(margins: Margins, interval: number, queues?: readonly number[]): boolean {
    const bars = this.bars[interval];
    if (!queues) return margins[interval].every((one, queue) => one >= bars[queue]);
    return queues.every((queue) => margins[interval][queue] >= bars[queue]);
  }

  /** From now on no more is asked where it was missed. */
  giveUp(margins: Margins, interval: number): void {
    const bars = this.bars[interval];
    for (const [queue, one] of margins[interval].entries()) {
      if (one < bars[queue]) bars[queue] = one - UNATTAINED_SLACK;
    }
  }

  /** Margins of an interval, 0 but where a target that could be met is surely missed; else undefined. */
  surelyMissed(tally: TargetTally, interval: number): number[] | undefined {
    const margins = Array.from(this.bars[interval], (bar, queue) =>
      bar === 0 && tally.judge(interval, queue).verdict === "misses" ? tally.margin(interval, queue) : 0,
    );
    return margins.some((one) => one < 0) ? margins : undefined;
  }

  /** Asks nothing any more where something was given up: other replications reach a little more or less. */
  forgo(): void {
    for (const bars of this.bars) {
      for (const [queue, bar] of bars.entries()) if (bar !== 0) bars[queue] = Number.NEGATIVE_INFINITY;
    }
  }

  /** The least of the margins of some queues, above what is asked, from one interval to before another. */
  least(margins: Margins, queues: readonly number[], from: number, to: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let at = Math.max(0, from); at < Math.min(to, margins.length); at++) {
      for (const queue of queues) least = Math.min(least, margins[at][queue] - this.bars[at][queue]);
    }
    return least;
  }
}
