import type { Distribution } from "../../../src/random/distribution.js";
import { lognormalFromMean } from "../../../src/random/distribution.js";
import { claimsOf, type Simulated } from "./claims.js";
import { Simulation } from "./simulation.js";
import { steadyFigures } from "./steady-figures.js";
import { exponential, steadyScenario } from "./steady-scenario.js";

/** As many lines as agents; `talk` of the given mean, for the answer does not depend on the rest of it. */
const noWaiting =
  (talk: (meanSeconds: number) => Distribution): Simulated =>
  ({ id, input, expected }, stretch) => {
    const unitSeconds = 300;
    const lines = input.servers;
    const simulation = new Simulation(
      steadyScenario(
        [{ ratePerSecond: input.offered_load / unitSeconds, talk: talk(unitSeconds * stretch), lines }],
        { warmupSeconds: 40 * unitSeconds, teams: [{ agents: input.servers }], seed: id },
      ),
    );
    return claimsOf(expected, { ...simulation, figures: steadyFigures(simulation) });
  };

/**
 * Room to wait, perhaps hang-ups; K counts those in service too. Service level of all who called counts the
 * blocked.
 */
const room: Simulated = ({ id, input, expected }, stretch) => {
  const unitSeconds = 60;
  const { lam, mu, theta, agents, K, T = 0 } = input;
  const simulate = (countBlocked: boolean) =>
    new Simulation(
      steadyScenario(
        [
          {
            ratePerSecond: lam / unitSeconds,
            talk: exponential((unitSeconds / mu) * stretch),
            lines: K,
            countBlocked,
            withinSeconds: T * unitSeconds,
            ...(theta && { patience: exponential(unitSeconds / theta) }),
          },
        ],
        { warmupSeconds: (40 * unitSeconds) / mu, teams: [{ agents }], seed: id, contacts: 1e6 },
      ),
    );
  const simulation = simulate(false);
  const { serviceLevels } = simulate(true).summary.queues[0];
  const figures = steadyFigures(simulation, 0, unitSeconds);
  return claimsOf(expected, {
    ...simulation,
    figures: { ...figures, sl_offered: serviceLevels["abandoned-miss"] },
  });
};

/** Centres with few lines. */
export const finiteLineCases: Readonly<Record<string, Simulated>> = {
  "CF:EB-1-2": noWaiting((seconds) => ({ kind: "constant", seconds })),
  "CF:EB-10-17": noWaiting((meanSeconds) => lognormalFromMean(meanSeconds, 1.5)),
  "CF:EB-123-132": noWaiting(exponential),
  "CF:MMCK-12-17": room,
  "CF:MMCKM-10-25": room,
};
