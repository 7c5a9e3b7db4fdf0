import { exp, log } from "./portable-math.js";
import type { Stream } from "./stream.js";
import { LAYERS, layZiggurat } from "./ziggurat.js";

const TAIL_START = 7.69711747013105;
const LAYER_AREA = 0.003949659822581557;

/** The layers of the exponential density. */
export const exponentialZiggurat = layZiggurat(
  (x) => exp(-x),
  (height) => -log(height),
  TAIL_START,
  LAYER_AREA,
);

const { edges, heights } = exponentialZiggurat;
/** Half a step of the position, so that positions are centred and no draw is exactly 0. */
const HALF_STEP = 1 / 33_554_432;

/**
 * Draws from the exponential distribution with mean 1, never 0; by ziggurat, so 98 draws in 100 take one
 * uniform and no logarithm. The top 8 bits of a uniform choose the layer and the other 24 the position in it:
 * disjoint bits, so the two are independent (sharing them is the known flaw of the method's first published
 * code).
 */
export function exponentialSampler(stream: Stream): () => number {
  return () => {
    const scaled = stream() * LAYERS + HALF_STEP;
    const layer = scaled | 0;
    const x = (scaled - layer) * edges[layer];
    return x < edges[layer + 1] ? x : atEdge(stream, layer, x);
  };
}

/**
 * Decides about a point outside the certain part of its layer, and draws anew where it lies above the
 * density.
 */
function atEdge(stream: Stream, firstLayer: number, firstX: number): number {
  let layer = firstLayer;
  let x = firstX;
  // The exponential has no memory: past the tail's start, what remains is again exponential.
  let passed = 0;
  for (;;) {
    if (x < edges[layer + 1]) return passed + x;
    if (layer === 0) passed += TAIL_START;
    else if (heights[layer] + stream() * (heights[layer + 1] - heights[layer]) < exp(-x)) return passed + x;
    const scaled = stream() * LAYERS + HALF_STEP;
    layer = scaled | 0;
    x = (scaled - layer) * edges[layer];
  }
}
