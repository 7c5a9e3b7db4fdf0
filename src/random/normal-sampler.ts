import { exponentialSampler } from "./exponential-sampler.js";
import { exp, log } from "./portable-math.js";
import type { Stream } from "./stream.js";
import { LAYERS, layZiggurat } from "./ziggurat.js";

const TAIL_START = 3.654152885361009;
const LAYER_AREA = 0.0049286732339746554;

/** The layers of the right half of the normal density, exp(-x²/2). */
export const normalZiggurat = layZiggurat(
  (x) => exp(-0.5 * x * x),
  (height) => Math.sqrt(-2 * log(height)),
  TAIL_START,
  LAYER_AREA,
);

const { edges, heights } = normalZiggurat;
/** Half a step of the position, so that positions lie symmetrically about 0. */
const HALF_STEP = 1 / 16_777_216;

/**
 * Draws from the normal distribution with mean 0 and variance 1, by ziggurat. The top 8 bits of a uniform
 * choose the layer, the other 24 the position between -1 and 1 in it: disjoint bits, so layer, sign and
 * position are independent.
 */
export function normalSampler(stream: Stream): () => number {
  const exponential = exponentialSampler(stream);
  return () => {
    const scaled = stream() * (2 * LAYERS) + HALF_STEP;
    const layer = scaled >> 1;
    const x = (scaled - (2 * layer + 1)) * edges[layer];
    return Math.abs(x) < edges[layer + 1] ? x : atEdge(stream, exponential, layer, x);
  };
}

/**
 * Decides about a point outside the certain part of its layer, and draws anew where it lies above the
 * density.
 */
function atEdge(stream: Stream, exponential: () => number, firstLayer: number, firstX: number): number {
  let layer = firstLayer;
  let x = firstX;
  for (;;) {
    if (Math.abs(x) < edges[layer + 1]) return x;
    if (layer === 0) return x < 0 ? -tail(exponential) : tail(exponential);
    if (heights[layer] + stream() * (heights[layer + 1] - heights[layer]) < exp(-0.5 * x * x)) return x;
    const scaled = stream() * (2 * LAYERS) + HALF_STEP;
    layer = scaled >> 1;
    x = (scaled - (2 * layer + 1)) * edges[layer];
  }
}

/**
 * A normal draw given that it is past the tail's start. Source: Marsaglia, Generating a variable from the
 * tail, 1964.
 */
function tail(exponential: () => number): number {
  for (;;) {
    const beyond = exponential() / TAIL_START;
    if (2 * exponential() > beyond * beyond) return TAIL_START + beyond;
  }
}
