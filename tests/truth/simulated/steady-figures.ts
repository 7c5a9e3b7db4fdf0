import type { Figure } from "../../../src/statistics/summary.js";
import type { QueueSums, QueueTotals, Simulation, TeamTotals, Totals } from "./simulation.js";

/** Answered after a wait. */
export const answeredLate = (queue: QueueTotals) => queue.answered - queue.atOnce;
/** Those who joined the line. */
export const delayed = (queue: QueueTotals) => answeredLate(queue) + queue.abandoned;
export const offered = (queue: QueueSums) => queue.answered + queue.abandoned;
export const waitSeconds = (queue: QueueSums) => queue.answeredWaitSeconds + queue.abandonedWaitSeconds;

/**
 * Figures of a queue and of the team that serves it, under the names that the cases give them; times are in
 * units of so many seconds. Whatever the product itself reports is taken from its summary.
 */
export function steadyFigures(simulation: Simulation, queue = 0, unitSeconds = 1): Record<string, Figure> {
  const { figures, serviceLevels, waitPercentiles } = simulation.summary.queues[queue];
  const q = (of: (totals: QueueTotals) => number) => (totals: Totals<QueueTotals>) =>
    of(totals.queues[queue]);
  const busy = ({ teams }: Totals) => teams.reduce((sum, team: TeamTotals) => sum + team.busySeconds, 0);
  const seconds = (totals: Totals) => totals.seconds;
  const ratio = simulation.ratio.bind(simulation);
  const time = (figure: Figure) => times(figure, 1 / unitSeconds);
  const asa = time(figures.asa);
  const delayedShare = ratio(q(delayed), q(offered));
  const meanWait = time(ratio(q(waitSeconds), q(offered)));
  const queueLength = ratio(q(waitSeconds), seconds);
  const occupancy = simulation.summary.total.occupancy;
  return {
    offered_load: ratio(
      q((totals) => (totals.arrived * totals.talkSeconds) / totals.answered),
      seconds,
    ),
    carried: ratio(busy, seconds),
    rho: occupancy,
    occupancy,
    p_block: figures.blockedRate,
    p_wait: delayedShare,
    p_all_busy: delayedShare,
    p_wait_accepted: delayedShare,
    p_wait_offered: ratio(
      q(delayed),
      q((totals) => totals.arrived),
    ),
    asa,
    wq: asa,
    asa_answered: asa,
    mean_wait_served: asa,
    mean_wait_joined: asa,
    mean_wait_all: meanWait,
    mean_wait_accepted: meanWait,
    mean_wait_abandoned: time(figures.meanWaitAbandoned),
    asa_given_wait: time(
      ratio(
        q((totals) => totals.answeredWaitSeconds),
        q(answeredLate),
      ),
    ),
    wq_given_wait: time(
      ratio(
        q((totals) => totals.answeredWaitSeconds),
        q(answeredLate),
      ),
    ),
    mean_wait_given_wait: time(
      ratio(
        q((totals) => totals.answeredWaitSeconds),
        q(answeredLate),
      ),
    ),
    w_system: time(
      ratio(
        q((totals) => totals.answeredWaitSeconds + totals.talkSeconds),
        q(offered),
      ),
    ),
    wq_second_moment: times(
      ratio(
        q((totals) => totals.answeredWaitSquares),
        q((totals) => totals.answered),
      ),
      unitSeconds ** -2,
    ),
    lq: queueLength,
    l: ratio((totals) => q(waitSeconds)(totals) + busy(totals), seconds),
    w_p95: time(waitPercentiles.p95),
    p_abandon: figures.abandonRate,
    p_balk: figures.abandonRate,
    p_abandon_offered: ratio(
      q((totals) => totals.abandoned),
      q((totals) => totals.arrived),
    ),
    p_abandon_given_wait: ratio(
      q((totals) => totals.abandoned),
      q(delayed),
    ),
    p_abandon_within_T: ratio(
      q((totals) => totals.abandonedWithin),
      q(offered),
    ),
    p_wait_gt_T: ratio(
      q((totals) => offered(totals) - totals.answeredWithin - totals.abandonedWithin),
      q(offered),
    ),
    sl: serviceLevels["abandoned-miss"],
    sl_accepted: serviceLevels["abandoned-miss"],
    sl_offered: serviceLevels["abandoned-miss"],
    sl_answered: serviceLevels["answered-only"],
    sl_excl_short: serviceLevels["ignore-short"],
    sl_abn_good: serviceLevels["abandoned-hit"],
  };
}

/** A figure in another unit. */
export function times({ mean, low, high }: Figure, factor: number): Figure {
  return { mean: mean * factor, low: low * factor, high: high * factor };
}
