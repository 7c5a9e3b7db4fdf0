import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Readonly<Record<string, Locked>>;
};

test("the lock file has an entry for every package of every platform, without which npm ci refuses", () => {
  const locked = new Set(Object.keys(packages).map((place) => place.split("node_modules/").at(-1)));
  const missing = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !locked.has(name))
      .map((name) => `${place} needs ${name}`),
  );
  expect(locked.size).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});
