import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const folder = fileURLToPath(new URL("../../scenarios/", import.meta.url));

/** Every shipped scenario file's name, in the course's order. */
export const SHIPPED = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .sort();

export const NATIONAL = "10-national.yaml";

/** All but the one that takes a minute. */
export const QUICK = SHIPPED.filter((name) => name !== NATIONAL);

export function pathOf(name: string): string {
  return path.join(folder, name);
}

/** The file as plain values, unchecked. */
export function plainOf(name: string): Record<string, unknown> {
  return parse(readFileSync(pathOf(name), "utf8"));
}

/** Every value that is no map and no list, by its path: `queues.claims.arrivals.events[0].factor`. */
export function leavesOf(found: unknown, at = ""): { path: string; value: unknown }[] {
  if (Array.isArray(found)) return found.flatMap((item, index) => leavesOf(item, `${at}[${index}]`));
  if (typeof found !== "object" || found === null) return [{ path: at, value: found }];
  return Object.entries(found).flatMap(([key, value]) => leavesOf(value, at === "" ? key : `${at}.${key}`));
}
