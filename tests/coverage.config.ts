import { defineConfig } from "vitest/config";

/**
 * The engine under its hand-worked tests and some random scenarios: not a branch, function or line of it may
 * go without. Its `const enum`s are no code in the build and are not counted; what has types alone
 * (`trace.ts`) has nothing to count.
 */
export default defineConfig({
  test: {
    include: ["tests/{engine,naive}/**/*.test.ts"],
    env: { NAIVE_SCENARIOS: process.env.NAIVE_SCENARIOS ?? "200" },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      enabled: true,
      provider: "v8",
      include: ["src/engine/**/*.ts"],
      reporter: [["text", { skipFull: true }], "text-summary"],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});
