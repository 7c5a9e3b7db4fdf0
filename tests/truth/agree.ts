import { expect } from "vitest";
import type { ServiceLevelVariant } from "../../src/scenario/queue.js";
import { type SteadyState, steadyServiceLevel } from "../../src/statistics/theory/steady-state.js";
import type { OracleCase } from "./oracle-cases.js";

/** Asserts that a formula gives a case's answer. */
export type Body = (given: OracleCase) => void;

/** To 1e-9 of the expected figure; the figures of a whole are compared under their names in the case. */
export function agree(expected: Record<string, unknown>, reached: Record<string, number>): void {
  for (const [name, value] of Object.entries(reached)) {
    const wanted = expected[name] as number;
    expect(Math.abs(value - wanted), `${name}: ${value}, expected ${wanted}`).toBeLessThanOrEqual(
      1e-9 * Math.abs(wanted) + (wanted === 0 ? 1e-12 : 0),
    );
  }
}

/** To the digits that were printed: within half a unit of the last one. */
export function agreeAsPrinted(reached: number, printed: number, digits: number): void {
  expect(Math.abs(reached - printed), `${reached}, printed ${printed}`).toBeLessThanOrEqual(
    0.5 * 10 ** -digits + 1e-12,
  );
}

/** Service level, counted so. */
export function level(state: SteadyState, counting: ServiceLevelVariant, withinSeconds: number): number {
  return steadyServiceLevel(state, { counting, withinSeconds, underSeconds: 5 });
}

/** Calls an hour and a handle time in seconds. */
export const hourly = (callsPerHour: number, aht: number) => ({
  ratePerSecond: callsPerHour / 3600,
  handleSeconds: aht,
});
/** Cases without a unit of time: their unit is taken as the second. */
export const plain = (rate: number, serviceRate: number) => ({
  ratePerSecond: rate,
  handleSeconds: 1 / serviceRate,
});
