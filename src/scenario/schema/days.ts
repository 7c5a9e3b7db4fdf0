import * as v from "valibot";
import { formatClock, parseClock } from "../../kit/clock.js";
import { nearest } from "../../kit/nearest.js";
import type { Parsed } from "../../kit/parsed.js";
import type { Stretch } from "../open-stretches.js";
import { isMap, leaf, named, oneOf, type Reader, shown } from "./shape.js";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Which days a word or list of words means: Monday to Sunday, and public holidays. */
export interface Days {
  readonly weekdays: readonly boolean[];
  readonly holiday: boolean;
}

/** Reads `mon-fri`, `sat,sun`, `daily`, `holiday`, and lists of these. */
export function parseDays(text: string): Parsed<Days> {
  const weekdays = WEEKDAYS.map(() => false);
  let holiday = false;
  for (const part of text.split(",").map((word) => word.trim().toLowerCase())) {
    if (part === "daily") {
      weekdays.fill(true);
      holiday = true;
    } else if (part === "holiday" || part === "holidays") {
      holiday = true;
    } else {
      const [from = "", to = from, ...rest] = part.split("-").map((word) => word.trim());
      const first = WEEKDAYS.indexOf(from);
      const last = WEEKDAYS.indexOf(to);
      if (first < 0 || last < 0 || rest.length > 0)
        return { problem: dayProblem(first < 0 ? from : to, text) };
      // sat-mon runs over the week's end.
      for (let day = first; ; day = (day + 1) % 7) {
        weekdays[day] = true;
        if (day === last) break;
      }
    }
  }
  return { value: { weekdays, holiday } };
}

function dayProblem(word: string, text: string): string {
  const near =
    nearest(word, [...WEEKDAYS, "daily", "holiday"]) ?? WEEKDAYS.find((day) => word.startsWith(day));
  const hint = near
    ? `did you mean ${near}?`
    : "days are mon, tue, wed, thu, fri, sat, sun, ranges like mon-fri, daily and holiday";
  return `${word === "" ? shown(text) : `"${word}"`} is not a day; ${hint}`;
}

/** Days as one text or a list of texts. */
export const days: Reader<Days> = leaf(
  { type: ["string", "array"], items: { type: "string" }, examples: ["mon-fri", "sat,sun", "daily"] },
  (found) => {
    const words = Array.isArray(found) ? found : [found];
    if (words.length === 0 || !words.every((word) => typeof word === "string")) {
      return { problem: `found ${shown(found)}; expected days such as mon-fri, sat,sun or daily` };
    }
    return parseDays(words.join(","));
  },
);

/**
 * A map whose keys are words for days, each value read by `value`; `merge` makes one thing of them. A day
 * named twice is a problem.
 */
export function byDays<T, R>(
  what: string,
  value: Reader<T>,
  merge: (entries: readonly { days: Days; value: T }[]) => R,
): Reader<R> {
  return v.pipe(
    named(what, unlessNothing(value)),
    v.rawCheck<Record<string, T>>(({ dataset, addIssue }) => {
      const map = dataset.value as Record<string, unknown>;
      if (!isMap(map)) return;
      for (const [key, message] of dayProblems(Object.keys(map))) {
        addIssue({ message, path: [{ type: "object", origin: "key", input: map, key, value: map[key] }] });
      }
    }),
    v.transform((map) =>
      merge(
        Object.entries(map).flatMap(([key, found]) => {
          const parsed = parseDays(key);
          return "value" in parsed ? [{ days: parsed.value, value: found }] : [];
        }),
      ),
    ),
  );
}

/** Keys that are no days, or name a day that another key has named. */
function dayProblems(keys: readonly string[]): Map<string, string> {
  const problems = new Map<string, string>();
  const taken = new Map<string, string>();
  for (const key of keys) {
    const parsed = parseDays(key);
    if ("problem" in parsed) {
      problems.set(key, parsed.problem);
      continue;
    }
    for (const word of wordsOf(parsed.value)) {
      const before = taken.get(word);
      if (before !== undefined) problems.set(key, `${before} and ${key} both speak of ${word}`);
      taken.set(word, key);
    }
  }
  return problems;
}

/** YAML reads {sat,sun: 1} as two keys, the first without value. */
function unlessNothing<T>(value: Reader<T>): Reader<T> {
  const message = 'found nothing; inside braces several days stand in quotes, as in {"sat,sun": ...}';
  return oneOf([value], (found) => (found === null ? message : value));
}

function wordsOf(some: Days): string[] {
  return [...WEEKDAYS.filter((_, day) => some.weekdays[day]), ...(some.holiday ? ["holiday"] : [])];
}

/** `08:00-20:00`, a list of such, or `closed` (no stretch). */
export const stretches: Reader<Stretch[]> = leaf(
  { type: ["string", "array"], items: { type: "string" }, examples: ["08:00-20:00", "closed"] },
  (found) => {
    if (found === "closed") return { value: [] };
    const read: Stretch[] = [];
    for (const one of Array.isArray(found) ? found : [found]) {
      const parsed = parseStretch(one);
      if ("problem" in parsed) return parsed;
      read.push(parsed.value);
    }
    read.sort((a, b) => a.fromClockSeconds - b.fromClockSeconds);
    for (const [index, next] of read.entries()) {
      const before = read[index - 1];
      if (before && next.fromClockSeconds < before.toClockSeconds) {
        return {
          problem: `the stretch from ${formatClock(next.fromClockSeconds)} begins before the one before ends`,
        };
      }
    }
    return { value: read };
  },
);

function parseStretch(found: unknown): Parsed<Stretch> {
  const wrong = { problem: `found ${shown(found)}; expected opening hours such as 08:00-20:00, or closed` };
  if (typeof found !== "string") return wrong;
  const ends = found.split("-");
  if (ends.length !== 2) return wrong;
  const from = parseClock(ends[0]!);
  const to = parseClock(ends[1]!);
  if ("problem" in from) return from;
  if ("problem" in to) return to;
  if (from.value === to.value) {
    return { problem: `${found} is no time at all; for the whole day write 00:00-24:00, for none closed` };
  }
  // An end before the beginning is on the next day.
  const toClockSeconds = to.value < from.value ? to.value + 86_400 : to.value;
  return { value: { fromClockSeconds: from.value, toClockSeconds } };
}
