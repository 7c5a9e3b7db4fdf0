import { isDistribution } from "../../random/distribution.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type PartName, type PartValue, partValues, type Section } from "./scenario-parts.js";

/** One value that differs between two scenarios; undefined where one has none. */
export interface ValueChange {
  /** `queues.claims.patience.meanSeconds`. */
  readonly path: string;
  readonly a: unknown;
  readonly b: unknown;
}

const SECTIONS: readonly { readonly section: Section; readonly part: PartName }[] = [
  { section: "queues", part: "volume" },
  { section: "teams", part: "staff" },
  { section: "shifts", part: "staff" },
];

/**
 * What differs between two scenarios, by part; a part in which nothing does is absent. A queue that only one
 * of them has is one change of its volume, a team or a shift one of the staff.
 */
export function partChanges(a: Scenario, b: Scenario): Map<PartName, ValueChange[]> {
  const changes = new Map<PartName, ValueChange[]>();
  const add = (part: PartName, change: ValueChange) =>
    changes.set(part, [...(changes.get(part) ?? []), change]);
  const alone = new Set<string>();
  for (const { section, part } of SECTIONS) {
    for (const name of onlyIn(a[section], b[section])) {
      alone.add(`${section}.${name}.`);
      add(part, { path: `${section}.${name}`, a: "there", b: undefined });
    }
    for (const name of onlyIn(b[section], a[section])) {
      alone.add(`${section}.${name}.`);
      add(part, { path: `${section}.${name}`, a: undefined, b: "there" });
    }
  }
  const isAlone = ({ path }: PartValue) => [...alone].some((start) => path.startsWith(start));
  const [ofA, ofB] = [a, b].map((one) => partValues(one).filter((value) => !isAlone(value)));
  const byPath = new Map(ofB.map((one) => [one.path, one]));
  for (const { part, path, value } of ofA) {
    const other = byPath.get(path);
    byPath.delete(path);
    for (const change of leafChanges(path, value, other?.value)) add(part, change);
  }
  for (const { part, path, value } of byPath.values()) {
    for (const change of leafChanges(path, undefined, value)) add(part, change);
  }
  return changes;
}

/** Names of the first that the second has not. */
export function onlyIn(
  first: readonly { readonly name: string }[],
  second: readonly { readonly name: string }[],
): string[] {
  const names = new Set(second.map(({ name }) => name));
  return first.map(({ name }) => name).filter((name) => !names.has(name));
}

/** The values that differ below a path, as deep as both have the same shape. */
function leafChanges(path: string, a: unknown, b: unknown): ValueChange[] {
  if (Object.is(a, b)) return [];
  // The parameters of a distribution mean little one by one.
  const isWhole = isDistribution(a) || isDistribution(b);
  const [ofA, ofB] = isWhole ? [] : [childrenOf(a), childrenOf(b)];
  if (ofA === undefined || ofB === undefined || kindOf(a) !== kindOf(b)) {
    return sameText(a, b) ? [] : [{ path, a, b }];
  }
  const names = new Set([...ofA.keys(), ...ofB.keys()]);
  return [...names].flatMap((name) => {
    const step = name.startsWith("[") ? name : `.${name}`;
    return leafChanges(path + step, ofA.get(name), ofB.get(name));
  });
}

/** What stands in a map or a list, by key, name or place; undefined for a plain value. */
function childrenOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  if (value.some((item) => typeof item !== "object")) return undefined;
  return new Map(value.map((item, index) => [nameOf(item) ?? `[${index}]`, item]));
}

/** What an item of a list is about, for a shift of a roster or a skill its own name. */
function nameOf(item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { shift, queue, afterSeconds } = item as Record<string, unknown>;
  if (typeof shift === "string") return shift;
  // A rule of overflow names a queue too, but one queue may have several.
  return typeof queue === "string" && afterSeconds === undefined ? queue : undefined;
}

/** Two of one kind can be laid beside each other: a roster and a table of agents cannot. */
function kindOf(value: unknown): unknown {
  if (Array.isArray(value)) return "a list";
  return (value as { readonly kind?: unknown } | null)?.kind;
}

function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
