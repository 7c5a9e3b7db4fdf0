import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { jsonSchemaText } from "../../src/scenario/json-schema-text.js";
import { buildJsonSchema } from "./build-json-schema.js";
import { faultIn, type JsonSchema } from "./conforms.js";

const FILE = new URL("../../callsim.schema.json", import.meta.url);

describe("callsim.schema.json", () => {
  it("is what the schema in the code says (npm run schema writes it anew)", () => {
    if (process.env["UPDATE_SCHEMA"]) writeFileSync(FILE, buildJsonSchema());
    expect(readFileSync(FILE, "utf8")).toBe(buildJsonSchema());
    expect(jsonSchemaText()).toBe(buildJsonSchema());
  });

  const root = JSON.parse(buildJsonSchema()) as JsonSchema;

  it("has help text for every key of the file, of queues, teams and shifts", () => {
    const entryOf = (key: string) => root.properties![key]!.additionalProperties as JsonSchema;
    const forms = [...entryOf("queues").anyOf!, entryOf("teams"), entryOf("shifts")];
    for (const node of [root, root.properties!["calendar"]!, ...forms]) {
      expect(Object.keys(node.properties!).length).toBeGreaterThan(2);
      for (const [key, value] of Object.entries(node.properties!)) {
        expect(value.description, key).toMatch(/\S{2}/);
      }
      expect(node.additionalProperties).toBe(false);
    }
  });

  it("offers each kind of arrivals and each distribution as a form of its own", () => {
    const [queue] = (root.properties!["queues"]!.additionalProperties as JsonSchema).anyOf!;
    const forms = queue.properties!["arrivals"]!.anyOf!.map((form) => form.required);
    expect(forms).toEqual([["perHour"], ["perDay"], ["perInterval"], ["perWeek"], ["table"], ["replay"]]);
    const kinds = root.$defs!["distribution"]!.anyOf!.flatMap((form) => form.required ?? []);
    expect(kinds).toHaveLength(11);
    const handle = queue.properties!["handle"]!.anyOf![0]!;
    expect(handle.properties!["talk"]!.$ref).toBe("#/$defs/distribution");
  });

  it("accepts the example of format 1 and every scenario that is shipped", () => {
    const folder = new URL("../../scenarios/", import.meta.url);
    const shipped = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    expect(shipped.length).toBeGreaterThan(0);
    for (const file of [
      new URL("format-1.yaml", import.meta.url),
      ...shipped.map((name) => new URL(name, folder)),
    ]) {
      expect(faultIn(parse(readFileSync(file, "utf8")), root, root), file.pathname).toBeUndefined();
    }
  });

  it.each([
    ["perDay: 2400", "perday: 2400"],
    ["days: 7", "days: 0"],
    ["{mean: 3m}", "{mean: 180}"],
    ["counting: ignore-short", "counting: ignore-shrot"],
    ["absence: 6%", "absence: six"],
    ["exponential: {mean: 45s}", "exponentail: {mean: 45s}"],
    ["channel: phone", "channel: sms"],
    ["name: Insurance line, around the clock", "nmae: Insurance line"],
  ])("refuses the example with %s turned into %s", (right, wrong) => {
    const example = readFileSync(new URL("format-1.yaml", import.meta.url), "utf8");
    expect(example).toContain(right);
    expect(faultIn(parse(example.replace(right, wrong)), root, root)).toBeDefined();
  });
});
