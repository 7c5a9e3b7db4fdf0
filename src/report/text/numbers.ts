import type { Figure } from "../../statistics/summary.js";

/** What stands where nothing was observed. */
export const DASH = "-";

/** `2,784,500`: a number with so many decimals and commas between thousands; NaN as a dash. */
export function formatNumber(value: number, decimals = 0): string {
  if (Number.isNaN(value)) return DASH;
  if (!Number.isFinite(value)) return value > 0 ? "endless" : "-endless";
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", fraction] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const sign = value < 0 && Number(fixed) !== 0 ? "-" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** A mean count: whole from 100 on, one decimal below, none where there is nothing after the point. */
export function formatCount(value: number): string {
  return formatNumber(value, Math.abs(value) < 99.95 && !isNearlyWhole(value, 0.05) ? 1 : 0);
}

/** A number no longer than it must be: `8`, `12.5`. */
export function formatHours(value: number): string {
  return formatNumber(value, Math.abs(value) < 99.95 && !isNearlyWhole(value, 0.005) ? 1 : 0);
}

/** `81.3 %` of a share 0..1. */
export function formatShare(share: number, decimals = 1): string {
  return Number.isNaN(share) ? DASH : `${formatNumber(share * 100, decimals)} %`;
}

/** A share someone chose, without needless decimals: `80 %`, `82.5 %`. */
export function formatChosenShare(share: number): string {
  const percent = Math.round(share * 1e6) / 1e4;
  return `${percent} %`;
}

/** `+36 %`, `-2 %`, `0 %`. */
export function formatChange(change: number, decimals = 0): string {
  if (!Number.isFinite(change)) return DASH;
  const text = formatShare(change, decimals);
  return change > 0 && !/^[0.]+ %$/.test(text) ? `+${text}` : text;
}

/** A measured time, to three figures or so: `3.2s`, `48s`, `4m05s`, `1h20m`; NaN as a dash. */
export function formatTime(seconds: number): string {
  if (Number.isNaN(seconds)) return DASH;
  if (!Number.isFinite(seconds)) return "endless";
  if (seconds < 9.95) return seconds < 0.05 ? "0s" : `${seconds.toFixed(1)}s`;
  const whole = Math.round(seconds);
  if (whole < 100) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m${two(whole % 60)}s`;
  const minutes = Math.round(seconds / 60);
  return `${formatNumber(Math.floor(minutes / 60))}h${two(minutes % 60)}m`;
}

/** Money without cents from 1,000 on, with them below. */
export function formatMoney(amount: number): string {
  return formatNumber(amount, Math.abs(amount) < 999.995 ? 2 : 0);
}

/** Half the width of a figure's interval; NaN where it has none. */
export function halfWidth({ low, high }: Figure): number {
  return (high - low) / 2;
}

/**
 * `81.3 % ±0.6`; the half width in percentage points, left out where there is none. One below a twentieth of
 * a point has a second decimal, so that what was not exact does not look it.
 */
export function formatShareFigure(figure: Figure): string {
  const points = halfWidth(figure) * 100;
  const decimals = points >= 0.005 && points < 0.05 ? 2 : 1;
  const interval = Number.isNaN(points) || Number.isNaN(figure.mean) ? "" : ` ±${points.toFixed(decimals)}`;
  return `${formatShare(figure.mean)}${interval}`;
}

const NOTHING: Figure = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };

/** The figure of that name, or one of nothing. */
export function figureOf(figures: Readonly<Record<string, Figure>>, name: string): Figure {
  return Object.hasOwn(figures, name) ? figures[name]! : NOTHING;
}

/** The estimate of that name, NaN where there is none. */
export function meanOf(figures: Readonly<Record<string, Figure>>, name: string): number {
  return figureOf(figures, name).mean;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function isNearlyWhole(value: number, within: number): boolean {
  return Math.abs(value - Math.round(value)) < within;
}
