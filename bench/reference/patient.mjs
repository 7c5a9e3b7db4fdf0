import { openTally } from "../tally.mjs";
import { nextExponential, openStream } from "./draws.mjs";
import { growRing, insertBehind, openWheel } from "./wheel.mjs";

/**
 * W1: M/M/c, first come first served, nobody hangs up. Ends of service are in a timing wheel, moments of
 * arrival of waiting contacts in a ring. Runs until `contacts` have arrived.
 */
export function runPatient({ agents, contacts, ratePerSecond, handleSeconds }, seed) {
  const arrivals = openStream(`${seed}/arrivals`);
  const handles = openStream(`${seed}/handle`);
  const gapSeconds = 1 / ratePerSecond;
  const tally = openTally(contacts);
  const { head, next, time, free, mask, widthSeconds, perSecond } = openWheel(agents, handleSeconds);
  let ring = new Float64Array(1024);
  let first = 0;
  let last = 0;
  let idle = agents;
  let day = 0;
  let dayEndsSeconds = widthSeconds;
  let arrivalSeconds = nextExponential(arrivals) * gapSeconds;
  let offered = 0;
  let answered = 0;
  let ended = 0;
  let waitSeconds = 0;
  for (;;) {
    let slot = head[day & mask];
    let nowSeconds;
    if (slot >= 0 && time[slot] < dayEndsSeconds && time[slot] <= arrivalSeconds) {
      nowSeconds = time[slot];
      head[day & mask] = next[slot];
      ended++;
      if (first === last) {
        free[idle++] = slot;
        continue;
      }
      waitSeconds += nowSeconds - ring[first++ & (ring.length - 1)];
    } else if (dayEndsSeconds <= arrivalSeconds) {
      dayEndsSeconds = (++day + 1) * widthSeconds;
      continue;
    } else {
      nowSeconds = arrivalSeconds;
      arrivalSeconds += nextExponential(arrivals) * gapSeconds;
      if (++offered === tally.nextBatch) {
        tally.closeBatch([offered, answered, 0, waitSeconds, 0]);
        if (offered === contacts) break;
      }
      if (idle === 0) {
        if (last - first === ring.length) ring = growRing(ring, first, last);
        ring[last++ & (ring.length - 1)] = nowSeconds;
        continue;
      }
      slot = free[--idle];
    }
    answered++;
    const endSeconds = nowSeconds + nextExponential(handles) * handleSeconds;
    const bucket = (endSeconds * perSecond) & mask;
    const earliest = head[bucket];
    time[slot] = endSeconds;
    if (earliest < 0 || endSeconds < time[earliest]) {
      next[slot] = earliest;
      head[bucket] = slot;
    } else insertBehind(earliest, slot, next, time);
  }
  // The last contact has arrived and the run is over before it meets anyone: it counts as in the queue.
  return {
    batches: tally.batches(),
    total: tally.total(),
    ended,
    inQueue: last - first + 1,
    inService: agents - idle,
  };
}
