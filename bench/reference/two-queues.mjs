import { nextExponential, nextNormal, openStream } from "./draws.mjs";
import { insertBehind, openWheel } from "./wheel.mjs";

const RING = 4096;
const RING_MASK = RING - 1;
const BOTH = 2;

/**
 * W3: two queues; teams 0 and 1 serve the queue of their number, team 2 serves both. An arriving contact
 * takes the agent idle longest, a freed agent the contact waiting longest. Lognormal handle times,
 * exponential patience. Agents are the wheel's slots; each team's idle agents and each queue's contacts
 * stand in a ring, longest first. Contacts who have hung up are met, and counted, when a freed agent comes
 * to them.
 */
export class TwoQueuesLoop {
  constructor({ teams, queues }, seed) {
    const open = (purpose) => queues.map((_, queue) => openStream(`${seed}/${purpose}/${queue}`));
    const floats = (figure) => Float64Array.from(queues, figure);
    this.arrivals = open("arrivals");
    this.handles = open("handle");
    this.patiences = open("patience");
    this.gapSeconds = floats((queue) => 1 / queue.ratePerSecond);
    this.patienceSeconds = floats((queue) => queue.patienceSeconds);
    this.sigma = floats((queue) => Math.sqrt(Math.log1p(queue.handleCv ** 2)));
    this.logMedian = floats((queue, q) => Math.log(queue.handleSeconds) - this.sigma[q] ** 2 / 2);
    this.teamOf = Uint8Array.from(teams.flatMap((agents, team) => Array(agents).fill(team)));
    this.agents = this.teamOf.length;
    this.wheel = openWheel(this.agents, queues[0].handleSeconds);

    this.idle = new Int32Array(3 * RING);
    this.idleFirst = new Int32Array(3);
    this.idleLast = new Int32Array(3);
    this.idleSince = new Float64Array(this.agents);
    for (let agent = 0; agent < this.agents; agent++) {
      const team = this.teamOf[agent];
      this.idle[team * RING + this.idleLast[team]++] = agent;
    }

    this.arrived = new Float64Array(2 * RING);
    this.hangsUp = new Float64Array(2 * RING);
    this.first = new Int32Array(2);
    this.last = new Int32Array(2);
    this.offered = new Int32Array(2);
    this.answered = new Int32Array(2);
    this.abandoned = new Int32Array(2);
    this.answeredWaitSeconds = new Float64Array(2);
    this.abandonedWaitSeconds = new Float64Array(2);
    this.day = 0;
    this.ended = 0;
    this.arrival0Seconds = nextExponential(this.arrivals[0]) * this.gapSeconds[0];
    this.arrival1Seconds = nextExponential(this.arrivals[1]) * this.gapSeconds[1];
  }

  /** The ring place of the contact of `queue` that has waited longest and still does, or -1. */
  longestWaiting(queue, nowSeconds) {
    const { first, last, arrived, hangsUp } = this;
    for (;;) {
      if (first[queue] === last[queue]) return -1;
      const place = queue * RING + (first[queue] & RING_MASK);
      if (hangsUp[place] > nowSeconds) return place;
      this.abandonedWaitSeconds[queue] += hangsUp[place] - arrived[place];
      this.abandoned[queue]++;
      first[queue]++;
    }
  }

