import { readFileSync } from "node:fs";
import { posix } from "node:path";
import vm from "node:vm";
import { parse } from "acorn";
import { builtFilesOf, type Mutant, mutated } from "./mutants.js";

type From<Path> = Path;
type ArrivalClocksModule = From<typeof import("../../src/engine/events/arrival-clocks.js")>;
type ClockTreeModule = From<typeof import("../../src/engine/events/clock-tree.js")>;
type ContactsModule = From<typeof import("../../src/engine/contacts/contacts.js")>;
type EventNodesModule = From<typeof import("../../src/engine/events/event-nodes.js")>;
type EventQueueModule = From<typeof import("../../src/engine/events/event-queue.js")>;
type HangUpHeapModule = From<typeof import("../../src/engine/contacts/hang-up-heap.js")>;
type HangUpsModule = From<typeof import("../../src/engine/contacts/hang-ups.js")>;
type JoinOrderModule = From<typeof import("../../src/engine/contacts/join-order.js")>;
type ObservationsModule = From<typeof import("../../src/engine/observations.js")>;
type SimulateModule = From<typeof import("../../src/engine/simulate.js")>;
type WaitBinsModule = From<typeof import("../../src/engine/wait-bins.js")>;

/** What the checks use of an engine, with a mutant in it or without. */
export type Engine = ArrivalClocksModule &
  ClockTreeModule &
  ContactsModule &
  EventNodesModule &
  EventQueueModule &
  HangUpHeapModule &
  HangUpsModule &
  JoinOrderModule &
  ObservationsModule &
  SimulateModule &
  WaitBinsModule;

type Exports = Readonly<Record<string, unknown>>;

/** More memory than this at once is asked for by no small scenario: by a loop without an end. */
const MOST_BYTES = 1 << 26;

interface Module {
  /** Its path within the engine: `events/event-queue.js`. */
  readonly name: string;
  readonly text: string;
  /** By name in the module's own text, what it imports; from a path within the engine, or out of it. */
  readonly imports: readonly { readonly from: string; readonly name: string }[];
  readonly exports: readonly string[];
}

/**
 * Turns of loops that may still be taken. A mutant's loop may be endless; counted, not timed, that is the
 * same on every machine.
 */
export class Turns {
  left = Number.POSITIVE_INFINITY;
  /** Storage asked for: bytes of buffers, numbers of arrays. */
  storage = 0;

  spent(): never {
    throw new Error("a loop without an end");
  }
}

/** The built engine, put together anew for every mutant from the module that has it on. */
export class EngineBuild {
  readonly turns = new Turns();
  private readonly modules = new Map<string, Module>();
  /** Modules after those that they import. */
  private readonly order: string[] = [];
  private readonly outside = new Map<string, Exports>();
  private readonly plain = new Map<string, Exports>();
  private readonly storage = limited(this.turns);

  private constructor(readonly folder: URL) {}

  /** Reads the build in `folder`, `dist/engine/`. */
  static async read(folder: URL): Promise<EngineBuild> {
    const build = new EngineBuild(folder);
    for (const name of builtFilesOf(folder)) {
      build.modules.set(name, moduleOf(name, readFileSync(new URL(name, folder), "utf8")));
    }
    for (const name of [...build.modules.keys()].sort()) build.putInOrder(name);
    for (const { imports } of build.modules.values()) {
      for (const { from } of imports) {
        if (!build.modules.has(from)) build.outside.set(from, await import(new URL(from, folder).href));
      }
    }
    build.link(build.plain, build.order);
    return build;
  }

  /** The engine as it was built. */
  engine(): Engine {
    return this.allOf(this.plain);
  }

  /** The engine with the mutant. */
  mutant(mutant: Mutant): Engine {
    const made = new Map(this.plain);
    const concerned = new Set([mutant.file]);
    for (const name of this.order) {
      if (this.modules.get(name)!.imports.some(({ from }) => concerned.has(from))) concerned.add(name);
    }
    const names = this.order.filter((name) => concerned.has(name));
    this.link(made, names, mutant);
    return this.allOf(made);
  }

  /** The built text of a mutant's file. */
  text({ file }: Pick<Mutant, "file">): string {
    return readFileSync(new URL(file, this.folder), "utf8");
  }

