import { parseClock } from "../../kit/clock.js";
import { parseDuration } from "../../kit/duration.js";
import type { Parsed } from "../../kit/parsed.js";
import { DAY_SECONDS } from "../days.js";
import { dateFault } from "../local-date.js";
import { type Days, parseDays } from "../schema/days.js";

/**
 * What a column holds: `number` 0 or more, `count` a whole one, `clock` a time of day as seconds after
 * midnight, `date` a local date, `days` a weekday, several or `holiday`, `seconds` seconds or a duration,
 * `text` anything.
 */
export type ColumnKind = "number" | "count" | "clock" | "date" | "days" | "seconds" | "text";

/** What a cell holds, by its column's kind; `undefined` where it is empty. */
export type Cell = number | string | Days | undefined;

const EXPECTED: Readonly<Record<ColumnKind, string>> = {
  number: "a number such as 12 or 3.5",
  count: "a whole number such as 12",
  clock: "a time of day such as 08:30",
  date: "a date such as 2026-03-02",
  days: "a day such as mon, mon-fri or holiday",
  seconds: "seconds such as 210 or a duration such as 3m30s",
  text: "a name",
};

/** Reads one cell, trimmed; an empty one is a problem here. */
export function readCell(kind: ColumnKind, text: string): Parsed<Exclude<Cell, undefined>> {
  if (text === "") return { problem: `nothing found; expected ${EXPECTED[kind]}` };
  if (kind !== "text" && /^#|^(?:n\/a|nan|null|none|-+)$/i.test(text))
    return { problem: `found ${shown(text)} where a value is missing; expected ${EXPECTED[kind]}` };
  switch (kind) {
    case "number":
      return readNumber(text, kind);
    case "count":
      return readCount(text);
    case "clock":
      return readStartClock(text);
    case "date": {
      const fault = dateFault(text);
      return fault === undefined ? { value: text } : { problem: fault };
    }
    case "days":
      return parseDays(text);
    case "seconds":
      return readSeconds(text);
    case "text":
      return { value: text };
  }
}

function readNumber(text: string, kind: ColumnKind): Parsed<number> {
  if (/^[0-9]/.test(text)) {
    if (/^[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$/.test(text)) {
      const value = Number(text);
      return value < 1e15 ? { value } : { problem: `${shown(text)} is too large` };
    }
    if (/^[0-9]+,[0-9]+$/.test(text)) {
      const point = text.replace(",", ".");
      const whole = text.replace(",", "");
      if (kind === "count") return { problem: `${shown(text)} has a comma; expected ${EXPECTED.count}` };
      return {
        problem: `${shown(text)} has a comma; write ${/,[0-9]{3}$/.test(text) ? `${whole} or ` : ""}${point}`,
      };
    }
    if (/^[0-9]{1,3}(?:[ ,.'\u00a0\u202f][0-9]{3})+(?:[.,][0-9]+)?$/.test(text))
      return { problem: `${shown(text)} has marks between thousands; write the digits without them` };
    if (/^[0-9.]+ *%$/.test(text))
      return { problem: `${shown(text)} is a share; expected ${EXPECTED[kind]}` };
  }
  if (/^\.[0-9]+$/.test(text)) return { value: Number(text) };
  if (/^-[0-9.]/.test(text)) return { problem: `${shown(text)} is negative; expected 0 or more` };
  const what = kind === "seconds" ? "a duration" : "a number";
  return { problem: `${shown(text)} is not ${what}; expected ${EXPECTED[kind]}` };
}

function readCount(text: string): Parsed<number> {
  const read = readNumber(text, "count");
  if ("value" in read && !Number.isInteger(read.value))
    return { problem: `${shown(text)} is not whole; expected ${EXPECTED.count}` };
  return read;
}

function readStartClock(text: string): Parsed<number> {
  const halfDay = halfDayFault(text);
  if (halfDay !== undefined) return { problem: halfDay };
  const read = parseClock(text);
  if ("value" in read && read.value >= DAY_SECONDS)
    return { problem: `${shown(text)} is the end of the day; a row starts at 23:59 at the latest` };
  return read;
}

/** What is wrong with a time of day written with AM or PM; undefined where it is not. */
export function halfDayFault(text: string): string | undefined {
  const match = /^([0-9]{1,2})((?::[0-9]{2}){0,2}) ?([ap])\.?m\.?$/i.exec(text);
  if (match === null) return undefined;
  const hours = (Number(match[1]) % 12) + (match[3].toLowerCase() === "p" ? 12 : 0);
  return `${shown(text)} counts hours to twelve; write ${String(hours).padStart(2, "0")}${match[2] || ":00"}`;
}

function readSeconds(text: string): Parsed<number> {
  if (/^[0-9.]+$/.test(text)) return readNumber(text, "seconds");
  if (/^[0-9]+(?::[0-9]+)+$/.test(text))
    return { problem: `${shown(text)} is written like a time of day; expected ${EXPECTED.seconds}` };
  if (/^[0-9]/.test(text)) return parseDuration(text);
  return readNumber(text, "seconds");
}

/** A user's text for a message: short, on one line, in quotes. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return `'${line.length > 40 ? `${line.slice(0, 37)}...` : line}'`;
}
