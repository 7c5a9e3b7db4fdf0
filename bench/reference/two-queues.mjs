import { openTally } from "../tally.mjs";
import { nextExponential, nextNormal, openStream } from "./draws.mjs";
import { insertBehind, openWheel } from "./wheel.mjs";

const RING = 4096;
const RING_MASK = RING - 1;
const BOTH = 2;

/**
 * W3: two queues; teams 0 and 1 serve the queue of their number, team 2 serves both. An arriving contact
 * takes the agent idle longest, a freed agent the contact waiting longest. Lognormal handle times,
 * exponential patience. Agents are the wheel's slots; each team's idle agents and each queue's contacts
 * stand in a ring, longest first.
 */
export function runTwoQueues({ teams, queues, contacts }, seed) {
  const open = (purpose) => queues.map((_, queue) => openStream(`${seed}/${purpose}/${queue}`));
  const arrivals = open("arrivals");
  const handles = open("handle");
  const patiences = open("patience");
  const gapSeconds = Float64Array.from(queues, (queue) => 1 / queue.ratePerSecond);
  const patienceSeconds = Float64Array.from(queues, (queue) => queue.patienceSeconds);
  const sigma = Float64Array.from(queues, (queue) => Math.sqrt(Math.log1p(queue.handleCv ** 2)));
  const logMedian = Float64Array.from(
    queues,
    (queue, q) => Math.log(queue.handleSeconds) - sigma[q] ** 2 / 2,
  );
  const teamOf = Uint8Array.from(teams.flatMap((agents, team) => Array(agents).fill(team)));
  const agents = teamOf.length;
  const tally = openTally(contacts);
  const wheel = openWheel(agents, queues[0].handleSeconds);
  const { head, next, time, mask, widthSeconds, perSecond } = wheel;

  const idle = new Int32Array(3 * RING);
  const idleFirst = new Int32Array(3);
  const idleLast = new Int32Array(3);
  const idleSince = new Float64Array(agents);
  for (let agent = 0; agent < agents; agent++) idle[teamOf[agent] * RING + idleLast[teamOf[agent]]++] = agent;

  const arrived = new Float64Array(2 * RING);
  const hangsUp = new Float64Array(2 * RING);
  const first = new Int32Array(2);
  const last = new Int32Array(2);
  const offered = new Int32Array(2);
  const answered = new Int32Array(2);
  const abandoned = new Int32Array(2);
  const answeredWaitSeconds = new Float64Array(2);
  const abandonedWaitSeconds = new Float64Array(2);

  /** The ring place of the contact of `queue` that has waited longest and still does, or -1. */
  function longestWaiting(queue, nowSeconds) {
    for (;;) {
      if (first[queue] === last[queue]) return -1;
      const place = queue * RING + (first[queue] & RING_MASK);
      if (hangsUp[place] > nowSeconds) return place;
      abandonedWaitSeconds[queue] += hangsUp[place] - arrived[place];
      abandoned[queue]++;
      first[queue]++;
    }
  }

  let day = 0;
  let dayEndsSeconds = widthSeconds;
  let ended = 0;
  let sum = 0;
  let arrival0Seconds = nextExponential(arrivals[0]) * gapSeconds[0];
  let arrival1Seconds = nextExponential(arrivals[1]) * gapSeconds[1];
  let arrivalSeconds = Math.min(arrival0Seconds, arrival1Seconds);
  let nowSeconds = 0;
  for (;;) {
    let agent = head[day & mask];
    let queue;
    if (agent >= 0 && time[agent] < dayEndsSeconds && time[agent] <= arrivalSeconds) {
      nowSeconds = time[agent];
      head[day & mask] = next[agent];
      ended++;
      const team = teamOf[agent];
      const place0 = team === 1 ? -1 : longestWaiting(0, nowSeconds);
      const place1 = team === 0 ? -1 : longestWaiting(1, nowSeconds);
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
      nowSeconds = arrivalSeconds;
      if (arrival0Seconds <= arrival1Seconds) {
        queue = 0;
        arrival0Seconds += nextExponential(arrivals[0]) * gapSeconds[0];
      } else {
        queue = 1;
        arrival1Seconds += nextExponential(arrivals[1]) * gapSeconds[1];
      }
      arrivalSeconds = Math.min(arrival0Seconds, arrival1Seconds);
      offered[queue]++;
      if (++sum === tally.nextBatch) {
        tally.closeBatch(
          [0, 1].flatMap((q) => [
            offered[q],
            answered[q],
            abandoned[q],
            answeredWaitSeconds[q],
            abandonedWaitSeconds[q],
          ]),
        );
        if (sum === contacts) break;
      }
      const own =
        idleFirst[queue] < idleLast[queue] ? idle[queue * RING + (idleFirst[queue] & RING_MASK)] : -1;
      const both = idleFirst[BOTH] < idleLast[BOTH] ? idle[BOTH * RING + (idleFirst[BOTH] & RING_MASK)] : -1;
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
  // The last contact has arrived and the run is over before it meets anyone: it counts as in the queue.
  const inQueue = last[0] - first[0] + last[1] - first[1] + 1;
  const idleAgents = [0, 1, 2].reduce((all, team) => all + idleLast[team] - idleFirst[team], 0);
  return { batches: tally.batches(), total: tally.total(), ended, inQueue, inService: agents - idleAgents };
}
