import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileSampler } from "../../src/random/compile-sampler.js";
import { exponentialSampler } from "../../src/random/exponential-sampler.js";
import { gammaFactorSampler } from "../../src/random/gamma-sampler.js";
import { normalSampler } from "../../src/random/normal-sampler.js";
import { exp, log, logGamma, power } from "../../src/random/portable-math.js";
import { openStream, type Stream } from "../../src/random/stream.js";
import { TRUTHS } from "../random/distribution-truths.js";

/*
 * No-regression: the bits of the first thousand draws. A failure is a change of behaviour, which alters every
 * result ever published with a seed, and not proof of a bug. The digests say nothing about whether the draws
 * are right.
 */

const samplers: [string, (stream: Stream) => () => number][] = [
  ["stream", (stream) => stream],
  ["unit exponential", exponentialSampler],
  ["unit normal", normalSampler],
  ["busyness of cv 0.12", (stream) => gammaFactorSampler(0.12, stream)],
  ["empirical", (stream) => compileSampler({ kind: "empirical", valuesSeconds: [3, 5, 8, 13, 21] }, stream)],
  ["log", (stream) => () => log(1e6 * stream())],
  ["exp", (stream) => () => exp(100 * (stream() - 0.5))],
  ["power", (stream) => () => power(10 * stream(), 0.7)],
  ["logGamma", (stream) => () => logGamma(20 * stream() + 1e-3)],
  ...TRUTHS.map(
    ({ name, distribution }): [string, (stream: Stream) => () => number] => [
      name,
      (stream) => compileSampler(distribution, stream),
    ],
  ),
];

const file = new URL("./samplers-digest.json", import.meta.url);

/** First 16 hexadecimal digits of SHA-256 over a thousand draws, as little-endian doubles. */
function digest(draw: () => number): string {
  const bytes = new DataView(new ArrayBuffer(8000));
  for (let i = 0; i < 1000; i++) bytes.setFloat64(8 * i, draw(), true);
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

describe("the first thousand draws have the frozen bits", () => {
  const frozen: Record<string, string> = JSON.parse(readFileSync(file, "utf8"));
  it.each(samplers)("%s", (name, sampler) => {
    expect(digest(sampler(openStream("golden", 0, "sampler", name)))).toBe(frozen[name]);
  });

  it("and nothing is frozen that is no longer drawn", () => {
    expect(Object.keys(frozen)).toEqual(samplers.map(([name]) => name));
  });
});
