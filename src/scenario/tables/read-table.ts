import { csvParseRows } from "d3-dsv";
import type { Place, ProblemReporter } from "../../kit/problem.js";
import type { Days } from "../schema/days.js";
import { type ColumnSpec, checkHeader, type Header, headerExpected } from "./check-header.js";
import { cellOffset, indexRows, type RowIndex } from "./index-rows.js";
import { type Cell, readCell, shown } from "./read-cell.js";

/** A row whose cells are all as expected. */
export interface TableRow {
  /** NaN where the cell is empty or the table has no such column. */
  number(column: string): number;
  /** Empty where the cell is empty or the table has no such column. */
  text(column: string): string;
  /** Undefined where the table has no such column. */
  days(column: string): Days | undefined;
  place(column: string): Place;
}

/** A table read and checked; after a problem with `sound` false and the rows that are good. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly sound: boolean;
  /** The header's place. */
  readonly place: Place;
  has(column: string): boolean;
}

interface Source {
  readonly header: Header;
  readonly text: string;
  readonly file: string;
  /** Made when a problem first asks for a place: well-formed tables never pay for it. */
  index: RowIndex | undefined;
}

/**
 * Reads CSV text (commas, a header, LF or CRLF, a byte order mark or none; blank lines are skipped). Every
 * fault goes to `report` with its line and column. Columns not in `columns` are faults unless `others` is
 * `ignored`.
 */
export function readTable(
  text: string,
  file: string,
  columns: readonly ColumnSpec[],
  report: ProblemReporter,
  others: "refused" | "ignored" = "refused",
): Table {
  const plain = text.startsWith("\ufeff") ? text.slice(1) : text;
  const refuse = (place: Place, message: string): Table => {
    report({ severity: "error", place, message });
    return { rows: [], sound: false, place, has: () => false };
  };
  const top: Place = { file, line: 1, column: 1 };
  if (plain.startsWith("PK\u0003\u0004"))
    return refuse(top, "this is a workbook, not a CSV file; save it as CSV");
  if (plain.includes("\0")) return refuse(top, "this is not text in UTF-8; save the table as CSV in UTF-8");
  if (plain.trim() === "") return refuse(top, `the file is empty; ${headerExpected(columns)}`);
  const index = plain.includes('"') ? indexRows(plain) : undefined;
  if (index?.fault) {
    const { offset, line, message } = index.fault;
    return refuse({ file, line, column: columnAt(plain, offset) }, message);
  }

  let source: Source | undefined;
  let sound = true;
  const rows: TableRow[] = [];
  csvParseRows(plain, (cells, row) => {
    if (cells.every((cell) => cell.trim() === "")) return null;
    if (source === undefined) {
      const place = (cell: number) => placeOf({ text: plain, file, index, header: NO_HEADER }, row, cell);
      const header = checkHeader(cells, row, columns, others, (cell, message) => {
        sound = false;
        report({ severity: "error", place: place(cell), message });
      });
      source = { header, text: plain, file, index };
      return null;
    }
    if (!source.header.readable) return null;
    const from = source;
    const read = readRow(from.header, cells, (cell, message) => {
      sound = false;
      report({ severity: "error", place: placeOf(from, row, cell), message });
    });
    if (read !== undefined && from.header.complete) rows.push(new CheckedRow(from, row, read));
    return null;
  });
  const header = source?.header ?? NO_HEADER;
  const place = source ? placeOf(source, header.row, 0) : top;
  if (sound && rows.length === 0) return refuse(place, "the table has a header but no rows");
  return { rows, sound, place, has: (column) => header.positions.has(column) };
}

const NO_HEADER: Header = {
  readable: false,
  complete: false,
  row: 0,
  names: [],
  columns: [],
  positions: new Map(),
};

function readRow(
  header: Header,
  cells: readonly string[],
  fault: (cell: number, message: string) => void,
): Cell[] | undefined {
  if (cells.length !== header.names.length) {
    fault(Math.min(cells.length, header.names.length), raggedFault(header, cells));
    return undefined;
  }
  const read: Cell[] = [];
  let sound = true;
  for (const { spec, at } of header.columns) {
    const text = cells[at].trim();
    if (text === "" && spec.sparse) {
      read.push(undefined);
      continue;
    }
    const parsed = readCell(spec.kind, text);
    if ("value" in parsed) {
      read.push(parsed.value);
    } else {
      sound = false;
      const or = spec.sparse && parsed.problem.includes("expected") ? ", or an empty cell" : "";
      fault(at, `${spec.name}: ${parsed.problem}${or}`);
    }
  }
  return sound ? read : undefined;
}

function raggedFault(header: Header, cells: readonly string[]): string {
  const wanted = header.names.length;
  const found = `found ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, expected ${wanted}`;
  const names = header.names.join(",");
  if (cells.length < wanted) {
    const other = [";", "\t", "|"].find((mark) => cells[0].includes(mark));
    if (other !== undefined) return `${found} (${names}) with commas between them`;
    return `${found} (${names}); nothing for ${header.names.slice(cells.length).join(", ")}`;
  }
  const extra = shown(cells[wanted]);
  return `${found} (${names}); ${extra} is too many: a decimal comma, or a comma in a name without quotes?`;
}

function placeOf(source: Source, row: number, cell: number): Place {
  const { text, file } = source;
  source.index ??= indexRows(text);
  const start = source.index.starts[row];
  const offset = cellOffset(text, start, cell);
  const breaks = text.slice(start, offset).match(/\r\n|\r|\n/g)?.length ?? 0;
  return { file, line: source.index.lines[row] + breaks, column: columnAt(text, offset) };
}

function columnAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return offset - start + 1;
}

class CheckedRow implements TableRow {
  readonly #source: Source;
  readonly #row: number;
  readonly #cells: readonly Cell[];

  constructor(source: Source, row: number, cells: readonly Cell[]) {
    this.#source = source;
    this.#row = row;
    this.#cells = cells;
  }

  #cell(column: string): Cell {
    const position = this.#source.header.positions.get(column);
    return position === undefined ? undefined : this.#cells[position];
  }

  number(column: string): number {
    const cell = this.#cell(column);
    return typeof cell === "number" ? cell : Number.NaN;
  }

  text(column: string): string {
    const cell = this.#cell(column);
    return typeof cell === "string" ? cell : "";
  }

  days(column: string): Days | undefined {
    const cell = this.#cell(column);
    return typeof cell === "object" ? cell : undefined;
  }

  place(column: string): Place {
    const position = this.#source.header.positions.get(column);
    const at = position === undefined ? 0 : this.#source.header.columns[position].at;
    return placeOf(this.#source, this.#row, at);
  }
}
