import type { Calendar } from "../scenario/scenario.js";

/** How long the centre has been open, by moment. */
export class OpenHours {
  private readonly from: Float64Array;
  private readonly to: Float64Array;
  /** Open seconds before each stretch. */
  private readonly before: Float64Array;

  constructor({ open, horizonSeconds }: Calendar) {
    const stretches = open.filter((one) => one.toSeconds > 0 && one.fromSeconds < horizonSeconds);
    this.from = Float64Array.from(stretches, ({ fromSeconds }) => Math.max(0, fromSeconds));
    this.to = Float64Array.from(stretches, ({ toSeconds }) => Math.min(toSeconds, horizonSeconds));
    this.before = new Float64Array(stretches.length);
    for (let index = 1; index < stretches.length; index++) {
      this.before[index] = this.before[index - 1] + this.to[index - 1] - this.from[index - 1];
    }
  }

  /**
   * Open seconds from the start of the simulation to a moment. Before the start every second counts, as what
   * it is less than 0: contacts of a backlog are as old as they are in the hours that count.
   */
  until(seconds: number): number {
    if (seconds <= 0) return seconds;
    const { from, to, before } = this;
    let low = 0;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (from[middle] <= seconds) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    const last = low - 1;
    return before[last] + Math.min(seconds, to[last]) - from[last];
  }
}
