import type { Observations } from "../engine/observations.js";
import { replicationsFor } from "./paired.js";
import type { Slice } from "./slices.js";
import { studentQuantile } from "./student.js";
import type { TargetReader } from "./target-reader.js";

/** How sure a one-sided bound is, 0..1. */
export const GUARANTEE_LEVEL = 0.95;

/** Whether a target holds, judged by one-sided bounds of `GUARANTEE_LEVEL`; `none` where nobody came. */
export type TargetVerdict = "holds" | "misses" | "unsure" | "none";

/** How far the target of a queue is kept in a slice. */
export interface TargetJudgement {
  readonly verdict: TargetVerdict;
  /** The least of its parts as a share of 1, and one-sided bounds; Infinity and NaN where nobody came. */
  readonly margin: number;
  readonly low: number;
  readonly high: number;
  /**
   * Replications, in all, after which it would be decided if margin and spread stay as they are; Infinity
   * above a million, NaN where one replication gives no spread or nobody came.
   */
  readonly replicationsToDecide: number;
}

/** What became of the contacts of a queue in a slice: means per replication. */
export interface TalliedContacts {
  /** The two parts of the service level. */
  readonly met: number;
  readonly counted: number;
  readonly abandoned: number;
  /** All waits together, of those answered and of those who hung up. */
  readonly waitSeconds: number;
}

// Places in a part's cell: sums over replications.
const SURPLUS = 0;
const SQUARES = 1;
const SCALE = 2;
const PART = 3;
// Places in a queue's cell, before its parts.
const CAME = 0;
const MET = 1;
const COUNTED = 2;
const ABANDONED = 3;
const WAITED = 4;
const PARTS = 5;

/**
 * By how much the targets of queues are kept in slices of time, over replications that are added one by one;
 * keeps sums and squares only. The surpluses of `TargetReader` are independent from replication to
 * replication, so that their mean has Student's t interval. Of a target by day a replication's surplus is
 * whether it was kept, less the share asked. Because a handful of contacts that all went well is no proof,
 * the variance of a share is taken for no less than that of as many contacts, or days, with independent luck
 * at the bound.
 */
export class TargetTally {
  replications = 0;
  private readonly cells: Float64Array;
  private readonly offsets: readonly number[];
  private readonly parts: readonly number[];
  private readonly width: number;

  constructor(
    private readonly reader: TargetReader,
    private readonly slices: readonly Slice[],
  ) {
    const { targets } = reader;
    this.parts = targets.map((target, queue) =>
      target?.daysShare === undefined ? reader.partsOf(queue) : 1,
    );
    const offsets: number[] = [];
    let width = 0;
    for (const parts of this.parts) {
      offsets.push(width);
      width += PARTS + parts * PART;
    }
    this.offsets = offsets;
    this.width = width;
    this.cells = new Float64Array(slices.length * width);
  }

  /** Adds the next replication; in their order, or the last bits of sums would differ. */
  add(observed: Observations): void {
    const { cells, reader } = this;
    this.replications++;
    for (const [at, slice] of this.slices.entries()) {
      for (const [queue, parts] of this.parts.entries()) {
        const came = reader.read(observed, queue, slice);
        const cell = at * this.width + this.offsets[queue];
        if (came > 0) {
          cells[cell + CAME] += came;
          cells[cell + MET] += reader.met;
          cells[cell + COUNTED] += reader.counted;
          cells[cell + ABANDONED] += reader.abandoned;
          cells[cell + WAITED] += reader.waitSeconds;
        }
        const { daysShare } = reader.targets[queue] ?? {};
        if (daysShare !== undefined) {
          if (came > 0) this.book(cell + PARTS, (reader.isMet(queue) ? 1 : 0) - daysShare, 1);
          continue;
        }
        for (let part = 0; part < parts; part++) {
          this.book(cell + PARTS + part * PART, reader.surplus[part], reader.scale[part]);
        }
      }
    }
  }

