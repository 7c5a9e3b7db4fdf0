import { openStream } from "../../src/random/stream.js";

/** What one input of a fuzzer is made by: the same key makes the same input, on every machine. */
export interface Luck {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** One of these. */
  pick<T>(list: readonly T[]): T;
  /** True so often. */
  chance(share: number): boolean;
}

/** The luck of a key, such as `scenario/412`. */
export function luckOf(key: string): Luck {
  const draw = openStream("fuzz", 1, "input", key);
  const below = (limit: number) => Math.floor(draw() * limit);
  return { below, pick: (list) => list[below(list.length)]!, chance: (share) => draw() < share };
}
