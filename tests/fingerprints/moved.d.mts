import type { Fingerprints } from "./sets.mjs";

/** By scenario. */
export type Kept = Readonly<Record<string, Fingerprints>>;

export function whatMoved(kept: Kept, found: Kept): string[];
