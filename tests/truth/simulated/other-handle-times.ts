import { type Distribution, lognormalFromMean } from "../../../src/random/distribution.js";
import type { Figure } from "../../../src/statistics/summary.js";
import { claimsOf, type Simulated } from "./claims.js";
import { Simulation } from "./simulation.js";
import { steadyFigures } from "./steady-figures.js";
import { steadyScenario } from "./steady-scenario.js";

interface Point {
  readonly id: string;
  readonly lam: number;
  readonly agents: number;
  readonly talk: Distribution;
  /** The cases have no unit of time. */
  readonly unitSeconds: number;
}

function settled({ id, lam, agents, talk, unitSeconds }: Point, within: number): Simulation {
  return new Simulation(
    steadyScenario([{ ratePerSecond: lam / unitSeconds, talk, withinSeconds: within * unitSeconds }], {
      warmupSeconds: (SETTLED_UNITS * unitSeconds) / agents,
      teams: [{ agents }],
      seed: `${id} ${within}`,
    }),
  );
}

/** A dozen relaxation times of the slowest, one agent nine parts in ten busy. */
const SETTLED_UNITS = 5000;

/** Standard deviation of waits from their mean and square, its interval as the delta method has it. */
function deviation(simulation: Simulation, unitSeconds: number): Figure {
  const sums = simulation.samples.map(({ queues: [queue] }) => queue);
  const count = sums.reduce((sum, { answered }) => sum + answered, 0);
  const mean = sums.reduce((sum, { answeredWaitSeconds }) => sum + answeredWaitSeconds, 0) / count;
  const spread = (queue: (typeof sums)[number]) =>
    queue.answeredWaitSquares - 2 * mean * queue.answeredWaitSeconds + mean * mean * queue.answered;
  const variance = simulation.ratio(
    ({ queues: [queue] }) => spread(queue),
    ({ queues: [queue] }) => queue.answered,
  );
  const sd = Math.sqrt(variance.mean) / unitSeconds;
  const half = ((variance.high - variance.low) / 2 / variance.mean / 2) * sd;
  return { mean: sd, low: sd - half, high: sd + half };
}

/** One agent, or as many as the case has. */
const handled =
  (talk: (meanSeconds: number) => Distribution): Simulated =>
  ({ id, input, expected }, stretch) => {
    const { lam, agents = 1, T = 0, D: meanUnits = 1 } = input;
    const unitSeconds = 10 * agents;
    const point = { id, lam, agents, talk: talk(meanUnits * unitSeconds * stretch), unitSeconds };
    const simulation = settled(point, T);
    const figures = {
      ...steadyFigures(simulation, 0, unitSeconds),
      wq_sd: deviation(simulation, unitSeconds),
    };
    const within = (units: number) => settled(point, units).summary.queues[0].serviceLevels["abandoned-miss"];
    return claimsOf(expected, {
      ...simulation,
      figures: {
        ...figures,
        ...(expected.p_wait_le_1 && { p_wait_le_1: within(1), p_wait_le_5: within(5) }),
      },
      unseen: ["truncation_mass"],
    });
  };

const constant = (seconds: number): Distribution => ({ kind: "constant", seconds });
const twoStages = (meanSeconds: number): Distribution => ({ kind: "erlang", meanSeconds, stages: 2 });

/** Handle times that are not exponential, and one agent. */
export const otherHandleCases: Readonly<Record<string, Simulated>> = {
  "CF:MG1-exp": handled((meanSeconds) => ({ kind: "exponential", meanSeconds })),
  "CF:MD1-0.9": handled(constant),
  "CF:MG1-lognormal": handled((meanSeconds) => lognormalFromMean(meanSeconds, 1)),
  "CF:MG1-gamma": handled((meanSeconds) => ({ kind: "gamma", meanSeconds, cv: Math.SQRT1_2 })),
  "CF:MDC-4.5-5": handled(constant),
  "CF:MDC-18-20": handled(constant),
  "CF:ME2C-5": handled(twoStages),
};
