/**
 * A decreasing density, covered by 256 layers of equal area (Marsaglia and Tsang, The ziggurat method for
 * generating random variables, 2000). Layer i >= 1 is the rectangle from 0 to `edges[i]`, between the heights
 * `heights[i]` and `heights[i + 1]`; layer 0 is the strip below the tail's start `edges[1]` together with the
 * tail, and `edges[0]` is how wide it would be as a rectangle. A point of layer i left of `edges[i + 1]` lies
 * under the density for certain.
 */
export interface Ziggurat {
  /** 257 numbers, descending to 0. */
  readonly edges: Float64Array;
  /** The density at each edge (at 0 for layer 0, which has no use for it), with density(0) = 1. */
  readonly heights: Float64Array;
}

/** How many layers of equal area a density is cut into. */
export const LAYERS = 256;

/**
 * Lays the layers for a density with density(0) = 1. `tailStart` and `layerArea` are the one pair for which
 * the last layer ends at height 1; that pair is a root of an equation, found once and written down, not
 * solved at each start.
 */
export function layZiggurat(
  density: (x: number) => number,
  inverseDensity: (height: number) => number,
  tailStart: number,
  layerArea: number,
): Ziggurat {
  const edges = new Float64Array(LAYERS + 1);
  const heights = new Float64Array(LAYERS + 1);
  edges[0] = layerArea / density(tailStart);
  edges[1] = tailStart;
  heights[1] = density(tailStart);
  for (let layer = 2; layer < LAYERS; layer++) {
    heights[layer] = heights[layer - 1] + layerArea / edges[layer - 1];
    edges[layer] = inverseDensity(heights[layer]);
  }
  heights[LAYERS] = 1;
  return { edges, heights };
}
