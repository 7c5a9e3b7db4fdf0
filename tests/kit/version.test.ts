import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { version } from "../../src/kit/version.js";

it("the version in results is the package's", () => {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  expect(version).toBe((JSON.parse(text) as { version: string }).version);
});
