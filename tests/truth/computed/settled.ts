import type { Distribution } from "../../../src/random/distribution.js";
import type { Figure } from "../../../src/statistics/summary.js";
import { buildScenario, type QueuePart, type ScenarioParts } from "../../build-scenario.js";
import { Simulation } from "../simulated/simulation.js";
import { steadyFigures } from "../simulated/steady-figures.js";

/** In all replications of a case; a replication is a day after the centre has settled. */
const CONTACTS = 200_000;
const LEAST_REPLICATIONS = 30;
const MOST_REPLICATIONS = 80;

/** A queue at a constant rate, by the hour; hang-ups count as missed. */
export interface SettledQueue extends Omit<QueuePart, "perHour" | "handle" | "arrivals"> {
  readonly perHour: number;
  readonly talk: Distribution;
  readonly withinSeconds?: number;
}

/** Simulates a centre that is always open, after so long a warm-up. */
export function settled(
  queues: readonly SettledQueue[],
  parts: Omit<ScenarioParts, "queues"> & { readonly warmupSeconds: number; readonly seed: string },
): Simulation {
  const { seed, warmupSeconds, ...rest } = parts;
  const perDay = 24 * queues.reduce((sum, { perHour }) => sum + perHour, 0);
  const replications = Math.max(
    LEAST_REPLICATIONS,
    Math.min(MOST_REPLICATIONS, Math.round(CONTACTS / perDay)),
  );
  return new Simulation(
    buildScenario({
      days: 1,
      intervalSeconds: 3600,
      run: { seed, replications },
      warmupSeconds: Math.ceil(warmupSeconds),
      ...rest,
      queues: queues.map(({ perHour, talk, withinSeconds = 20, ...queue }) => ({
        perHour,
        handle: { talk },
        serviceLevel: { withinSeconds, counting: "abandoned-miss", underSeconds: 5 },
        ...queue,
      })),
    }),
  );
}

/** Time in which a line of patient callers forgets that it began empty: some relaxation times. */
export function settlingSeconds(loadErlangs: number, agents: number, handleSeconds: number): number {
  const relaxation = handleSeconds / agents / (1 - Math.sqrt(loadErlangs / agents)) ** 2;
  return 10 * handleSeconds + 8 * relaxation;
}

/** Figures of every queue and team: `name, q0` and `occupancy, t0`. */
export function figuresOfAll(simulation: Simulation): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  const { queues, teams } = simulation.scenario;
  for (const queue of queues.keys()) {
    for (const [name, figure] of Object.entries(steadyFigures(simulation, queue))) {
      figures[`${name}, q${queue}`] = figure;
    }
    type OfQueue = (one: (typeof simulation.samples)[number]["queues"][number]) => number;
    const share = (of: OfQueue) =>
      simulation.ratio(
        (totals) => of(totals.queues[queue]),
        (totals) => totals.queues[queue].arrived,
      );
    figures[`redial_share, q${queue}`] = share(({ redialled }) => redialled);
    figures[`overflowed, q${queue}`] = share(({ overflowed }) => overflowed);
  }
  for (const team of teams.keys()) {
    figures[`occupancy, t${team}`] = simulation.ratio(
      (totals) => totals.teams[team].busySeconds,
      (totals) => totals.teams[team].busySeconds + totals.teams[team].idleSeconds,
    );
  }
  return figures;
}

/** A round handle time with which a load makes some 5,000 contacts a day. */
export function suitableHandleSeconds(loadErlangs: number): number {
  const seconds = Math.min(300, Math.max(8, 17 * loadErlangs));
  return seconds < 30 ? Math.round(seconds) : 10 * Math.round(seconds / 10);
}
