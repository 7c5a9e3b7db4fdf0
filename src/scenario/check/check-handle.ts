import type { Queue } from "../queue.js";
import type { QueueInput } from "../schema/queue.js";
import type { Path } from "../tree.js";
import { type Checking, checkDistribution } from "./checking.js";

/** The parts of a handle time; `undefined` where one has problems, which are reported. */
export function checkHandle(
  checking: Checking,
  input: Pick<QueueInput["handle"], "talk" | "hold" | "wrap">,
  path: Path,
): Queue["handle"] | undefined {
  const parts: { -readonly [part in keyof Queue["handle"]]: Queue["handle"][part] } = {};
  for (const part of ["talk", "hold", "wrap"] as const) {
    const given = input[part];
    if (given === undefined) continue;
    const distribution = checkDistribution(checking, given, [...path, part]);
    if (!distribution) return undefined;
    parts[part] = distribution;
  }
  return parts;
}
