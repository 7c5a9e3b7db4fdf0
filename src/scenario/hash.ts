import { createHash } from "node:crypto";
import type { Scenario } from "./scenario.js";

/**
 * First 16 hexadecimal digits of SHA-256 over a checked scenario as JSON with sorted keys, without its hash.
 */
export function hashOf(scenario: Omit<Scenario, "hash">): string {
  const { hash: _, ...rest } = scenario as Scenario;
  return createHash("sha256").update(canonicalJson(rest)).digest("hex").slice(0, 16);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === "number" && !Number.isFinite(inner)) return String(inner);
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
