import type { Place } from "../kit/problem.js";
import { type PromisedFigure, parsePromise } from "./promise.js";
import type { Scenario } from "./scenario.js";
import { placeAt, type Tree } from "./tree.js";

/** A promise of a checked scenario: as written, as read, and where it stands. */
export interface Promised {
  readonly text: string;
  readonly figure: PromisedFigure;
  /** Absent for a promise given by `--set`. */
  readonly place?: Place;
}

/** The promises of a scenario that was checked, in their order; `tree` is what it was read from. */
export function promisesAt(tree: Tree, scenario: Pick<Scenario, "expect" | "queues" | "teams">): Promised[] {
  const names = {
    queues: scenario.queues.map(({ name }) => name),
    teams: scenario.teams.map(({ name }) => name),
  };
  return scenario.expect.map((text, index) => {
    const parsed = parsePromise(text, names);
    // The checks have refused what cannot be read.
    if ("problem" in parsed) throw new Error(parsed.problem);
    const place = placeAt(tree, ["expect", index]);
    return { text, figure: parsed.value, ...(place && { place }) };
  });
}

/** The path that names a promise's figure without doubt: `queues.claims.serviceLevel`, `total.cost`. */
export function pathOfFigure({ of, name, measure }: Pick<PromisedFigure, "of" | "name" | "measure">): string {
  return of === "total" ? `total.${measure}` : `${of}s.${name}.${measure}`;
}
