import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import type { Mutant } from "./mutants.js";

const file = new URL("tried.json", import.meta.url);
const testsFile = new URL("told-by-tests.json", import.meta.url);

/** By place, see mutants.ts, a digest of the names of all its mutants. */
export type Places = Readonly<Record<string, string>>;

/** The places of the mutants, in alphabetical order. A change of a function is another digest. */
export function placesOf(mutants: readonly Mutant[]): Places {
  const ids = new Map<string, string[]>();
  for (const { place, id } of mutants) ids.set(place, [...(ids.get(place) ?? []), id]);
  const digest = (names: readonly string[]) => createHash("md5").update(names.join("\n")).digest("hex");
  return Object.fromEntries(
    [...ids]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([place, names]) => [place, digest(names).slice(0, 12)]),
  );
}

/** Those of the mutants that stand in a function as it was when all its mutants were told or explained. */
export function triedBefore(mutants: readonly Mutant[], tried = readTried()): Mutant[] {
  const places = placesOf(mutants);
  return mutants.filter(({ place }) => tried[place] === places[place]);
}

/** Keeps that all these mutants are told or explained, and the names of those that only tests/engine told. */
export function writeTried(mutants: readonly Mutant[], toldByTests: readonly string[]): void {
  writeFileSync(file, `${JSON.stringify(placesOf(mutants), null, 2)}\n`);
  writeFileSync(testsFile, `${JSON.stringify([...toldByTests].sort(), null, 2)}\n`);
}

/** The names of mutants that only tests/engine told when all were tried, which takes longer. */
export function readToldByTests(): ReadonlySet<string> {
  return new Set(JSON.parse(readFileSync(testsFile, "utf8")) as string[]);
}

function readTried(): Places {
  return JSON.parse(readFileSync(file, "utf8")) as Places;
}
