import * as v from "valibot";
import { suggestion } from "../../kit/nearest.js";
import { type Distribution, lognormalFromMean, lognormalFromQuantile } from "../../random/distribution.js";
import { duration, number, readDuration, text, whole } from "./leaf.js";
import { described, isMap, list, listed, oneOf, type Reader, type Strict, shown, strict } from "./shape.js";

/**
 * A distribution as a file says it: complete but for observed values, which stand in a CSV file of their own.
 */
export type DistributionInput =
  | Exclude<Distribution, { kind: "empirical" | "mixture" }>
  | { readonly kind: "empirical"; readonly file: string; readonly column: string }
  | {
      readonly kind: "mixture";
      readonly parts: readonly { readonly weight: number; readonly of: DistributionInput }[];
    };

const mean = described("Mean.", duration({ positive: true }));
const cv = described("Standard deviation divided by the mean.", number("a cv", { above: 0, most: 100 }));

function form<E extends v.ObjectEntries>(
  key: string,
  help: string,
  entries: E,
  build: (input: v.InferOutput<Strict<E>>) => DistributionInput,
): Reader<DistributionInput> {
  const inner = described(help, strict(key, entries));
  return v.pipe(
    strict("a distribution", { [key]: inner }),
    v.transform((outer) => build(outer[key] as v.InferOutput<Strict<E>>)),
  ) as unknown as Reader<DistributionInput>;
}

const constant: Reader<DistributionInput> = v.pipe(
  strict("a distribution", { constant: described("Always this long.", duration()) }),
  v.transform((input) => ({ kind: "constant" as const, seconds: input.constant })),
);

const bare: Reader<DistributionInput> = v.pipe(
  duration(),
  v.transform((seconds) => ({ kind: "constant" as const, seconds })),
);

const lognormalByMean = form("lognormal", "By mean and cv.", { mean, cv }, (input) =>
  lognormalFromMean(input.mean, input.cv),
);

const median = described("Half are shorter.", duration({ positive: true }));
const p90 = described("Nine in ten are shorter; longer than the median.", duration({ positive: true }));
const lognormalByMedian: Reader<DistributionInput> = v.pipe(
  strict("a distribution", {
    lognormal: v.pipe(
      strict("lognormal", { median, p90 }),
      v.check((input) => input.p90 > input.median, "the p90 is not longer than the median"),
    ),
  }),
  v.transform(({ lognormal }) => lognormalFromQuantile(lognormal.median, lognormal.p90)),
);

const exponential = form("exponential", "Memoryless.", { mean }, (input) => ({
  kind: "exponential",
  meanSeconds: input.mean,
}));

const gamma = form("gamma", "Gamma, by mean and cv.", { mean, cv }, (input) => ({
  kind: "gamma",
  meanSeconds: input.mean,
  cv: input.cv,
}));

// At 0.1 the cv is 429 already; below 0.006 the scale is no longer a number.
const shape = described(
  "Below 1 most are short; 1 is exponential.",
  number("a shape", { least: 0.1, most: 1000 }),
);
const weibull = form("weibull", "Weibull, by mean and shape.", { mean, shape }, (input) => ({
  kind: "weibull",
  meanSeconds: input.mean,
  shape: input.shape,
}));

const stages = described("Exponential stages one after another.", whole("stages", { least: 1, most: 1000 }));
const erlang = form("erlang", "Sum of exponential stages.", { mean, stages }, (input) => ({
  kind: "erlang",
  meanSeconds: input.mean,
  stages: input.stages,
}));

const uniform: Reader<DistributionInput> = v.pipe(
  strict("a distribution", {
    uniform: v.pipe(
      strict("uniform", { min: duration(), max: duration({ positive: true }) }),
      v.check((input) => input.max > input.min, "the max is not longer than the min"),
    ),
  }),
  v.transform(({ uniform: { min, max } }) => ({
    kind: "uniform" as const,
    minSeconds: min,
    maxSeconds: max,
  })),
);

const triangular: Reader<DistributionInput> = v.pipe(
  strict("a distribution", {
    triangular: v.pipe(
      strict("triangular", { min: duration(), mode: duration(), max: duration({ positive: true }) }),
      v.check(
        (input) => input.min <= input.mode && input.mode <= input.max && input.min < input.max,
        "min, mode and max are not in ascending order",
      ),
    ),
  }),
  v.transform(({ triangular: { min, mode, max } }) => ({
    kind: "triangular" as const,
    minSeconds: min,
    modeSeconds: mode,
    maxSeconds: max,
  })),
);

