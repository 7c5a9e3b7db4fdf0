import { exp, log } from "../random/portable-math.js";
import { betaShareBelow, binomialTerm, normalQuantile } from "./theory/special-functions.js";

const found = new Map<number, Map<number, number>>();

/**
 * The t below which so large a share of Student's distribution lies, for any degrees of freedom above 0,
 * whole or not; Infinity gives the normal distribution. Relative error below 1e-10. Remembers what it has
 * found, because every interval of a run asks for the same one.
 */
export function studentQuantile(share: number, degrees: number): number {
  if (!(share >= 0 && share <= 1) || !(degrees > 0)) return Number.NaN;
  if (share === 0 || share === 1 || degrees === Number.POSITIVE_INFINITY) return normalQuantile(share);
  if (share === 0.5) return 0;
  const known = found.get(degrees)?.get(share);
  if (known !== undefined) return known;
  const size = upperQuantile(Math.abs(2 * share - 1), 2 * Math.min(share, 1 - share), degrees);
  const quantile = share < 0.5 ? -size : size;
  const ofDegrees = found.get(degrees) ?? new Map<number, number>();
  found.set(degrees, ofDegrees.set(share, quantile));
  return quantile;
}

/**
 * The t with `central` of the distribution within ±t and `outside` = 1 − central beyond. Newton's method on
 * the logarithm of the smaller of the two as a function of ln t: both are concave, so it converges from
 * anywhere.
 */
function upperQuantile(central: number, outside: number, degrees: number): number {
  const byCentre = central < outside;
  const wanted = log(byCentre ? central : outside);
  const half = degrees / 2;
  let logT = log(normalQuantile((1 + central) / 2));
  for (let step = 1, round = 0; Math.abs(step) > 1e-15 && round < 200; round++) {
    const square = exp(2 * logT);
    const x = degrees / (degrees + square);
    const y = square / (degrees + square);
    const reached = byCentre ? betaShareBelow(0.5, half, y, x) : betaShareBelow(half, 0.5, x, y);
    const slope = (2 * binomialTerm(half, 0.5, x, y) * half * 0.5) / (half + 0.5);
    step = (reached / slope) * (wanted - log(reached)) * (byCentre ? 1 : -1);
    logT += step;
  }
  return exp(logT);
}

/** The share of Student's distribution that lies beyond ±t, both tails: the p-value of a two-sided test. */
export function studentShareOutside(t: number, degrees: number): number {
  if (Number.isNaN(t) || !(degrees > 0)) return Number.NaN;
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  return betaShareBelow(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square));
}
