import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenTable } from "../../src/scenario/open-beside.js";
import { SMALL } from "../cli/call.js";
import { pathOf, SHIPPED } from "../scenarios/shipped.js";
import { NONSENSE, type Pool } from "./mutate-text.js";

const tests = fileURLToPath(new URL("..", import.meta.url));

/** The shipped scenarios, without their comments, one day each: what a check takes grows with the days. */
export const shippedTexts = SHIPPED.map((name) =>
  withoutComments(readFileSync(pathOf(name), "utf8")).replace(/^( +days:).*$/m, "$1 1"),
);

/** Short ones: those of the tests, and every bad one that is text and not long. */
export const shortTexts = [
  SMALL,
  withoutComments(readFileSync(path.join(tests, "scenario/format-1.yaml"), "utf8")),
  ...readdirSync(path.join(tests, "bad")).flatMap((name) => {
    const file = path.join(tests, "bad", name, "scenario.yaml");
    const text = existsSync(file) ? readFileSync(file, "utf8") : "";
    return text.length > 0 && text.length < 3_000 ? [text] : [];
  }),
];

const tables = new Map(
  [
    path.dirname(pathOf(SHIPPED[0]!)),
    path.join(tests, "scenario"),
    ...foldersOf("bad"),
    ...foldersOf("bad-tables"),
  ]
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => /\.(?:csv|ics)$/.test(file))
    .map((file) => [path.basename(file), readFileSync(file, "utf8")]),
);

/** Gives the tables that the bases name. */
export const openTable: OpenTable = (name) => {
  const value = tables.get(name);
  return value === undefined ? { problem: `there is no file ${name} in the scenario's folder` } : { value };
};

/** Pieces of scenarios. */
export const scenarioPool: Pool = { bases: [...shippedTexts, ...shortTexts], nonsense: NONSENSE };

function foldersOf(name: string): string[] {
  const folder = path.join(tests, name);
  return readdirSync(folder).map((one) => path.join(folder, one));
}

function withoutComments(text: string): string {
  return text.replace(/^#.*\n/gm, "").replace(/ +#.*$/gm, "");
}
