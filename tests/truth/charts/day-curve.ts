import { HOUR, hourlyStaff, ratioOf, simulateDays } from "../computed/day-scenario.js";
import { standardError } from "../simulated/claims.js";
import { exponential } from "../simulated/steady-scenario.js";
import { answeredBy } from "../theory/birth-death.js";
import { followDay, type Passed } from "../theory/day.js";

const FROM = 8 * HOUR;
const DAY = {
  perHour: [90, 120, 210, 150, 90, 130, 170, 110],
  agents: 12,
  handleSeconds: 240,
  patienceSeconds: 300,
  withinSeconds: 20,
  days: 3000,
};
const QUARTER = 900;

/** A day hour by hour: the share of those who arrive at a moment that is answered in time. */
export interface DayCurve extends Readonly<typeof DAY> {
  readonly fromClock: number;
  readonly exact: readonly (readonly [seconds: number, answered: number])[];
  readonly simulated: readonly {
    readonly fromSeconds: number;
    readonly answered: readonly [reached: number, standardError: number];
  }[];
  readonly worstScore: number;
}

const short = (value: number) => Number(value.toPrecision(6));

/** Of those who arrive to these states, the share answered in time. */
function answeredInTime({ chain }: Passed, shares: ArrayLike<number>): number {
  let soon = 0;
  const joining: number[] = [];
  for (const [place, [busy, waiting]] of chain.states.entries()) {
    if (busy < DAY.agents) soon += shares[place];
    else joining[waiting] = (joining[waiting] ?? 0) + shares[place];
  }
  const drain = DAY.agents / DAY.handleSeconds;
  const line = Array.from(joining, (share) => share ?? 0);
  return soon + answeredBy(drain, 1 / DAY.patienceSeconds, line, DAY.withinSeconds).answered;
}

/** M_t/M/c+M, a peak above capacity in it, by uniformization minute by minute and simulated. */
export function followDayOfCharts(): DayCurve {
  const { perHour, agents, handleSeconds, patienceSeconds, withinSeconds, days } = DAY;
  const minutes = perHour.length * 60;
  const passed = followDay({
    handleSeconds,
    patienceSeconds,
    longest: 150,
    stretches: Array.from({ length: minutes }, (_, minute) => ({
      seconds: 60,
      ratePerSecond: perHour[Math.floor(minute / 60)] / HOUR,
      agents,
    })),
  });
  const exact = passed.map((one, minute) => [60 * (minute + 1), answeredInTime(one, one.atEnd)] as const);
  const simulation = simulateDays({
    fromSeconds: FROM,
    perHour: [...perHour, 0, 0],
    talk: exponential(handleSeconds),
    patience: exponential(patienceSeconds),
    withinSeconds,
    team: hourlyStaff(
      FROM,
      [...perHour, 0, 0].map(() => agents),
      days / 50,
    ),
    days,
    seed: "day curve",
    intervalSeconds: QUARTER,
  });
  let worst = 0;
  const simulated = Array.from({ length: minutes / 15 }, (_, quarter) => {
    const fromSeconds = quarter * QUARTER;
    const samples = simulation.between(FROM + fromSeconds, FROM + fromSeconds + QUARTER);
    const figure = ratioOf(
      samples,
      ({ queues: [queue] }) => queue.answeredWithin,
      ({ queues: [queue] }) => queue.arrived,
    );
    const error = standardError(figure, samples.length);
    // A quarter's truth is the mean over its minutes' times in every state.
    const own = passed.slice(15 * quarter, 15 * (quarter + 1));
    const truth =
      own.reduce(
        (sum, one) =>
          sum +
          answeredInTime(
            one,
            one.spent.map((time) => time / 60),
          ),
        0,
      ) / 15;
    worst = Math.max(worst, Math.abs(figure.mean - truth) / error);
    return { fromSeconds, answered: [short(figure.mean), short(error)] as const };
  });
  return {
    ...DAY,
    fromClock: FROM,
    exact: [[0, 1], ...exact.map(([seconds, answered]) => [seconds, short(answered)] as const)],
    simulated,
    worstScore: short(worst),
  };
}
