import { exp, log, power } from "../../random/portable-math.js";

/**
 * The few special functions that formulas and intervals need, built on the portable logarithm and
 * exponential, so that they give the same bits on every machine. Relative errors are below 1e-12 for
 * parameters up to 1e6.
 */

const TWO_PI = 6.283185307179586;
const ROUNDING = 1.2e-16;
const TINY = 1e-300;
const MOST_TERMS = 10_000_000;

/** e^x − 1, without cancellation near 0. */
export function expLessOne(x: number): number {
  if (Math.abs(x) > 0.35) return exp(x) - 1;
  let term = x;
  let sum = x;
  for (let k = 2; Math.abs(term) > ROUNDING * Math.abs(sum); k++) {
    term *= x / k;
    sum += term;
  }
  return sum;
}

/** ln Γ(x) less Stirling's formula, for x of at least 10. Abramowitz and Stegun 6.1.41. */
function stirlingSeries(x: number): number {
  const s = 1 / (x * x);
  const tail = 1 / 1188 - s * (691 / 360360 - s * (1 / 156 - s * (3617 / 122400)));
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * tail)))) / x;
}

/** ln Γ(x + 1) less its Stirling formula (x + ½) ln x − x + ½ ln 2π, for x > 0. */
function stirlingError(x: number): number {
  let sum = 0;
  let shifted = x;
  for (; shifted < 10; shifted++) sum += (shifted + 0.5) * log((shifted + 1) / shifted) - 1;
  return sum + stirlingSeries(shifted);
}

/**
 * x ln(x / m) + m − x, without cancellation where x is near m. Loader, Fast and accurate computation of
 * binomials, 2000.
 */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) > 0.1 * (x + m)) return x * log(x / m) + m - x;
  const v = (x - m) / (x + m);
  const square = v * v;
  let sum = (x - m) * v;
  let power = 2 * x * v;
  for (let k = 3; ; k += 2) {
    power *= square;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}

/** e^−m m^k / Γ(k + 1) for real k ≥ 0 and m ≥ 0: the chance of k where the mean is m. */
export function poissonTerm(k: number, m: number): number {
  if (m === 0) return k === 0 ? 1 : 0;
  if (k === 0) return exp(-m);
  return exp(-stirlingError(k) - deviance(k, m)) / Math.sqrt(TWO_PI * k);
}

/**
 * Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) x^a y^b for real a, b ≥ 0, where y = 1 − x is given apart so that
 * neither loses digits.
 */
export function binomialTerm(a: number, b: number, x: number, y: number): number {
  if (a === 0) return b === 0 ? 1 : power(y, b);
  if (b === 0) return power(x, a);
  if (x === 0 || y === 0) return 0;
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return exp(exponent) * Math.sqrt(n / (TWO_PI * a * b));
}

/** Share of a gamma distribution with this shape and mean `shape` that lies below x: P(shape, x). */
export function gammaShareBelow(shape: number, x: number): number {
  if (x <= 0) return 0;
  return x < shape + 1 ? gammaSeries(shape, x) : 1 - gammaFraction(shape, x);
}

/** Share of a gamma distribution with this shape and mean `shape` that lies above x: Q(shape, x). */
export function gammaShareAbove(shape: number, x: number): number {
  if (x <= 0) return 1;
  return x < shape + 1 ? 1 - gammaSeries(shape, x) : gammaFraction(shape, x);
}

function gammaSeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > ROUNDING * sum; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return poissonTerm(shape, x) * sum;
}

/** Continued fraction of Q (Abramowitz and Stegun 6.5.31), by Lentz's method. */
function gammaFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const numerator = -k * (k - shape);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 2 * ROUNDING) break;
  }
  return poissonTerm(shape, x) * shape * h;
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

/** Regularised incomplete beta function I_x(a, b); y = 1 − x is given apart so that neither loses digits. */
export function betaShareBelow(a: number, b: number, x: number, y: number = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x * (a + b + 2) < a + 1 ? betaFraction(a, b, x, y) : 1 - betaFraction(b, a, y, x);
}

/** Continued fraction of I (Abramowitz and Stegun 26.5.8), by Lentz's method. */
function betaFraction(a: number, b: number, x: number, y: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    h *= d * c;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 2 * ROUNDING) break;
  }
  return ((binomialTerm(a, b, x, y) * b) / (a + b)) * h;
}

/** Share of the standard normal distribution below z. */
export function normalShareBelow(z: number): number {
  const halfSquare = (z * z) / 2;
  if (z < -0.5) return gammaShareAbove(0.5, halfSquare) / 2;
  if (z > 0.5) return 1 - gammaShareAbove(0.5, halfSquare) / 2;
  const half = gammaShareBelow(0.5, halfSquare) / 2;
  return z < 0 ? 0.5 - half : 0.5 + half;
}

/** Density of the standard normal distribution at z. */
export function normalDensity(z: number): number {
  return exp((-z * z) / 2) / Math.sqrt(TWO_PI);
}

/**
 * The z below which so large a share of the standard normal distribution lies; −Infinity at 0, Infinity at 1,
 * NaN outside 0..1. Newton's method on the logarithm of the tail, begun at Abramowitz and Stegun 26.2.23.
 */
export function normalQuantile(share: number): number {
  if (!(share >= 0 && share <= 1)) return Number.NaN;
  const tail = Math.min(share, 1 - share);
  if (tail === 0) return share === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const logTail = log(tail);
  const t = Math.sqrt(-2 * logTail);
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  let z = t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 1, round = 0; Math.abs(step) > 1e-15 * Math.abs(z) && round < 8; round++) {
    const reached = normalShareBelow(-z);
    step = (reached * (log(reached) - logTail)) / normalDensity(z);
    z += step;
  }
  return share < 0.5 ? -z : z;
}
