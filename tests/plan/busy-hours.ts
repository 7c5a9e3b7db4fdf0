import type { Arrivals } from "../../src/scenario/arrivals.js";

/**
 * Arrivals of so many contacts in each hour from midnight on, none after; replaces a test queue's `perHour`.
 */
export function busyHours(contacts: readonly number[]): Arrivals {
  return {
    kind: "table",
    factor: 1,
    events: [],
    steps: contacts.map((number, hour) => ({
      fromSeconds: hour * 3600,
      toSeconds: (hour + 1) * 3600,
      contacts: number,
    })),
  };
}

/** A distribution around a mean, as most tests use it. */
export function exponential(meanSeconds: number) {
  return { kind: "exponential", meanSeconds } as const;
}
