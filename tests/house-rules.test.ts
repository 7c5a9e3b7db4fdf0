import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const src = join(root, "src");

/** Low to high; a file imports from its own floor or below. `src/index.ts`, above all, re-exports only. */
const FLOORS = [
  "kit",
  "random",
  "scenario",
  "model",
  "engine",
  "statistics",
  "run",
  "plan",
  "report",
  "cli",
  "index.ts",
];
const STATISTICS = FLOORS.indexOf("statistics");
const RUN = FLOORS.indexOf("run");

interface SourceFile {
  /** From the project's folder: `src/kit/clock.ts`. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and the insides of strings blanked, line for line. */
  readonly code: string;
}

const sources = filesIn(src);
const tests = filesIn(join(root, "tests"));

function filesIn(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return { path: relative(root, join(folder, name)), text, code: codeOf(text) };
    });
}

/**
 * Blanks comments and what stands in quotes; keeps what a template evaluates only where it spans no braces.
 */
function codeOf(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, " ");
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g,
    (found) =>
      found.startsWith("`")
        ? found.replace(/\$\{[^{}]*\}|[^\n]/g, (part) => (part.startsWith("${") ? part : " "))
        : blank(found),
  );
}

function floorOf(path: string): number {
  return FLOORS.indexOf(relative("src", path).split("/")[0]);
}

interface Import {
  readonly from: string;
  /** Path of the imported source file, undefined for a package. */
  readonly file: string | undefined;
}

function importsOf({ path, text }: SourceFile): Import[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, from]) => ({
    from,
    file: from.startsWith(".")
      ? relative(root, resolve(root, dirname(path), from.replace(/\.js$/, ".ts")))
      : undefined,
  }));
}

/** `path:line: text` of each line of code, of the files, in which the pattern is found. */
function linesWith(pattern: RegExp, files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, code, text }) =>
    code
      .split("\n")
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${text.split("\n")[index].trim()}`] : [],
      ),
  );
}

const below = (floor: number) => sources.filter(({ path }) => floorOf(path) < floor);
const outsideCli = sources.filter(({ path }) => !path.startsWith("src/cli/"));

/** The files from which more than types is imported. */
function valuesFrom({ path, text }: SourceFile): string[] {
  const code = text.replace(/^(?:import|export) type [^;]*;/gm, "");
  return importsOf({ path, text: code, code }).flatMap(({ file }) => (file === undefined ? [] : [file]));
}

/** The first circle of imports, from a file back to itself; empty where there is none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const search = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = search(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = search(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe("the floors", () => {
  it("hold every source file", () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(sources.filter(({ path }) => floorOf(path) < 0).map(({ path }) => path)).toEqual([]);
  });

  it("let a file import from its own floor or from those below", () => {
    const upwards = sources.flatMap((source) =>
      importsOf(source).flatMap(({ from, file }) =>
        file !== undefined && floorOf(file) > floorOf(source.path) ? [`${source.path} imports ${from}`] : [],
      ),
    );
    expect(upwards).toEqual([]);
  });

  it("are imported by files that exist, with the ending that Node asks for", () => {
    const known = new Set(sources.map(({ path }) => path));
    const unknown = sources.flatMap((source) =>
      importsOf(source).flatMap(({ from, file }) =>
        file !== undefined && !(from.endsWith(".js") && (known.has(file) || /(?:version|package)/.test(from)))
          ? [`${source.path} imports ${from}`]
          : [],
      ),
    );
    expect(unknown).toEqual([]);
  });

  it("let no file import, by way of others, itself", () => {
    expect(circleIn(new Map(sources.map((source) => [source.path, valuesFrom(source)])))).toEqual([]);
  });

  it("have one front door, which re-exports only, and no other index", () => {
    const { code } = sources.find(({ path }) => path === "src/index.ts")!;
    const statements = code.split(";").map((statement) => statement.trim());
    for (const statement of statements.filter(Boolean)) expect(statement).toMatch(/^export (type )?[{*]/);
    expect(sources.filter(({ path }) => basename(path) === "index.ts").length).toBe(1);
  });
});

describe("what may be used where", () => {
  const importersOf = (name: string) =>
    sources.filter((source) =>
      importsOf(source).some(({ from }) => from === name || from.startsWith(`${name}/`)),
    );

  it("commander by the command line alone", () => {
    const importers = importersOf("commander").map(({ path }) => path);
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((path) => !path.startsWith("src/cli/"))).toEqual([]);
  });

  it("the terminal and the exit by the command line alone", () => {
    const pattern = /\bconsole\b|process\.(?:exit|exitCode|stdout|stderr|stdin|argv|on)\b/;
    expect(linesWith(pattern, outsideCli)).toEqual([]);
    expect(linesWith(pattern, sources).length).toBeGreaterThan(0);
  });

  it("seedrandom by the streams alone", () => {
    expect(importersOf("seedrandom").map(({ path }) => path)).toEqual(["src/random/stream.ts"]);
  });

  it("no randomness but the streams'", () => {
    expect(linesWith(/Math\.random/, sources)).toEqual([]);
    expect(linesWith(/\bcrypto\.\w*[rR]andom|randomUUID|randomBytes|getRandomValues/, outsideCli)).toEqual(
      [],
    );
  });

  it("below the statistics, no function whose last bit differs between machines", () => {
    const rounded = "abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc";
    const exact = `${rounded}|PI|E|SQRT2|SQRT1_2|LN2|LN10|LOG2E|LOG10E`;
    const inexact = new RegExp(`\\bMath\\.(?!(?:${exact})\\b)|\\*\\*`);
    expect(linesWith(inexact, below(STATISTICS))).toEqual([]);
  });

  it("below the runners, no clock and no time zones but those of the calendar", () => {
    const files = below(RUN).filter(({ path }) => path !== "src/scenario/calendar.ts");
    expect(linesWith(/\bDate\b|\bIntl\b|\bperformance\b/, files)).toEqual([]);
    const calendar = sources.filter(({ path }) => path === "src/scenario/calendar.ts");
    expect(linesWith(/\bDate\b|\bIntl\.(?!supportedValuesOf)/, calendar)).toEqual([]);
  });

  it("nothing that turns text into code", () => {
    expect(linesWith(/\beval\s*\(|new Function\b/, sources)).toEqual([]);
  });

  it("no `any`", () => {
    expect(linesWith(/[:<|&,(]\s*any\b(?!\s*[:=,)])|\bas any\b|\bany\[\]/, sources)).toEqual([]);
  });
});

describe("files", () => {
  const long = (most: number, files: readonly SourceFile[]) =>
    files.flatMap(({ path, text }) => {
      const lines = text.trimEnd().split("\n").length;
      return lines > most ? [`${path}: ${lines} lines`] : [];
    });

  it("have at most 300 lines, the page to read first at most 60", () => {
    expect(long(300, sources)).toEqual([]);
    expect(
      long(
        60,
        sources.filter(({ path }) => path === "src/engine/simulate.ts"),
      ),
    ).toEqual([]);
  });

  it("have lines of at most 110 characters", () => {
    // In tests, names are sentences and templates are files as they are: neither can be broken.
    const sentence = /^\s*(?:it|test|describe)(?:\.each\(.*\))?\("|`/;
    const comment = /^\s*(?:\/\/|\/\*|\*)/;
    const inTemplate = (line: string, code: string) =>
      !comment.test(line) && code.replace(/\$\{[^}]*\}/g, "").trim() === "";
    const wide = [...sources, ...tests].flatMap(({ path, text, code }) => {
      const codes = code.split("\n");
      return text.split("\n").flatMap((line, index) => {
        if ([...line].length <= 110) return [];
        const unbreakable = sentence.test(line) || inTemplate(line, codes[index]);
        return path.startsWith("tests/") && unbreakable ? [] : [`${path}:${index + 1}`];
      });
    });
    expect(wide).toEqual([]);
  });

  it("are named in kebab case after what is in them", () => {
    const names = sources.map(({ path }) => basename(path));
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.ts$/.test(name))).toEqual([]);
    const drawers = /^(?:utils?|helpers?|common|types?|constants?|misc|shared)\.ts$/;
    expect(names.filter((name) => drawers.test(name))).toEqual([]);
  });

  it("export by name", () => {
    expect(linesWith(/export default/, sources)).toEqual([]);
  });

  it("explain what they export", () => {
    const kind = "(?:abstract )?(?:function\\*?|class|interface|type|const|enum)";
    const declaration = new RegExp(`^export (?:declare )?(?:async )?${kind} (\\w+)`);
    const unexplained = sources.flatMap(({ path, text }) => {
      const lines = text.split("\n");
      return lines.flatMap((line, index) => {
        const [, name] = declaration.exec(line) ?? [];
        return name && !isExplained(lines, index, name) ? [`${path}:${index + 1}: ${name}`] : [];
      });
    });
    expect(unexplained).toEqual([]);
  });
});

