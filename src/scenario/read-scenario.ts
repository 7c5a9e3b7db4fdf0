import { open } from "node:fs/promises";
import path from "node:path";
import { BadInput, type Problem } from "../kit/problem.js";
import { checkScenario } from "./check/check-scenario.js";
import { decodeText } from "./decode-text.js";
import { findPath } from "./find-path.js";
import { isLink, type OpenTable, openBeside } from "./open-beside.js";
import { ProblemList } from "./problem-list.js";
import { type Promised, promisesAt } from "./promised.js";
import { readYaml } from "./read-yaml.js";
import type { Scenario } from "./scenario.js";
import { readSections } from "./sections.js";
import { plainOf, type Tree, treeAt } from "./tree.js";
import { applyChange, type Change, changesOfCase, readSetting } from "./variants.js";

const MOST_BYTES = 4 * 1024 * 1024;
/** Each is read as if it were applied: this many take seconds. */
const MOST_CASES = 500;

/** What to read besides the file itself. */
export interface ReadOptions {
  /** Name of a case of the file to apply. */
  readonly case?: string;
  /** Changes `path=value`, applied after the case; the value is YAML, nothing removes what is there. */
  readonly set?: readonly string[];
  /** Folders, besides the scenario's own, whose files it may name. */
  readonly allowDir?: readonly string[];
  /** Accept sizes that an estimate of memory and events refuses. */
  readonly allowLarge?: boolean;
}

/** A checked scenario, and what is doubtful in it. */
export interface ReadScenario {
  readonly scenario: Scenario;
  readonly warnings: readonly Problem[];
  /** What `expect:` promises, each with its place. */
  readonly promises: readonly Promised[];
}

/** A scenario file that was read once, and of which any number of variants can be checked. */
export interface ScenarioSource {
  /** As the file has it, with the case and the changes asked for. */
  readonly base: ReadScenario;
  /** The plain value at a path of the base, as the file writes it; undefined where it is silent. */
  valueAt(path: string): unknown;
  /**
   * The base with more changes `path=value` made, checked like a file. Throws BadInput with every problem;
   * `context` is put before each message.
   */
  vary(settings: readonly string[], context?: string): ReadScenario;
}

/** Reads and checks a scenario file with its tables. Throws BadInput with every problem, in file order. */
export async function readScenario(file: string, options: ReadOptions = {}): Promise<ReadScenario> {
  const bytes = await readBytes(file);
  const open = openBeside(path.dirname(path.resolve(file)), options.allowDir);
  return readScenarioText(decodeText(bytes, file), file, open, options);
}

/** Reads a scenario file once for many variants; its tables too. Throws BadInput as `readScenario` does. */
export async function openScenario(file: string, options: ReadOptions = {}): Promise<ScenarioSource> {
  const text = decodeText(await readBytes(file), file);
  const read = openBeside(path.dirname(path.resolve(file)), options.allowDir);
  const tables = new Map<string, ReturnType<OpenTable>>();
  return openScenarioText(
    text,
    file,
    (name) => {
      const table = tables.get(name) ?? read(name);
      tables.set(name, table);
      return table;
    },
    options,
  );
}

async function readBytes(file: string): Promise<Uint8Array> {
  const place = { file, line: 1, column: 1 };
  const refuse = (message: string) => new BadInput([{ severity: "error", place, message }]);
  try {
    const handle = await open(file);
    try {
      // A device or a pipe has no size to ask for, and may have no end.
      const pieces: Uint8Array[] = [];
      let length = 0;
      for await (const piece of handle.createReadStream({ autoClose: false })) {
        pieces.push(piece as Uint8Array);
        length += (piece as Uint8Array).length;
        if (length > MOST_BYTES) {
          const { size } = await handle.stat();
          const much = size > MOST_BYTES ? `${Math.ceil(size / 1048576)} MB` : "more than 4 MB";
          throw refuse(`the file has ${much}; a scenario has at most 4, tables go into CSV`);
        }
      }
      return Buffer.concat(pieces);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ELOOP") {
      throw refuse(isLink(file) ? "this is a link that leads to no file" : "there is no such file");
    }
    throw refuse(code === "EISDIR" ? "this is a folder, not a file" : `the file cannot be read: ${code}`);
  }
}

