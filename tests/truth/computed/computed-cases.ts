import { readFileSync } from "node:fs";
import { families } from "./families.js";
import { type ComputedCase, type Family, type Point, rounded } from "./family.js";

/** Where the cases are. */
export const casesFile = new URL("../computed-cases.json", import.meta.url);

/** All computed cases, in file order. */
export const computedCases: readonly ComputedCase[] = JSON.parse(readFileSync(casesFile, "utf8")).cases;

/** The cases of a family. */
export function casesOf({ name }: Family): readonly ComputedCase[] {
  return computedCases.filter(({ family }) => family === name);
}

/** How much longer the handling of the companions takes. */
export const STRETCH = 1.01;

/** Computes a case from theory. */
export function computeCase(family: Family, { id, title, input }: Point<unknown>): ComputedCase {
  const expected = rounded(family.exact(input));
  const longer = rounded(family.exact(family.stretched(input, STRETCH)));
  return { id, family: family.name, title, input, expected, longer };
}

const ABOUT =
  "Computed from theory by tests/truth/theory, which shares no code with src/; by `npm run oracles`.";

/** The whole file, from theory: one line a case. */
export function computeCases(): string {
  const sources = Object.fromEntries(families.map(({ name, truth }) => [name, truth]));
  const cases = families.flatMap((family) => family.points.map((point) => computeCase(family, point)));
  return [
    "{",
    `  "about": ${JSON.stringify(ABOUT)},`,
    `  "sources": ${JSON.stringify(sources, null, 2).replace(/\n/g, "\n  ")},`,
    '  "cases": [',
    cases.map((one) => `    ${JSON.stringify(one)}`).join(",\n"),
    "  ]",
    "}",
    "",
  ].join("\n");
}