  private allOf(made: ReadonlyMap<string, Exports>): Engine {
    return Object.assign({}, ...made.values()) as Engine;
  }

  private putInOrder(name: string): void {
    if (this.order.includes(name)) return;
    for (const { from } of this.modules.get(name)!.imports) {
      if (this.modules.has(from)) this.putInOrder(from);
    }
    this.order.push(name);
  }

  private link(made: Map<string, Exports>, names: readonly string[], mutant?: Mutant): void {
    for (const name of names) {
      const plain = this.modules.get(name)!;
      const text = mutant?.file === name ? mutated(plain.text, mutant) : plain.text;
      const make = compiled(plain, text);
      const imports = plain.imports.map(({ from, name: what }) => {
        const exports = this.modules.has(from) ? made.get(from) : this.outside.get(from);
        return exports![what];
      });
      made.set(name, make(this.turns, ...this.storage, ...imports) as Exports);
    }
  }
}

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

function statementsOf(text: string): readonly Statement[] {
  const tree = parse(text, { ecmaVersion: 2022, sourceType: "module" });
  return tree.body as unknown as readonly Statement[];
}

function moduleOf(name: string, text: string): Module {
  const imports: { from: string; name: string }[] = [];
  const exports: string[] = [];
  for (const { type, source, specifiers = [], declaration } of statementsOf(text)) {
    if (type === "ImportDeclaration") {
      for (const { imported, local } of specifiers) {
        if (imported?.name !== local.name)
          throw new Error(`${name}: ${local.name} is imported by another name`);
        imports.push({ from: posix.join(posix.dirname(name), source!.value), name: local.name });
      }
    }
    if (type !== "ExportNamedDeclaration" || !declaration) continue;
    for (const { id } of declaration.declarations ?? [{ id: declaration.id! }]) exports.push(id.name);
  }
  return { name, text, imports, exports };
}

/** A function of the module's imports that returns its exports, and counts the turns of its loops. */
function compiled({ name, imports, exports }: Module, text: string): (...given: unknown[]) => unknown {
  const counted = withTurns(text);
  let code = counted;
  for (const { type, start, end, declaration } of [...statementsOf(counted)].reverse()) {
    const kept = declaration ? declaration.start : end;
    if (type === "ImportDeclaration") code = code.slice(0, start) + code.slice(end);
    if (type === "ExportNamedDeclaration") code = code.slice(0, start) + code.slice(kept);
  }
  const given = ["turns", ...Object.keys(ALLOCATED), ...imports.map((one) => one.name)];
  return vm.runInThisContext(
    `(function (${given.join(", ")}) { "use strict"; ${code}\nreturn { ${exports.join(", ")} }; })`,
    { filename: name },
  );
}

/** Counts every turn of every loop. */
function withTurns(text: string): string {
  const inserts: [number, string][] = [];
  const tree = parse(text, { ecmaVersion: 2022, sourceType: "module" });
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== "object" || value === null) return;
    const node = value as { type?: string; body?: { start: number; end: number } };
    if (node.body && /^(?:While|For|ForOf|DoWhile)Statement$/.test(node.type ?? "")) {
      inserts.push([node.body.start, "{ if (--turns.left < 0) turns.spent(); "], [node.body.end, "}"]);
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(tree.body);
  // From the end; of two at one place the inner loop's first.
  let counted = text;
  for (const [at, insert] of inserts.sort((a, b) => b[0] - a[0])) {
    counted = counted.slice(0, at) + insert + counted.slice(at);
  }
  return counted;
}

/** The kinds of storage that the engine asks for. */
const ALLOCATED = { ArrayBuffer, Float64Array, Int32Array, Uint8Array };

/** The same, counting, and refusing what only a loop without an end would ask for. */
function limited(turns: Turns) {
  return Object.values(ALLOCATED).map(
    (kind) =>
      new Proxy(kind, {
        construct(target, given: unknown[]) {
          const [size] = given;
          if (typeof size === "number") {
            if (size > MOST_BYTES / 8) throw new RangeError("too much storage");
            turns.storage += size;
          }
          return Reflect.construct(target, given) as object;
        },
      }),
  );
}
