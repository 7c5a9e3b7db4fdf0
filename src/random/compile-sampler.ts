import type { Distribution } from "./distribution.js";
import { exponentialSampler } from "./exponential-sampler.js";
import { gammaFactorSampler, gammaSampler } from "./gamma-sampler.js";
import { normalSampler } from "./normal-sampler.js";
import { exp, logGamma, power } from "./portable-math.js";
import type { Stream } from "./stream.js";

/** Up to so many stages a sum of exponential draws is no slower than one gamma draw. */
const MOST_STAGES_SUMMED = 2;

/**
 * Prepares a distribution for drawing: each call of the result draws one time in seconds from `stream`. A
 * draw takes as many uniforms as it needs, so give each distribution a stream of its own where runs are to be
 * compared. Scaled distributions (`scaled`) draw scaled values from the same stream. A distribution without
 * spread draws nothing.
 *
 * `distribution` is taken as checked: no negative times or cvs, shape > 0, stages a whole number >= 1, at
 * least one value, at least one positive weight.
 */
export function compileSampler(distribution: Distribution, stream: Stream): () => number {
  switch (distribution.kind) {
    case "constant":
      return constantSampler(distribution.seconds);
    case "exponential": {
      const { meanSeconds } = distribution;
      const exponential = exponentialSampler(stream);
      return () => meanSeconds * exponential();
    }
    case "lognormal": {
      const { medianSeconds, sigma } = distribution;
      if (sigma === 0) return constantSampler(medianSeconds);
      const normal = normalSampler(stream);
      return () => medianSeconds * exp(sigma * normal());
    }
    case "gamma": {
      const { meanSeconds, cv } = distribution;
      if (cv === 0) return constantSampler(meanSeconds);
      const factor = gammaFactorSampler(cv, stream);
      return () => meanSeconds * factor();
    }
    case "weibull": {
      const exponent = 1 / distribution.shape;
      const scaleSeconds = distribution.meanSeconds / exp(logGamma(1 + exponent));
      const exponential = exponentialSampler(stream);
      return () => scaleSeconds * power(exponential(), exponent);
    }
    case "erlang":
      return erlangSampler(distribution.meanSeconds, distribution.stages, stream);
    case "uniform": {
      const { minSeconds } = distribution;
      const rangeSeconds = distribution.maxSeconds - minSeconds;
      if (rangeSeconds === 0) return constantSampler(minSeconds);
      return () => minSeconds + rangeSeconds * stream();
    }
    case "triangular": {
      const { minSeconds, modeSeconds, maxSeconds } = distribution;
      return triangularSampler(minSeconds, modeSeconds, maxSeconds, stream);
    }
    case "empirical": {
      const values = Float64Array.from(distribution.valuesSeconds);
      if (values.length === 1) return constantSampler(values[0]);
      return () => values[Math.floor(stream() * values.length)];
    }
    case "mixture":
      return mixtureSampler(distribution.parts, stream);
  }
}

function constantSampler(seconds: number): () => number {
  return () => seconds;
}

function erlangSampler(meanSeconds: number, stages: number, stream: Stream): () => number {
  if (stages > MOST_STAGES_SUMMED) {
    const factor = gammaSampler(stages, stream);
    return () => meanSeconds * factor();
  }
  const exponential = exponentialSampler(stream);
  const stageSeconds = meanSeconds / stages;
  return () => {
    let sum = 0;
    for (let stage = 0; stage < stages; stage++) sum += exponential();
    return stageSeconds * sum;
  };
}

/** By inversion: the distribution function is a parabola on either side of the mode. */
function triangularSampler(min: number, mode: number, max: number, stream: Stream): () => number {
  const range = max - min;
  if (range === 0) return constantSampler(min);
  const shareBelowMode = (mode - min) / range;
  const rising = range * (mode - min);
  const falling = range * (max - mode);
  return () => {
    const u = stream();
    return u < shareBelowMode ? min + Math.sqrt(u * rising) : max - Math.sqrt((1 - u) * falling);
  };
}

/** One uniform chooses the part, in the order given; the part then draws from the same stream. */
function mixtureSampler(
  parts: readonly { readonly weight: number; readonly of: Distribution }[],
  stream: Stream,
): () => number {
  const likely = parts.filter((part) => part.weight > 0);
  const samplers = likely.map((part) => compileSampler(part.of, stream));
  const bounds = new Float64Array(likely.length);
  let total = 0;
  for (let i = 0; i < likely.length; i++) {
    total += likely[i].weight;
    bounds[i] = total;
  }
  const last = likely.length - 1;
  return () => {
    const point = stream() * total;
    let i = 0;
    while (i < last && point >= bounds[i]) i++;
    return samplers[i]();
  };
}
