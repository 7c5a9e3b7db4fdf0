import { createHash } from "node:crypto";
import type { Scenario } from "./scenario.js";

/**
 * First 16 hexadecimal digits of SHA-256 over a checked scenario as JSON with sorted keys, without its hash
 * and without the version of the time-zone data, which comes with Node: the days that were resolved with it
 * are in, and only where they differ is it another scenario.
 */
export function hashOf(scenario: Omit<Scenario, "hash">): string {
  const { hash: _, calendar, ...rest } = scenario as Scenario;
  const { timezoneData: _version, ...days } = calendar;
  return createHash("sha256")
    .update(canonicalJson({ ...rest, calendar: days }))
    .digest("hex")
    .slice(0, 16);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === "number" && !Number.isFinite(inner)) return String(inner);
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
