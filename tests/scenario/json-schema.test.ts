import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { jsonSchemaText } from "../../src/scenario/json-schema-text.js";
import { buildJsonSchema } from "./build-json-schema.js";

const FILE = new URL("../../callsim.schema.json", import.meta.url);

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  required?: string[];
  anyOf?: Node[];
  $ref?: string;
}

describe("callsim.schema.json", () => {
  it("is what the schema in the code says (npm run schema writes it anew)", () => {
    if (process.env["UPDATE_SCHEMA"]) writeFileSync(FILE, buildJsonSchema());
    expect(readFileSync(FILE, "utf8")).toBe(buildJsonSchema());
    expect(jsonSchemaText()).toBe(buildJsonSchema());
  });

  const root = JSON.parse(buildJsonSchema()) as Node & { $defs: Record<string, Node> };

  it("has help text for every key of the file, of queues, teams and shifts", () => {
    const entryOf = (key: string) => root.properties![key]!.additionalProperties as Node;
    for (const node of [root, root.properties!["calendar"]!, ...["queues", "teams", "shifts"].map(entryOf)]) {
      expect(Object.keys(node.properties!).length).toBeGreaterThan(4);
      for (const [key, value] of Object.entries(node.properties!)) {
        expect(value.description, key).toMatch(/\S{2}/);
      }
      expect(node.additionalProperties).toBe(false);
    }
  });

  it("offers each kind of arrivals and each distribution as a form of its own", () => {
    const queue = root.properties!["queues"]!.additionalProperties as Node;
    const forms = queue.properties!["arrivals"]!.anyOf!.map((form) => form.required);
    expect(forms).toEqual([["perHour"], ["perDay"], ["perInterval"], ["perWeek"], ["table"], ["replay"]]);
    const kinds = root.$defs["distribution"]!.anyOf!.flatMap((form) => form.required ?? []);
    expect(kinds).toHaveLength(11);
    const handle = queue.properties!["handle"]!.anyOf![0]!;
    expect(handle.properties!["talk"]!.$ref).toBe("#/$defs/distribution");
  });
});
