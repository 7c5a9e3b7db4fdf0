import { withoutHidden } from "../scenario/control-characters.js";

/** A value of a JSON text; a Map is an object whose keys keep their order, undefined keys are left out. */
export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | ReadonlyMap<string, Json>
  | { readonly [key: string]: Json };

const LINE_COLUMNS = 120;

/**
 * A JSON text a person can read too: what fits on a line stands on one. NaN and infinities are null. Keys
 * keep their order in the text, even those like numbers; a reader may still reorder those, so results carry
 * `queueOrder`. Hidden characters are escaped: who looks at the text sees them, who parses it has them.
 */
export function formatJson(value: Json): string {
  return `${write(value, "")}\n`;
}

function write(value: Json, indent: string): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number") return Number.isFinite(value) ? JSON.stringify(value) : "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent} `;
  const isList = Array.isArray(value);
  const parts = isList
    ? (value as readonly Json[]).map((item) => write(item, inner))
    : entriesOf(value as Exclude<typeof value, readonly Json[]>).map(
        ([key, item]) => `${quoted(key)}: ${write(item, inner)}`,
      );
  const [open, close] = isList ? "[]" : "{}";
  const length = parts.reduce((sum, part) => sum + part.length + 2, indent.length);
  if (length <= LINE_COLUMNS && !parts.some((part) => part.includes("\n")))
    return open + parts.join(", ") + close;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

function quoted(text: string): string {
  return withoutHidden(JSON.stringify(text), (hidden) =>
    // By halves, as JSON has it.
    Array.from(
      { length: hidden.length },
      (_, index) => `\\u${hidden.charCodeAt(index).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}

function entriesOf(value: ReadonlyMap<string, Json> | { readonly [key: string]: Json }): [string, Json][] {
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return entries.filter(([, item]) => item !== undefined);
}
