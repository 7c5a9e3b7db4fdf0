/** What one agent of a team is worth to each queue in an interval: learned from trials without her. */
export class Worth {
  /** By team, then interval, then queue; NaN where nothing is known. */
  private readonly known: readonly Float64Array[];
  /** By team and queue: sums and numbers of what is known. */
  private readonly sums: readonly Float64Array[];
  private readonly counts: readonly Float64Array[];

  constructor(
    teams: number,
    intervals: number,
    private readonly queues: number,
  ) {
    this.known = Array.from({ length: teams }, () => new Float64Array(intervals * queues).fill(Number.NaN));
    this.sums = Array.from({ length: teams }, () => new Float64Array(queues));
    this.counts = Array.from({ length: teams }, () => new Float64Array(queues));
  }

  /** Learns from margins of the queues that felt it, with the team's agents and with `fewer` of them less. */
  learn(
    { team, interval, fewer }: { readonly team: number; readonly interval: number; readonly fewer: number },
    queues: readonly number[],
    before: readonly number[],
    after: readonly number[],
  ): void {
    for (const queue of queues) {
      const worth = (before[queue] - after[queue]) / fewer;
      if (!Number.isFinite(worth)) continue;
      this.known[team][interval * this.queues + queue] = worth;
      this.sums[team][queue] += worth;
      this.counts[team][queue]++;
    }
  }

  /** A queue's margin after a change: agents of whom nothing is known here are worth what others were. */
  after(margin: number, interval: number, queue: number, change: readonly number[]): number {
    let found = margin;
    for (const [team, some] of change.entries()) {
      if (some === 0) continue;
      const here = this.known[team][interval * this.queues + queue];
      const count = this.counts[team][queue];
      const worth = Number.isNaN(here) ? (count > 0 ? this.sums[team][queue] / count : 0) : here;
      found += some * worth;
    }
    return found;
  }
}
