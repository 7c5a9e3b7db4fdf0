import type { IslandControls } from "./controls.js";

/** Sums of products of a row of controls over replications, each control less its mean. */
export interface ControlMoments {
  readonly means: Float64Array;
  /** `products[a * means.length + b]`. */
  readonly products: Float64Array;
}

/** How the controls of an island are taken off its figures. */
export interface ControlFit {
  /** Those used, by their places in a row of all islands' controls. */
  readonly places: readonly number[];
  /** By control used: its mean, which is all luck. */
  readonly means: readonly number[];
  /** As much of it as may be taken off without a replication's weight falling below 0. */
  readonly pull: readonly number[];
  /** The inverse of the matrix of sums of products of those used. */
  readonly inverse: readonly (readonly number[])[];
  /** By how much the estimate of the weights widens an estimate's variance: to 1 / n it adds so much. */
  readonly excess: number;
}

/** Fewer replications than so many for each control, and as many more, adjust nothing. */
const REPLICATIONS_EACH = 5;
/** A control, as a share of what is expected, that deviates by less is a constant but for rounding. */
const LEAST_DEVIATION = 1e-9;
/** A control of which the others explain all but such a share says nothing new. */
const LEAST_SHARE = 1e-6;
/** A control of which one replication alone shows more than such a share is that one's story and no line. */
const MOST_OF_ONE = 0.5;

/** `rows` has a row of `count` controls for each replication. */
export function controlMoments(rows: ArrayLike<number>, count: number): ControlMoments {
  const replications = count === 0 ? 0 : rows.length / count;
  const means = new Float64Array(count);
  for (let index = 0; index < rows.length; index++) means[index % count] += rows[index] / replications;
  const products = new Float64Array(count * count);
  for (let row = 0; row < rows.length; row += count) {
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) {
        products[a * count + b] += (rows[row + a] - means[a]) * (rows[row + b] - means[b]);
      }
    }
  }
  return { means, products };
}

/**
 * Which controls of an island adjust its figures, and how; undefined where none does: in so few replications,
 * or where none of them deviates in more than one replication. All figures of an island are adjusted by
 * the same weights of its replications, so that sums of figures stay the figures of sums (Hesterberg and
 * Nelson, Management Science 44, 1998, for these weights).
 */
export function fitControls(
  { names, place }: IslandControls,
  moments: ControlMoments,
  rows: ArrayLike<number>,
): ControlFit | undefined {
  const count = moments.means.length;
  const replications = count === 0 ? 0 : rows.length / count;
  const most = Math.floor(replications / REPLICATIONS_EACH) - 1;
  let places: number[] = [];
  let inverse: number[][] = [];
  for (let next = place; next < place + names.length && places.length < most; next++) {
    const variance = moments.products[next * count + next] / replications;
    if (!(variance > LEAST_DEVIATION * LEAST_DEVIATION)) continue;
    if (shownByOne(next, moments, rows) > MOST_OF_ONE) continue;
    const extended = inverted(
      [...places, next].map((a) => [...places, next].map((b) => moments.products[a * count + b])),
    );
    if (!extended) continue;
    places = [...places, next];
    inverse = extended;
  }
  if (places.length === 0) return undefined;
  const means = places.map((one) => moments.means[one]);
  const slope = inverse.map((row) => dot(row, means));
  let greatest = 0;
  for (let row = 0; row < rows.length; row += count) {
    let lost = 0;
    for (const [index, one] of places.entries()) lost += (rows[row + one] - means[index]) * slope[index];
    greatest = Math.max(greatest, lost * replications);
  }
  const part = greatest > 1 ? 1 / greatest : 1;
  return { places, means, pull: means.map((mean) => mean * part), inverse, excess: dot(means, slope) };
}

/**
 * The greatest share that one replication has of a control's sum of squares. Where the one agent is there in
 * one replication of sixteen it is nearly 1: the regression goes through that replication however far off it
 * lies, nothing is left of its luck, and intervals would be far too narrow.
 */
function shownByOne(control: number, { means, products }: ControlMoments, rows: ArrayLike<number>): number {
  let greatest = 0;
  for (let row = 0; row < rows.length; row += means.length) {
    greatest = Math.max(greatest, Math.abs(rows[row + control] - means[control]));
  }
  return (greatest * greatest) / products[control * means.length + control];
}

/** The sum of the products of two lists. */
export function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += one[index] * other[index];
  return sum;
}

/**
 * The inverse of a symmetric positive matrix, by elimination; undefined where a row is, but for a millionth
 * of it, made of those before.
 */
function inverted(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, index) => (index === at ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const own = rows[pivot];
    const left = own[pivot];
    if (!(left > LEAST_SHARE * matrix[pivot][pivot])) return undefined;
    for (let index = 0; index < 2 * size; index++) own[index] /= left;
    for (const [at, row] of rows.entries()) {
      if (at === pivot) continue;
      const factor = row[pivot];
      for (let index = 0; index < 2 * size; index++) row[index] -= factor * own[index];
    }
  }
  return rows.map((row) => row.slice(size));
}
