import type { Parsed } from "./parsed.js";

/**
 * Reads a time of day, `06:00`, `6:00` or `06:00:30`, into seconds after midnight; `24:00` is the end of the
 * day.
 */
export function parseClock(text: string): Parsed<number> {
  const trimmed = text.trim();
  const match = /^([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?$/.exec(trimmed);
  if (!match) {
    const shown = trimmed.length > 40 ? `${trimmed.slice(0, 37)}...` : trimmed;
    return { problem: `${shown || "nothing"} is not a time of day; expected one such as 06:00 or 18:30` };
  }
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  const seconds = Number(match[3] ?? "0");
  const total = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || total > 86_400) {
    return { problem: `there is no ${trimmed}; times of day go from 00:00 to 24:00` };
  }
  return { value: total };
}

/**
 * Writes seconds after midnight as `06:00`, or `06:00:30` where there are seconds; past midnight it counts
 * on, `26:00`.
 */
export function formatClock(clockSeconds: number): string {
  const whole = Math.floor(clockSeconds);
  const hours = String(Math.floor(whole / 3600)).padStart(2, "0");
  const minutes = String(Math.floor((whole % 3600) / 60)).padStart(2, "0");
  const seconds = whole % 60;
  return `${hours}:${minutes}${seconds > 0 ? `:${String(seconds).padStart(2, "0")}` : ""}`;
}