const file = described("CSV file beside the scenario.", text("a CSV file"));
const column = described("The name of its column.", text("a column of that file"));
const empirical = form("empirical", "Observed values, in seconds.", { file, column }, (input) => ({
  kind: "empirical",
  file: input.file,
  column: input.column,
}));

const part = strict("a part of a mixture", {
  weight: described("How often, relative to the other parts.", number("a weight", { above: 0, most: 1e9 })),
  of: v.lazy(() => distribution),
});

const mixture: Reader<DistributionInput> = v.pipe(
  strict("a distribution", {
    mixture: v.pipe(
      list("parts, each with weight and of", part),
      v.minLength(1, "found an empty list; expected parts, each with weight and of"),
    ),
  }),
  v.transform((input) => ({ kind: "mixture" as const, parts: input.mixture })),
);

const FORMS: Readonly<Record<string, Reader<DistributionInput>>> = {
  constant,
  exponential,
  gamma,
  weibull,
  erlang,
  uniform,
  triangular,
  empirical,
  mixture,
};
const KINDS = ["constant", "exponential", "lognormal", ...Object.keys(FORMS).slice(2)];

/**
 * How long something takes: a bare duration (a constant), or one kind of distribution with its parameters.
 */
export const distribution: Reader<DistributionInput> = oneOf(
  [
    bare,
    constant,
    exponential,
    lognormalByMean,
    lognormalByMedian,
    gamma,
    weibull,
    erlang,
    uniform,
    triangular,
    empirical,
    mixture,
  ],
  chooseForm,
);

function chooseForm(found: unknown): Reader<DistributionInput> | string {
  if (typeof found === "string" && KINDS.includes(found)) {
    return `${found} needs its parameters, as in {${exampleOf(found)}}`;
  }
  if (typeof found === "string" || typeof found === "number") {
    const parsed = readDuration(found, false);
    if ("value" in parsed) return bare;
    const hint = typeof found === "string" && !/[0-9]/.test(found) ? `; ${suggestion(found, KINDS)}` : "";
    return hint ? `found ${shown(found)}, neither a duration nor a distribution${hint}` : parsed.problem;
  }
  if (!isMap(found)) {
    const example = exampleOf("exponential");
    return `found ${shown(found)}; expected a duration such as 4m, or a distribution such as {${example}}`;
  }
  const keys = Object.keys(found);
  if (keys.length !== 1) {
    return `found ${shown(found)}; expected one kind of distribution, as in {${exampleOf("exponential")}}`;
  }
  const kind = keys[0]!;
  if (kind === "lognormal") {
    const parameters = found[kind];
    return isMap(parameters) && ("median" in parameters || "p90" in parameters)
      ? lognormalByMedian
      : lognormalByMean;
  }
  if (Object.hasOwn(FORMS, kind)) return FORMS[kind]!;
  return `${kind} is not a distribution; ${nearestKind(kind)}`;
}

function nearestKind(kind: string): string {
  const hint = suggestion(kind === "normal" ? "lognormal" : kind, KINDS);
  return hint.startsWith("did") ? hint : `expected ${listed(KINDS, "or")}`;
}

function exampleOf(kind: string): string {
  switch (kind) {
    case "constant":
      return "constant: 30s";
    case "lognormal":
      return "lognormal: {mean: 4m, cv: 0.9}";
    case "gamma":
      return "gamma: {mean: 4m, cv: 0.5}";
    case "weibull":
      return "weibull: {mean: 4m, shape: 1.5}";
    case "erlang":
      return "erlang: {mean: 4m, stages: 2}";
    case "uniform":
      return "uniform: {min: 1m, max: 5m}";
    case "triangular":
      return "triangular: {min: 1m, mode: 2m, max: 5m}";
    case "empirical":
      return "empirical: {file: times.csv, column: seconds}";
    case "mixture":
      return "mixture: [{weight: 1, of: 2m}, {weight: 3, of: 5m}]";
    default:
      return "exponential: {mean: 3m}";
  }
}
