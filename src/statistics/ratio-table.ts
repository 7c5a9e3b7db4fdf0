import { type ControlFit, type ControlMoments, dot } from "./control-fit.js";
import type { Measure } from "./measures.js";
import { NO_FIGURE } from "./ratio.js";
import { studentQuantile } from "./student.js";
import type { Figure, Figures } from "./summary.js";

/** The part of a figure's sums that an island has, and what adjusts it. */
export interface AdjustedPart {
  readonly fit: ControlFit;
  /** Where that island's own sums are; those of the figure itself where all of it is the island's. */
  readonly table: RatioTable<never>;
  readonly row: number;
}

/** What figures are adjusted by; without parts they are as observed. */
export interface Adjustment {
  readonly moments: ControlMoments;
  readonly parts: readonly AdjustedPart[];
}

// Places in a cell. Sums of numerators N and denominators D; then, so that a variance loses no digits,
// deviations from the first replication: d of the denominator, e of the numerator from its ratio.
const N = 0;
const D = 1;
const RATIO = 2;
const FIRST = 3;
const E = 4;
const SHIFTED = 5;
const EE = 6;
const ED = 7;
const DD = 8;
/** Replications in which something was observed: the denominator was not 0. */
const SEEN = 9;
/** From here on for each control its sum of products with e, then that with d. */
const CONTROLLED = 10;

/**
 * Measures of some subjects, each in a row, over replications that are added one by one: ratios of totals
 * with 95 % intervals by the delta method, as `ratioFigure` has them. Keeps sums, squares and products only,
 * so it does not grow with the replications.
 */
export class RatioTable<Of> {
  private readonly cells: Float64Array;
  private readonly width: number;
  private count = 0;

  /** `controls`: how many control variates each replication has; figures adjust by them later. */
  constructor(
    private readonly measures: readonly Measure<Of>[],
    rows: number,
    private readonly controls: number,
  ) {
    this.width = CONTROLLED + 2 * controls;
    this.cells = new Float64Array(rows * measures.length * this.width);
  }

  /** Says that another replication follows; its rows are added next. */
  next(): void {
    this.count++;
  }

  /** Adds a replication's sums to a row. */
  add(row: number, sums: Of, controls: Float64Array): void {
    const { cells, measures, width } = this;
    let at = row * measures.length * width;
    for (let index = 0; index < measures.length; index++, at += width) {
      const { numerator, denominator } = measures[index];
      const n = numerator(sums);
      const d = denominator(sums);
      if (cells[at + D] === 0 && d !== 0) cells[at + RATIO] = n / d;
      if (d !== 0) cells[at + SEEN]++;
      if (this.count === 1) cells[at + FIRST] = d;
      cells[at + N] += n;
      cells[at + D] += d;
      const e = n - cells[at + RATIO] * d;
      const shifted = d - cells[at + FIRST];
      cells[at + E] += e;
      cells[at + SHIFTED] += shifted;
      cells[at + EE] += e * e;
      cells[at + ED] += e * shifted;
      cells[at + DD] += shifted * shifted;
      for (let control = 0; control < this.controls; control++) {
        cells[at + CONTROLLED + 2 * control] += e * controls[control];
        cells[at + CONTROLLED + 2 * control + 1] += shifted * controls[control];
      }
    }
  }

  /** A row's figures by measure, adjusted where there is something to adjust by. */
  figures(row: number, adjustment?: Adjustment): Figures {
    return Object.fromEntries(
      this.measures.map(({ name }, measure) => [name, this.figure(row, measure, adjustment)]),
    );
  }

  private figure(row: number, measure: number, adjustment: Adjustment | undefined): Figure {
    const { cells, count } = this;
    const at = this.cellAt(row, measure);
    const below = cells[at + D];
    const ratio = cells[at + N] / below;
    if (below === 0 || Number.isNaN(ratio)) return NO_FIGURE;
    if (cells[at + SEEN] < 2) return { mean: ratio, low: Number.NaN, high: Number.NaN };
    if (adjustment && adjustment.parts.length > 0) return this.adjusted(row, measure, adjustment);
    const squares = this.residualSquares(at, ratio);
    const standardError = Math.sqrt((squares * count) / (count - 1)) / Math.abs(below);
    return around(ratio, standardError * studentQuantile(0.975, count - 1));
  }

