import * as v from "valibot";
import { formatClock, parseClock } from "../../kit/clock.js";
import { nearest } from "../../kit/nearest.js";
import type { Parsed } from "../../kit/parsed.js";
import type { Stretch } from "../open-stretches.js";
import { leaf, type Reader, shown } from "./shape.js";

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
 * A map whose keys are words for days, each value read by `value`; `merge` makes one thing of them. A day named twice
 * is a problem.
 */
export function byDays<T, R>(
  what: string,
  value: Reader<T>,
  merge: (entries: readonly { days: Days; value: T }[]) => R,
): Reader<R> {
  return v.pipe(
    v.record(v.string(), value, (issue) => `found ${shown(issue.input)}; expected ${what}`),
    v.rawTransform<Record<string, T>, R>(({ dataset, addIssue, NEVER }) => {
      const entries: { days: Days; value: T }[] = [];
      const taken = new Map<string, string>();
      let wrong = false;
      for (const [key, found] of Object.entries(dataset.value)) {
        const refuse = (message: string) => {
          wrong = true;
          const at = { type: "object", origin: "key", input: dataset.value, key, value: found } as const;
          addIssue({ message, path: [at] });
        };
        const parsed = parseDays(key);
        if ("problem" in parsed) {
          refuse(parsed.problem);
          continue;
        }
        for (const word of wordsOf(parsed.value)) {
          const before = taken.get(word);
          if (before !== undefined) refuse(`${before} and ${key} both speak of ${word}`);
          if (before !== undefined) break;
          taken.set(word, key);
        }
        entries.push({ days: parsed.value, value: found });
      }
      return wrong ? NEVER : merge(entries);
    }),
  );
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
