import type { Observations } from "../engine/observations.js";
import { WAIT_BINS, waitBinMiddleSeconds } from "../engine/wait-bins.js";
import type { Model } from "../model/model.js";
import type { FigureName } from "./compared-measures.js";
import { type Estimate, pooledEstimate, ratioEstimate } from "./estimate.js";
import { type Measure, QUEUE_MEASURES, TEAM_MEASURES, TOTAL_MEASURES } from "./measures.js";
import { percentileBin } from "./percentile.js";
import type { Slice } from "./slices.js";
import { SumsReader } from "./sums-reader.js";

/** A figure over all counted time, or over a slice of it. */
export interface SampledFigure extends FigureName {
  readonly slice: Slice;
}

/** Two sums of each replication. */
interface Sampled {
  readonly numerators: number[];
  readonly denominators: number[];
}

/** What a queue's percentile is made of: each replication's own, and all their waits. */
interface Waits {
  readonly own: number[];
  readonly pooled: Float64Array;
}

const PERCENTILE = /^p([0-9]{2})$/;

/**
 * Takes some figures' sums out of one model's observations, batch by batch, and keeps nothing else of them,
 * so that comparing variants needs no more memory than simulating one. Figures of mechanisms that the model
 * does not use are there too: a mix of two variants may be without what both use, and then counts nothing.
 */
export class FigureSamples {
  private readonly sums: readonly Sampled[];
  private readonly waits: readonly (Waits | undefined)[];
  /** Figures of sums by whose they are and over which slice, so that sums are added up once. */
  private readonly groups: readonly (readonly number[])[];
  private readonly reader: SumsReader;

  /** The figures must be of queues and teams that the model has; percentiles only over all counted time. */
  constructor(
    private readonly model: Model,
    private readonly wanted: readonly SampledFigure[],
  ) {
    this.sums = wanted.map(() => ({ numerators: [], denominators: [] }));
    this.waits = wanted.map(({ measure }) =>
      PERCENTILE.test(measure) ? { own: [], pooled: new Float64Array(WAIT_BINS) } : undefined,
    );
    this.groups = groupsOf(wanted);
    this.reader = new SumsReader(model);
  }

  /** Adds the next replications. */
  add(observations: readonly Observations[]): void {
    for (const observed of observations) for (const group of this.groups) this.addSums(observed, group);
    for (const [index, waits] of this.waits.entries()) {
      if (waits) this.addWaits(observations, this.wanted[index], waits);
    }
  }

  /** The estimate of each figure, in the order in which they were asked for. */
  estimates(): Estimate[] {
    return this.wanted.map(({ measure }, index) => {
      const waits = this.waits[index];
      if (!waits) return ratioEstimate(this.sums[index].numerators, this.sums[index].denominators);
      return pooledEstimate(percentileSeconds(waits.pooled, 0, measure), waits.own);
    });
  }

  private addSums(observed: Observations, group: readonly number[]): void {
    const { of, name, slice } = this.wanted[group[0]];
    const { queues, teams } = this.model.scenario;
    const { reader } = this;
    switch (of) {
      case "queue":
        this.push(group, QUEUE_MEASURES, reader.queue(observed, indexOf(queues, name), slice));
        break;
      case "team":
        this.push(group, TEAM_MEASURES, reader.teams(observed, [indexOf(teams, name)], slice));
        break;
      case "total":
        this.push(
          group,
          TOTAL_MEASURES,
          reader.total(observed, { queues: [...queues.keys()], teams: [...teams.keys()] }, slice),
        );
        break;
    }
  }

  private push<Sums>(group: readonly number[], table: readonly Measure<Sums>[], sums: Sums): void {
    for (const index of group) {
      const { measure } = this.wanted[index];
      const found = table.find(({ name }) => name === measure);
      if (found === undefined) {
        if (this.waits[index]) continue;
        throw new RangeError(`there is no measure ${measure} of sums`);
      }
      this.sums[index].numerators.push(found.numerator(sums));
      this.sums[index].denominators.push(found.denominator(sums));
    }
  }

  private addWaits(
    observations: readonly Observations[],
    { name, measure }: SampledFigure,
    into: Waits,
  ): void {
    const start = indexOf(this.model.scenario.queues, name) * WAIT_BINS;
    for (const { waitCounts } of observations) {
      into.own.push(percentileSeconds(waitCounts, start, measure));
      for (let bin = 0; bin < WAIT_BINS; bin++) into.pooled[bin] += waitCounts[start + bin];
    }
  }
}

/** Neighbours that are about the same subject and slice. */
function groupsOf(wanted: readonly SampledFigure[]): number[][] {
  const groups: number[][] = [];
  for (const [index, { of, name, slice }] of wanted.entries()) {
    const last = groups.at(-1);
    const before = last && wanted[last[0]];
    if (before && before.of === of && before.name === name && before.slice === slice) last.push(index);
    else groups.push([index]);
  }
  return groups;
}

function indexOf(named: readonly { readonly name: string }[], name: string): number {
  const index = named.findIndex((one) => one.name === name);
  if (index < 0) throw new RangeError(`there is no ${name}`);
  return index;
}

function percentileSeconds(counts: Float64Array, start: number, measure: string): number {
  const share = Number(PERCENTILE.exec(measure)?.[1]) / 100;
  const bin = percentileBin(counts, start, WAIT_BINS, share);
  return bin < 0 ? Number.NaN : waitBinMiddleSeconds(bin);
}
