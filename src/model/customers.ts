import { BAD_ENDS } from "../scenario/customers.js";
import type { Scenario } from "../scenario/scenario.js";

/** How the last try of a caller ended, each a bit of its own, in the order of BAD_ENDS. */
export const enum Ending {
  Answered = 0,
  Abandoned = 1,
  Blocked = 2,
  Closed = 4,
  Unserved = 8,
  Unresolved = 16,
  Balked = 32,
}

/** When a queue's customers are treated badly, and how many of them leave, by queue. */
export interface CustomerTables {
  /** 1 where the scenario asks what becomes of the queue's customers. */
  readonly asks: Uint8Array;
  /** The sum of the endings that are bad treatment. */
  readonly badEnds: Uint8Array;
  /** Longer waits are bad treatment; Infinity for none. */
  readonly waitedSeconds: Float64Array;
  /** Chance that a customer treated badly leaves. */
  readonly leaveShares: Float64Array;
  /** Customers of the firm; Infinity where the scenario does not say. */
  readonly count: number;
}

/** Undefined where nobody asks what becomes of customers, or what those who are gone would have paid. */
export function compileCustomers({ queues, customerCount }: Scenario): CustomerTables | undefined {
  if (!queues.some(({ customers, value }) => customers !== undefined || value !== undefined))
    return undefined;
  return {
    asks: Uint8Array.from(queues, ({ customers }) => (customers === undefined ? 0 : 1)),
    badEnds: Uint8Array.from(queues, ({ customers }) =>
      BAD_ENDS.reduce((sum, end, bit) => sum + (customers?.badEnds.includes(end) ? 1 << bit : 0), 0),
    ),
    waitedSeconds: Float64Array.from(
      queues,
      ({ customers }) => customers?.waitedSeconds ?? Number.POSITIVE_INFINITY,
    ),
    leaveShares: Float64Array.from(queues, ({ customers }) => customers?.leaveShare ?? 0),
    count: customerCount ?? Number.POSITIVE_INFINITY,
  };
}
