import { createHash } from "node:crypto";
import { compile } from "../../src/model/model.js";
import { widerScenario } from "../naive/wider-scenario.js";
import type { Engine, Turns } from "./engine-build.js";
import { storageChecks } from "./storage-checks.js";
import { structureChecks } from "./structure-checks.js";

/** Something an engine does, told value by value. */
export interface Check {
  readonly name: string;
  readonly run: (engine: Engine, tell: Tell) => void;
}

export type Tell = (value: number | string) => void;

/**
 * What is asked of every mutant: the random scenarios on which the naive simulator says what is right, each
 * of the engine's structures by itself, and how much storage it asks for.
 */
export function checksOf(scenarios: readonly number[], turns: Turns): Check[] {
  return [...scenarios.map(scenarioCheck), ...structureChecks(), ...storageChecks(turns)];
}

/**
 * The trace and all that is observed, and what is observed without a trace; in half of the scenarios then
 * with contacts kept until their service ends.
 */
function scenarioCheck(number: number): Check {
  const model = compile(widerScenario(number));
  const untraced = number % 2 === 0 ? model : { ...model, keepsContacts: true };
  return {
    name: `scenario ${number}`,
    run: (engine, tell) => {
      const observed = engine.simulate(
        model,
        "naive",
        number,
        (seconds, event, contact, queue, team, agent) => {
          tell(seconds);
          tell(event);
          tell(contact);
          tell(queue);
          tell(team);
          tell(agent);
        },
      );
      for (const one of [observed, engine.simulate(untraced, "naive", number)]) {
        for (const value of Object.values(one)) tell(typeof value === "number" ? value : digest(value));
      }
    },
  };
}

function digest({ buffer, byteOffset, byteLength }: Float64Array): string {
  return createHash("md5")
    .update(Buffer.from(buffer, byteOffset, byteLength))
    .digest("hex");
}
