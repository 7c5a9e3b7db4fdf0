import { type Observations, QUEUE_FIELDS } from "../engine/observations.js";
import type { ArrivalRates } from "../model/arrival-rates.js";
import { type Intervals, spread } from "../model/intervals.js";
import type { Model } from "../model/model.js";
import { sharesHandleTime } from "../model/outcomes.js";
import { handleSeconds, workSeconds } from "../scenario/expected-load.js";
import type { Split } from "../scenario/split.js";
import { Q } from "./sums.js";

/** How much more work came to a queue than is expected. */
export interface WorkloadControl {
  /** Handle time of the contacts expected, in seconds: what deviations are small or great against. */
  readonly expectedSeconds: number;
  /**
   * One replication's deviation, in seconds of handle time, of expectation 0: of first arrivals from the
   * rates, each at its mean handle time, and of the handle times of those answered from their means.
   */
  deviationSeconds(observed: Observations): number;
}

/**
 * The control of a queue's workload. Arrivals count where they are drawn: recorded ones are always the same.
 * Handle times count where the mean of each is known: not if they are recorded, if the teams that may serve
 * the queue differ in speed, if agents learn or hurry, if talk grows with the wait, if a contact in hand may
 * be put down for another, if what takes too long goes on in another queue, if tables state means that
 * change within an interval, or if somebody else than the right person may answer a call. Whether a contact
 * is answered never hangs on its own handle time, which is drawn by itself and felt only afterwards, so the
 * times of those answered have their plain mean too. Redials, repeats and contacts from other queues are
 * left out of arrivals: they are no luck, but what the luck led to; what a queue splits counts there. So is
 * a backlog, whose number is always the same. With self-service first arrivals count where they come to it,
 * not where they come to the queue, and handle times do not count.
 */
export function workloadControl(model: Model, queue: number): WorkloadControl {
  const { intervals } = model;
  const { arrivals } = model.queues[queue];
  const asked = model.scenario.queues[queue];
  const meanSeconds = asked.split ? splitSeconds(model, asked.split) : handleSeconds(asked);
  // A weight: the deviation's expectation is 0 whatever it is.
  const workShare = meanSeconds > 0 && !asked.split ? workSeconds(asked) / meanSeconds : 1;
  const expected = new Float64Array(intervals.count);
  const means = new Float64Array(intervals.count).fill(meanSeconds);
  let knowsMeans = true;
  if (arrivals.kind === "rates") {
    addExpected(arrivals, intervals, expected);
    knowsMeans = scaleByFactors(arrivals, intervals, means);
  }
  const drawsArrivals = arrivals.kind === "rates";
  const isOutbound = model.scenario.queues[queue].outbound !== undefined;
  const drawsHandle = arrivals.kind === "rates" || arrivals.handleSeconds === undefined;
  const speed = commonSpeed(model, queue);
  // Chats that slow each other down take as long as luck has them together.
  const isPlain = !asked.selfService && !asked.handleGrowth && (asked.slowdown ?? 0) === 0;
  // What was put down for another contact is finished later, or not at all: those that take long more often.
  const isCut = asked.interruptible === true;
  // Of what takes too long a part is done in another queue, and counts there without its start.
  const isShared = sharesHandleTime(model.queues[queue].name, model.scenario);
  const isKnown = drawsHandle && knowsMeans && isPlain && !isCut && !isShared && !isOutbound;
  const countsHandle = isKnown && speed !== undefined;
  let expectedSeconds = 0;
  for (let index = 0; index < expected.length; index++) expectedSeconds += expected[index] * means[index];
  return {
    // Of recorded arrivals no number is expected; the share of all of them that one contact is, is small.
    expectedSeconds:
      workShare * (drawsArrivals ? expectedSeconds : recordedSeconds(model, queue, meanSeconds)),
    deviationSeconds({ queueCells }) {
      const first = queue * (intervals.count + 1) * QUEUE_FIELDS.length;
      let sum = 0;
      for (let index = 0; index < intervals.count; index++) {
        const cell = first + index * QUEUE_FIELDS.length;
        const mean = means[index];
        if (drawsArrivals) {
          sum += (firstArrivals(queueCells, cell) - expected[index]) * mean * workShare;
        }
        if (countsHandle) {
          const handled =
            queueCells[cell + Q.talkSeconds] +
            queueCells[cell + Q.holdSeconds] +
            queueCells[cell + Q.wrapSeconds];
          sum += handled * speed - (queueCells[cell + Q.answered] + queueCells[cell + Q.calledBack]) * mean;
        }
      }
      return sum;
    },
  };
}

/** Mean time that a contact takes where it goes to, by shares. */
function splitSeconds({ scenario }: Model, { among }: Split): number {
  return among.reduce((sum, { queue, share }) => {
    const target = scenario.queues.find(({ name }) => name === queue)!;
    return sum + share * workSeconds(target);
  }, 0);
}

/** Those who came for the first time, to self-service or to the queue. */
function firstArrivals(cells: Float64Array, cell: number): number {
  const again =
    cells[cell + Q.redialled] +
    cells[cell + Q.passedOn] +
    cells[cell + Q.transferredIn] +
    cells[cell + Q.repeats] +
    cells[cell + Q.routedIn] +
    cells[cell + Q.backlog];
  return cells[cell + Q.arrived] + cells[cell + Q.selfServed] - again;
}

function addExpected(rates: ArrivalRates, intervals: Intervals, into: Float64Array): void {
  let from = 0;
  for (let piece = 0; piece < rates.endsSeconds.length; piece++) {
    const to = rates.endsSeconds[piece];
    const rate = rates.ratesPerSecond[piece];
    spread(intervals, from, to, (interval, seconds) => {
      into[interval] += rate * seconds;
    });
    from = to;
  }
}

/** Whether each interval has one factor throughout; where it has more, one of them is taken. */
function scaleByFactors(rates: ArrivalRates, intervals: Intervals, means: Float64Array): boolean {
  const factors = new Float64Array(means.length).fill(Number.NaN);
  let isOne = true;
  let from = 0;
  for (let piece = 0; piece < rates.endsSeconds.length; piece++) {
    const factor = rates.handleFactors[piece];
    spread(intervals, from, rates.endsSeconds[piece], (interval) => {
      if (!Number.isNaN(factors[interval]) && factors[interval] !== factor) isOne = false;
      if (rates.ratesPerSecond[piece] > 0 || Number.isNaN(factors[interval])) factors[interval] = factor;
    });
    from = rates.endsSeconds[piece];
  }
  for (let index = 0; index < means.length; index++) means[index] *= factors[index];
  return isOne;
}

/** Undefined where teams that may serve the queue differ, or the agents of one do. */
function commonSpeed({ routing, people }: Model, queue: number): number | undefined {
  if (routing.everServing[queue].some((team) => people?.teams[team]?.learning !== undefined))
    return undefined;
  const speeds = new Set(
    Array.from(routing.everServing[queue], (team) => routing.speeds[queue * routing.teams + team]),
  );
  return speeds.size === 1 ? [...speeds][0] : undefined;
}

function recordedSeconds({ queues }: Model, queue: number, meanSeconds: number): number {
  const { arrivals } = queues[queue];
  return arrivals.kind === "replay" ? arrivals.atSeconds.length * meanSeconds : 0;
}
