import { parseDuration } from "../../kit/duration.js";
import type { Parsed } from "../../kit/parsed.js";

/** One value of a varied path. */
export interface SweepValue {
  /** Shares are 0..1, durations seconds. */
  readonly value: number;
  /** As `--set` takes it: `12`, `90s`, `5%`. */
  readonly text: string;
}

/** What the values of a varied path are: plain numbers, durations or shares. */
export type AxisUnit = "number" | "seconds" | "share";

/**
 * A path of the scenario and the values it takes. They are kept as whole multiples of a power of ten, so that
 * the ninth step of 0.1 is 0.9 and nothing less.
 */
export interface Axis {
  readonly path: string;
  readonly unit: AxisUnit;
  /** A value is its whole number over ten to the power of so many. */
  readonly decimals: number;
  readonly values: AxisValues;
}

/** So many values, from the first on by equal steps or listed; or all between two ends, drawn by samples. */
export type AxisValues =
  | { readonly kind: "steps"; readonly first: number; readonly step: number; readonly count: number }
  | { readonly kind: "list"; readonly wholes: readonly number[] }
  | { readonly kind: "between"; readonly first: number; readonly last: number };

/** Between two ends without a step there are at least so many values to draw, and so many a sample. */
const FINENESS = 10_000;
const FINENESS_OF_SAMPLE = 100;
const MOST_DECIMALS = 12;
/** Durations are read to the microsecond. */
const DURATION_DECIMALS = 6;

/**
 * Reads `path=a..b:step`, `path=a..b` or `path=1,2,5`. Without a step whole numbers go by ones; other ranges
 * are for samples alone, for a grid (no `samples`) needs steps.
 */
export function readAxis(text: string, samples?: number): Parsed<Axis> {
  const equals = text.indexOf("=");
  const path = text.slice(0, Math.max(0, equals)).trim();
  const spec = text.slice(equals + 1).trim();
  if (path === "") return { problem: `found "${text}"; expected path=a..b:step or path=1,2,5` };
  if (spec === "") return { problem: "there are no values; expected a..b:step, such as 5..10:1, or 1,2,5" };
  return spec.includes("..") ? readRange(path, spec, samples) : readList(path, spec);
}

/** How many values a grid takes of it; Infinity between two ends. */
export function countOf({ values }: Axis): number {
  switch (values.kind) {
    case "steps":
      return values.count;
    case "list":
      return values.wholes.length;
    case "between":
      return Number.POSITIVE_INFINITY;
  }
}

/** The value at a place from 0; between two ends, so many of the finest steps from the first. */
export function axisValueAt({ unit, decimals, values }: Axis, place: number): SweepValue {
  const whole =
    values.kind === "list"
      ? values.wholes[place]!
      : values.first + place * (values.kind === "steps" ? values.step : 1);
  const plain = whole / 10 ** decimals;
  switch (unit) {
    case "number":
      return { value: plain, text: String(plain) };
    case "seconds":
      return { value: plain, text: `${plain}s` };
    case "share":
      return { value: whole / 10 ** (decimals + 2), text: `${plain}%` };
  }
}

interface Quantity {
  readonly unit: AxisUnit;
  /** Percent for a share. */
  readonly amount: number;
  readonly decimals: number;
}

function readRange(path: string, spec: string, samples: number | undefined): Parsed<Axis> {
  const [ends = "", stepText, ...more] = spec.split(":");
  const [fromText = "", toText = "", ...others] = ends.split("..");
  if (more.length > 0 || others.length > 0 || spec.includes(",")) {
    return { problem: `found ${spec}; expected one range a..b:step, such as 60s..180s:30s` };
  }
  const texts = [fromText, toText, ...(stepText === undefined ? [] : [stepText])];
  const read = readAll(texts);
  if ("problem" in read) return read;
  const { unit, decimals, wholes } = read.value;
  const [first, last, step] = wholes as [number, number, number | undefined];
  if (first > last) return { problem: `${fromText.trim()} is above ${toText.trim()}; write ${turned(spec)}` };
  if (step !== undefined && step <= 0) {
    return { problem: `the step ${stepText!.trim()} leads nowhere; expected one above zero` };
  }
  const isWhole = unit === "number" && decimals === 0;
  if (step === undefined && !isWhole) {
    if (first === last) return { value: { path, unit, decimals, values: { kind: "list", wholes: [first] } } };
    if (samples !== undefined) return between(path, read.value, samples);
    const example = unit === "seconds" ? "30s" : unit === "share" ? "5%" : "0.5";
    return { problem: `a grid needs a step: write ${spec}:${example}, or draw points with --samples` };
  }
  const by = step ?? 1;
  const values = { kind: "steps", first, step: by, count: Math.floor((last - first) / by) + 1 } as const;
  return { value: { path, unit, decimals, values } };
}

