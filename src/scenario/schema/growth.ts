import * as v from "valibot";
import { suggestion } from "../../kit/nearest.js";
import type { Parsed } from "../../kit/parsed.js";
import type { UncertainRate } from "../growth.js";
import { change, choice, duration, factor, parseShare, share, text, whole } from "./leaf.js";
import { described, isMap, leaf, list, named, oneOf, type Reader, shown, strict } from "./shape.js";

/** A figure of which the least, the middle and the most are told. */
export interface ThreeInput {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

const year = whole("a year", { least: 1900, most: 2200 });

/** `{low: 20%, middle: 36%, high: 50%}`. */
function three(what: string): Reader<ThreeInput> {
  return v.pipe(
    strict(`${what} with low, middle and high`, {
      low: described("The least it may come to.", change(what)),
      middle: described("What is expected.", change(what)),
      high: described("The most it may come to.", change(what)),
    }),
    v.check(
      ({ low, middle, high }) => low <= middle && middle <= high,
      "low, middle and high are not in ascending order",
    ),
  );
}

const oneChange = change("a change");
const threeChanges = three("a change");
const changes: Reader<number | ThreeInput> = oneOf<number | ThreeInput>([oneChange, threeChanges], (found) =>
  isMap(found) ? threeChanges : oneChange,
);

/** A standard deviation of a rate, above 0. */
const deviation: Reader<number> = leaf(
  { type: ["string", "number"], pattern: "^[0-9.]+ *%$" },
  (found): Parsed<number> => {
    const parsed = parseShare(found, "a standard deviation");
    if ("problem" in parsed) return parsed;
    const { value } = parsed;
    if (value <= 0) return { problem: `found ${shown(found)}; expected a standard deviation above 0%` };
    if (value <= 1) return parsed;
    const hint = typeof found === "number" ? `: write ${found}% or ${found / 100}` : " of at most 100%";
    return { problem: `found ${shown(found)}; expected a standard deviation${hint}` };
  },
);

const rate = change("a rate");
const persistence = v.exactOptional(
  described(
    "How much of a year's luck the next year keeps: 100% (default), one rate for all years; 0%, each anew.",
    share("a persistence"),
  ),
  () => 1,
);

/** Standard deviations that a normal rate must stay from -100 %, below which no contacts are left. */
const ROOM = 6;

const byMean = strict("a normal rate", {
  mean: described("Mean of the yearly rate.", rate),
  sd: described("Its standard deviation.", deviation),
});

const normal: Reader<UncertainRate> = v.pipe(
  strict("a rate", {
    normal: v.pipe(
      byMean,
      v.check(
        ({ mean, sd }) => mean - ROOM * sd > -1,
        "so wide a normal comes to -100% a year; make sd smaller, or write lognormal for normal",
      ),
    ),
    persistence,
  }),
  v.transform((input) => ({
    of: { kind: "normal" as const, ...input.normal },
    persistence: input.persistence,
  })),
);

const lognormal: Reader<UncertainRate> = v.pipe(
  strict("a rate", { lognormal: byMean, persistence }),
  v.transform((input) => ({
    of: { kind: "lognormal" as const, ...input.lognormal },
    persistence: input.persistence,
  })),
);

const uniform: Reader<UncertainRate> = v.pipe(
  strict("a rate", {
    uniform: v.pipe(
      strict("a uniform rate", { min: rate, max: rate }),
      v.check(({ min, max }) => max > min, "the max is not more than the min"),
    ),
    persistence,
  }),
  v.transform((input) => ({
    of: { kind: "uniform" as const, ...input.uniform },
    persistence: input.persistence,
  })),
);

const triangular: Reader<UncertainRate> = v.pipe(
  strict("a rate", {
    triangular: v.pipe(
      strict("a triangular rate", { min: rate, mode: rate, max: rate }),
      v.check(
        ({ min, mode, max }) => min <= mode && mode <= max && min < max,
        "min, mode and max are not in ascending order",
      ),
    ),
    persistence,
  }),
  v.transform((input) => ({
    of: { kind: "triangular" as const, ...input.triangular },
    persistence: input.persistence,
  })),
);

type RateInput = number | ThreeInput | UncertainRate;

const threeRates = three("a rate");
const RATES: Readonly<Record<string, Reader<RateInput>>> = { normal, lognormal, uniform, triangular };
const THREE = ["low", "middle", "high"];

const rates: Reader<RateInput> = oneOf<RateInput>(
  [rate, threeRates, normal, lognormal, uniform, triangular],
  (found) => {
    if (!isMap(found)) return rate;
    const keys = Object.keys(found).filter((key) => key !== "persistence");
    if (keys.some((key) => THREE.includes(key)) && !Object.hasOwn(found, "persistence")) return threeRates;
    const kind = keys[0] ?? "";
    if (keys.length === 1 && Object.hasOwn(RATES, kind)) return RATES[kind]!;
    const example = "{normal: {mean: 3%, sd: 1%}} or {low: 1%, middle: 3%, high: 5%}";
    if (keys.length !== 1)
      return `found ${shown(found)}; expected one distribution of the rate, as in ${example}`;
    return `${kind} is no distribution of a rate; ${suggestion(kind, [...Object.keys(RATES), ...THREE])}`;
  },
);

const centres = whole("centres", { least: 1, most: 1000 });
const severalCentres = v.pipe(
  list("numbers of centres", centres),
  v.check((found) => found.length > 0, "found an empty list; expected numbers of centres, as in [1, 2, 4]"),
);

/** `1..8` as all whole numbers between the two, both included. */
const fromTo: Reader<number[]> = leaf({ type: "string", pattern: "^[0-9]+\\.\\.[0-9]+$" }, (found) => {
  const match = /^([0-9]{1,4})\.\.([0-9]{1,4})$/.exec(String(found).trim());
  const [first, last] = [Number(match?.[1]), Number(match?.[2])];
  if (!(first >= 1 && first <= last && last <= 1000)) {
    return { problem: `found ${shown(found)}; expected centres such as 4, [1, 2, 4, 8] or 1..8, 1 to 1000` };
  }
  return { value: Array.from({ length: last - first + 1 }, (_, index) => first + index) };
});

const pool: Reader<number | number[]> = oneOf<number | number[]>(
  [centres, severalCentres, fromTo],
  (found) => (Array.isArray(found) ? severalCentres : typeof found === "string" ? fromTo : centres),
);

const ownCase = strict("a growth case", {
  of: described("What changes: volume, or jobs (staff).", choice(["jobs", "volume"])),
  change: v.exactOptional(described("Relative change until then; or low, middle and high of it.", changes)),
  rate: v.exactOptional(
    described("Instead of change: the yearly rate, or low, middle and high of it, or a distribution.", rates),
  ),
  until: described("Year.", year),
  from: v.exactOptional(described("Year; default the base year.", year)),
  queues: v.exactOptional(
    described(
      "Changes of queues by name, until then; the others take change or rate.",
      named("changes by queue, as in {claims: 50%}", changes),
    ),
  ),
  share: v.exactOptional(
    described("Part of the change that falls to this centre.", share("a share")),
    () => 1,
  ),
  source: v.exactOptional(described("Where the figure comes from.", text("a source"))),
  deflected: v.exactOptional(
    described("Contacts taken by self-service by then.", share("a share", { below: true })),
    () => 0,
  ),
  handleTime: v.exactOptional(described("Relative change of handle time.", change("a change")), () => 0),
  pool: v.exactOptional(
    described("So many centres become one; several numbers give a curve, [1, 2, 4] or 1..8.", pool),
    () => 1,
  ),
  target: v.exactOptional(
    strict("a growth target", {
      answered: v.exactOptional(described("Service level by then.", share("a service level"))),
      within: v.exactOptional(described("Its threshold by then.", duration({ positive: true }))),
    }),
  ),
});

const combination = strict("a combination of growth cases", {
  combine: described(
    "Names of cases that come together.",
    list("names of growth cases", text("the name of a growth case")),
  ),
  source: v.exactOptional(
    described("Where the figures come from; default the cases' own.", text("a source")),
  ),
});

/** A growth case of its own as the schema leaves it, defaults filled in. */
export type OwnCaseInput = v.InferOutput<typeof ownCase>;
/** Cases that come together. */
export type CombinationInput = v.InferOutput<typeof combination>;
/** A growth case as the schema leaves it. */
export type GrowthCaseInput = OwnCaseInput | CombinationInput;

const growthCase: Reader<GrowthCaseInput> = oneOf<GrowthCaseInput>(
  [ownCase as Reader<OwnCaseInput>, combination as Reader<CombinationInput>],
  (found) =>
    (isMap(found) && Object.hasOwn(found, "combine") ? combination : ownCase) as Reader<GrowthCaseInput>,
);

/** What `growth` says of all its cases. */
export const growthTerms = {
  baseYear: described("The year the scenario describes.", year),
  every: v.exactOptional(
    described("Years from one row to the next; default 1.", whole("years", { least: 1, most: 100 })),
  ),
  attrition: v.exactOptional(
    described(
      "Leavers of a year for each head, 30%; default as exponential tenures of teams tell.",
      factor("leavers for each head"),
    ),
  ),
};

/** What the coming years may bring. */
export const growth = strict("growth", {
  ...growthTerms,
  cases: described("The cases, by name.", named("growth cases by name", growthCase)),
});
