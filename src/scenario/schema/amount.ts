import * as v from "valibot";
import { type Distribution, lognormalFromMean } from "../../random/distribution.js";
import { number } from "./leaf.js";
import { described, isMap, listed, oneOf, type Reader, shown, strict } from "./shape.js";

const MOST = 1e9;
const money = number("an amount of money", { least: 0, most: MOST });
const mean = described("Mean.", number("a mean", { above: 0, most: MOST }));
const cv = described("Standard deviation divided by the mean.", number("a cv", { above: 0, most: 100 }));

const bare: Reader<Distribution> = v.pipe(
  money,
  v.transform((seconds) => ({ kind: "constant" as const, seconds })),
);

const exponential: Reader<Distribution> = v.pipe(
  strict("an amount", { exponential: strict("exponential", { mean }) }),
  v.transform((input) => ({ kind: "exponential" as const, meanSeconds: input.exponential.mean })),
);

const lognormal: Reader<Distribution> = v.pipe(
  strict("an amount", { lognormal: strict("lognormal", { mean, cv }) }),
  v.transform((input) => lognormalFromMean(input.lognormal.mean, input.lognormal.cv)),
);

const gamma: Reader<Distribution> = v.pipe(
  strict("an amount", { gamma: strict("gamma", { mean, cv }) }),
  v.transform(({ gamma }) => ({ kind: "gamma" as const, meanSeconds: gamma.mean, cv: gamma.cv })),
);

const uniform: Reader<Distribution> = v.pipe(
  strict("an amount", {
    uniform: v.pipe(
      strict("uniform", { min: money, max: money }),
      v.check((input) => input.max > input.min, "the max is not more than the min"),
    ),
  }),
  v.transform(({ uniform: { min, max } }) => ({
    kind: "uniform" as const,
    minSeconds: min,
    maxSeconds: max,
  })),
);

const FORMS: Readonly<Record<string, Reader<Distribution>>> = { exponential, lognormal, gamma, uniform };

/**
 * How much money something is worth: a number, or a distribution. It is a distribution like those of times,
 * with money where they have seconds.
 */
export const amount: Reader<Distribution> = oneOf<Distribution>(
  [bare, exponential, lognormal, gamma, uniform],
  (found) => {
    if (!isMap(found)) return bare;
    const [kind = "", ...more] = Object.keys(found);
    const form = more.length === 0 && Object.hasOwn(FORMS, kind) ? FORMS[kind] : undefined;
    const kinds = listed(Object.keys(FORMS), "or");
    return form ?? `found ${shown(found)}; expected an amount such as 40, or one of ${kinds}`;
  },
);
