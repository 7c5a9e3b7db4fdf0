import type { readScenario } from "../../src/scenario/read-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";

export interface ShippedScenario {
  readonly name: string;
  readonly scenario: Scenario;
}

export function shippedScenarios(read: typeof readScenario): Promise<ShippedScenario[]>;
