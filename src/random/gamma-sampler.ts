import { exponentialSampler } from "./exponential-sampler.js";
import { normalSampler } from "./normal-sampler.js";
import { exp, log } from "./portable-math.js";
import type { Stream } from "./stream.js";

/**
 * Past this shape the method below rejects fewer than one draw in 10^12, while rounding would spoil its test:
 * every draw is taken.
 */
const SHAPE_WITHOUT_REJECTION = 1e12;

/**
 * Draws from the gamma distribution with mean 1 and the given shape (> 0), whose coefficient of variation is
 * 1 / sqrt(shape). Source: Marsaglia and Tsang, A simple method for generating gamma variables, 2000; below
 * shape 1 a draw of shape + 1 times U^(1 / shape).
 */
export function gammaSampler(shape: number, stream: Stream): () => number {
  const normal = normalSampler(stream);
  if (shape >= 1) {
    const standard = standardGammaSampler(shape, normal, stream);
    const scale = 1 / shape;
    return () => scale * standard();
  }
  const standard = standardGammaSampler(shape + 1, normal, stream);
  const exponential = exponentialSampler(stream);
  const scale = 1 / shape;
  // -log(U) is exponential, and exponential draws are at hand.
  return () => scale * standard() * exp(-scale * exponential());
}

function standardGammaSampler(shape: number, normal: () => number, stream: Stream): () => number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  if (shape > SHAPE_WITHOUT_REJECTION) {
    return () => {
      const root = 1 + c * normal();
      return d * root * root * root;
    };
  }
  return () => {
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = stream();
      const square = x * x;
      if (u < 1 - 0.0331 * square * square) return d * v;
      if (log(u) < 0.5 * square + d * (1 - v + log(v))) return d * v;
    }
  };
}

/**
 * Draws a day's busyness: a gamma factor with mean 1 and the given coefficient of variation; always 1, and
 * nothing drawn from the stream, where `cv` is 0.
 */
export function gammaFactorSampler(cv: number, stream: Stream): () => number {
  if (cv === 0) return () => 1;
  return gammaSampler(1 / (cv * cv), stream);
}
