import type { Distribution } from "../random/distribution.js";
import { exp, log, logGamma, power } from "../random/portable-math.js";
import {
  expLessOne,
  gammaShareAbove,
  gammaShareBelow,
  normalShareBelow,
} from "./theory/special-functions.js";

/** A distribution of times as functions of x seconds, x ≥ 0. */
export interface Survival {
  /** Share of at most x. */
  below(x: number): number;
  /** Share longer than x. */
  above(x: number): number;
  /** Mean of the smaller of x and a draw: the integral of `above` from 0 to x. */
  meanUpTo(x: number): number;
  /** Where `above` jumps or bends, ascending. */
  readonly breaksSeconds: readonly number[];
}

/** The survival function of a distribution and its integral, in closed form for every kind. */
export function survivalOf(of: Distribution): Survival {
  switch (of.kind) {
    case "constant":
      return ofValues([of.seconds]);
    case "exponential":
      return ofExponential(of.meanSeconds);
    case "lognormal":
      return ofLognormal(log(of.medianSeconds), of.sigma);
    case "gamma":
      return ofGamma(of.meanSeconds, 1 / (of.cv * of.cv));
    case "erlang":
      return ofGamma(of.meanSeconds, of.stages);
    case "weibull":
      return ofWeibull(of.meanSeconds, of.shape);
    case "uniform":
      return ofUniform(of.minSeconds, of.maxSeconds);
    case "triangular":
      return ofTriangular(of.minSeconds, of.modeSeconds, of.maxSeconds);
    case "empirical":
      return ofValues(of.valuesSeconds);
    case "mixture":
      return ofMixture(of.parts);
  }
}

function ofExponential(mean: number): Survival {
  return {
    below: (x) => -expLessOne(-x / mean),
    above: (x) => exp(-x / mean),
    meanUpTo: (x) => -mean * expLessOne(-x / mean),
    breaksSeconds: [],
  };
}

function ofLognormal(mu: number, sigma: number): Survival {
  if (sigma === 0) return ofValues([exp(mu)]);
  const mean = exp(mu + (sigma * sigma) / 2);
  const z = (x: number) => (log(x) - mu) / sigma;
  return {
    below: (x) => (x > 0 ? normalShareBelow(z(x)) : 0),
    above: (x) => (x > 0 ? normalShareBelow(-z(x)) : 1),
    meanUpTo: (x) => (x > 0 ? mean * normalShareBelow(z(x) - sigma) + x * normalShareBelow(-z(x)) : 0),
    breaksSeconds: [],
  };
}

function ofGamma(mean: number, shape: number): Survival {
  if (shape === Number.POSITIVE_INFINITY) return ofValues([mean]);
  const scale = mean / shape;
  return {
    below: (x) => gammaShareBelow(shape, x / scale),
    above: (x) => gammaShareAbove(shape, x / scale),
    meanUpTo: (x) => mean * gammaShareBelow(shape + 1, x / scale) + x * gammaShareAbove(shape, x / scale),
    breaksSeconds: [],
  };
}

function ofWeibull(mean: number, shape: number): Survival {
  const scale = mean / exp(logGamma(1 + 1 / shape));
  const hazard = (x: number) => power(x / scale, shape);
  return {
    below: (x) => -expLessOne(-hazard(x)),
    above: (x) => exp(-hazard(x)),
    meanUpTo: (x) => mean * gammaShareBelow(1 / shape, hazard(x)),
    breaksSeconds: [],
  };
}

function ofUniform(min: number, max: number): Survival {
  const span = max - min;
  if (span === 0) return ofValues([min]);
  const within = (x: number) => Math.min(Math.max(x, min), max);
  return {
    below: (x) => (within(x) - min) / span,
    above: (x) => (max - within(x)) / span,
    meanUpTo: (x) => {
      const end = within(x);
      return Math.min(x, min) + ((end - min) * (span + max - end)) / (2 * span);
    },
    breaksSeconds: [min, max],
  };
}

/** Up to the mode measured from the left end, past it from the right, so that neither tail loses digits. */
function ofTriangular(min: number, mode: number, max: number): Survival {
  if (min === max) return ofValues([min]);
  const rise = (max - min) * (mode - min);
  const fall = (max - min) * (max - mode);
  const left = (x: number) => {
    const fromMin = Math.max(0, x - min);
    return fromMin === 0 ? 0 : (fromMin * fromMin) / rise;
  };
  const right = (x: number) => {
    const toMax = Math.max(0, max - x);
    return toMax === 0 ? 0 : (toMax * toMax) / fall;
  };
  const upToMode = mode - (left(mode) * (mode - min)) / 3;
  return {
    below: (x) => (x < mode ? left(x) : 1 - right(x)),
    above: (x) => (x < mode ? 1 - left(x) : right(x)),
    meanUpTo: (x) => {
      if (x < mode) return x - (left(x) * Math.max(0, x - min)) / 3;
      return upToMode + (right(mode) * (max - mode) - right(x) * Math.max(0, max - x)) / 3;
    },
    breaksSeconds: [min, mode, max],
  };
}

/** So many values, ascending, each as likely as the next. */
function ofValues(values: readonly number[]): Survival {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  const countUpTo = (x: number) => {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    below: (x) => countUpTo(x) / values.length,
    above: (x) => (values.length - countUpTo(x)) / values.length,
    meanUpTo: (x) => {
      const count = countUpTo(x);
      return (sums[count] + x * (values.length - count)) / values.length;
    },
    breaksSeconds: Array.from(new Set(values)),
  };
}

function ofMixture(parts: readonly { readonly weight: number; readonly of: Distribution }[]): Survival {
  let total = 0;
  for (const { weight } of parts) total += weight;
  const shares = parts.map(({ weight }) => weight / total);
  const survivals = parts.map((part) => survivalOf(part.of));
  const mixed = (value: (part: Survival) => number) => {
    let sum = 0;
    for (let i = 0; i < survivals.length; i++) if (shares[i] > 0) sum += shares[i] * value(survivals[i]);
    return sum;
  };
  const breaks = new Set(survivals.flatMap((part) => part.breaksSeconds));
  return {
    below: (x) => mixed((part) => part.below(x)),
    above: (x) => mixed((part) => part.above(x)),
    meanUpTo: (x) => mixed((part) => part.meanUpTo(x)),
    breaksSeconds: Array.from(breaks).sort((a, b) => a - b),
  };
}
