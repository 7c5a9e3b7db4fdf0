import type { Callback } from "./naive-callbacks.js";
import type { Event } from "./naive-clock.js";
import type { Ending } from "./naive-customers.js";
import type { Fate } from "./naive-draws.js";
import type { Beside, Outcome, TrackedComplaint } from "./naive-outcomes.js";
import type { SelfServiceFate } from "./naive-self-service.js";
import type { Parts } from "./naive-service.js";
import type { Agent } from "./naive-staff.js";

/** One contact, with whatever the mechanisms have to remember of it. */
export interface Contact {
  readonly number: number;
  readonly queue: number;
  fate: Fate;
  arrivedAt: number;
  /** Earlier than it arrived where it waited before anybody counted. */
  waitsSince: number;
  redials: number;
  /** Overflow rules passed since it arrived. */
  overflows: number;
  redialling: boolean;
  /** Neither from another queue nor a repeat. */
  isFirst: boolean;
  /** How often it has come again after it was answered. */
  repeats: number;
  /** It comes from another queue at this moment: no door stops it. */
  isInside: boolean;
  outcome?: Outcome | undefined;
  complaint?: TrackedComplaint | undefined;
  beside?: Beside | undefined;
  /** How the try before ended, of one who tries again. */
  endedBefore: Ending | undefined;
  /** Waited too long in a line of this try. */
  isLate: boolean;
  /** In whose hand it is, when that ends, and how many began before. */
  service:
    | { readonly agent: Agent; readonly parts: Parts; readonly end: Event; readonly order: number }
    | undefined;
  /** Put down for another contact. */
  isDown: boolean;
  /** Events that are off when it leaves the line. */
  pending: Event[];
  /** Its place in the order of those who ever waited. */
  place: number;
  /** What self-service will do for it, until it has been there; whether it was there in vain. */
  toServeItself: SelfServiceFate | undefined;
  isHarder?: boolean;
  /** Whether it is told how long it will wait: not if it comes from another queue, or as a complaint. */
  isTold: boolean;
  /** Draws between 0 and 1: it leaves, it accepts a callback, where they are below the share. */
  leavesBelow: number;
  acceptsBelow: number;
  reachedBelow: number;
  callback?: Callback;
}

/** A contact on its first try. */
export function newContact(number: number, queue: number, fate: Fate, arrivedAt: number): Contact {
  return {
    number,
    queue,
    fate,
    arrivedAt,
    waitsSince: arrivedAt,
    redials: 0,
    overflows: 0,
    redialling: false,
    isFirst: true,
    repeats: 0,
    isInside: false,
    endedBefore: undefined,
    isLate: false,
    service: undefined,
    isDown: false,
    pending: [],
    place: -1,
    toServeItself: undefined,
    isTold: false,
    leavesBelow: Number.NaN,
    acceptsBelow: Number.NaN,
    reachedBelow: Number.NaN,
  };
}
