import type { evaluate } from "../../src/run/evaluate.js";
import type { inProcessRunner } from "../../src/run/in-process-runner.js";
import type { threadRunner } from "../../src/run/thread-runner.js";
import type { Engine } from "./sets.mjs";
import type { ShippedScenario } from "./shipped-scenarios.mjs";

export interface RunningEngine extends Engine {
  readonly evaluate: typeof evaluate;
  readonly inProcessRunner: typeof inProcessRunner;
  readonly threadRunner: typeof threadRunner;
}

export function resultsOf(
  engine: RunningEngine,
  scenarios: readonly ShippedScenario[],
  workers: number,
): Promise<Record<string, string>>;
export function digestOf(results: Readonly<Record<string, string>>): string;
