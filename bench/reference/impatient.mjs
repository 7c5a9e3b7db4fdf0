import { nextExponential, openStream } from "./draws.mjs";
import { growRing, insertBehind, openWheel } from "./wheel.mjs";

/**
 * W2 and W4: M/M/c+M, first come first served. A waiting contact's moments of arrival and of hanging up
 * stand in two rings; those who have hung up are met, and counted, when a freed agent comes to them, so
 * that a hang-up costs no event of its own. Fields become locals for the length of one `advance`.
 */
export class ImpatientLoop {
  constructor({ agents, ratePerSecond, handleSeconds, patienceSeconds }, seed) {
    this.arrivals = openStream(`${seed}/arrivals`);
    this.handles = openStream(`${seed}/handle`);
    this.patiences = openStream(`${seed}/patience`);
    this.gapSeconds = 1 / ratePerSecond;
    this.handleSeconds = handleSeconds;
    this.patienceSeconds = patienceSeconds;
    this.wheel = openWheel(agents, handleSeconds);
    this.arrivedRing = new Float64Array(1024);
    this.hangsUpRing = new Float64Array(1024);
    this.arrivalSeconds = nextExponential(this.arrivals) * this.gapSeconds;
    this.agents = agents;
    this.idle = agents;
    this.day = 0;
    this.first = 0;
    this.last = 0;
    this.offered = 0;
    this.ended = 0;
    this.abandoned = 0;
    this.answeredWaitSeconds = 0;
    this.abandonedWaitSeconds = 0;
  }

  /** Runs until so many contacts have arrived in all and the next is due. */
  advance(contacts) {
    const { arrivals, handles, patiences, gapSeconds, handleSeconds, patienceSeconds } = this;
    const { head, next, time, free, mask, widthSeconds, perSecond } = this.wheel;
    let { arrivedRing, hangsUpRing, first, last, idle, day, arrivalSeconds, offered, ended, abandoned } =
      this;
    let { answeredWaitSeconds, abandonedWaitSeconds } = this;
    let ringMask = arrivedRing.length - 1;
    let dayEndsSeconds = (day + 1) * widthSeconds;
    for (;;) {
      let slot = head[day & mask];
      let nowSeconds = arrivalSeconds;
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
        if (offered === contacts) break;
        offered++;
        arrivalSeconds += nextExponential(arrivals) * gapSeconds;
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
      const endSeconds = nowSeconds + nextExponential(handles) * handleSeconds;
      const bucket = (endSeconds * perSecond) & mask;
      const earliest = head[bucket];
      time[slot] = endSeconds;
      if (earliest < 0 || endSeconds < time[earliest]) {
        next[slot] = earliest;
        head[bucket] = slot;
      } else insertBehind(earliest, slot, next, time);
    }
    this.arrivedRing = arrivedRing;
    this.hangsUpRing = hangsUpRing;
    this.first = first;
    this.last = last;
    this.idle = idle;
    this.day = day;
    this.arrivalSeconds = arrivalSeconds;
    this.offered = offered;
    this.ended = ended;
    this.abandoned = abandoned;
    this.answeredWaitSeconds = answeredWaitSeconds;
    this.abandonedWaitSeconds = abandonedWaitSeconds;
  }

  /** All that was counted until now, in the order of tally.mjs. */
  row() {
    const answered = this.ended + this.agents - this.idle;
    return [this.offered, answered, this.abandoned, this.answeredWaitSeconds, this.abandonedWaitSeconds];
  }

  /**
   * Contacts in the queue (hung up but not yet met included) and in service, for the balance of the counts.
   */
  present() {
    return { ended: this.ended, inQueue: this.last - this.first, inService: this.agents - this.idle };
  }
}
