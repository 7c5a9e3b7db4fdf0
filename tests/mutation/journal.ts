import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Mutant } from "./mutants.js";
import { type Places, placesOf } from "./tried.js";

/** What told a mutant: a check, or a test of tests/engine. */
export interface Told {
  readonly by: string;
  readonly isTest: boolean;
}

/** In place of what told it, for one that nothing did. */
const LIVES = "";

/**
 * What told each mutant, line by line in a file, so that a run that was interrupted goes on where it was, and
 * several may share the work. A line counts as long as the mutant's function is as it was; those that lived
 * are tried anew, unless it is explained why they do.
 */
export class Journal {
  private readonly told = new Map<string, Told>();
  private readonly lived = new Set<string>();
  private readonly places: Places;

  /** Without a file nothing is kept. */
  constructor(
    private readonly file: string | undefined,
    mutants: readonly Mutant[],
  ) {
    this.places = placesOf(mutants);
    if (file === undefined || !existsSync(file)) return;
    const ids = new Map(mutants.map(({ id, place }) => [id, this.places[place]]));
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const [id, place, isTest, by] = lineOf(line);
      if (place === undefined || ids.get(id) !== place) continue;
      if (by === LIVES) this.lived.add(id);
      else this.told.set(id, { by, isTest });
    }
  }

  tellerOf({ id }: Mutant): Told | undefined {
    return this.told.get(id);
  }

  hasLived({ id }: Mutant): boolean {
    return this.lived.has(id);
  }

  /** What told the mutant; undefined where nothing did. */
  write({ id, place }: Mutant, told: Told | undefined): void {
    if (told === undefined) this.lived.add(id);
    else this.told.set(id, told);
    if (this.file === undefined) return;
    const line = [id, this.places[place], told?.isTest ?? false, told?.by ?? LIVES];
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }
}

type Line = readonly [id: string, place: string | undefined, isTest: boolean, by: string];

/** The line, without a place where it is none: a run that was killed may have left half of one. */
function lineOf(line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return ["", undefined, false, LIVES];
  }
}
