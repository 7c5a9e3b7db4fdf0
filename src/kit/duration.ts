import type { Parsed } from "./parsed.js";

const UNIT_ORDER = ["w", "d", "h", "m", "s", "ms"];
const UNIT_SECONDS = [604_800, 86_400, 3_600, 60, 1, 0.001];
const LONGEST_SECONDS = 3_660 * 86_400;

/** Units people write that are not ours, and ours. */
const FOREIGN_UNITS: ReadonlyMap<string, string> = new Map([
  ["sec", "s"],
  ["secs", "s"],
  ["second", "s"],
  ["seconds", "s"],
  ["min", "m"],
  ["mins", "m"],
  ["minute", "m"],
  ["minutes", "m"],
  ["hr", "h"],
  ["hrs", "h"],
  ["hour", "h"],
  ["hours", "h"],
  ["day", "d"],
  ["days", "d"],
  ["week", "w"],
  ["weeks", "w"],
  ["msec", "ms"],
]);

/**
 * Reads a duration with units, `20s`, `4m`, `1h30m`, `500ms`, `2d`, `8w`, into seconds. Units descend and
 * none comes twice; a number may have decimals (`1.5h`). Never negative, at most ten years.
 */
export function parseDuration(text: string): Parsed<number> {
  const trimmed = text.trim();
  if (trimmed === "") return { problem: "nothing found; expected a duration such as 20s, 4m or 1h30m" };
  if (trimmed.startsWith("-")) return { problem: `${shown(trimmed)} is negative; a duration is 0s or more` };
  if (/^[0-9]+:[0-9]/.test(trimmed)) {
    return { problem: `${shown(trimmed)} looks like a time of day; write a duration as 4m or 1h30m` };
  }
  if (/^[0-9]+,[0-9]+/.test(trimmed)) {
    return { problem: `${shown(trimmed)} has a decimal comma; write ${shown(trimmed.replace(",", "."))}` };
  }
  let seconds = 0;
  let lastRank = -1;
  let index = 0;
  const part = /([0-9]+(?:\.[0-9]+)?) *([A-Za-z]*) */y;
  while (index < trimmed.length) {
    part.lastIndex = index;
    const match = part.exec(trimmed);
    if (!match) {
      return { problem: `${shown(trimmed)} is not a duration; expected one such as 20s, 4m or 1h30m` };
    }
    const amount = match[1]!;
    const unit = match[2]!;
    const rank = UNIT_ORDER.indexOf(unit);
    if (rank < 0) return { problem: unitProblem(trimmed, amount, unit, index, lastRank) };
    if (rank <= lastRank) {
      return { problem: `${shown(trimmed)} has its units out of order; write them as in 1h30m or 4m20s` };
    }
    seconds += Number(amount) * UNIT_SECONDS[rank]!;
    lastRank = rank;
    index = part.lastIndex;
  }
  if (seconds > LONGEST_SECONDS) return { problem: `${shown(trimmed)} is more than ten years` };
  // 4.1m is 245.99999999999997 in binary: whole microseconds are what was meant.
  return { value: Math.round(seconds * 1e6) / 1e6 };
}

function unitProblem(text: string, amount: string, unit: string, index: number, lastRank: number): string {
  if (unit === "" && index === 0 && amount.length === text.length) return unitless(amount);
  if (unit === "") {
    const next = UNIT_ORDER[Math.min(lastRank + 1, UNIT_ORDER.length - 1)]!;
    return `${shown(text)} ends without a unit; write ${shown(`${text}${next}`)}`;
  }
  const lower = unit.toLowerCase();
  const ours = UNIT_ORDER.includes(lower) ? lower : FOREIGN_UNITS.get(lower);
  const hint = ours ? `write ${amount}${ours}` : "units are ms, s, m, h, d and w";
  return `${shown(text)} has the unknown unit ${shown(unit)}; ${hint}`;
}

/** The problem with a number where a duration is expected: which unit to add. */
export function unitless(amount: string): string {
  return `${shown(amount)} has no unit; write ${shown(amount)}s for seconds or ${shown(amount)}m for minutes`;
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

/** Writes seconds as `parseDuration` reads them: `20s`, `4m`, `1h30m`, `500ms`; NaN as a dash. */
export function formatDuration(seconds: number): string {
  if (Number.isNaN(seconds)) return "-";
  if (seconds < 0) return `-${formatDuration(-seconds)}`;
  if (!Number.isFinite(seconds)) return "never";
  const milliseconds = Math.round(seconds * 1000);
  if (milliseconds === 0) return "0s";
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor((milliseconds % 3_600_000) / 60_000);
  const rest = milliseconds % 60_000;
  let text = "";
  if (hours > 0) text += `${hours}h`;
  if (minutes > 0) text += `${minutes}m`;
  if (rest > 0) text += rest < 1000 ? `${rest}ms` : `${rest / 1000}s`;
  return text;
}
