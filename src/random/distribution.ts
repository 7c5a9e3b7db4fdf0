import { exp, log, logGamma, logOnePlus } from "./portable-math.js";

/**
 * A distribution as plain data, times in seconds. What a scenario file spells in several ways has one form
 * here: `lognormal {mean, cv}` and `{median, p90}` both become a median and the standard deviation of the
 * logarithm.
 */
export type Distribution =
  | { readonly kind: "constant"; readonly seconds: number }
  | { readonly kind: "exponential"; readonly meanSeconds: number }
  | { readonly kind: "lognormal"; readonly medianSeconds: number; readonly sigma: number }
  | { readonly kind: "gamma"; readonly meanSeconds: number; readonly cv: number }
  | { readonly kind: "weibull"; readonly meanSeconds: number; readonly shape: number }
  | { readonly kind: "erlang"; readonly meanSeconds: number; readonly stages: number }
  | { readonly kind: "uniform"; readonly minSeconds: number; readonly maxSeconds: number }
  | {
      readonly kind: "triangular";
      readonly minSeconds: number;
      readonly modeSeconds: number;
      readonly maxSeconds: number;
    }
  /** The observed values, ascending; a draw is one of them, each as likely as the next. */
  | { readonly kind: "empirical"; readonly valuesSeconds: readonly number[] }
  | {
      readonly kind: "mixture";
      readonly parts: readonly { readonly weight: number; readonly of: Distribution }[];
    };

type Lognormal = Extract<Distribution, { kind: "lognormal" }>;

/** The standard normal distribution's 90 % point. */
const NORMAL_P90 = 1.2815515655446004;

/** The lognormal with this mean (> 0) and coefficient of variation (standard deviation / mean). */
export function lognormalFromMean(meanSeconds: number, cv: number): Lognormal {
  const square = cv * cv;
  return {
    kind: "lognormal",
    medianSeconds: meanSeconds / Math.sqrt(1 + square),
    sigma: Math.sqrt(logOnePlus(square)),
  };
}

/** The lognormal with this median, of whose draws nine in ten are at most `p90Seconds`; 0 < median <= p90. */
export function lognormalFromQuantile(medianSeconds: number, p90Seconds: number): Lognormal {
  return { kind: "lognormal", medianSeconds, sigma: log(p90Seconds / medianSeconds) / NORMAL_P90 };
}

const KINDS = {
  constant: true,
  exponential: true,
  lognormal: true,
  gamma: true,
  weibull: true,
  erlang: true,
  uniform: true,
  triangular: true,
  empirical: true,
  mixture: true,
} as const satisfies Record<Distribution["kind"], true>;

/** Whether a value of a checked scenario is a distribution; a constant number of agents is none. */
export function isDistribution(value: unknown): value is Distribution {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  const { kind } = value;
  return (
    typeof kind === "string" && Object.hasOwn(KINDS, kind) && (kind !== "constant" || "seconds" in value)
  );
}

/** The mean, in seconds. */
export function meanSeconds(distribution: Distribution): number {
  switch (distribution.kind) {
    case "constant":
      return distribution.seconds;
    case "exponential":
    case "gamma":
    case "weibull":
    case "erlang":
      return distribution.meanSeconds;
    case "lognormal":
      return distribution.medianSeconds * exp(0.5 * distribution.sigma * distribution.sigma);
    case "uniform":
      return (distribution.minSeconds + distribution.maxSeconds) / 2;
    case "triangular":
      return (distribution.minSeconds + distribution.modeSeconds + distribution.maxSeconds) / 3;
    case "empirical":
      return average(distribution.valuesSeconds, (value) => value);
    case "mixture":
      return weightedMean(distribution.parts, meanSeconds);
  }
}

/** The mean of the square, in seconds squared: variance = second moment - mean². */
export function secondMoment(distribution: Distribution): number {
  const mean = meanSeconds(distribution);
  switch (distribution.kind) {
    case "constant":
      return mean * mean;
    case "exponential":
      return 2 * mean * mean;
    case "lognormal":
      return mean * mean * exp(distribution.sigma * distribution.sigma);
    case "gamma":
      return mean * mean * (1 + distribution.cv * distribution.cv);
    case "weibull": {
      const exponent = 1 / distribution.shape;
      return mean * mean * exp(logGamma(1 + 2 * exponent) - 2 * logGamma(1 + exponent));
    }
    case "erlang":
      return mean * mean * (1 + 1 / distribution.stages);
    case "uniform": {
      const range = distribution.maxSeconds - distribution.minSeconds;
      return mean * mean + (range * range) / 12;
    }
    case "triangular": {
      const below = distribution.modeSeconds - distribution.minSeconds;
      const above = distribution.maxSeconds - distribution.modeSeconds;
      return mean * mean + (below * below + below * above + above * above) / 18;
    }
    case "empirical":
      return average(distribution.valuesSeconds, (value) => value * value);
    case "mixture":
      return weightedMean(distribution.parts, secondMoment);
  }
}

/** The distribution of `factor` times a draw; factor >= 0. */
export function scaled(distribution: Distribution, factor: number): Distribution {
  switch (distribution.kind) {
    case "constant":
      return { ...distribution, seconds: distribution.seconds * factor };
    case "exponential":
    case "gamma":
    case "weibull":
    case "erlang":
      return { ...distribution, meanSeconds: distribution.meanSeconds * factor };
    case "lognormal":
      return { ...distribution, medianSeconds: distribution.medianSeconds * factor };
    case "uniform":
      return {
        ...distribution,
        minSeconds: distribution.minSeconds * factor,
        maxSeconds: distribution.maxSeconds * factor,
      };
    case "triangular":
      return {
        ...distribution,
        minSeconds: distribution.minSeconds * factor,
        modeSeconds: distribution.modeSeconds * factor,
        maxSeconds: distribution.maxSeconds * factor,
      };
    case "empirical":
      return { ...distribution, valuesSeconds: distribution.valuesSeconds.map((value) => value * factor) };
    case "mixture":
      return {
        ...distribution,
        parts: distribution.parts.map(({ weight, of }) => ({ weight, of: scaled(of, factor) })),
      };
  }
}

function average(values: readonly number[], of: (value: number) => number): number {
  let sum = 0;
  for (const value of values) sum += of(value);
  return sum / values.length;
}

function weightedMean(
  parts: readonly { readonly weight: number; readonly of: Distribution }[],
  measure: (distribution: Distribution) => number,
): number {
  let sum = 0;
  let total = 0;
  for (const { weight, of } of parts) {
    sum += weight * measure(of);
    total += weight;
  }
  return sum / total;
}
