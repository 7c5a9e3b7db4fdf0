import { readFileSync } from "node:fs";
import type { Distribution } from "../../src/random/distribution.js";

// biome-ignore lint/suspicious/noExplicitAny: each table has columns of its own, named by its title.
type Rows = readonly any[][];

/** A table of a reference file that make-reference.py wrote, found by how its title begins. */
export function referenceRows(file: "reference-special" | "reference-queues", title: string): Rows {
  const tables = JSON.parse(readFileSync(new URL(`./${file}.json`, import.meta.url), "utf8"));
  const found = Object.keys(tables).filter((name) => name.startsWith(`${title}:`));
  if (found.length !== 1) throw new Error(`no single table ${title}`);
  return tables[found[0]];
}

/** A name for a distribution in a test's title. */
export function nameOf(distribution: Distribution): string {
  return JSON.stringify(distribution).replaceAll('"', "");
}

/** The relative error of a figure, absolute where 0 is right. */
export function errorOf(reached: number, right: number): number {
  return right === 0 ? Math.abs(reached) : Math.abs(reached / right - 1);
}
