import { csvFormatRows } from "d3-dsv";
import { withoutHidden } from "../scenario/control-characters.js";
import type { TidyRow } from "./rows.js";

const COLUMNS = ["scope", "name", "interval", "measure", "unit", "mean", "low", "high"] as const;

/**
 * Tidy rows as CSV (RFC 4180, comma, a heading line): one line a figure, an empty cell where there is none. A
 * text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function formatCsv(rows: readonly TidyRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column])));
  return csvLines([COLUMNS, ...lines]);
}

/** Lines of a CSV file, the last one ended too. */
export function csvLines(lines: readonly (readonly string[])[]): string {
  return `${csvFormatRows(lines.map((line) => [...line]))}\n`;
}

/**
 * A cell as text: numbers in full precision, what is none or has no end empty, texts safe from being taken
 * for formulas, hidden characters as their codes.
 */
export function cell(value: string | number): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = withoutHidden(value);
  return /^[=+\-@\t\r\n]/.test(text) && !isNumber(text) ? `'${text}` : text;
}

function isNumber(text: string): boolean {
  return /^[+-]?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?$/i.test(text);
}
