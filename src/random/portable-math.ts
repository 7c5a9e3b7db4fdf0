/*
 * Logarithm, exponential and their kin from + - * / alone. `Math.log` and `Math.exp` differ in the last bit
 * between processors and versions of Node, and one such bit is another simulation; these give the same bits
 * everywhere.
 */

/** ln 2 in two parts: the first with its low 21 bits zero, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LOG2_E = Math.LOG2E;
const HALF_LOG_TWO_PI = 0.9189385332046728;

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;
/** High word of the square root of one half: fractions are brought into [0.7071, 1.4142). */
const HIGH_WORD_OF_ROOT_HALF = 0x3fe6a09e;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
double[0] = 1;
const HIGH = words[0] === 0 ? 1 : 0;

const LEAST_EXPONENT = -1022;
const powersOfTwo = new Float64Array(1023 - LEAST_EXPONENT + 1);
powersOfTwo[-LEAST_EXPONENT] = 1;
for (let k = 1; k <= 1023; k++) powersOfTwo[k - LEAST_EXPONENT] = powersOfTwo[k - 1 - LEAST_EXPONENT] * 2;
for (let k = -1; k >= LEAST_EXPONENT; k--) {
  powersOfTwo[k - LEAST_EXPONENT] = powersOfTwo[k + 1 - LEAST_EXPONENT] / 2;
}

/**
 * Natural logarithm, within one unit in the last place; -Infinity for 0, NaN for negative numbers.
 *
 * x = 2^k (1 + f); with s = f / (2 + f), log(1 + f) = 2 artanh(s) = f - f²/2 + s (f²/2 + R),
 * R = 2 (s²/3 + s⁴/5 + ...), a form in which f, exact, carries the result.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  let exponent = 0;
  if (x < SMALLEST_NORMAL) {
    x *= TWO_TO_54;
    exponent = -54;
  }
  double[0] = x;
  const high = words[HIGH];
  const shift = (high - HIGH_WORD_OF_ROOT_HALF) >> 20;
  exponent += shift;
  words[HIGH] = high - (shift << 20);
  const f = double[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const tail = 2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21))));
  const series = z * (2 / 3 + z * (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + z * tail)))));
  const halfSquare = 0.5 * f * f;
  return exponent * LN2_HIGH - (halfSquare - (s * (halfSquare + series) + exponent * LN2_LOW) - f);
}

/** log(1 + x), accurate also where x is tiny. Source: Kahan's correction of the rounded sum. */
export function logOnePlus(x: number): number {
  const sum = 1 + x;
  const rounded = sum - 1;
  return rounded === 0 || sum === Infinity ? x : (log(sum) * x) / rounded;
}

/**
 * The exponential function, within one unit in the last place; Infinity past 709.78, 0 below -745.13.
 *
 * x = k ln 2 + r; exp(r) = 1 + 2r / (r coth(r/2) - r), and r coth(r/2) = 2 + r²/6 - r⁴/360 + ..., the
 * Bernoulli numbers' series (Abramowitz and Stegun 4.5.67), which six terms exhaust for |r| <= ln(2) / 2.
 */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : Number.NaN;
  if (x < -745.1332191019412) return 0;
  const k = Math.floor(x * LOG2_E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const series =
    1 / 6 +
    t * (-1 / 360 + t * (1 / 15120 + t * (-1 / 604800 + t * (1 / 23950080 + t * (-691 / 653837184000)))));
  const c = r - t * series;
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k < LEAST_EXPONENT) {
    return y * powersOfTwo[k + 54 - LEAST_EXPONENT] * powersOfTwo[-54 - LEAST_EXPONENT];
  }
  return k > 1023 ? y * 2 * powersOfTwo[k - 1 - LEAST_EXPONENT] : y * powersOfTwo[k - LEAST_EXPONENT];
}

/**
 * `base` to the power of `exponent`, for a base that is not negative. Its relative error is about 1e-16 times
 * 1 + |exponent log(base)|.
 */
export function power(base: number, exponent: number): number {
  return exponent === 0 ? 1 : exp(exponent * log(base));
}

/**
 * Logarithm of the gamma function for x > 0, within 1e-14 of max(1, |result|): Stirling's series
 * (Abramowitz and Stegun 6.1.41) past 10, and the recurrence Γ(x + 1) = x Γ(x) down from there.
 */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  for (; y < 10; y++) product *= y;
  const z = 1 / (y * y);
  const tail = 1 / 1188 + z * (-691 / 360360 + z * (1 / 156));
  const series = (1 / 12 + z * (-1 / 360 + z * (1 / 1260 + z * (-1 / 1680 + z * tail)))) / y;
  return (y - 0.5) * log(y) - y + HALF_LOG_TWO_PI + series - log(product);
}
