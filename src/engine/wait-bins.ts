/** Waits below this many milliseconds have a bin each. */
const EXACT = 256;
/** Bins for each doubling above. */
const BINS_PER_DOUBLING = 128;
const MOST_MILLISECONDS = 2_147_483_647;

/** Number of bins: exact below 256 ms, then 128 for each doubling up to 2^31 ms, nearly 25 days. */
export const WAIT_BINS = EXACT + (31 - 8) * BINS_PER_DOUBLING;

/** Bin of a wait; those of 2^31 ms and more share the last. */
export function waitBin(milliseconds: number): number {
  const whole = milliseconds < MOST_MILLISECONDS ? (milliseconds + 0.5) | 0 : MOST_MILLISECONDS;
  if (whole < EXACT) return whole;
  const doublings = 24 - Math.clz32(whole);
  return EXACT + (doublings - 1) * BINS_PER_DOUBLING + (whole >> doublings) - BINS_PER_DOUBLING;
}

/** The wait in seconds in the middle of a bin, within 0.4 % of every wait in it. */
export function waitBinMiddleSeconds(bin: number): number {
  if (bin < EXACT) return bin / 1000;
  const doublings = Math.floor((bin - EXACT) / BINS_PER_DOUBLING) + 1;
  const step = ((bin - EXACT) % BINS_PER_DOUBLING) + BINS_PER_DOUBLING;
  const width = 1 << doublings;
  return (step * width + (width - 1) / 2) / 1000;
}
