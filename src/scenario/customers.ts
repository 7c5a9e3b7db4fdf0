/** Of D4: "68 % of customers leave a firm after being treated badly". */
export const LEAVE_SHARE = 0.68;

/** What a contact can come to that a customer may take for bad treatment. */
export const BAD_ENDS = ["abandoned", "blocked", "closed", "unserved", "unresolved", "balked"] as const;

/** One of `BAD_ENDS`. */
export type BadEnd = (typeof BAD_ENDS)[number];

/** When a queue's customers are treated badly, and what that costs. */
export interface QueueCustomers {
  /** Chance, 0..1, that one who was treated badly leaves. */
  readonly leaveShare: number;
  /** What it is to be treated badly: one of these as the end of the last try, */
  readonly badEnds: readonly BadEnd[];
  /** or a wait, in the last try, of more than this, whatever came of it. */
  readonly waitedSeconds?: number;
  /** What a customer is worth in a year, in the scenario's currency. */
  readonly yearlyValue?: number;
}
