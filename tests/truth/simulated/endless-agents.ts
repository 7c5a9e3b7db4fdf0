import type { Trace } from "../../../src/engine/trace.js";
import { ratioFigure } from "../../../src/statistics/ratio.js";
import { buildScenario } from "../../build-scenario.js";
import { meanBusy, type Stretch } from "../formulas/endless-agents.js";
import { claimsOf, type Simulated } from "./claims.js";
import { Simulation } from "./simulation.js";
import { exponential } from "./steady-scenario.js";

const DAYS = 150;
const DAY_SECONDS = 86_400;
const QUARTER_SECONDS = 900;
/** Nobody ever waits: thrice the most that are ever busy on average. */
const AGENTS = 100;

/** Counts busy agents at these minutes of every day: sums and sums of squares, by minute. */
function watchBusy(minutes: readonly number[], sums: number[], squares: number[]): Trace {
  const moments = Array.from({ length: DAYS }, (_, day) =>
    minutes.map((minute) => day * DAY_SECONDS + 60 * minute),
  ).flat();
  let busy = 0;
  let next = 0;
  return (seconds, event) => {
    for (; next < moments.length && moments[next] <= seconds; next++) {
      sums[next % minutes.length] += busy;
      squares[next % minutes.length] += busy * busy;
    }
    if (event === "answered") busy++;
    if (event === "ends") busy--;
  };
}

/** Agents busy on average in each quarter of an hour from `from` minutes on, by Simpson's rule. */
function meanBusyOfQuarter(stretches: readonly Stretch[], meanService: number, from: number): number {
  const steps = 200;
  let sum = 0;
  for (let step = 0; step <= steps; step++) {
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    sum += weight * meanBusy(stretches, meanService, from + (15 * step) / steps);
  }
  return sum / (3 * steps);
}

/** More agents than can ever be busy, rates by the hour, every day from empty. */
export const endlessAgentsCases: Readonly<Record<string, Simulated>> = {
  "CF:MTMINF": ({ id, input, expected }, stretch) => {
    const stretches: Stretch[] = input.segments_min_rate;
    const times: number[] = input.times;
    const steps: { fromSeconds: number; toSeconds: number; contacts: number }[] = [];
    for (let day = 0; day < DAYS; day++) {
      let fromSeconds = day * DAY_SECONDS;
      for (const [minutes, perMinute] of stretches) {
        const toSeconds = fromSeconds + 60 * minutes;
        steps.push({ fromSeconds, toSeconds, contacts: minutes * perMinute });
        fromSeconds = toSeconds;
      }
    }
    const scenario = buildScenario({
      days: DAYS,
      intervalSeconds: QUARTER_SECONDS,
      run: { seed: id, replications: 40 },
      queues: [
        {
          arrivals: { kind: "table", factor: 1, events: [], steps },
          handle: { talk: exponential(60 * input.mean_service * stretch) },
        },
      ],
      teams: [{ agents: AGENTS }],
    });
    const sums: number[][] = [];
    const squares: number[][] = [];
    const simulation = new Simulation(scenario, (replication) => {
      sums[replication] = times.map(() => 0);
      squares[replication] = times.map(() => 0);
      return watchBusy(times, sums[replication], squares[replication]);
    });
    const ofDays = sums.map(() => DAYS);
    const atMoments = times.flatMap((_, index) => {
      const mean: number = expected.mean_busy[index];
      const counted = sums.map((one) => one[index]);
      // Of a Poisson number the variance, about a mean that is known, is that mean.
      const spread = squares.map((one, k) => one[index] - 2 * mean * counted[k] + DAYS * mean * mean);
      return claimsOf(
        { [`mean at ${times[index]}`]: mean, [`variance at ${times[index]}`]: mean },
        {
          ...simulation,
          figures: {
            [`mean at ${times[index]}`]: ratioFigure(counted, ofDays),
            [`variance at ${times[index]}`]: ratioFigure(spread, ofDays),
          },
        },
      );
    });
    const quarters = Array.from({ length: 16 }, (_, index) => 15 * index).flatMap((minute) => {
      const name = `mean of the quarter from ${minute}`;
      const samples = simulation.between(60 * minute, 60 * minute + QUARTER_SECONDS);
      const figure = ratioFigure(
        samples.map(({ teams: [team] }) => team.busySeconds),
        samples.map(({ seconds }) => seconds),
      );
      const truth = meanBusyOfQuarter(stretches, input.mean_service, minute);
      return claimsOf({ [name]: truth }, { samples, figures: { [name]: figure } });
    });
    return [...atMoments, ...quarters];
  },
};
