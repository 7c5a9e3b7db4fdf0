import { parseDuration } from "../kit/duration.js";
import { suggestion } from "../kit/nearest.js";
import type { Parsed } from "../kit/parsed.js";
import { MEASURES, type NamedMeasure } from "./measure-names.js";
import type { Mechanism } from "./mechanisms.js";

/** A figure of a result: whose, and which. */
export interface Subject {
  readonly of: "queue" | "team" | "total";
  /** The queue's or team's name; `total` for all together. */
  readonly name: string;
  readonly measure: string;
  readonly unit: NamedMeasure["unit"];
}

/** A promise of `expect:`, `claims.serviceLevel >= 80%`. */
export interface PromisedFigure extends Subject {
  readonly relation: ">=" | "<=" | ">" | "<";
  /** Shares are 0..1, times seconds. */
  readonly bound: number;
}

interface Names {
  readonly queues: readonly string[];
  readonly teams: readonly string[];
}

/**
 * Reads a promise, or says what is wrong with it: its form, a name that does not exist, a bound of another
 * unit.
 */
export function parsePromise(text: string, names: Names): Parsed<PromisedFigure> {
  const match = /^(.*?)(>=|<=|==|!=|=>|=<|=|>|<)(.*)$/.exec(text);
  if (!match) {
    return { problem: `"${text}" makes no comparison; expected one such as claims.serviceLevel >= 80%` };
  }
  const [, left = "", relation = "", right = ""] = match;
  if (relation !== ">=" && relation !== "<=" && relation !== ">" && relation !== "<") {
    const swapped = relation === "=>" ? "write >=" : relation === "=<" ? "write <=" : "use >= or <=";
    const why = swapped.startsWith("use") ? ", figures are estimates" : "";
    return { problem: `${relation} is not a comparison here${why}; ${swapped}` };
  }
  const subject = parseSubject(left.trim(), names);
  if ("problem" in subject) return subject;
  const bound = parseBound(right.trim(), subject.value);
  if ("problem" in bound) return bound;
  return { value: { ...subject.value, relation, bound: bound.value } };
}

/**
 * Reads `claims.serviceLevel` or `total.cost`. A queue comes before a team of the same name where both have
 * it.
 */
export function parseSubject(text: string, names: Names): Parsed<Subject> {
  const kinds = [
    { of: "queue", names: names.queues, measures: MEASURES.queue },
    { of: "team", names: names.teams, measures: MEASURES.team },
    { of: "total", names: ["total"], measures: MEASURES.total },
  ] as const;
  const measuresThere: string[] = [];
  let measure = "";
  for (const kind of kinds) {
    const bare = text.startsWith(`${kind.of}s.`) ? text.slice(kind.of.length + 2) : text;
    const name = kind.names
      .filter((one) => bare.startsWith(`${one}.`))
      .reduce((longest, one) => (one.length > longest.length ? one : longest), "");
    if (name === "") continue;
    measure = bare.slice(name.length + 1);
    const known = kind.measures.find((one) => one.name === measure);
    if (known) return { value: { of: kind.of, name, measure, unit: known.unit } };
    measuresThere.push(...kind.measures.map((one) => one.name));
  }
  if (measuresThere.length > 0) {
    return { problem: `there is no measure ${measure}; ${suggestion(measure, [...new Set(measuresThere)])}` };
  }
  const dot = text.lastIndexOf(".");
  if (dot <= 0) return { problem: `"${text}" is not a figure; expected one such as claims.serviceLevel` };
  const name = text.slice(0, dot);
  const known = [...new Set([...names.queues, ...names.teams, "total"])];
  return { problem: `there is no queue or team ${name}; ${suggestion(name, known)}` };
}

/**
 * Says so where a figure is of a mechanism that is not in use; `who` is without it. `known`: all figures.
 */
export function notInUse(
  { of, name, measure }: Pick<Subject, "of" | "name" | "measure">,
  mechanisms: ReadonlySet<Mechanism>,
  who = "this scenario does not have",
  known: typeof MEASURES = MEASURES,
): string | undefined {
  const mechanism = known[of].find((one) => one.name === measure)?.of;
  if (mechanism === undefined || mechanisms.has(mechanism)) return undefined;
  return `${name}.${measure} is a figure of ${mechanism}, which ${who}`;
}

/** Reads a value of a measure in its unit: `80%`, `20s`, `250000`; shares become 0..1, times seconds. */
export function parseBound(
  text: string,
  { unit, measure }: Pick<Subject, "unit" | "measure">,
): Parsed<number> {
  const percent = /^(-?[0-9]+(?:\.[0-9]+)?) ?%$/.exec(text);
  const plain = /^-?[0-9]+(?:\.[0-9]+)?$/.test(text) ? Number(text) : undefined;
  switch (unit) {
    case "share":
      if (percent && Number(percent[1]) <= 100) return { value: Number(percent[1]) / 100 };
      if (plain !== undefined && plain >= 0 && plain <= 1) return { value: plain };
      return { problem: `found "${text}"; ${measure} is a share: write one such as 80% or 0.8` };
    case "seconds": {
      const parsed = parseDuration(text);
      return "value" in parsed ? parsed : { problem: `${measure} is a time: ${parsed.problem}` };
    }
    default:
      if (plain !== undefined) return { value: plain };
      return { problem: `found "${text}"; ${measure} is a number: write one such as 250000` };
  }
}
