import { openTally } from "../tally.mjs";
import { nextExponential, openStream } from "./draws.mjs";
import { growRing, insertBehind, openWheel } from "./wheel.mjs";

/**
 * W2 and W4: M/M/c+M, first come first served. A waiting contact's moments of arrival and of hanging up
 * stand in two rings; those who have hung up are met, and counted, when a freed agent comes to them, so
 * that a hang-up costs no event of its own. Runs until `contacts` have arrived.
 */
export function runImpatient({ agents, contacts, ratePerSecond, handleSeconds, patienceSeconds }, seed) {
  const arrivals = openStream(`${seed}/arrivals`);
  const handles = openStream(`${seed}/handle`);
  const patiences = openStream(`${seed}/patience`);
  const gapSeconds = 1 / ratePerSecond;
  const tally = openTally(contacts);
  const { head, next, time, free, mask, widthSeconds, perSecond } = openWheel(agents, handleSeconds);
  let arrivedRing = new Float64Array(1024);
  let hangsUpRing = new Float64Array(1024);
  let ringMask = 1023;
  let first = 0;
  let last = 0;
  let idle = agents;
  let day = 0;
  let dayEndsSeconds = widthSeconds;
  let arrivalSeconds = nextExponential(arrivals) * gapSeconds;
  let offered = 0;
  let answered = 0;
  let abandoned = 0;
  let ended = 0;
  let answeredWaitSeconds = 0;
  let abandonedWaitSeconds = 0;
  let nowSeconds = 0;
  for (;;) {
    let slot = head[day & mask];
    if (slot >= 0 && time[slot] < dayEndsSeconds && time[slot] <= arrivalSeconds) {
      nowSeconds = time[slot];
      head[day & mask] = next[slot];
      ended++;
      while (first !== last && hangsUpRing[first & ringMask] <= nowSeconds) {
        abandonedWaitSeconds += hangsUpRing[first & ringMask] - arrivedRing[first & ringMask];
        abandoned++;
        first++;
      }
      if (first === last) {
        free[idle++] = slot;
        continue;
      }
      answeredWaitSeconds += nowSeconds - arrivedRing[first++ & ringMask];
    } else if (dayEndsSeconds <= arrivalSeconds) {
      dayEndsSeconds = (++day + 1) * widthSeconds;
      continue;
    } else {
      nowSeconds = arrivalSeconds;
      arrivalSeconds += nextExponential(arrivals) * gapSeconds;
      if (++offered === tally.nextBatch) {
        tally.closeBatch([offered, answered, abandoned, answeredWaitSeconds, abandonedWaitSeconds]);
        if (offered === contacts) break;
      }
      if (idle === 0) {
        if (last - first > ringMask) {
          arrivedRing = growRing(arrivedRing, first, last);
          hangsUpRing = growRing(hangsUpRing, first, last);
          ringMask = arrivedRing.length - 1;
        }
        arrivedRing[last & ringMask] = nowSeconds;
        hangsUpRing[last++ & ringMask] = nowSeconds + nextExponential(patiences) * patienceSeconds;
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
