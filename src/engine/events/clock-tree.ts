/** Clocks that go off again and again; tells which is next. Ties go to the clock with the smaller number. */
export class ClockTree {
  /** The clock that goes off next, and when: Infinity for never. */
  next = 0;
  nextTime = Number.POSITIVE_INFINITY;
  /** When each clock goes off; after a change the tree is to be settled. */
  readonly times: Float64Array;
  /**
   * A tree of matches: the winner of match k is the earlier of those of 2k and 2k + 1; clocks are its leaves.
   */
  private readonly winners: Int32Array;

  constructor(clocks: number) {
    let leaves = 1;
    while (leaves < clocks) leaves *= 2;
    this.times = new Float64Array(leaves).fill(Number.POSITIVE_INFINITY);
    this.winners = new Int32Array(2 * leaves);
    for (let clock = 0; clock < leaves; clock++) this.winners[leaves + clock] = clock;
    // Every match begins with a winner of its own side: one from elsewhere would hide the clocks below it for
    // good.
    for (let match = leaves - 1; match > 0; match--) this.winners[match] = this.winners[2 * match];
  }

  /** Finds the next clock after the time of this one has changed. */
  settle(clock: number): void {
    const { times, winners } = this;
    for (let match = (times.length + clock) >> 1; match > 0; match >>= 1) {
      const left = winners[2 * match];
      const right = winners[2 * match + 1];
      winners[match] = times[right] < times[left] ? right : left;
    }
    // A single clock is its own tree: winners[1] is its leaf.
    this.next = winners[1];
    this.nextTime = times[this.next];
  }
}