  /**
   * The ratio of totals from which the luck that the controls show is taken off, by multiple regression over
   * the replications (Lavenberg and Welch, Management Science 27, 1981; Nelson, Operations Research 38,
   * 1990), the interval by the delta method from what the regression leaves, with Student's t of as many
   * degrees less as there are controls, and with the error of the regression itself. A figure that would be
   * negative, or a share above 1, is adjusted only so far that no replication weighs less than nothing, and
   * its interval is wider by what that leaves.
   */
  private adjusted(row: number, measure: number, { moments, parts }: Adjustment): Figure {
    const { cells, count } = this;
    const at = this.cellAt(row, measure);
    let above = cells[at + N] / count;
    let below = cells[at + D] / count;
    let aboveWhole = above;
    let belowWhole = below;
    const slopes = parts.map(({ fit, table, row: ofPart }) => table.slopes(ofPart, measure, fit));
    for (const [index, { fit }] of parts.entries()) {
      const { ofAbove, ofBelow } = slopes[index];
      above -= dot(ofAbove, fit.pull);
      below -= dot(ofBelow, fit.pull);
      aboveWhole -= dot(ofAbove, fit.means);
      belowWhole -= dot(ofBelow, fit.means);
    }
    const observed = cells[at + N] / cells[at + D];
    const whole = aboveWhole / belowWhole;
    const leavesRange =
      (aboveWhole < 0 && observed >= 0) ||
      !(belowWhole > 0) ||
      (this.measures[measure].unit === "share" && whole > 1 && observed <= 1);
    if (leavesRange && !(below > 0)) return NO_FIGURE;
    const ratio = leavesRange ? above / below : whole;
    const weights = parts.flatMap(({ fit }, index) =>
      fit.places.map((place, one) => ({
        place,
        weight: slopes[index].ofAbove[one] - whole * slopes[index].ofBelow[one],
      })),
    );
    let squares = this.residualSquares(at, whole);
    for (const { place, weight } of weights) {
      squares -= 2 * weight * this.residualProduct(at, whole, place, moments.means[place]);
      for (const other of weights) {
        squares += weight * other.weight * moments.products[place * this.controls + other.place];
      }
    }
    const most = parts.reduce((sum, { fit }) => Math.max(sum, fit.places.length), 0);
    const excess = parts.reduce((sum, { fit }) => Math.max(sum, fit.excess), 0);
    const degrees = count - 1 - most;
    const variance = (Math.max(0, squares) / degrees) * (1 / count + excess);
    const error =
      (Math.sqrt(variance) / (leavesRange ? below : belowWhole)) * studentQuantile(0.975, degrees);
    return around(ratio, error + Math.abs(ratio - whole));
  }

  /** By how much a row's mean numerator and denominator move with each control of a fit. */
  private slopes(row: number, measure: number, { places, means, inverse }: ControlFit) {
    const { cells } = this;
    const at = this.cellAt(row, measure);
    const ofD = places.map((place, index) => {
      return cells[at + CONTROLLED + 2 * place + 1] - means[index] * cells[at + SHIFTED];
    });
    const ofN = places.map((place, index) => {
      const product = cells[at + CONTROLLED + 2 * place] - means[index] * cells[at + E];
      return product + cells[at + RATIO] * ofD[index];
    });
    // An island of which nothing is observed, such as the cost of teams without pay, moves with nothing.
    const solve = (products: readonly number[]) => inverse.map((line) => dot(line, products) || 0);
    return { ofAbove: solve(ofN), ofBelow: solve(ofD) };
  }

  /** Sum of the squared residuals N - ratio x D, less their mean's. */
  private residualSquares(at: number, ratio: number): number {
    const { cells, count } = this;
    const off = ratio - cells[at + RATIO];
    const ee = cells[at + EE] - (cells[at + E] * cells[at + E]) / count;
    const ed = cells[at + ED] - (cells[at + E] * cells[at + SHIFTED]) / count;
    const dd = cells[at + DD] - (cells[at + SHIFTED] * cells[at + SHIFTED]) / count;
    return Math.max(0, ee - 2 * off * ed + off * off * dd);
  }

  /** Sum of the products of those residuals with a control, each less its mean. */
  private residualProduct(at: number, ratio: number, control: number, mean: number): number {
    const { cells } = this;
    const off = ratio - cells[at + RATIO];
    const place = at + CONTROLLED + 2 * control;
    return cells[place] - mean * cells[at + E] - off * (cells[place + 1] - mean * cells[at + SHIFTED]);
  }

  private cellAt(row: number, measure: number): number {
    return (row * this.measures.length + measure) * this.width;
  }
}

function around(mean: number, error: number): Figure {
  return { mean, low: mean - error, high: mean + error };
}
