import { readFileSync } from "node:fs";

/** The JSON Schema of scenario files, for editors, as `callsim.schema.json` beside the package has it. */
export function jsonSchemaText(): string {
  return readFileSync(new URL("../../callsim.schema.json", import.meta.url), "utf8");
}
