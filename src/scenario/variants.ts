import { suggestion } from "../kit/nearest.js";
import type { Problem } from "../kit/problem.js";
import { BadInput } from "../kit/problem.js";
import { findPath } from "./find-path.js";
import { readYaml, UNSAFE_NAMES } from "./read-yaml.js";
import { type MapTree, namesAt, type Path, pathText, type Tree, treeAt } from "./tree.js";

/** A change of one value: what stands at `path` is replaced, or removed where `value` is nothing. */
export interface Change {
  readonly path: string;
  readonly value: Tree;
}

/** The changes of a case, or the problem that there is no such case. */
export function changesOfCase(tree: Tree, name: string): Change[] | Problem {
  const found = treeAt(tree, ["cases", name]);
  if (found?.kind === "map") return [...found.entries].map(([path, { value }]) => ({ path, value }));
  const names = namesAt(tree, ["cases"]);
  const hint = names.length === 0 ? "the file has no cases" : suggestion(name, names);
  return { severity: "error", message: `there is no case ${name}; ${hint}` };
}

/** The change a `path=value` asks for; the value is YAML. */
export function readSetting(setting: string): Change | Problem {
  const equals = setting.indexOf("=");
  const path = setting.slice(0, Math.max(0, equals)).trim();
  if (path === "") {
    const message = `found "${setting}"; expected path=value, such as teams.claims.agents=45`;
    return { severity: "error", message };
  }
  const text = setting.slice(equals + 1).trim();
  if (text === "") return { path, value: { kind: "scalar", value: null } };
  try {
    return { path, value: withoutPlaces(readYaml(text, "--set")) };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const reason = error.problems[0]!.message;
    const message = `the value of --set ${setting.slice(0, 60)} cannot be read: ${reason}`;
    return { severity: "error", path, message };
  }
}

/** The tree with a change made, or what is wrong with the change's path. */
export function applyChange(tree: Tree, change: Change): { tree: Tree } | { problem: string } {
  const path = findPath(tree, change.path);
  const first = path[0];
  if (first === "cases" || first === "callsim") return { problem: `a change cannot touch ${first}` };
  const unsafe = path.find((step) => UNSAFE_NAMES.has(String(step)));
  if (unsafe !== undefined) return { problem: `${unsafe} cannot be used as a name` };
  const unknown = unknownName(tree, path);
  if (unknown) return { problem: unknown };
  const changed = replaced(tree, path, change.value);
  if (changed) return { tree: changed };
  return { problem: "the path leads through a value that is no map; change the value above it" };
}

/** Sections whose entries the user names: a change may not make up a new one by a slip of the pen. */
const NAMED_SECTIONS = ["queues", "teams", "shifts", "growth.cases"];

function unknownName(tree: Tree, path: Path): string | undefined {
  for (const [index, step] of path.entries()) {
    const section = pathText(path.slice(0, index));
    if (!NAMED_SECTIONS.includes(section) || treeAt(tree, path.slice(0, index + 1))) continue;
    const names = namesAt(tree, path.slice(0, index));
    return `${section} has no ${step}; ${suggestion(String(step), names)}`;
  }
  return undefined;
}

function replaced(tree: Tree | undefined, path: Path, value: Tree): Tree | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const nothing = tree === undefined || (tree.kind === "scalar" && tree.value === null);
  if (nothing || tree.kind === "map") {
    if (typeof step === "number") return undefined;
    const entries = new Map(tree?.kind === "map" ? tree.entries : []);
    const before = entries.get(step);
    if (rest.length === 0 && value.kind === "scalar" && value.value === null) {
      entries.delete(step);
    } else {
      const inner = replaced(before?.value, rest, value);
      if (!inner) return undefined;
      const keyPlace = rest.length === 0 ? (value.place ?? before?.keyPlace) : before?.keyPlace;
      entries.set(step, { value: inner, ...(keyPlace ? { keyPlace } : {}) });
    }
    const place = tree?.place ?? value.place;
    return { kind: "map", entries, ...(place ? { place } : {}) } satisfies MapTree;
  }
  if (tree.kind !== "list" || typeof step !== "number" || step >= tree.items.length) return undefined;
  const inner = replaced(tree.items[step], rest, value);
  return inner && { ...tree, items: tree.items.with(step, inner) };
}

function withoutPlaces(tree: Tree): Tree {
  if (tree.kind === "scalar") {
    const { value, source } = tree;
    return { kind: "scalar", value, ...(source !== undefined && { source }) };
  }
  if (tree.kind === "list") return { kind: "list", items: tree.items.map(withoutPlaces) };
  const entries = [...tree.entries].map(
    ([key, { value }]) => [key, { value: withoutPlaces(value) }] as const,
  );
  return { kind: "map", entries: new Map(entries) };
}
