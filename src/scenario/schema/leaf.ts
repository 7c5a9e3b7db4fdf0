import { parseClock } from "../../kit/clock.js";
import { parseDuration, unitless } from "../../kit/duration.js";
import { suggestion } from "../../kit/nearest.js";
import type { Parsed } from "../../kit/parsed.js";
import { codeText, controlCharacterAt } from "../control-characters.js";
import { dateFault } from "../local-date.js";
import { leaf, type Reader, shown } from "./shape.js";

const DURATION_PATTERN = "^[0-9.]+ *(ms|s|m|h|d|w)[0-9. msdh]*$";

/** Text; a bare number is taken as the text it was written as. */
export function text(what: string): Reader<string> {
  return leaf({ type: ["string", "number"] }, (found) => {
    if (typeof found === "number") return { value: String(found) };
    if (typeof found !== "string") return { problem: `found ${shown(found)}; expected ${what}` };
    const control = controlCharacterAt(found);
    if (control >= 0) {
      return { problem: `found the control character ${codeText(found.charCodeAt(control))}; remove it` };
    }
    if (found.trim() === "") return { problem: `found an empty text; expected ${what}` };
    return { value: found };
  });
}

/** One of these words. */
export function choice<const T extends string>(words: readonly T[]): Reader<T> {
  return leaf({ enum: words }, (found) => {
    if (typeof found === "string" && (words as readonly string[]).includes(found))
      return { value: found as T };
    if (typeof found === "string") return { problem: `found ${shown(found)}; ${suggestion(found, words)}` };
    return {
      problem: `found ${shown(found)}; expected ${words.length > 1 ? "one of " : ""}${words.join(", ")}`,
    };
  });
}

/** true or false. */
export const flag: Reader<boolean> = leaf({ type: "boolean" }, (found) =>
  typeof found === "boolean"
    ? { value: found }
    : { problem: `found ${shown(found)}; expected true or false` },
);

interface Bounds {
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
  /** What to say of a percentage, which would otherwise be taken for a slip of the pen. */
  readonly notPercent?: string;
}

/** A number within bounds. */
export function number(what: string, bounds: Bounds): Reader<number> {
  return leaf({ type: "number", ...jsonBounds(bounds) }, (found) => parseNumber(found, what, bounds));
}

/** A whole number within bounds. */
export function whole(what: string, bounds: Bounds): Reader<number> {
  return leaf({ type: "integer", ...jsonBounds(bounds) }, (found) => {
    const parsed = parseNumber(found, what, bounds);
    if ("problem" in parsed || Number.isSafeInteger(parsed.value)) return parsed;
    return { problem: `found ${shown(found)}; expected ${what}, a whole number` };
  });
}

