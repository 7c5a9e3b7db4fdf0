import { posix } from "node:path";
import vm from "node:vm";
import { parse } from "acorn";

/** A built module that can be put together anew, with other imports, as often as one likes. */
export interface Module {
  /** Its path: `events/event-queue.js`. */
  readonly name: string;
  readonly text: string;
  /** By name in the module's own text, what it imports; from a path, or a package. */
  readonly imports: readonly { readonly from: string; readonly name: string }[];
  readonly exports: readonly string[];
}

/** A function of `turns`, the kinds of storage and the module's imports that returns what it exports. */
export type Make = (...given: unknown[]) => Readonly<Record<string, unknown>>;

interface Statement {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly source?: { readonly value: string };
  readonly specifiers?: readonly {
    readonly imported?: { readonly name: string };
    readonly local: { readonly name: string };
  }[];
  readonly declaration?: {
    readonly start: number;
    readonly id?: { readonly name: string };
    readonly declarations?: readonly { readonly id: { readonly name: string } }[];
  };
}

function treeOf(text: string): readonly Statement[] {
  const tree = parse(text, { ecmaVersion: 2022, sourceType: "module" });
  return tree.body as unknown as readonly Statement[];
}

/** What a module imports and exports, by its text. */
export function moduleOf(name: string, text: string): Module {
  const imports: { from: string; name: string }[] = [];
  const exports: string[] = [];
  for (const { type, source, specifiers = [], declaration } of treeOf(text)) {
    if (type === "ImportDeclaration") {
      const from = source!.value;
      const path = from.startsWith(".") ? posix.join(posix.dirname(name), from) : from;
      for (const { imported, local } of specifiers) {
        if (imported?.name !== local.name)
          throw new Error(`${name}: ${local.name} is imported by another name`);
        imports.push({ from: path, name: local.name });
      }
    }
    if (type !== "ExportNamedDeclaration" || !declaration) continue;
    for (const { id } of declaration.declarations ?? [{ id: declaration.id! }]) exports.push(id.name);
  }
  return { name, text, imports, exports };
}

/** The kinds of storage that a module is given in place of the global ones. */
export const ALLOCATED = { ArrayBuffer, Float64Array, Int32Array, Uint8Array };

/** Compiles the module with this text in place of its own; it counts the turns of its loops. */
export function makerOf({ name, imports, exports }: Module, text: string): Make {
  const given = ["turns", ...Object.keys(ALLOCATED), ...imports.map((one) => one.name)];
  const code = withTurns(alone(text));
  return vm.runInThisContext(
    `(function (${given.join(", ")}) { "use strict"; ${code}\nreturn { ${exports.join(", ")} }; })`,
    { filename: name },
  );
}

/** The text without imports and exports. */
function alone(text: string): string {
  let code = text;
  const blank = (from: number, to: number) => {
    code = code.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, " ") + code.slice(to);
  };
  for (const { type, start, end, declaration } of treeOf(text)) {
    if (type === "ImportDeclaration") blank(start, end);
    if (type === "ExportNamedDeclaration") blank(start, declaration ? declaration.start : end);
  }
  return code;
}

/** Counts every turn of every loop. */
function withTurns(text: string): string {
  const inserts: [number, string][] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== "object" || value === null) return;
    const node = value as { type?: string; body?: { start: number; end: number } };
    if (node.body && /^(?:While|For|ForOf|DoWhile)Statement$/.test(node.type ?? "")) {
      inserts.push([node.body.start, "{ if (--turns.left < 0) turns.spent(); "], [node.body.end, "}"]);
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(treeOf(text));
  // From the end; of two at one place the inner loop's first.
  let counted = text;
  for (const [at, insert] of inserts.sort((a, b) => b[0] - a[0])) {
    counted = counted.slice(0, at) + insert + counted.slice(at);
  }
  return counted;
}
