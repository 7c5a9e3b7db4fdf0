import { readFileSync } from "node:fs";

/** Why a mutant of the engine may live. */
export interface Survivors {
  /**
   * `equivalent`: does the same by other means. `performance`: does the same, faster or slower, in more
   * memory or less. `unseen`: does something else, so seldom or so little that no figure will ever show it.
   */
  readonly kind: "equivalent" | "performance" | "unseen";
  readonly because: string;
  /**
   * Ids of mutants.ts. They hold lines of the built engine, so a change of the line, or a compiler that
   * prints it otherwise, makes them stale: `npm run mutation` lists those that are no more and those that are
   * new. The reason is to be read anew before the one takes the place of the other.
   */
  readonly mutants: readonly string[];
}

const KINDS: readonly string[] = ["equivalent", "performance", "unseen"];

/** The explained survivors of `survivors.json`, reason by reason. */
export function readSurvivors(): readonly Survivors[] {
  const text = readFileSync(new URL("survivors.json", import.meta.url), "utf8");
  const groups = JSON.parse(text) as readonly Survivors[];
  for (const { kind, because, mutants } of groups) {
    if (!KINDS.includes(kind) || because === "" || mutants.length === 0) {
      throw new Error(`survivors.json: a group without a kind, a reason or a mutant: ${because}`);
    }
  }
  const ids = groups.flatMap((group) => group.mutants);
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined) throw new Error(`survivors.json: explained twice: ${twice}`);
  return groups;
}
