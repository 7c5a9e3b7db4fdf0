import { describe, expect, it } from "vitest";
import { exponentialSampler, exponentialZiggurat } from "../../src/random/exponential-sampler.js";
import { normalSampler, normalZiggurat } from "../../src/random/normal-sampler.js";
import { openStream, type Stream } from "../../src/random/stream.js";
import { LAYERS, type Ziggurat } from "../../src/random/ziggurat.js";

const open = (subject: string) => openStream("truth", 0, "ziggurat", subject);

/** Φ by its power series; for |x| < 7. */
function normalDistributionFunction(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}

function integral(f: (x: number) => number, from: number, to: number): number {
  const steps = 20_000;
  const step = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i++) sum += (i % 2 ? 4 : 2) * f(from + i * step);
  return (sum * step) / 3;
}

/**
 * Chi-square of draws, mapped to uniforms, over cells of equal chance; in standard deviations from its mean.
 */
function unevenness(uniform: () => number, draws: number, cells: number): number {
  const counts = new Float64Array(cells);
  for (let i = 0; i < draws; i++) counts[Math.min(cells - 1, Math.floor(uniform() * cells))]++;
  return chiSquareOff(counts, draws);
}

function chiSquareOff(counts: Float64Array, draws: number): number {
  const expected = draws / counts.length;
  let sum = 0;
  for (const count of counts) sum += (count - expected) ** 2 / expected;
  return (sum - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1));
}

const densities: [string, Ziggurat, (x: number) => number, number][] = [
  ["exponential", exponentialZiggurat, (x) => Math.exp(-x), 60],
  ["normal", normalZiggurat, (x) => Math.exp(-0.5 * x * x), 12],
];

describe.each(densities)("the layers of the %s density", (_, { edges, heights }, density, farOut) => {
  it("all have the same area, the last ending at the top and the first including the tail", () => {
    const tail = integral(density, edges[1], farOut);
    const area = edges[1] * density(edges[1]) + tail;
    expect((edges[0] * density(edges[1])) / area).toBeCloseTo(1, 12);
    for (let layer = 1; layer < LAYERS; layer++) {
      expect((edges[layer] * (heights[layer + 1] - heights[layer])) / area).toBeCloseTo(1, 9);
    }
  });

  it("have their right edges on the density, descending to 0", () => {
    for (let layer = 1; layer <= LAYERS; layer++) {
      expect(heights[layer] / density(edges[layer])).toBeCloseTo(1, 12);
      expect(edges[layer]).toBeLessThan(edges[layer - 1]);
    }
    expect(edges[LAYERS]).toBe(0);
  });
});

const exponentialUniform = (draw: () => number) => () => -Math.expm1(-draw());
const normalUniform = (draw: () => number) => () => normalDistributionFunction(draw());

describe("exponentialSampler", () => {
  it("fills 1,000 cells of equal chance evenly, and would not were its draws 1 % too long", () => {
    const draw = exponentialSampler(open("even"));
    expect(Math.abs(unevenness(exponentialUniform(draw), 4_000_000, 1000))).toBeLessThan(4);
    const long = () => 1.01 * draw();
    expect(unevenness(exponentialUniform(long), 4_000_000, 1000)).toBeGreaterThan(4);
  });

  it("passes the tail's start as often as it should, and by 1 on average", () => {
    const draw = exponentialSampler(open("tail"));
    const draws = 8_000_000;
    const start = exponentialZiggurat.edges[1];
    let passed = 0;
    let beyond = 0;
    for (let i = 0; i < draws; i++) {
      const x = draw();
      if (x > start) {
        passed++;
        beyond += x - start;
      }
    }
    const expected = draws * Math.exp(-start);
    expect(Math.abs(passed - expected)).toBeLessThan(4 * Math.sqrt(expected));
    expect(Math.abs(beyond / passed - 1)).toBeLessThan(4 / Math.sqrt(passed));
  });

  it("never draws 0", () => {
    for (let layer = 0; layer < LAYERS; layer++) {
      expect(exponentialSampler(() => layer / LAYERS)()).toBeGreaterThan(0);
    }
  });
});

describe("normalSampler", () => {
  it("fills 1,000 cells of equal chance evenly, and would not were its draws 1 % too long", () => {
    const draw = normalSampler(open("even"));
    expect(Math.abs(unevenness(normalUniform(draw), 2_000_000, 1000))).toBeLessThan(4);
    const long = () => 1.01 * draw();
    expect(unevenness(normalUniform(long), 2_000_000, 1000)).toBeGreaterThan(4);
  });

  it("passes the tail's start on either side as often and as far as it should", () => {
    const draw = normalSampler(open("tail"));
    const draws = 16_000_000;
    const start = normalZiggurat.edges[1];
    const passed = [0, 0];
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < draws; i++) {
      const x = draw();
      if (Math.abs(x) > start) {
        passed[x < 0 ? 0 : 1]++;
        sum += Math.abs(x);
        squares += x * x;
      }
    }
    const expected = draws * normalDistributionFunction(-start);
    for (const count of passed) expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected));
    const tailMean =
      Math.exp(-0.5 * start ** 2) / Math.sqrt(2 * Math.PI) / normalDistributionFunction(-start);
    const count = passed[0] + passed[1];
    const mean = sum / count;
    expect(Math.abs(mean - tailMean)).toBeLessThan(4 * Math.sqrt((squares / count - mean ** 2) / count));
  });
});

describe("layer and position", () => {
  /** The first published code took both from the same low bits; the draws then betray their layer. */
  function sharingBits(stream: Stream): () => number {
    const { edges, heights } = exponentialZiggurat;
    return () => {
      for (;;) {
        const u = stream();
        const layer = Math.floor(u * LAYERS);
        const x = u * edges[layer];
        if (x < edges[layer + 1]) return x;
        if (layer === 0) return edges[1] - Math.log(1 - stream());
        if (heights[layer] + stream() * (heights[layer + 1] - heights[layer]) < Math.exp(-x)) return x;
      }
    };
  }

  it("use different bits: a sampler that shares them is uneven", () => {
    expect(unevenness(exponentialUniform(sharingBits(open("shared"))), 200_000, 1000)).toBeGreaterThan(4);
  });

  it.each([
    ["exponential", (stream: Stream) => exponentialUniform(exponentialSampler(stream))],
    ["normal", (stream: Stream) => normalUniform(normalSampler(stream))],
  ] as const)("successive %s draws are independent", (name, sampler) => {
    const uniform = sampler(open(`pairs of ${name}`));
    const side = 24;
    const draws = 1_000_000;
    for (const lag of [1, 2, 3]) {
      const counts = new Float64Array(side * side);
      const cells = Array.from({ length: draws + lag }, () =>
        Math.min(side - 1, Math.floor(uniform() * side)),
      );
      for (let i = 0; i < draws; i++) counts[cells[i] * side + cells[i + lag]]++;
      expect(Math.abs(chiSquareOff(counts, draws))).toBeLessThan(4);
    }
  });
});