function parseNumber(found: unknown, what: string, bounds: Bounds): Parsed<number> {
  if (typeof found === "string" && /^-?[0-9]+,[0-9]+$/.test(found)) {
    return { problem: `found ${shown(found)}, a decimal comma; write ${found.replace(",", ".")}` };
  }
  if (typeof found === "string" && /^[0-9]{1,3}([ '_][0-9]{3})+$/.test(found)) {
    return { problem: `found ${shown(found)}; write ${found.replace(/[ '_]/g, "")}` };
  }
  if (typeof found === "string" && found.trim() !== "" && Number.isFinite(Number(found))) {
    return { problem: `found the text ${shown(found)}; expected ${what}: remove the quotes` };
  }
  if (typeof found === "string" && /^[0-9]+(?:\.[0-9]+)?%$/.test(found)) {
    const plain = Number(found.slice(0, -1)) / 100;
    if (bounds.notPercent) return { problem: `found ${shown(found)}; ${bounds.notPercent}` };
    return { problem: `found ${shown(found)}; expected ${what}, a plain number: write ${plain}` };
  }
  if (typeof found !== "number") return { problem: `found ${shown(found)}; expected ${what}, a number` };
  const { least = Number.NEGATIVE_INFINITY, above = Number.NEGATIVE_INFINITY, most = Infinity } = bounds;
  if (found < least || found <= above || found > most) {
    return { problem: `found ${found}; expected ${what}, ${boundsText(bounds, found)}` };
  }
  return { value: found };
}

/** The bounds in words; a far upper one, there to stop nonsense, only where it is the one passed. */
function boundsText({ least, above, most: upper }: Bounds, found: number): string {
  const most = upper !== undefined && (upper <= 10_000 || found > upper) ? upper : undefined;
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (least !== undefined) return `${least} or more`;
  if (above !== undefined && most !== undefined) return `above ${above} and at most ${most}`;
  return above !== undefined ? `above ${above}` : `at most ${most}`;
}

function jsonBounds({ least, above, most }: Bounds): Record<string, number> {
  return {
    ...(least === undefined ? {} : { minimum: least }),
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
    ...(most === undefined ? {} : { maximum: most }),
  };
}

/** A share of 0 to 1, `80%` or `0.8`; `below` excludes 100 %. */
export function share(what: string, { below = false, above = false } = {}): Reader<number> {
  return leaf({ type: ["string", "number"], pattern: "^[0-9.]+ *%$" }, (found) => {
    const parsed = parseShare(found, what);
    if ("problem" in parsed) return parsed;
    const { value } = parsed;
    if (value < 0) return { problem: `found ${shown(found)}; expected ${what} of 0% or more` };
    if (typeof found === "number" && value > 1) {
      return { problem: `found ${found}; expected ${what}: write ${found}% or ${found / 100}` };
    }
    if (value > 1) return { problem: `found ${shown(found)}; expected ${what} of at most 100%` };
    if (above && value === 0) return { problem: `found ${shown(found)}; expected ${what} above 0%` };
    if (below && value === 1) return { problem: `found ${shown(found)}; expected ${what} below 100%` };
    return { value };
  });
}

/** A factor above 0, `140%` or `1.4`; at most 1000 %. */
export function factor(what: string): Reader<number> {
  return leaf({ type: ["string", "number"], pattern: "^[0-9.]+ *%$" }, (found) => {
    const parsed = parseShare(found, what);
    if ("problem" in parsed) return parsed;
    const { value } = parsed;
    if (value <= 0) return { problem: `found ${shown(found)}; expected ${what} above 0%` };
    if (value <= 10) return parsed;
    if (typeof found !== "number")
      return { problem: `found ${shown(found)}; expected ${what} of at most 1000%` };
    return { problem: `found ${found}; expected ${what}: write ${found}% or ${found / 100}` };
  });
}

/** A relative change, `36%`, `-2%` or `0.36`; never -100 % or less. */
export function change(what: string): Reader<number> {
  return leaf({ type: ["string", "number"], pattern: "^[+-]?[0-9.]+ *%$" }, (found) => {
    const parsed = parseShare(found, what);
    if ("problem" in parsed) return parsed;
    if (parsed.value <= -1) return { problem: `found ${shown(found)}; expected ${what} above -100%` };
    if (typeof found === "number" && Math.abs(found) > 5) {
      return { problem: `found ${found}; expected ${what}: write ${found}% or ${found / 100}` };
    }
    return parsed;
  });
}

/** Reads `80%` or `0.8` into 0.8, without bounds. */
export function parseShare(found: unknown, what: string): Parsed<number> {
  if (typeof found === "number") return { value: found };
  if (typeof found !== "string")
    return { problem: `found ${shown(found)}; expected ${what} such as 80% or 0.8` };
  const match = /^([+-]?[0-9]+(?:\.[0-9]+)?) ?%$/.exec(found.trim());
  // Percent to share through decimal text: 7 / 100 is exact enough, 5.5 * 0.01 is not.
  if (match) return { value: Number(match[1]) / 100 };
  if (/^[+-]?[0-9]+,[0-9]+ ?%?$/.test(found)) {
    return { problem: `found ${shown(found)}, a decimal comma; write ${found.replace(",", ".")}` };
  }
  return { problem: `found ${shown(found)}; expected ${what} such as 80% or 0.8` };
}

/** A duration in seconds; `positive` excludes none at all, `mostSeconds` bounds it. */
export function duration(options: { positive?: boolean } = {}): Reader<number> {
  const json = { type: "string", pattern: DURATION_PATTERN, examples: ["20s", "4m", "1h30m"] };
  return leaf(json, (found) => readDuration(found, options.positive ?? false));
}

/** Reads a value as a duration in seconds. */
export function readDuration(found: unknown, positive: boolean): Parsed<number> {
  if (typeof found === "number")
    return { problem: found < 0 ? `${found} is negative` : unitless(String(found)) };
  if (typeof found !== "string") {
    return { problem: `found ${shown(found)}; expected a duration such as 20s, 4m or 1h30m` };
  }
  const parsed = parseDuration(found);
  if (positive && "value" in parsed && parsed.value === 0) {
    return { problem: `found ${shown(found)}; expected a duration above zero` };
  }
  return parsed;
}

/** A time of day in seconds after midnight. */
export const clock: Reader<number> = leaf(
  { type: "string", pattern: "^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$", examples: ["06:00"] },
  (found) =>
    typeof found === "string"
      ? parseClock(found)
      : { problem: `found ${shown(found)}; expected a time of day in quotes, such as "06:00"` },
);

/** A date that exists, `2026-03-02`. */
export const date: Reader<string> = leaf(
  { type: "string", format: "date", examples: ["2026-03-02"] },
  (found) => {
    if (typeof found !== "string") {
      return { problem: `found ${shown(found)}; expected a date such as 2026-03-02` };
    }
    const fault = dateFault(found.trim());
    return fault === undefined ? { value: found.trim() } : { problem: fault };
  },
);
