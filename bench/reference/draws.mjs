import alea from "seedrandom/lib/alea.js";

/**
 * Draws for the reference loops: alea, whose state is kept in four flat numbers so that a step is inlined
 * into the loop, and ziggurat tables of 256 layers (Marsaglia and Tsang 2000) for exponential and normal
 * draws.
 */

/** Opens a stream: the state s0, s1, s2, c of seedrandom's alea after sixteen discarded draws. */
export function openStream(key) {
  const { s0, s1, s2, c } = alea(key, { state: true }).state();
  const stream = Float64Array.of(s0, s1, s2, c);
  for (let i = 0; i < 16; i++) nextUniform(stream);
  return stream;
}

/** One step of alea: 32 random bits as a number in [0, 1). */
export function nextUniform(stream) {
  const t = 2091639 * stream[0] + stream[3] * 2.3283064365386963e-10;
  const carry = t | 0;
  const uniform = t - carry;
  stream[0] = stream[1];
  stream[1] = stream[2];
  stream[2] = uniform;
  stream[3] = carry;
  return uniform;
}

const EXPONENTIAL = layers(7.69711747013105, 0.003949659822581557, expDensity, (y) => -Math.log(y));
const NORMAL = layers(3.6541528853610088, 0.00492867323399, normalDensity, (y) =>
  Math.sqrt(-2 * Math.log(y)),
);
const expEdge = EXPONENTIAL.edge;
const normalEdge = NORMAL.edge;

/** An exponential draw with mean 1. */
export function nextExponential(stream) {
  const scaled = nextUniform(stream) * 256;
  const layer = scaled | 0;
  const x = (scaled - layer) * expEdge[layer];
  return x < expEdge[layer + 1] ? x : exponentialAtEdge(stream, layer, x);
}

/** A standard normal draw. */
export function nextNormal(stream) {
  const scaled = nextUniform(stream) * 256;
  const layer = scaled | 0;
  const x = ((scaled - layer) * 2 - 1) * normalEdge[layer];
  return Math.abs(x) < normalEdge[layer + 1] ? x : normalAtEdge(stream, layer, x);
}

function exponentialAtEdge(stream, layer, x) {
  if (layer === 0) return EXPONENTIAL.tail + nextExponential(stream);
  return underCurve(stream, EXPONENTIAL, layer, expDensity(x)) ? x : nextExponential(stream);
}

function normalAtEdge(stream, layer, x) {
  if (layer > 0) return underCurve(stream, NORMAL, layer, normalDensity(x)) ? x : nextNormal(stream);
  const { tail } = NORMAL;
  let past;
  do past = nextExponential(stream) / tail;
  while (2 * nextExponential(stream) < past * past);
  return x < 0 ? -tail - past : tail + past;
}

function underCurve(stream, { height }, layer, density) {
  return height[layer] + nextUniform(stream) * (height[layer + 1] - height[layer]) < density;
}

function expDensity(x) {
  return Math.exp(-x);
}

function normalDensity(x) {
  return Math.exp(-0.5 * x * x);
}

/** Right edges and heights of 256 layers of equal area; layer 0 is the base with the tail. */
function layers(tail, area, density, inverse) {
  const edge = new Float64Array(257);
  const height = new Float64Array(257);
  edge[0] = area / density(tail);
  edge[1] = tail;
  height[1] = density(tail);
  for (let i = 1; i < 255; i++) {
    height[i + 1] = height[i] + area / edge[i];
    edge[i + 1] = inverse(height[i + 1]);
  }
  height[256] = 1;
  return { tail, edge, height };
}
