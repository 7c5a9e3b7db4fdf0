import { readFileSync } from "node:fs";
import { ALLOCATED, type Make, type Module, makerOf, moduleOf } from "./module-text.js";
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

/** More storage than this at once is asked for by no small scenario: by a loop without an end. */
export const MOST_AT_ONCE = 1 << 23;

/**
 * Turns of loops that may still be taken. A mutant's loop may be endless; counted, not timed, that is the
 * same on every machine.
 */
export class Turns {
  left = Number.POSITIVE_INFINITY;
  /** Storage asked for: bytes of buffers, numbers of arrays. */
  storage = 0;
  /** The most asked for at once, and the most that may be. */
  largest = 0;
  most = MOST_AT_ONCE;
  /** By stretch of the engine's text, 1 where it was reached; see coverage.ts. */
  reached = new Uint8Array();

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
  private readonly makers = new Map<string, Make>();
  /** What the modules are given in place of the global kinds of storage. */
  readonly storage = limited(this.turns);

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
    this.link(made, names, new Map([[mutant.file, mutated(this.text(mutant), mutant)]]));
    return this.allOf(made);
  }

  /** The built text of a mutant's file. */
  text({ file }: Pick<Mutant, "file">): string {
    return this.modules.get(file)!.text;
  }

  /** The engine as it was built but for these texts of its modules, by name. */
  withTexts(texts: ReadonlyMap<string, string>): Engine {
    const made = new Map<string, Exports>();
    this.link(made, this.order, texts);
    return this.allOf(made);
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

  private link(
    made: Map<string, Exports>,
    names: readonly string[],
    texts?: ReadonlyMap<string, string>,
  ): void {
    for (const name of names) {
      const make = this.makerOf(name, texts?.get(name));
      const imports = this.modules.get(name)!.imports.map(({ from, name: what }) => {
        const exports = this.modules.has(from) ? made.get(from) : this.outside.get(from);
        return exports![what];
      });
      made.set(name, make(this.turns, ...this.storage, ...imports));
    }
  }

  /** Modules whose text is not another are compiled once. */
  private makerOf(name: string, text: string | undefined): Make {
    const plain = this.modules.get(name)!;
    if (text !== undefined) return makerOf(plain, text);
    const known = this.makers.get(name) ?? makerOf(plain, plain.text);
    this.makers.set(name, known);
    return known;
  }
}

/**
 * The kinds of storage that the engine asks for, counting, and refusing what only a loop without an end would
 * ask for.
 */
function limited(turns: Turns) {
  return Object.values(ALLOCATED).map(
    (kind) =>
      new Proxy(kind, {
        construct(_, given: unknown[]) {
          const [size] = given;
          if (typeof size === "number") {
            if (size > turns.most) throw new RangeError("too much storage");
            turns.storage += size;
            turns.largest = Math.max(turns.largest, size);
          }
          // A test may have put another in the place of the global one.
          return Reflect.construct(globalThis[kind.name as keyof typeof ALLOCATED], given) as object;
        },
      }),
  );
}
