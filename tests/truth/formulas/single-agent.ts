/** First three moments of a service time about 0. */
export type Moments = readonly [number, number, number];

/** M/G/1 by Pollaczek and Khinchine, and Takács for the second moment of the wait. */
export function singleAgent(rate: number, [mean, second, third]: Moments) {
  const occupancy = rate * mean;
  const wait = (rate * second) / (2 * (1 - occupancy));
  const waitSquare = 2 * wait * wait + (rate * third) / (3 * (1 - occupancy));
  return {
    occupancy,
    wait,
    queueLength: rate * wait,
    timeInSystem: wait + mean,
    waitSquare,
    waitDeviation: Math.sqrt(waitSquare - wait * wait),
  };
}

export const moments = {
  constant: (mean: number): Moments => [mean, mean ** 2, mean ** 3],
  gamma: (mean: number, shape: number): Moments => [
    mean,
    mean ** 2 * (1 + 1 / shape),
    mean ** 3 * (1 + 1 / shape) * (1 + 2 / shape),
  ],
  /** By the coefficient of variation. */
  lognormal: (mean: number, cv: number): Moments => [
    mean,
    mean ** 2 * (1 + cv ** 2),
    mean ** 3 * (1 + cv ** 2) ** 3,
  ],
};

/**
 * M/M/1 whose contacts, finding the agent busy, try again at this rate each. Falin and Templeton, Retrial
 * Queues, 1997.
 */
export function singleAgentRetrials(rate: number, serviceRate: number, retryRate: number) {
  const occupancy = rate / serviceRate;
  return { occupancy, orbit: (occupancy / (1 - occupancy)) * (occupancy + rate / retryRate) };
}
