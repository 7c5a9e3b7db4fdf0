import type { Unit } from "../../statistics/measures.js";
import { formatCount, formatHours, formatMoney, formatNumber, formatShare, formatTime } from "./numbers.js";

const MOST_DECIMALS = 9;

/** A figure in its unit: `81.3 %`, `4m05s`, `1,234`. */
export function formatMeasured(value: number, unit: Unit): string {
  switch (unit) {
    case "share":
      return formatShare(value);
    case "seconds":
      return value < 0 ? `-${formatTime(-value)}` : formatTime(value);
    case "count":
      return formatCount(value);
    case "hours":
      return formatHours(value);
    case "money":
      return formatMoney(value);
  }
}

/** Two figures of one unit, with as many decimals as it takes to tell them apart. */
export function formatApart(one: number, other: number, unit: Unit): [string, string] {
  const both = (format: (value: number) => string): [string, string] => [format(one), format(other)];
  let texts = both((value) => formatMeasured(value, unit));
  for (let decimals = 1; readSame(texts) && one !== other && decimals <= MOST_DECIMALS; decimals++) {
    texts = both((value) => withDecimals(value, unit, decimals));
  }
  return texts;
}

/**
 * How far two figures are apart: `1.1 points` of shares, else in their unit; never as nothing where it is
 * not.
 */
export function formatDistance(distance: number, unit: Unit): string {
  const size = Math.abs(distance);
  const [, text] = formatApart(0, size, unit);
  return unit === "share" ? text.replace(/ %$/, text === "1.0 %" ? " point" : " points") : text;
}

/** Half the width of an interval, as it stands behind `±`; as nothing only where it is. */
export function formatHalf(half: number, unit: Unit): string {
  return formatApart(0, half, unit)[1].replace(/ %$/, "");
}

/** Whether a reader sees one number: `0` is `0.0`. */
function readSame([one, other]: readonly [string, string]): boolean {
  const plain = (text: string) => text.replace(/\.0+(?!\d)/, "");
  return plain(one) === plain(other);
}

function withDecimals(value: number, unit: Unit, decimals: number): string {
  if (unit === "share") return formatShare(value, decimals);
  return `${formatNumber(value, decimals)}${unit === "seconds" ? "s" : ""}`;
}
