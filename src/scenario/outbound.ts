import type { Distribution } from "../random/distribution.js";

/** What a queue of channel outbound calls, and how. */
export interface Outbound {
  readonly leads: Leads;
  readonly dialer: Dialer;
  /** How long a call takes that does not reach the right person; absent where all do. */
  readonly wrongPartyTalk?: Distribution;
}

/** People to be called, in the order in which they come onto the list. */
export interface Leads {
  /** On the list when counted time starts. */
  readonly count: number;
  /** More that come at the first hour of calling of each day on which leads are called. */
  readonly perDay: number;
  /** Most dials of a lead; who was not reached then is given up. */
  readonly attempts: number;
  /** How much later a lead is dialed again. */
  readonly retry: Distribution;
  /** Chance that the person who answers is the one wanted. */
  readonly rightPartyShare: number;
  /** Chance that the right person agrees. */
  readonly convertsShare: number;
  /** Of a conversion, in the scenario's currency. */
  readonly value?: number;
  readonly appointment?: Appointment;
  /** When leads are called, ascending, not overlapping, each with an even chance above 0 of an answer. */
  readonly stretches: readonly {
    readonly fromSeconds: number;
    readonly toSeconds: number;
    readonly answersShare: number;
  }[];
}

/** A talk with the right person that ends with the promise of another call. */
export interface Appointment {
  readonly chance: number;
  /** How much later that call is promised for. */
  readonly after: Distribution;
  /** Chance that each dial of the promised call is answered, always by the right person. */
  readonly answersShare: number;
  readonly convertsShare: number;
}

/** How leads are dialed; dialer.ts of the engine says what the modes do. */
export interface Dialer {
  readonly mode: "preview" | "progressive" | "predictive";
  /** How long an agent looks at a lead before the dial; mode preview only. */
  readonly preview?: Distribution;
  /** How long it rings until somebody answers, or until the dialer hangs up. */
  readonly ringing: Distribution;
  /** Greatest share of answered calls that find no agent; mode predictive only. */
  readonly abandonedShare?: number;
}
