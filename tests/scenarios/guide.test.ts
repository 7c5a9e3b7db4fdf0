import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";

const folder = fileURLToPath(new URL("../../docs/guide/", import.meta.url));
const pages = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
const index = readFileSync(path.join(folder, "README.md"), "utf8");

/** A block of a page that is not a whole scenario is merged into this one. */
const BASE = {
  callsim: 1,
  name: "Guide",
  calendar: { start: "2026-03-02", days: 2, hours: { "mon-sun": "08:00-18:00" } },
  queues: {
    calls: { arrivals: { perDay: 600 }, handle: { talk: "4m" }, patience: { exponential: { mean: "3m" } } },
  },
  teams: { agents: { skills: ["calls"], agents: 8 } },
  run: { replications: 1 },
};

function blocksOf(page: string): string[] {
  const text = readFileSync(path.join(folder, page), "utf8");
  return [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block);
}

describe("a page of the guide", () => {
  it.each(pages)("%s stands in the index", (page) => {
    expect(index).toContain(`](${page})`);
  });

  it.each(pages)("%s shows lines that read without a warning, and run", (page) => {
    const blocks = blocksOf(page);
    expect(blocks.length, "yaml blocks").toBeGreaterThan(0);
    for (const block of blocks) {
      const text = block.includes("callsim: 1") ? block : stringify(merged(BASE, parse(block)));
      const { scenario, warnings } = readScenarioText(text, page);
      expect(warnings, block).toEqual([]);
      expect(simulate(compile(scenario), scenario.run.seed, 1).contacts, block).toBeGreaterThan(0);
    }
  });
});

/** Maps are merged key by key; whatever else the block says takes the place of what was there. */
function merged(base: unknown, block: unknown): unknown {
  if (!isMap(base) || !isMap(block)) return block;
  const keys = new Set([...Object.keys(base), ...Object.keys(block)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, key in block ? merged(base[key], block[key]) : base[key]]),
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
