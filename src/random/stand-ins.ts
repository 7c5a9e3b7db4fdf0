import type { Distribution } from "./distribution.js";
import { exp, log, logGamma, power } from "./portable-math.js";

/** A value that stands for so large a share of a distribution. */
export interface StandIn {
  readonly seconds: number;
  /** 0..1; all together 1. */
  readonly share: number;
}

/** So many stand for a continuous distribution, or for many observed values. */
const COUNT = 400;

/**
 * Values that stand for a distribution in sums over all of it, such as the mean of what exceeds a limit: for
 * rough estimates, to about a part in a hundred.
 */
export function standInsFor(distribution: Distribution): readonly StandIn[] {
  switch (distribution.kind) {
    case "constant":
      return [{ seconds: distribution.seconds, share: 1 }];
    case "exponential":
      return gammaStandIns(1, distribution.meanSeconds);
    case "weibull": {
      const exponent = 1 / distribution.shape;
      const scale = distribution.meanSeconds / exp(logGamma(1 + exponent));
      return gammaStandIns(1, 1).map(({ seconds, share }) => ({
        seconds: scale * power(seconds, exponent),
        share,
      }));
    }
    case "uniform": {
      const { minSeconds, maxSeconds } = distribution;
      return byShares((share) => minSeconds + (maxSeconds - minSeconds) * share);
    }
    case "triangular":
      return byShares((share) => triangularAt(distribution, share));
    case "lognormal": {
      const { medianSeconds, sigma } = distribution;
      // Wide enough for the tail that long times have in a mean.
      const most = 6 + 2 * sigma;
      return byWeights((place) => {
        const normal = most * (2 * place - 1);
        return { seconds: medianSeconds * exp(sigma * normal), weight: exp(-0.5 * normal * normal) };
      });
    }
    case "erlang":
      return gammaStandIns(distribution.stages, distribution.meanSeconds);
    case "gamma":
      return distribution.cv === 0
        ? [{ seconds: distribution.meanSeconds, share: 1 }]
        : gammaStandIns(1 / (distribution.cv * distribution.cv), distribution.meanSeconds);
    case "empirical": {
      const { valuesSeconds } = distribution;
      if (valuesSeconds.length > COUNT)
        return byShares((share) => valuesSeconds[Math.floor(share * valuesSeconds.length)]!);
      return valuesSeconds.map((seconds) => ({ seconds, share: 1 / valuesSeconds.length }));
    }
    case "mixture": {
      const total = distribution.parts.reduce((sum, { weight }) => sum + weight, 0);
      return distribution.parts.flatMap(({ weight, of }) =>
        standInsFor(of).map(({ seconds, share }) => ({ seconds, share: (share * weight) / total })),
      );
    }
  }
}

/** Of equal shares, each in the middle of its own. */
function byShares(quantile: (share: number) => number): readonly StandIn[] {
  return Array.from({ length: COUNT }, (_, index) => ({
    seconds: quantile((index + 0.5) / COUNT),
    share: 1 / COUNT,
  }));
}

/** Evenly placed, weighted by a density; a place is 0..1. */
function byWeights(at: (place: number) => { seconds: number; weight: number }): readonly StandIn[] {
  const points = Array.from({ length: COUNT }, (_, index) => at((index + 0.5) / COUNT));
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return points.map(({ seconds, weight }) => ({ seconds, share: weight / total }));
}

function triangularAt(
  of: { readonly minSeconds: number; readonly modeSeconds: number; readonly maxSeconds: number },
  share: number,
): number {
  const range = of.maxSeconds - of.minSeconds;
  const below = of.modeSeconds - of.minSeconds;
  if (share * range < below) return of.minSeconds + Math.sqrt(share * range * below);
  return of.maxSeconds - Math.sqrt((1 - share) * range * (of.maxSeconds - of.modeSeconds));
}

/**
 * The density of a gamma variable is x^(shape - 1) e^-x; where the shape is below 1 that has a pole at 0, and
 * none in terms of y = x^shape.
 */
function gammaStandIns(shape: number, meanSeconds: number): readonly StandIn[] {
  const scale = meanSeconds / shape;
  const most = shape + 12 * Math.sqrt(shape) + 30;
  const bend = Math.min(shape, 1);
  const mostBent = power(most, bend);
  return byWeights((place) => {
    const x = power(place * mostBent, 1 / bend);
    return {
      seconds: x * scale,
      weight: exp((shape - bend) * log(x) - x - (shape - bend) * log(shape) + shape),
    };
  });
}
