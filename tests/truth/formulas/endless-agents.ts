/** A stretch of time with one arrival rate. */
export type Stretch = readonly [length: number, rate: number];

/**
 * M_t/M/∞ from empty: the mean number busy at `time`. Without a queue, busy agents are Poisson with this
 * mean. Eick, Massey and Whitt, The physics of the Mt/G/∞ queue, 1993.
 */
export function meanBusy(stretches: readonly Stretch[], meanService: number, time: number): number {
  let busy = 0;
  let from = 0;
  for (const [length, rate] of stretches) {
    const passed = Math.min(time - from, length);
    if (passed <= 0) break;
    const kept = Math.exp(-passed / meanService);
    busy = busy * kept + rate * meanService * (1 - kept);
    from += length;
  }
  return busy * Math.exp(-Math.max(0, time - from) / meanService);
}
