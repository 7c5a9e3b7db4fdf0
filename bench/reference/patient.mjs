import { nextExponential, openStream } from "./draws.mjs";
import { growRing, insertBehind, openWheel } from "./wheel.mjs";

/**
 * W1: M/M/c, first come first served, nobody hangs up. Ends of service are in a timing wheel, moments of
 * arrival of waiting contacts in a ring. Fields become locals for the length of one `advance`.
 */
export class PatientLoop {
  constructor({ agents, ratePerSecond, handleSeconds }, seed) {
    this.arrivals = openStream(`${seed}/arrivals`);
    this.handles = openStream(`${seed}/handle`);
    this.gapSeconds = 1 / ratePerSecond;
    this.handleSeconds = handleSeconds;
    this.wheel = openWheel(agents, handleSeconds);
    this.ring = new Float64Array(1024);
    this.arrivalSeconds = nextExponential(this.arrivals) * this.gapSeconds;
    this.agents = agents;
    this.idle = agents;
    this.day = 0;
    this.first = 0;
    this.last = 0;
    this.offered = 0;
    this.ended = 0;
    this.waitSeconds = 0;
  }

  /** Runs until so many contacts have arrived in all and the next is due. */
  advance(contacts) {
    const { arrivals, handles, gapSeconds, handleSeconds } = this;
    const { head, next, time, free, mask, widthSeconds, perSecond } = this.wheel;
    let { ring, first, last, idle, day, arrivalSeconds, offered, ended, waitSeconds } = this;
    let ringMask = ring.length - 1;
    let dayEndsSeconds = (day + 1) * widthSeconds;
    for (;;) {
      let slot = head[day & mask];
      let nowSeconds = arrivalSeconds;
      if (slot >= 0 && time[slot] < dayEndsSeconds && time[slot] <= arrivalSeconds) {
        nowSeconds = time[slot];
        head[day & mask] = next[slot];
        ended++;
        if (first === last) {
          free[idle++] = slot;
          continue;
        }
        waitSeconds += nowSeconds - ring[first++ & ringMask];
      } else if (dayEndsSeconds <= arrivalSeconds) {
        dayEndsSeconds = (++day + 1) * widthSeconds;
        continue;
      } else {
        if (offered === contacts) break;
        offered++;
        arrivalSeconds += nextExponential(arrivals) * gapSeconds;
        if (idle === 0) {
          if (last - first > ringMask) {
            ring = growRing(ring, first, last);
            ringMask = ring.length - 1;
          }
          ring[last++ & ringMask] = nowSeconds;
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
    this.ring = ring;
    this.first = first;
    this.last = last;
    this.idle = idle;
    this.day = day;
    this.arrivalSeconds = arrivalSeconds;
    this.offered = offered;
    this.ended = ended;
    this.waitSeconds = waitSeconds;
  }

  /** All that was counted until now, in the order of tally.mjs. */
  row() {
    return [this.offered, this.ended + this.agents - this.idle, 0, this.waitSeconds, 0];
  }

  /** Contacts in the queue and in service, for the balance of the counts. */
  present() {
    return { ended: this.ended, inQueue: this.last - this.first, inService: this.agents - this.idle };
  }
}
