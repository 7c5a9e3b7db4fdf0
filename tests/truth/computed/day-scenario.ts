import type { Distribution } from "../../../src/random/distribution.js";
import { ratioFigure } from "../../../src/statistics/ratio.js";
import type { Figure } from "../../../src/statistics/summary.js";
import { buildScenario, type ScenarioParts, type TeamPart } from "../../build-scenario.js";
import { Simulation, type Totals } from "../simulated/simulation.js";

export const HOUR = 3600;
const DAY = 24 * HOUR;

/** Days that all begin and end empty. */
export interface Days {
  /** From so many seconds after midnight on, contacts an hour, hour by hour. */
  readonly fromSeconds: number;
  readonly perHour: readonly number[];
  readonly talk: Distribution;
  readonly patience?: Distribution;
  readonly lines?: number;
  readonly busynessCv?: number;
  readonly withinSeconds: number;
  readonly team: TeamPart;
  readonly shifts?: ScenarioParts["shifts"];
  /** Whether the centre is open in those hours only; else always. */
  readonly closes?: boolean;
  /** Days in all replications together. */
  readonly days: number;
  readonly seed: string;
  readonly intervalSeconds?: 900 | 3600;
}

const REPLICATIONS = 50;

/** Simulates the days, as many a replication. */
export function simulateDays(of: Days): Simulation {
  const {
    fromSeconds,
    perHour,
    talk,
    patience,
    lines,
    busynessCv,
    withinSeconds,
    team,
    shifts,
    seed,
    closes,
    intervalSeconds = 3600,
  } = of;
  const days = Math.max(1, Math.round(of.days / REPLICATIONS));
  const steps = [...Array(days).keys()].flatMap((day) =>
    perHour.map((contacts, hour) => ({
      fromSeconds: day * DAY + fromSeconds + hour * HOUR,
      toSeconds: day * DAY + fromSeconds + (hour + 1) * HOUR,
      contacts,
    })),
  );
  return new Simulation(
    buildScenario({
      days,
      intervalSeconds,
      run: { seed, replications: REPLICATIONS },
      queues: [
        {
          arrivals: {
            kind: "table",
            factor: 1,
            events: [],
            steps,
            ...(busynessCv !== undefined && { busynessCv }),
          },
          handle: { talk },
          ...(patience && { patience }),
          ...(lines !== undefined && { lines }),
          serviceLevel: { withinSeconds, counting: "abandoned-miss", underSeconds: 5 },
        },
      ],
      teams: [team],
      ...(shifts && { shifts }),
      ...(closes && {
        open: [...Array(days).keys()].map((day) => ({
          fromSeconds: day * DAY + fromSeconds,
          toSeconds: day * DAY + fromSeconds + perHour.length * HOUR,
        })),
      }),
    }),
  );
}

/** The team's table: so many agents in each hour of every day, none before and after. */
export function hourlyStaff(fromSeconds: number, agents: readonly number[], days: number): TeamPart {
  const steps = [...Array(days).keys()].flatMap((day) =>
    agents.map((count, hour) => ({
      fromSeconds: day * DAY + fromSeconds + hour * HOUR,
      toSeconds: day * DAY + fromSeconds + (hour + 1) * HOUR,
      agents: count,
    })),
  );
  return { staffing: { kind: "table", steps } };
}

/** A ratio of sums over the samples. */
export function ratioOf(
  samples: readonly Totals[],
  above: (totals: Totals) => number,
  below: (totals: Totals) => number,
): Figure {
  return ratioFigure(samples.map(above), samples.map(below));
}

/** A figure a day. */
export function daily(simulation: Simulation, of: (totals: Totals) => number): Figure {
  return simulation.ratio(of, ({ seconds }) => seconds / DAY);
}
