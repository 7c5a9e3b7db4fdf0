/**
 * The arrays of a timing wheel for the ends of services in progress, one slot for each agent at work. A
 * bucket is a list of slots in order of time; slots of a later turn of the wheel stand behind. The bucket's
 * width is a power of two, so that a moment's bucket number is exact. The loops work on the arrays
 * themselves.
 */
export function openWheel(slots, meanSeconds) {
  const widthSeconds = 2 ** Math.round(Math.log2((0.7 * meanSeconds) / slots));
  const buckets = 2 ** Math.ceil(Math.log2((2 * meanSeconds) / widthSeconds));
  return {
    widthSeconds,
    perSecond: 1 / widthSeconds,
    mask: buckets - 1,
    head: new Int32Array(buckets).fill(-1),
    next: new Int32Array(slots),
    time: new Float64Array(slots),
    /** A stack of free slots. */
    free: Int32Array.from({ length: slots }, (_, slot) => slot),
  };
}

/** Puts a slot that does not come first in its bucket where its time says. */
export function insertBehind(first, slot, next, time) {
  let before = first;
  while (next[before] >= 0 && time[next[before]] <= time[slot]) before = next[before];
  next[slot] = next[before];
  next[before] = slot;
}

/** The same ring of numbers, twice as large, its first entry still at `first`. */
export function growRing(ring, first, last) {
  const larger = new Float64Array(2 * ring.length);
  for (let i = first; i < last; i++) larger[i & (larger.length - 1)] = ring[i & (ring.length - 1)];
  return larger;
}
