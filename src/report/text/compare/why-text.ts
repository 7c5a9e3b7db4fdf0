import type { AttributedPart, Attribution } from "../../../plan/compare/attribute.js";
import { PART_TITLES } from "../../../plan/compare/scenario-parts.js";
import type { Figure } from "../../../statistics/summary.js";
import { REPORT_COLUMNS, wrap } from "../display.js";
import { DASH, formatNumber, halfWidth } from "../numbers.js";
import type { Paint } from "../paint.js";
import { type Cell, formatTable } from "../table.js";
import { changesWords } from "./change-words.js";
import { titleOf } from "./difference-table.js";

const MOST_CHANGES = 4;

/** Why a figure differs: each part's share, what it would be alone, and what differs in it; else nothing. */
export function formatWhy(
  attribution: Attribution,
  letters: readonly [string, string],
  paint: Paint,
): string[] {
  const { parts, mixes, together, without } = attribution;
  if (parts.length === 0) return [];
  const lines: string[] = [];
  if (parts.length > 1) lines.push(...shareTable(attribution, letters, paint));
  for (const index of bySize(parts)) {
    const part = parts[index]!;
    const words = changesWords(part.changes, letters, MOST_CHANGES);
    lines.push(...wrap(`${titleOfPart(part)}: ${words}`, REPORT_COLUMNS, "    ", "  "));
  }
  const notes: string[] = [];
  if (parts.length > 1) {
    notes.push(
      "Shares are Shapley values: what a part adds, in the mean over every order in which the parts can " +
        `change. ${formatNumber(mixes)} mixes of the two, themselves among them, were simulated with the ` +
        `same callers; the shares add up to the whole. alone: the difference had only this part changed ` +
        `in ${letters[0]}; last: what it adds when all else is as in ${letters[1]}.`,
    );
  }
  if (together.length > 0 && parts.some((part) => part.parts.length > 1)) {
    notes.push(`Taken together: ${together.join("; ")}.`);
  }
  if (without.length > 0) {
    const names = without.map((part) => PART_TITLES[part]).join(", ");
    notes.push(`They differ in ${names} too, which cannot change this figure.`);
  }
  return [...lines, ...notes.flatMap((note) => wrap(note, REPORT_COLUMNS, "  ", "  "))];
}

/** `volume -20.3, staff -8.8 points`: the shares, the greatest first; empty of fewer than two parts. */
export function shareWords({ parts, difference, figure }: Attribution): string {
  if (parts.length < 2 || parts.some(({ share }) => Number.isNaN(share.mean))) return "";
  const shown = shownShares(parts, difference.mean, figure.unit === "share");
  const words = bySize(parts).map((index) => `${titleOfPart(parts[index]!)} ${shown.texts[index]}`);
  return `${words.join(", ")}${unitWord(figure.unit)}`;
}

/** `staff and routing`. */
export function titleOfPart({ parts }: AttributedPart): string {
  return parts.map((part) => PART_TITLES[part]).join(" and ");
}

/** What to say where no part that differs can change the figure. */
export function nothingWords({ without, figure }: Attribution, letters: readonly [string, string]): string {
  const names = without.map((part) => PART_TITLES[part]).join(", ");
  return without.length === 0
    ? `${letters[0]} and ${letters[1]} differ in nothing that the ${titleOf(figure)} depends on.`
    : `They differ in ${names} alone, which cannot change the ${titleOf(figure)}.`;
}

function shareTable(attribution: Attribution, letters: readonly [string, string], paint: Paint): string[] {
  const { parts, difference, figure } = attribution;
  const isShare = figure.unit === "share";
  const unit = isShare ? "points" : figure.unit;
  const shown = shownShares(parts, difference.mean, isShare);
  const text = (value: number) => signed(value, isShare, shown.decimals);
  const half = (one: Figure) => {
    const error = halfWidth(one);
    return Number.isNaN(error) ? "" : `±${formatNumber(error * (isShare ? 100 : 1), shown.decimals)}`;
  };
  const rows = bySize(parts).map((index): Cell[] => {
    const part = parts[index]!;
    return [
      titleOfPart(part),
      shown.texts[index]!,
      half(part.share),
      text(part.alone.mean),
      text(part.last.mean),
    ];
  });
  const whole: Cell[] = [
    { text: `${letters[1]} less ${letters[0]}`, paint: paint.title },
    { text: text(difference.mean), paint: paint.title },
    half(difference),
    "",
    "",
  ];
  return formatTable(
    [
      { heading: "part", align: "left", most: 40 },
      { heading: "share", unit },
      { heading: "± 95 %" },
      { heading: "alone" },
      { heading: "last" },
    ],
    [...rows, whole],
  );
}

/** Places of the parts, the greatest share first. */
function bySize(parts: readonly AttributedPart[]): number[] {
  const size = (index: number) => Math.abs(parts[index]!.share.mean);
  return [...parts.keys()].sort((one, other) => size(other) - size(one) || one - other);
}

/** Shares rounded so that what is printed adds up to the printed difference, by largest remainder. */
function shownShares(
  parts: readonly AttributedPart[],
  difference: number,
  isShare: boolean,
): { readonly texts: string[]; readonly decimals: number } {
  const scale = isShare ? 100 : 1;
  const values = parts.map(({ share }) => share.mean * scale);
  const size = Math.max(...values.map(Math.abs), Math.abs(difference * scale));
  const decimals = size >= 100 ? 0 : size >= 2 ? 1 : 2;
  if (values.some(Number.isNaN)) return { texts: values.map(() => DASH), decimals };
  const step = [1, 10, 100][decimals]!;
  const exact = values.map((value) => value * step);
  const units = exact.map(Math.floor);
  const missing = Math.round(difference * scale * step) - units.reduce((sum, one) => sum + one, 0);
  const byRemainder = [...units.keys()].sort(
    (one, other) => exact[other]! - units[other]! - (exact[one]! - units[one]!) || one - other,
  );
  for (const index of byRemainder.slice(0, Math.max(0, missing))) units[index]!++;
  return { texts: units.map((one) => signed(one / step / scale, isShare, decimals)), decimals };
}

function signed(value: number, isShare: boolean, decimals: number): string {
  const text = formatNumber(value * (isShare ? 100 : 1), decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function unitWord(unit: string): string {
  if (unit === "share") return " points";
  return unit === "seconds" || unit === "hours" ? ` ${unit}` : "";
}
