import { cut, pad, REPORT_COLUMNS, widthOf } from "./display.js";

/** A column: its heading, on as many lines as the longest of the table has, and how its cells stand. */
export interface Column {
  readonly heading: string;
  /** A second line, mostly the unit. */
  readonly unit?: string;
  readonly align?: "left" | "right";
  /** Cells are cut to so many columns. */
  readonly most?: number;
}

/** A cell; `paint` colours it after it is laid out. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string };

const INDENT = "  ";
const GAPS = [3, 2, 1];

/**
 * Lays out a table, headings first, each line begun with two spaces and at most 100 columns wide: gaps of
 * three columns, or fewer where it is tight; where that is not enough the columns that stand left are cut.
 */
export function formatTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string[] {
  const cells = rows.map((row) => columns.map((column, index) => cutTo(row[index] ?? "", column.most)));
  const headings = headingsOf(columns);
  const widths = columns.map((_, index) =>
    Math.max(
      ...headings.map((line) => widthOf(line[index]!)),
      ...cells.map((row) => widthOf(textOf(row[index]!))),
    ),
  );
  const room = REPORT_COLUMNS - INDENT.length;
  const total = (gap: number) => widths.reduce((sum, width) => sum + width, 0) + gap * (columns.length - 1);
  const gap = GAPS.find((one) => total(one) <= room) ?? 1;
  shrink(columns, widths, total(gap) - room);
  const lay = (row: readonly Cell[]) =>
    (
      INDENT +
      columns.map((column, index) => layCell(row[index]!, widths[index]!, column)).join(" ".repeat(gap))
    ).replace(/ +$/, "");
  return [...headings.map(lay), ...cells.map(lay)];
}

/** One line, or two of which a heading without a unit takes the lower. */
function headingsOf(columns: readonly Column[]): string[][] {
  if (!columns.some(({ unit }) => unit)) return [columns.map(({ heading }) => heading)];
  return [
    columns.map(({ heading, unit }) => (unit ? heading : "")),
    columns.map(({ heading, unit }) => unit ?? heading),
  ];
}

function layCell(cell: Cell, width: number, column: Column): string {
  const text = cut(textOf(cell), width);
  const padded = pad(text, width, column.align ?? "right");
  return typeof cell === "string" || text === "" ? padded : padded.replace(text, () => cell.paint(text));
}

function cutTo(cell: Cell, most: number | undefined): Cell {
  if (most === undefined) return cell;
  return typeof cell === "string" ? cut(cell, most) : { ...cell, text: cut(cell.text, most) };
}

function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

/** Takes the excess from the widest columns that stand left: numbers are never cut before names. */
function shrink(columns: readonly Column[], widths: number[], excess: number): void {
  for (let over = excess; over > 0; over--) {
    let widest = -1;
    for (const [index, { align }] of columns.entries()) {
      if (align === "left" && widths[index]! > 6 && (widest < 0 || widths[index]! > widths[widest]!)) {
        widest = index;
      }
    }
    if (widest < 0) return;
    widths[widest]!--;
  }
}
