import fc from "fast-check";
import type { Scenario } from "../../src/scenario/scenario.js";
import { randomScenario } from "../naive/random-scenario.js";
import type { Row } from "./centre-from-trace.js";

/**
 * Holds a law on so many random scenarios, always the same, and tells it the number of each. They have no
 * mechanism of naive/variations.ts: the laws of one are a file `<mechanism>.test.ts`, which puts it in with
 * `varied(number, scenario, { mechanism })`.
 */
export function holdsOn(runs: number, law: (scenario: Scenario, number: number) => void): void {
  const numbers = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(numbers, (number) => law(randomScenario(number), number)),
    { seed: 20_260_302, numRuns: runs, endOnFailure: true },
  );
}

/** Whether the numbers are the same to the last bit. */
export function isSame(numbers: Float64Array, others: Float64Array): boolean {
  const bytes = (of: Float64Array) => Buffer.from(of.buffer, of.byteOffset, of.byteLength);
  return bytes(numbers).equals(bytes(others));
}

/** Rows as one text, which compares faster. */
export function textOf(rows: readonly Row[]): string {
  return rows
    .map((row) => [row.seconds, row.event, row.contact, row.queue, row.team, row.agent].join(" "))
    .join("\n");
}
