import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Mutant } from "./mutants.js";
import { type Places, placesOf } from "./tried.js";

/** What told a mutant: a check, or a test of tests/engine. */
export interface Told {
  readonly by: string;
  readonly isTest: boolean;
}

/**
 * What told each mutant, line by line in a file, so that a run that was interrupted goes on where it was, and
 * several may share the work. A line counts as long as the mutant's function is as it was; those that live
 * are tried anew.
 */
export class Journal {
  private readonly told = new Map<string, Told>();
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
      // The last line of a run that was killed may be half a line.
      if (!line.endsWith("]")) continue;
      const [id, place, isTest, by] = JSON.parse(line) as [string, string, boolean, string];
      if (ids.get(id) === place) this.told.set(id, { by, isTest });
    }
  }

  tellerOf({ id }: Mutant): Told | undefined {
    return this.told.get(id);
  }

  write({ id, place }: Mutant, told: Told): void {
    this.told.set(id, told);
    if (this.file === undefined) return;
    appendFileSync(this.file, `${JSON.stringify([id, this.places[place], told.isTest, told.by])}\n`);
  }
}