  /** Runs until so many contacts have arrived in all and the next is due. */
  advance(contacts) {
    const { arrivals, handles, patiences, gapSeconds, patienceSeconds, sigma, logMedian } = this;
    const { head, next, time, mask, widthSeconds, perSecond } = this.wheel;
    const { teamOf, idle, idleFirst, idleLast, idleSince } = this;
    const { arrived, hangsUp, first, last, offered, answered, answeredWaitSeconds } = this;
    let { day, ended, arrival0Seconds, arrival1Seconds } = this;
    let dayEndsSeconds = (day + 1) * widthSeconds;
    let arrivalSeconds = Math.min(arrival0Seconds, arrival1Seconds);
    let left = contacts - offered[0] - offered[1];
    for (;;) {
      let agent = head[day & mask];
      let nowSeconds = arrivalSeconds;
      let queue = 0;
      if (agent >= 0 && time[agent] < dayEndsSeconds && time[agent] <= arrivalSeconds) {
        nowSeconds = time[agent];
        head[day & mask] = next[agent];
        ended++;
        const team = teamOf[agent];
        const place0 = team === 1 ? -1 : this.longestWaiting(0, nowSeconds);
        const place1 = team === 0 ? -1 : this.longestWaiting(1, nowSeconds);
        if (place0 < 0 && place1 < 0) {
          idleSince[agent] = nowSeconds;
          idle[team * RING + (idleLast[team]++ & RING_MASK)] = agent;
          continue;
        }
        queue = place0 >= 0 && (place1 < 0 || arrived[place0] <= arrived[place1]) ? 0 : 1;
        answeredWaitSeconds[queue] += nowSeconds - arrived[queue === 0 ? place0 : place1];
        first[queue]++;
      } else if (dayEndsSeconds <= arrivalSeconds) {
        dayEndsSeconds = (++day + 1) * widthSeconds;
        continue;
      } else {
        if (left-- === 0) break;
        if (arrival0Seconds <= arrival1Seconds) {
          arrival0Seconds += nextExponential(arrivals[0]) * gapSeconds[0];
        } else {
          queue = 1;
          arrival1Seconds += nextExponential(arrivals[1]) * gapSeconds[1];
        }
        arrivalSeconds = Math.min(arrival0Seconds, arrival1Seconds);
        offered[queue]++;
        const own =
          idleFirst[queue] < idleLast[queue] ? idle[queue * RING + (idleFirst[queue] & RING_MASK)] : -1;
        const both =
          idleFirst[BOTH] < idleLast[BOTH] ? idle[BOTH * RING + (idleFirst[BOTH] & RING_MASK)] : -1;
        if (own < 0 && both < 0) {
          if (last[queue] - first[queue] === RING)
            throw new RangeError("more contacts wait than the ring holds");
          const place = queue * RING + (last[queue]++ & RING_MASK);
          arrived[place] = nowSeconds;
          hangsUp[place] = nowSeconds + nextExponential(patiences[queue]) * patienceSeconds[queue];
          continue;
        }
        const team = both < 0 || (own >= 0 && idleSince[own] <= idleSince[both]) ? queue : BOTH;
        agent = team === BOTH ? both : own;
        idleFirst[team]++;
      }
      answered[queue]++;
      const endSeconds = nowSeconds + Math.exp(logMedian[queue] + sigma[queue] * nextNormal(handles[queue]));
      const bucket = (endSeconds * perSecond) & mask;
      const earliest = head[bucket];
      time[agent] = endSeconds;
      if (earliest < 0 || endSeconds < time[earliest]) {
        next[agent] = earliest;
        head[bucket] = agent;
      } else insertBehind(earliest, agent, next, time);
    }
    this.day = day;
    this.ended = ended;
    this.arrival0Seconds = arrival0Seconds;
    this.arrival1Seconds = arrival1Seconds;
  }

  /** All that was counted until now, in the order of tally.mjs. */
  row() {
    const { offered, answered, abandoned, answeredWaitSeconds, abandonedWaitSeconds } = this;
    return [0, 1].flatMap((queue) =>
      [offered, answered, abandoned, answeredWaitSeconds, abandonedWaitSeconds].map((field) => field[queue]),
    );
  }

  /**
   * Contacts in the queues (hung up but not yet met included) and in service, for the balance of the
   * counts.
   */
  present() {
    const { first, last, idleFirst, idleLast, agents, ended } = this;
    const inQueue = last[0] - first[0] + last[1] - first[1];
    const inService = [0, 1, 2].reduce((busy, team) => busy - (idleLast[team] - idleFirst[team]), agents);
    return { ended, inQueue, inService };
  }
}
