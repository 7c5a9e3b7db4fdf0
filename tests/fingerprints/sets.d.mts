import type { Contacts } from "../../src/engine/contacts.js";
import type { Luck } from "../../src/engine/luck.js";
import type { simulate } from "../../src/engine/simulate.js";
import type { compile } from "../../src/model/model.js";
import type { formatJson } from "../../src/report/json.js";
import type { summaryJson } from "../../src/report/json-results.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { summarise } from "../../src/statistics/summarise.js";

/** What the fingerprints are taken of: the sources' modules or the build's. */
export interface Engine {
  readonly compile: typeof compile;
  readonly simulate: typeof simulate;
  readonly summarise: typeof summarise;
  readonly summaryJson: typeof summaryJson;
  readonly formatJson: typeof formatJson;
  readonly Luck: typeof Luck;
  readonly Contacts: typeof Contacts;
}

/** By set. */
export type Fingerprints = Readonly<Record<string, string>>;

/** Canonical bytes on their way to a print. */
export interface Bytes {
  numbers(values: ArrayLike<number>): void;
  number(value: number): void;
  text(text: string): void;
}

export const SETS: readonly string[];
export function fingerprintsOf(engine: Engine, scenario: Scenario): Fingerprints;
export function print(write: (bytes: Bytes) => void): string;
export function writeCells(bytes: Bytes, cells: ArrayLike<number>, count: number, always: number): void;
