import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EngineBuild } from "./engine-build.js";
import { type Mutant, mutated } from "./mutants.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const vitest = join(root, "node_modules/vitest/vitest.mjs");
/** Ten times what the engine's tests take on an idle machine. */
const MOST_MILLISECONDS = 120_000;

/**
 * Whether the engine's own tests, `tests/engine`, fail on the mutant, or never end; without a mutant, on the
 * engine as it was built. `files`, if given, are the names of the tests that are asked. All files of the
 * engine are the built ones: a `const enum` is no more in any of them.
 */
export function isToldByTests(build: EngineBuild, mutant?: Mutant, files: readonly string[] = []): boolean {
  const folder = mkdtempSync(join(tmpdir(), "callsim-mutant-"));
  try {
    cpSync(build.folder, folder, { recursive: true });
    if (mutant) writeFileSync(join(folder, mutant.file), mutated(build.text(mutant), mutant));
    const { status } = spawnSync(
      process.execPath,
      [vitest, "run", "--config", "tests/mutation/mutant.config.ts", ...files],
      {
        cwd: root,
        timeout: MOST_MILLISECONDS,
        stdio: "ignore",
        env: { ...process.env, MUTANT_ENGINE: folder },
      },
    );
    return status !== 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
