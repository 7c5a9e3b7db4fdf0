import alea from "seedrandom/lib/alea.js";
import { describe, expect, it } from "vitest";
import { openStream, type Stream } from "../../src/random/stream.js";

const DRAWS = 4;
const FAMILIES = 3000;

/** Chi-square of counts over cells of equal chance, in standard deviations from its mean. */
function chiSquareOff(counts: Float64Array): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  let sum = 0;
  for (const count of counts) sum += (count - expected) ** 2 / expected;
  return (sum - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1));
}

/**
 * The first draws of 30,000 streams, numbered as agents are: ten to a family, which differ in the last digit
 * only.
 */
function firstDraws(open: (subject: string) => Stream): Float64Array {
  const draws = new Float64Array(FAMILIES * 10 * DRAWS);
  for (let number = 0; number < FAMILIES * 10; number++) {
    const stream = open(`agent ${number + 10_000}`);
    for (let draw = 0; draw < DRAWS; draw++) draws[number * DRAWS + draw] = stream();
  }
  return draws;
}

/**
 * Everything about those draws, one stream after another, that lies more than four standard deviations out.
 */
function dependences(open: (subject: string) => Stream): string[] {
  const draws = firstDraws(open);
  const found: string[] = [];
  const judge = (what: string, off: number) => {
    if (!(Math.abs(off) <= 4)) found.push(`${what}: ${off.toFixed(1)} standard deviations`);
  };
  const cells = new Float64Array(256);
  for (const u of draws) cells[Math.floor(u * 256)]++;
  judge("evenness", chiSquareOff(cells));
  for (let lag = 1; lag <= 3 * DRAWS; lag++) {
    let product = 0;
    const high = new Float64Array(256);
    const low = new Float64Array(256);
    for (let i = lag; i < draws.length; i++) {
      const [u, v] = [draws[i], draws[i - lag]];
      product += (u - 0.5) * (v - 0.5);
      high[Math.floor(u * 16) * 16 + Math.floor(v * 16)]++;
      low[Math.floor(((u * 65536) % 1) * 16) * 16 + Math.floor(((v * 65536) % 1) * 16)]++;
    }
    judge(`correlation at lag ${lag}`, (12 * product) / Math.sqrt(draws.length - lag));
    judge(`pairs at lag ${lag}`, chiSquareOff(high));
    judge(`low bits of pairs at lag ${lag}`, chiSquareOff(low));
  }
  for (let draw = 0; draw < DRAWS; draw++) {
    const bends = new Float64Array(64);
    for (let number = 0; number + 2 < FAMILIES * 10; number++) {
      // Three neighbours of one family: what they lack of lying on a line, around the circle.
      if (number % 10 > 7 || number % 3 !== 0) continue;
      const at = number * DRAWS + draw;
      const bend = draws[at] - 2 * draws[at + DRAWS] + draws[at + 2 * DRAWS];
      bends[Math.floor((bend - Math.floor(bend)) * 64)]++;
    }
    judge(`line through draw ${draw + 1} of three streams`, chiSquareOff(bends));
  }
  return found;
}

describe("openStream", () => {
  it("is alea keyed by seed, replication, purpose and subject, less the first sixteen draws", () => {
    const plain = alea("monday/3/patience/claims");
    for (let i = 0; i < 16; i++) plain();
    const stream = openStream("monday", 3, "patience", "claims");
    for (let i = 0; i < 100; i++) expect(stream()).toBe(plain());
  });

  it("draws whole multiples of 2^-32 in [0, 1)", () => {
    const stream = openStream("monday", 0, "patience", "claims");
    for (let i = 0; i < 10_000; i++) {
      const bits = stream() * 2 ** 32;
      expect(bits >= 0 && bits < 2 ** 32 && Number.isInteger(bits)).toBe(true);
    }
  });

  it("gives every four names a stream of their own, whatever slashes and percent signs they hold", () => {
    const names: [string, number, string, string][] = [
      ["a", 1, "b", "c"],
      ["a", 1, "b/c", "d"],
      ["a", 1, "b", "c/d"],
      ["a", 1, "b%2Fc", "d"],
      ["a", 1, "b%252Fc", "d"],
      ["a/1/b", 1, "b", "c"],
      ["a", 1, "b/1/b", "c"],
      ["a", 1, "b", "1/b/c"],
      ["a/1", 1, "b", "c"],
      ["a", 1, "1/b", "c"],
      ["a", 11, "b", "c"],
      ["", 1, "b", "c"],
    ];
    expect(new Set(names.map((name) => openStream(...name)())).size).toBe(names.length);
  });

  it("gives streams whose first draws are independent of one another", () => {
    expect(dependences((subject) => openStream("monday", 1, "patience", subject))).toEqual([]);
  });

  it("would be caught if it kept alea's first draws: those of neighbouring subjects lie on a line", () => {
    const found = dependences((subject) => alea(`monday/1/patience/${subject}`));
    expect(found).toContainEqual(expect.stringMatching(/^line through draw 1/));
    expect(found).toContainEqual(expect.stringMatching(/^line through draw 4/));
  });

  it("would be caught if neighbouring subjects began in neighbouring states", () => {
    const found = dependences((subject) => {
      let state = Number(subject.slice("agent ".length));
      return () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
      };
    });
    expect(found).toContainEqual(expect.stringMatching(/^pairs at lag 4/));
  });
});