/**
 * Reads and checks a scenario from its text; `open` gives the tables it names, by default none. Throws
 * BadInput with every problem, in file order.
 */
export function readScenarioText(
  text: string,
  file: string,
  open: OpenTable = () => ({ problem: "there are no files beside a scenario given as text" }),
  options: Omit<ReadOptions, "allowDir"> = {},
): ReadScenario {
  return openScenarioText(text, file, open, options).base;
}

/** As `openScenario`, from a text; `open` gives the tables it names. */
export function openScenarioText(
  text: string,
  file: string,
  open: OpenTable,
  options: Omit<ReadOptions, "allowDir"> = {},
): ScenarioSource {
  const original = readYaml(text, file);
  const tree = applyVariants(original, options);
  const base = checkTree(tree, open, options);
  const wrongCases = problemsOfCases(original, options.case);
  if (wrongCases.length > 0) throw new BadInput(wrongCases);
  return {
    base,
    valueAt(text) {
      const found = treeAt(tree, findPath(tree, text));
      return found && plainOf(found);
    },
    vary: (settings, context = "") =>
      checkTree(applyVariants(tree, { set: settings }, context), open, options, context),
  };
}

function checkTree(tree: Tree, open: OpenTable, options: ReadOptions, context = ""): ReadScenario {
  const problems = new ProblemList(tree, context);
  const scenario = checkScenario(readSections(tree, problems), problems, open, options.allowLarge ?? false);
  if (!scenario) throw new BadInput(problems.errors());
  return { scenario, warnings: problems.warnings(), promises: promisesAt(tree, scenario) };
}

function applyVariants(original: Tree, options: ReadOptions, context = ""): Tree {
  const problems = new ProblemList(original, context);
  const changes: Change[] = [];
  if (options.case !== undefined) {
    const found = changesOfCase(original, options.case);
    if (Array.isArray(found)) changes.push(...found);
    else problems.withChange("", undefined, (found as Problem).message);
  }
  for (const setting of options.set ?? []) {
    const read = readSetting(setting);
    if ("message" in read) problems.withChange(read.path ?? "", undefined, read.message);
    else changes.push(read);
  }
  const changed = applyAll(original, changes, problems);
  if (problems.hasErrors) throw new BadInput(problems.errors());
  return changed;
}

function applyAll(original: Tree, changes: readonly Change[], problems: ProblemList): Tree {
  let tree = original;
  for (const change of changes) {
    const applied = applyChange(tree, change);
    if ("tree" in applied) tree = applied.tree;
    else problems.withChange(change.path, change.value.place, applied.problem);
  }
  return tree;
}

/** What is wrong with cases that are not asked for: a slip in one shall not wait for the day it is run. */
function problemsOfCases(original: Tree, applied: string | undefined): Problem[] {
  const cases = original.kind === "map" ? original.entries.get("cases")?.value : undefined;
  if (cases?.kind !== "map") return [];
  if (cases.entries.size > MOST_CASES) {
    const problems = new ProblemList(original);
    problems.at(["cases"], `${cases.entries.size} cases; a file has at most ${MOST_CASES}`, { ofKey: true });
    return problems.errors();
  }
  return [...cases.entries.keys()].flatMap((name) => {
    const changes = name === applied ? undefined : changesOfCase(original, name);
    if (!Array.isArray(changes)) return [];
    const slips = new ProblemList(original, `case ${name}: `);
    const tree = applyAll(original, changes, slips);
    const problems = new ProblemList(tree, `case ${name}: `);
    readSections(tree, problems);
    return [...slips.errors(), ...problems.errors()];
  });
}
