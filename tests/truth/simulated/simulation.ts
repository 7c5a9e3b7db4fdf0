import { CREW_FIELDS, type Observations, QUEUE_FIELDS } from "../../../src/engine/observations.js";
import { simulate } from "../../../src/engine/simulate.js";
import type { Trace } from "../../../src/engine/trace.js";
import { WAIT_BINS, waitBinMiddleSeconds } from "../../../src/engine/wait-bins.js";
import { compile, type Model } from "../../../src/model/model.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { ratioFigure } from "../../../src/statistics/ratio.js";
import { summarise } from "../../../src/statistics/summarise.js";
import type { Figure, Summary } from "../../../src/statistics/summary.js";

/** What a queue's contacts came to, by the names of QUEUE_FIELDS. */
export type QueueSums = Record<(typeof QUEUE_FIELDS)[number], number>;

/** The same of a whole replication, and two figures from the bins of its waits. */
export type QueueTotals = QueueSums & {
  /**
   * Answered without a wait: in less than half a millisecond, which the exact answers put at a share below
   * 1e-5.
   */
  readonly atOnce: number;
  /** Sum of the squared waits of the answered. */
  readonly answeredWaitSquares: number;
};

/** What a team's agents did, by the names of CREW_FIELDS. */
export type TeamTotals = Record<(typeof CREW_FIELDS)[number], number>;

/** Of some counted time of one replication. */
export interface Totals<Of = QueueSums> {
  readonly queues: readonly Of[];
  readonly teams: readonly TeamTotals[];
  readonly seconds: number;
}

type OfReplication = (totals: Totals<QueueTotals>) => number;

/** Replications of a scenario at a fixed seed, what the product says about them, and their sums. */
export class Simulation {
  readonly model: Model;
  readonly observations: readonly Observations[];
  readonly summary: Summary;
  readonly samples: readonly Totals<QueueTotals>[];

  constructor(
    readonly scenario: Scenario,
    trace?: (replication: number) => Trace,
  ) {
    const { seed, replications } = scenario.run;
    this.model = compile(scenario);
    this.observations = Array.from({ length: replications }, (_, index) =>
      simulate(this.model, seed, index + 1, trace?.(index)),
    );
    const about = { seed, version: "test" };
    const detail = { intervals: false, weekdayIntervals: false };
    this.summary = summarise(this.model, this.observations, about, detail);
    const intervals = [...scenario.calendar.intervals.keys()];
    this.samples = this.observations.map((observed) => {
      const { queues, ...rest } = this.totals(observed, intervals);
      return {
        ...rest,
        queues: queues.map((sums, queue) => ({ ...sums, ...ofWaits(observed.waitCounts, queue) })),
      };
    });
  }

  /** A ratio of sums over replications, with its interval by the delta method. */
  ratio(above: OfReplication, below: OfReplication): Figure {
    return ratioFigure(this.samples.map(above), this.samples.map(below));
  }

  /** By replication, the sums of those of each day's intervals that begin between two clock times. */
  between(fromClockSeconds: number, toClockSeconds: number): Totals[] {
    const { intervals } = this.scenario.calendar;
    const chosen = [...intervals.keys()].filter((index) => {
      const { clockSeconds } = intervals[index];
      return clockSeconds >= fromClockSeconds && clockSeconds < toClockSeconds;
    });
    return this.observations.map((observed) => this.totals(observed, chosen));
  }

  /** Every day of every replication by itself. */
  days(): Totals[] {
    const { intervals } = this.scenario.calendar;
    const byDay = new Map<number, number[]>();
    for (const [index, { day }] of intervals.entries()) {
      byDay.set(day, [...(byDay.get(day) ?? []), index]);
    }
    return this.observations.flatMap((observed) =>
      [...byDay.values()].map((chosen) => this.totals(observed, chosen)),
    );
  }

  private totals(observed: Observations, intervals: readonly number[]): Totals {
    const { queues, teams, calendar } = this.scenario;
    const width = observed.intervals + 1;
    const cellsOf = (row: number) => intervals.map((interval) => row * width + interval);
    return {
      queues: queues.map((_, queue) => sumsOf(QUEUE_FIELDS, observed.queueCells, cellsOf(queue))),
      teams: teams.map((_, team) =>
        sumsOf(
          CREW_FIELDS,
          observed.crewCells,
          [...this.model.crews.teams.keys()]
            .filter((crew) => this.model.crews.teams[crew] === team)
            .flatMap(cellsOf),
        ),
      ),
      seconds: intervals.reduce((sum, index) => sum + calendar.intervals[index].lengthSeconds, 0),
    };
  }
}

function sumsOf<Name extends string>(
  names: readonly Name[],
  values: Float64Array,
  cells: readonly number[],
): Record<Name, number> {
  const sums = names.map((_, field) =>
    cells.reduce((sum, cell) => sum + values[cell * names.length + field], 0),
  );
  return Object.fromEntries(names.map((name, field) => [name, sums[field]])) as Record<Name, number>;
}

function ofWaits(waitCounts: Float64Array, queue: number) {
  let answeredWaitSquares = 0;
  for (let bin = 0; bin < WAIT_BINS; bin++) {
    const count = waitCounts[queue * WAIT_BINS + bin];
    if (count > 0) answeredWaitSquares += count * waitBinMiddleSeconds(bin) ** 2;
  }
  return { atOnce: waitCounts[queue * WAIT_BINS], answeredWaitSquares };
}
