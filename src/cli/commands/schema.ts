import { jsonSchemaText } from "../../scenario/json-schema-text.js";
import { print } from "../deliver.js";

/** `callsim schema`. */
export function printSchema(): Promise<void> {
  return print(jsonSchemaText());
}
