import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Entry {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

it("locks every package another asks for, those of other platforms too: npm ci refuses to run otherwise", () => {
  const text = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, Entry>> };
  const locked = new Set(Object.keys(packages).map((folder) => folder.split("node_modules/").at(-1)));
  const missing = Object.values(packages)
    .flatMap((entry) => [entry.dependencies, entry.devDependencies, entry.optionalDependencies])
    .flatMap((some) => Object.keys(some ?? {}))
    .filter((name) => !locked.has(name));
  expect(missing).toEqual([]);
});
