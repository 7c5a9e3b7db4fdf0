import { defineConfig } from "vitest/config";

/** Two workers: on two processors vitest would take one by itself. */
export default defineConfig({
  test: { include: ["tests/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 },
});
