import type { Trace } from "../../../src/engine/trace.js";
import { ratioFigure } from "../../../src/statistics/ratio.js";
import type { OracleCase } from "../oracle-cases.js";
import { type Claim, claimsOf, type Simulated } from "./claims.js";
import { Simulation } from "./simulation.js";
import { offered, steadyFigures, times } from "./steady-figures.js";
import { exponential, steadyScenario } from "./steady-scenario.js";

const MINUTE_SECONDS = 60;

/** Three callers in four who hang up call again, as often as it takes. */
const redials = ({ id, input, expected }: OracleCase, stretch: number): Claim[] => {
  const { calls_per_min, aht_min, patience_min, agents, redial_prob, redial_mean_min } = input;
  const simulation = new Simulation(
    steadyScenario(
      [
        {
          ratePerSecond: calls_per_min / MINUTE_SECONDS,
          talk: exponential(aht_min * MINUTE_SECONDS * stretch),
          patience: exponential(patience_min * MINUTE_SECONDS),
          redial: { chance: redial_prob, after: exponential(redial_mean_min * MINUTE_SECONDS) },
        },
      ],
      { warmupSeconds: 15 * redial_mean_min * MINUTE_SECONDS, teams: [{ agents }], seed: id },
    ),
  );
  const figures = steadyFigures(simulation, 0, MINUTE_SECONDS);
  const attempts = simulation.ratio(
    ({ queues: [queue] }) => queue.arrived,
    ({ seconds }) => seconds / MINUTE_SECONDS,
  );
  const redialled = simulation.ratio(
    ({ queues: [queue] }) => queue.redialled,
    ({ seconds }) => seconds / MINUTE_SECONDS,
  );
  return claimsOf(expected, {
    ...simulation,
    figures: {
      total_attempt_rate: attempts,
      redial_share: simulation.ratio(
        ({ queues: [queue] }) => queue.redialled,
        ({ queues: [queue] }) => queue.arrived,
      ),
      // Little's law: those between two attempts, at the rate of redials and for the mean time to one.
      mean_orbit: times(redialled, redial_mean_min),
      lq: figures.lq,
      p_abandon_per_attempt: figures.p_abandon,
      frac_callers_lost: simulation.ratio(
        ({ queues: [queue] }) => queue.abandoned - queue.redialled,
        ({ queues: [queue] }) => offered(queue) - queue.redialled,
      ),
      mean_wait_per_attempt: figures.mean_wait_all,
      occupancy: figures.occupancy,
    },
    unseen: ["truncation_mass"],
  });
};

/** Of counted time in one replication: callers between two attempts, and first calls with what they met. */
interface Orbit {
  seconds: number;
  firstCalls: number;
  firstBlocked: number;
}

/** Follows who waits to call again; a redial is announced before it arrives. */
function watchOrbit(orbit: Orbit, fromSeconds: number, toSeconds: number): Trace {
  let waiting = 0;
  let since = 0;
  let again = false;
  const change = (by: number, now: number) => {
    const counted = Math.min(now, toSeconds) - Math.max(since, fromSeconds);
    if (counted > 0) orbit.seconds += waiting * counted;
    waiting += by;
    since = now;
  };
  return (seconds, event) => {
    if (event === "redials") change(-1, seconds);
    if (event === "blocked") change(1, seconds);
    if (!again && seconds >= fromSeconds) {
      if (event === "arrives") orbit.firstCalls++;
      if (event === "blocked") orbit.firstBlocked++;
    }
    if (event === "redials") again = true;
    else if (event !== "arrives") again = false;
  };
}

/** One line, one agent: whoever meets a busy signal tries again until it is free. */
const untilFree = ({ id, input, expected }: OracleCase, stretch: number): Claim[] => {
  const unitSeconds = 10;
  const { lam, mu, nu, agents } = input;
  const scenario = steadyScenario(
    [
      {
        ratePerSecond: lam / unitSeconds,
        talk: exponential((unitSeconds / mu) * stretch),
        lines: agents,
        redial: { chance: 1, after: exponential(unitSeconds / nu) },
      },
    ],
    { warmupSeconds: 1000 * unitSeconds, teams: [{ agents }], seed: id },
  );
  const { warmupSeconds, horizonSeconds } = scenario.calendar;
  const orbits: Orbit[] = [];
  const simulation = new Simulation(scenario, (replication) => {
    orbits[replication] = { seconds: 0, firstCalls: 0, firstBlocked: 0 };
    return watchOrbit(orbits[replication], warmupSeconds, horizonSeconds);
  });
  const counted = orbits.map(() => horizonSeconds - warmupSeconds);
  const orbit = ratioFigure(
    orbits.map(({ seconds }) => seconds),
    counted,
  );
  return claimsOf(expected, {
    ...simulation,
    figures: {
      p_blocked: ratioFigure(
        orbits.map(({ firstBlocked }) => firstBlocked),
        orbits.map(({ firstCalls }) => firstCalls),
      ),
      mean_orbit: orbit,
      closed_form_mean_orbit: orbit,
      mean_busy: simulation.ratio(
        ({ teams: [team] }) => team.busySeconds,
        ({ seconds }) => seconds,
      ),
    },
    unseen: ["truncation_mass"],
  });
};

/** Callers who try again. */
export const redialCases: Readonly<Record<string, Simulated>> = {
  "CF:REDIAL-A2": redials,
  "CF:RETRIAL-1": untilFree,
};
