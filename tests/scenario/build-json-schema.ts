import { toJsonSchema } from "@valibot/to-json-schema";
import { distribution } from "../../src/scenario/schema/distribution.js";
import { scenarioFile } from "../../src/scenario/schema/scenario-file.js";

/** The JSON Schema of scenario files as text, made from the one schema that also checks them. */
export function buildJsonSchema(): string {
  const schema = toJsonSchema(scenarioFile, {
    target: "draft-07",
    definitions: { distribution },
    // What a value is turned into, and checks across keys, say nothing to an editor.
    ignoreActions: ["raw_transform", "raw_check", "transform", "check"],
  });
  const { $schema, ...rest } = schema;
  const whole = {
    $schema,
    title: "callsim scenario, format 1",
    description: "A call centre to simulate. Durations carry a unit (20s, 4m, 1h30m), shares are 80% or 0.8.",
    ...rest,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
