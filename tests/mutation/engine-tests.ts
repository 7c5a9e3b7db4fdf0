import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format } from "node:util";
import { expect, vi } from "vitest";
import type { Check } from "./checks.js";
import type { Engine, EngineBuild } from "./engine-build.js";
import { type Make, type Module, makerOf, moduleOf } from "./module-text.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ENGINE = "src/engine/";
const TESTS = "tests/engine/";

type Body = (...given: readonly unknown[]) => unknown;
type Exports = Readonly<Record<string, unknown>>;

/** A test of a file, and what is done after each test of the file. */
interface Test {
  readonly name: string;
  readonly run: () => void;
}

/**
 * The tests of `tests/engine`, to be asked of any engine within this process: their modules are put together
 * anew around it. Each test is a check; it tells an engine by failing. `pattern` chooses files.
 */
export async function engineTests(build: EngineBuild, pattern = /./): Promise<Check[]> {
  const modules = builtTests();
  const outside = new Map<string, Exports>();
  for (const { imports } of modules.values()) {
    for (const { from } of imports) {
      if (modules.has(from) || from === "vitest" || from.startsWith(ENGINE) || outside.has(from)) continue;
      // What the product has is the build's; other tests' files are as they stand there.
      const path = from.startsWith("src/") ? from.replace(/^src/, "dist") : from.replace(/js$/, "ts");
      outside.set(from, await import(pathToFileURL(join(root, path)).href));
    }
  }
  const makers = new Map<string, Make>();
  for (const module of modules.values()) makers.set(module.name, makerOf(module, module.text));

  /** By engine and file, its tests: to put a file together runs what it does before its first test. */
  const known = new WeakMap<Engine, Map<string, readonly Test[]>>();
  const testsOf = (engine: Engine, file: string): readonly Test[] => {
    const files = known.get(engine) ?? new Map<string, readonly Test[]>();
    known.set(engine, files);
    const tests = files.get(file) ?? collected(engine, file);
    files.set(file, tests);
    return tests;
  };
  const collected = (engine: Engine, file: string): Test[] => {
    const tests: Test[] = [];
    const vitest = collector(tests) as Exports;
    const made = new Map<string, Exports>();
    const link = (name: string): Exports => {
      const done = made.get(name);
      if (done) return done;
      const given = modules.get(name)!.imports.map(({ from, name: what }) => {
        if (from === "vitest") return vitest[what];
        if (from.startsWith(ENGINE)) return (engine as unknown as Exports)[what];
        return (modules.has(from) ? link(from) : outside.get(from)!)[what];
      });
      const exports = makers.get(name)!(build.turns, ...build.storage, ...given);
      made.set(name, exports);
      return exports;
    };
    link(file);
    return tests;
  };

  const files = [...modules.keys()].filter((name) => name.endsWith(".test.js") && pattern.test(name));
  return files.sort().flatMap((file) =>
    testsOf(build.engine(), file).map(({ name }, place) => ({
      name: `${file.replace(/^tests\/|\.js$/g, "")} ${name}`,
      run: (engine: Engine) => testsOf(engine, file)[place].run(),
    })),
  );
}

/** What stands for vitest's functions while a file is put together: its tests are kept, not run. */
function collector(tests: Test[]) {
  const after: (() => void)[] = [];
  let within: readonly string[] = [];
  const it = (name: string, body: Body, ...given: readonly unknown[]) => {
    const run = () => {
      try {
        if (body(...given) instanceof Promise) throw new Error(`${name}: a test that has to be waited for`);
      } finally {
        for (const one of after) one();
      }
    };
    tests.push({ name: [...within, format(name, ...given)].join(", "), run });
  };
  const describe = (name: string, body: Body, ...given: readonly unknown[]) => {
    const around = within;
    within = [...within, format(name, ...given)];
    body(...given);
    within = around;
  };
  const each = (one: typeof it) => (cases: readonly unknown[]) => (name: string, body: Body) => {
    for (const given of cases) one(name, body, ...(Array.isArray(given) ? given : [given]));
  };
  const both = Object.assign(it, { each: each(it) });
  return {
    it: both,
    test: both,
    describe: Object.assign(describe, { each: each(describe) }),
    afterEach: (body: () => void) => after.push(body),
    expect,
    vi,
  };
}

/** The engine's tests as the compiler makes them, by their paths: `tests/engine/ties.test.js`. */
function builtTests(): Map<string, Module> {
  const folder = mkdtempSync(join(tmpdir(), "callsim-mutant-"));
  try {
    const sources = readdirSync(join(root, TESTS)).filter((name) => name.endsWith(".ts"));
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        join(root, "node_modules/typescript/bin/tsc"),
        ...["--ignoreConfig", "--rootDir", ".", "--outDir", folder, "--target", "es2022"],
        ...["--module", "nodenext", "--skipLibCheck", "--verbatimModuleSyntax", "--types", "node"],
        ...["--noCheck", ...sources.map((name) => TESTS + name)],
      ],
      { cwd: root, encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`tests/engine cannot be compiled: ${stdout}`);
    const names = readdirSync(join(folder, TESTS)).filter((name) => name.endsWith(".js"));
    const modules = names
      .map((name) => TESTS + name)
      .map((name) => moduleOf(name, readFileSync(join(folder, name), "utf8")));
    return new Map(modules.map((module) => [module.name, module]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
