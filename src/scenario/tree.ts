import type { Place } from "../kit/problem.js";

/**
 * What a scenario's text says, before anyone asks whether it makes sense: every value with its place, the
 * entries of maps in file order. A value given by `--set` has no place.
 */
export type Tree = ScalarTree | ListTree | MapTree;

interface ScalarTree {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** How a number was written, where otherwise than we would: `007`. */
  readonly source?: string;
  readonly place?: Place;
}

interface ListTree {
  readonly kind: "list";
  readonly items: readonly Tree[];
  readonly place?: Place;
}

/** A mapping, in the order of the file. */
export interface MapTree {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, { readonly value: Tree; readonly keyPlace?: Place }>;
  readonly place?: Place;
}

/** Keys and list positions from the root to a value. */
export type Path = readonly (string | number)[];

/** The value at `path`, or `undefined`. */
export function treeAt(tree: Tree, path: Path): Tree | undefined {
  let at: Tree | undefined = tree;
  for (const step of path) {
    if (at?.kind === "map") at = at.entries.get(String(step))?.value;
    else if (at?.kind === "list") at = at.items[Number(step)];
    else return undefined;
  }
  return at;
}

/**
 * The place of the value at `path` or, where there is none, of the deepest value on the way to it; with
 * `ofKey`, of the key in front of it.
 */
export function placeAt(tree: Tree, path: Path, ofKey = false): Place | undefined {
  let at: Tree = tree;
  let place = tree.place;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (at.kind === "map") {
      const entry = at.entries.get(String(step));
      if (!entry) return place;
      place = last && ofKey ? entry.keyPlace : missing(entry.value) ? entry.keyPlace : entry.value.place;
      at = entry.value;
    } else if (at.kind === "list" && at.items[Number(step)]) {
      at = at.items[Number(step)]!;
      place = at.place;
    } else {
      return place;
    }
    // A missing entry of a map is best shown at the key of that map, which stands above its entries.
    const parentOfMissing = !last && at.kind === "map" && !at.entries.has(String(path[index + 1]));
    if (parentOfMissing) place = placeAt(tree, path.slice(0, index + 1), true) ?? place;
  }
  return place;
}

/** `queues.claims.arrivals.events[0].date`. */
export function pathText(path: Path): string {
  let text = "";
  for (const step of path) text += typeof step === "number" ? `[${step}]` : text === "" ? step : `.${step}`;
  return text;
}

/** The names in a section (a map) in file order; none where it is absent or no map. */
export function namesAt(tree: Tree, path: Path): string[] {
  const at = treeAt(tree, path);
  return at?.kind === "map" ? [...at.entries.keys()] : [];
}

/**
 * Plain objects and arrays for the schema. Objects forget the order of names like `10` and `2`: whoever needs
 * the order asks `namesAt`.
 */
export function plainOf(tree: Tree): unknown {
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.items.map(plainOf);
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, { value }] of tree.entries) plain[key] = plainOf(value);
  return plain;
}

function missing(tree: Tree): boolean {
  return tree.kind === "scalar" && tree.value === null;
}
