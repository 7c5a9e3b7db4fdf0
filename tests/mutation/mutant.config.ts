import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const { MUTANT_ENGINE } = process.env;
if (!MUTANT_ENGINE) throw new Error("MUTANT_ENGINE: the folder of a built engine is expected");

/** The engine's own tests on a built engine, in place of `src/engine`. */
export default defineConfig({
  plugins: [
    {
      name: "built engine",
      enforce: "pre",
      load: (id) => {
        const [, name] = /\/src\/engine\/([\w/-]+)\.ts$/.exec(id) ?? [];
        return name && readFileSync(`${MUTANT_ENGINE}/${name}.js`, "utf8");
      },
    },
  ],
  test: {
    include: ["tests/engine/**/*.test.ts"],
    bail: 1,
    testTimeout: 60_000,
    // One worker for all files: to start one for each takes longer than most of the tests.
    pool: "threads",
    isolate: false,
  },
});