/**
 * A doc comment stands above, perhaps with a linter's note in between; a row of constants shares the first
 * one's.
 */
function isExplained(lines: readonly string[], index: number, name: string): boolean {
  let above = index - 1;
  while (above >= 0 && /^\/\/ biome-ignore/.test(lines[above])) above--;
  if (above >= 0 && /\*\/\s*$/.test(lines[above])) return true;
  const isRow = /^export const [A-Z_0-9]+ = [^{[]*;(?: \/\/.*)?$/;
  return (
    isRow.test(lines[index]) && above >= 0 && isRow.test(lines[above]) && isExplained(lines, above, name)
  );
}

describe("these rules", () => {
  it("see code, and neither comments nor texts", () => {
    const text = [
      "const a = 2 ** 3; // ** here",
      'const b = "Math.random()";',
      `const c = \`Date \${Math.log(2)} **\`;`,
    ].join("\n");
    const files = [{ path: "src/kit/example.ts", text, code: codeOf(text) }];
    expect(linesWith(/\*\*/, files)).toEqual(["src/kit/example.ts:1: const a = 2 ** 3; // ** here"]);
    expect(linesWith(/Math\.random|Date/, files)).toEqual([]);
    expect(linesWith(/Math\.log\b/, files).length).toBe(1);
  });

  it("see a circle of imports", () => {
    const imports = new Map([
      ["a", ["b", "c"]],
      ["b", ["c"]],
      ["c", ["d"]],
      ["d", ["b"]],
    ]);
    expect(circleIn(imports)).toEqual(["b", "c", "d", "b"]);
    expect(circleIn(new Map([...imports, ["d", []]]))).toEqual([]);
  });

  it("see an import from a higher floor", () => {
    const text = 'import { run } from "../engine/run.js";\nconst lazy = await import("../cli/main.js");\n';
    const found = importsOf({ path: "src/kit/example.ts", text, code: text });
    expect(found.map(({ file }) => floorOf(file!))).toEqual([
      FLOORS.indexOf("engine"),
      FLOORS.indexOf("cli"),
    ]);
  });
});
