import { nearest } from "../../kit/nearest.js";
import { type ColumnKind, shown } from "./read-cell.js";

/** A column that a table may have. */
export interface ColumnSpec {
  readonly name: string;
  readonly kind: ColumnKind;
  /** The header must name it. */
  readonly required?: boolean;
  /** Its cells may be empty. */
  readonly sparse?: boolean;
}

/** A table's header, checked. */
export interface Header {
  /** Whether the rows can be told apart into cells at all. */
  readonly readable: boolean;
  /** Whether every required column is there. */
  readonly complete: boolean;
  /** Number of the header among the rows of the file, blank ones included. */
  readonly row: number;
  /** As in the file. */
  readonly names: readonly string[];
  /** The columns that are read, and which cell of a row each is. */
  readonly columns: readonly { readonly spec: ColumnSpec; readonly at: number }[];
  /** Index into `columns` by name. */
  readonly positions: ReadonlyMap<string, number>;
}

const SEPARATORS: readonly (readonly [mark: string, name: string])[] = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
];

/** Checks the header of row `row`; `fault` is told the cell and what is wrong. */
export function checkHeader(
  cells: readonly string[],
  row: number,
  columns: readonly ColumnSpec[],
  others: "refused" | "ignored",
  fault: (cell: number, message: string) => void,
): Header {
  const names = cells.map((cell) => cell.trim());
  const specs = new Map(columns.map((spec) => [spec.name, spec]));
  const unreadable = (message: string): Header => {
    fault(0, message);
    return { readable: false, complete: false, row, names, columns: [], positions: new Map() };
  };
  const found = shown(cells.join(","));
  if (/^sep=/i.test(names[0]))
    return unreadable(`found ${found}, a mark for spreadsheets; delete this line, the header comes first`);
  const known = names.some((name) => specs.has(name));
  if (!known) {
    const parts = (mark: string) => cells[0].split(mark).map((part) => part.trim());
    const other = SEPARATORS.find(([mark]) => parts(mark).some((part) => specs.has(part)));
    if (other) return unreadable(`columns are separated by ${other[1]}; save the table as CSV with commas`);
    const hopeless = names.every((name) => nearestColumn(name, names, columns) === undefined);
    if (others === "refused" && hopeless) return unreadable(`found ${found}; ${headerExpected(columns)}`);
  }

  const read: { spec: ColumnSpec; at: number }[] = [];
  const positions = new Map<string, number>();
  const firsts = new Map<string, number>();
  const suggested = new Set<string>();
  const strange: number[] = [];
  for (const [at, name] of names.entries()) {
    const spec = specs.get(name);
    const first = firsts.get(name);
    if (first !== undefined && (spec !== undefined || others === "refused")) {
      fault(at, `column ${shown(name)} is there twice, as column ${first + 1} and ${at + 1}`);
      continue;
    }
    firsts.set(name, at);
    if (spec !== undefined) {
      positions.set(name, read.length);
      read.push({ spec, at });
    } else if (others === "refused") {
      const near = nearestColumn(name, names, columns);
      if (name === "") fault(at, `column ${at + 1} has no name`);
      else if (near === undefined) strange.push(at);
      else fault(at, `unknown column ${shown(name)}; did you mean ${near}?`);
      if (near !== undefined) suggested.add(near);
    }
  }
  if (strange.length > 0) {
    const some = strange.slice(0, 4).map((at) => shown(names[at]));
    const more = strange.length > 4 ? ` and ${strange.length - 4} more` : "";
    const words = `unknown ${strange.length === 1 ? "column" : "columns"} ${some.join(", ")}${more}`;
    fault(strange[0], `${words}; expected ${listed(columns)}`);
  }
  const missing = columns.filter(
    ({ name, required }) => required && !positions.has(name) && !suggested.has(name),
  );
  if (missing.length > 0)
    fault(
      0,
      missingColumns(
        missing.map((spec) => spec.name),
        names,
        others,
      ),
    );
  const complete = columns.every((spec) => !spec.required || positions.has(spec.name));
  return { readable: true, complete, row, names, columns: read, positions };
}

function nearestColumn(
  name: string,
  names: readonly string[],
  columns: readonly ColumnSpec[],
): string | undefined {
  return nearest(
    name,
    columns.map((spec) => spec.name).filter((candidate) => !names.includes(candidate)),
  );
}

function missingColumns(missing: readonly string[], names: readonly string[], others: string): string {
  const words = `${missing.length === 1 ? "column" : "columns"} ${missing.join(", ")}`;
  if (others === "refused") return `${words} missing; found ${shown(names.join(","))}`;
  const near = nearest(missing[0], names);
  const more = names.length > 12 ? ` and ${names.length - 12} more` : "";
  return near
    ? `there is no column ${missing[0]}; did you mean ${near}?`
    : `there is no column ${missing[0]}; found ${names.slice(0, 12).join(", ")}${more}`;
}

/** What a table must begin with, for a message. */
export function headerExpected(columns: readonly ColumnSpec[]): string {
  return `expected a header that names the columns (${listed(columns)})`;
}

function listed(columns: readonly ColumnSpec[]): string {
  return columns.map((spec) => spec.name).join(", ");
}