  /** By how much the target of a queue is kept in a slice: the least of its parts, as a share of 1. */
  margin(slice: number, queue: number): number {
    const { cells } = this;
    const cell = slice * this.width + this.offsets[queue];
    if (cells[cell + CAME] === 0) return Number.POSITIVE_INFINITY;
    let least = Number.POSITIVE_INFINITY;
    for (let part = 0; part < this.parts[queue]; part++) {
      least = Math.min(least, this.partMargin(cell, queue, part));
    }
    return least;
  }

  /** The same with its bounds; `among`: of so many judgements each is to be as sure as all together. */
  judge(slice: number, queue: number, among = 1): TargetJudgement {
    const { cells, replications } = this;
    const cell = slice * this.width + this.offsets[queue];
    const margin = this.margin(slice, queue);
    const unknown = { margin, low: Number.NaN, high: Number.NaN, replicationsToDecide: Number.NaN };
    if (cells[cell + CAME] === 0 || this.parts[queue] === 0) return { verdict: "none", ...unknown };
    if (replications < 2) return { verdict: "unsure", ...unknown };
    // All parts must hold, each by itself surely; which one is missed is chosen by looking at all.
    const level = (1 - GUARANTEE_LEVEL) / among;
    const holding = studentQuantile(1 - level, replications - 1);
    const missing = studentQuantile(1 - level / this.parts[queue], replications - 1);
    let low = Number.POSITIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    let toHold = 0;
    let toMiss = Number.POSITIVE_INFINITY;
    for (let part = 0; part < this.parts[queue]; part++) {
      const place = cell + PARTS + part * PART;
      const scale = cells[place + SCALE] / replications;
      const one = this.partMargin(cell, queue, part);
      if (scale === 0) {
        if (one < 0) low = Math.min(low, one);
        continue;
      }
      const variance = this.varianceOf(place, queue, part);
      const error = Math.sqrt(variance / replications) / scale;
      low = Math.min(low, one - holding * error);
      high = Math.min(high, one + missing * error);
      const spread = { count: replications, variance: variance / (scale * scale) };
      const share = one < 0 ? level / this.parts[queue] : level;
      const needed = replicationsFor(spread, 2 * share, Math.abs(one));
      if (one < 0) toMiss = Math.min(toMiss, needed);
      else toHold = Math.max(toHold, needed);
    }
    const verdict = low >= 0 ? "holds" : high < 0 ? "misses" : "unsure";
    const decide = margin < 0 ? toMiss : toHold;
    return { verdict, margin, low, high, replicationsToDecide: Math.max(decide, replications + 1) };
  }

  /** What became of the contacts of a queue in a slice. */
  contacts(slice: number, queue: number): TalliedContacts {
    const cell = slice * this.width + this.offsets[queue];
    const mean = (place: number) => this.cells[cell + place] / this.replications;
    return {
      met: mean(MET),
      counted: mean(COUNTED),
      abandoned: mean(ABANDONED),
      waitSeconds: mean(WAITED),
    };
  }

  private book(place: number, surplus: number, scale: number): void {
    this.cells[place + SURPLUS] += surplus;
    this.cells[place + SQUARES] += surplus * surplus;
    this.cells[place + SCALE] += scale;
  }

  private partMargin(cell: number, queue: number, part: number): number {
    const { cells, reader } = this;
    const place = cell + PARTS + part * PART;
    if (cells[place + SCALE] > 0) return cells[place + SURPLUS] / cells[place + SCALE];
    // Where all hang up too soon to count nobody was served badly; but who answers nobody is not quick.
    return reader.isSpeed(queue, part) ? -1 : Number.POSITIVE_INFINITY;
  }

  /** Of a replication's surplus. */
  private varianceOf(place: number, queue: number, part: number): number {
    const { cells, replications } = this;
    const sum = cells[place + SURPLUS];
    const squares = cells[place + SQUARES] - (sum * sum) / replications;
    const { daysShare } = this.reader.targets[queue] ?? {};
    const share = daysShare ?? this.reader.shareOf(queue, part);
    const least = share === undefined ? 0 : (share * (1 - share) * cells[place + SCALE]) / replications;
    return Math.max(0, squares / (replications - 1), least);
  }
}
