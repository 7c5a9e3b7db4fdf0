import type { ComparedFigure } from "../../../plan/compare/comparison.js";
import type { Unit } from "../../../statistics/measures.js";
import type { DifferenceVerdict } from "../../../statistics/paired.js";
import { formatDistance, formatMeasured } from "../measured.js";
import { DASH, formatNumber, halfWidth } from "../numbers.js";

/** A figure that stands beside another: `21.3s`, so that the difference of the two can be checked. */
export function formatBeside(value: number, unit: Unit): string {
  return unit === "seconds" && isSomeSeconds(value) ? `${value.toFixed(1)}s` : formatMeasured(value, unit);
}

/** How far two such figures are apart: `16.5s`, `1.1 points`. */
export function formatGap(distance: number, unit: Unit): string {
  const size = Math.abs(distance);
  return unit === "seconds" && isSomeSeconds(size) ? formatBeside(size, unit) : formatDistance(size, unit);
}

/** Whether elsewhere a time would be in whole seconds, without minutes. */
function isSomeSeconds(seconds: number): boolean {
  const size = Math.abs(seconds);
  return size >= 9.95 && size < 99.95;
}

/** A difference with its sign: `+1.2 points`, `-340`; a dash where there is none. */
export function formatSigned(difference: number, unit: Unit): string {
  if (Number.isNaN(difference)) return DASH;
  if (difference === 0) return "0";
  return `${difference > 0 ? "+" : "-"}${formatGap(difference, unit)}`;
}

/** `±0.9` of a difference, in its unit without the word. */
export function formatError(figure: ComparedFigure["difference"], unit: Unit): string {
  const half = halfWidth(figure);
  if (Number.isNaN(half)) return "";
  return half === 0 ? "exact" : `±${formatGap(half, unit).replace(/ points?$/, "")}`;
}

/** `28.2 to 30.1 points`: where the size of a difference of one sign lies, with 95 % confidence. */
export function formatRange({ low, high }: ComparedFigure["difference"], unit: Unit): string {
  const ends = [low, high].map((one) => formatSigned(one, unit).replace(/ points?$/, ""));
  return `${ends.join(" to ")}${unit === "share" ? " points" : ""}`;
}

/** What a report calls the verdicts, in one word. */
export const VERDICT_WORDS: Readonly<Record<DifferenceVerdict, string>> = {
  same: "the same",
  slight: "slight",
  real: "real",
  perhaps: "perhaps",
  open: "open",
  none: DASH,
};

/** `1,234`, or that a million would not do; empty where nothing is open. */
export function formatReplications(count: number): string {
  if (Number.isNaN(count)) return "";
  return Number.isFinite(count) ? formatNumber(count) : "> 1 million";
}

/** `0.5 points`, `1.0s`, and for counts so many of A's. */
export function smallestWords({ smallest, unit }: ComparedFigure): string {
  return unit === "share" ? formatDistance(smallest, unit) : formatBeside(smallest, unit);
}