function between(path: string, { unit, decimals: least, wholes }: Wholes, samples: number): Parsed<Axis> {
  const most = unit === "seconds" ? DURATION_DECIMALS : MOST_DECIMALS;
  const [first = 0, last = 0] = wholes;
  const fineness = Math.max(FINENESS, FINENESS_OF_SAMPLE * samples);
  let decimals = least;
  let scale = 1;
  while ((last - first) * scale < fineness && decimals < most) {
    decimals++;
    scale *= 10;
  }
  return {
    value: {
      path,
      unit,
      decimals,
      values: { kind: "between", first: first * scale, last: last * scale },
    },
  };
}

function readList(path: string, spec: string): Parsed<Axis> {
  const texts = spec.split(",");
  const read = readAll(texts);
  if ("problem" in read) return read;
  const { unit, decimals, wholes } = read.value;
  const twice = wholes.findIndex((whole, place) => wholes.indexOf(whole) < place);
  if (twice >= 0) return { problem: `${texts[twice]!.trim()} stands twice in ${shortened(spec)}` };
  return { value: { path, unit, decimals, values: { kind: "list", wholes } } };
}

interface Wholes {
  readonly unit: AxisUnit;
  readonly decimals: number;
  readonly wholes: readonly number[];
}

/** All in one unit, as whole multiples of the same power of ten. */
function readAll(texts: readonly string[]): Parsed<Wholes> {
  const quantities: Quantity[] = [];
  for (const text of texts) {
    const read = readQuantity(text.trim());
    if ("problem" in read) return read;
    quantities.push(read.value);
  }
  const unit = quantities[0]!.unit;
  const other = quantities.findIndex((one) => one.unit !== unit);
  if (other > 0) {
    const both = `${texts[0]!.trim()} and ${texts[other]!.trim()}`;
    return { problem: `${both} are not of one kind; expected all numbers, all durations or all shares` };
  }
  const decimals = Math.max(...quantities.map((one) => one.decimals));
  const wholes = quantities.map(({ amount }) => Math.round(amount * 10 ** decimals));
  const far = wholes.findIndex((whole) => !Number.isSafeInteger(whole));
  if (far >= 0 || decimals > MOST_DECIMALS) {
    return { problem: `${texts[Math.max(0, far)]!.trim()} has more digits than can be told apart` };
  }
  return { value: { unit, decimals, wholes } };
}

function readQuantity(text: string): Parsed<Quantity> {
  if (text === "") return { problem: "a value is missing; expected a..b:step, such as 5..10:1, or 1,2,5" };
  const plain = /^([+-]?[0-9]+(?:\.([0-9]+))?) ?(%?)$/.exec(text);
  if (plain) {
    const unit = plain[3] === "%" ? "share" : "number";
    return { value: { unit, amount: Number(plain[1]), decimals: plain[2]?.length ?? 0 } };
  }
  if (!/^[0-9]/.test(text)) {
    const kinds = "a number, a duration such as 90s or a share such as 5%";
    return { problem: `found ${shortened(text)}; a sweep varies numbers: expected ${kinds}` };
  }
  const parsed = parseDuration(text);
  if ("problem" in parsed) return parsed;
  let decimals = 0;
  while (decimals < DURATION_DECIMALS && !isMultiple(parsed.value, decimals)) decimals++;
  return { value: { unit: "seconds", amount: parsed.value, decimals } };
}

function isMultiple(seconds: number, decimals: number): boolean {
  const scale = 10 ** decimals;
  return Math.round(seconds * scale) / scale === seconds;
}

function turned(spec: string): string {
  const [ends = "", step] = spec.split(":");
  const [from = "", to = ""] = ends.split("..");
  return `${to.trim()}..${from.trim()}${step === undefined ? "" : `:${step}`}`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
