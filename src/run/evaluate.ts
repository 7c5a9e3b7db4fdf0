import type { Scenario } from "../scenario/scenario.js";
import type { Summary } from "../statistics/summary.js";
import { type EvaluateOptions, Evaluation } from "./evaluation.js";

/** Simulates the scenario's replications and sums them up; see `Evaluation` for a precision in `run`. */
export function evaluate(scenario: Scenario, options: EvaluateOptions = {}): Promise<Summary> {
  return new Evaluation(scenario, options).simulateAsPlanned();
}
