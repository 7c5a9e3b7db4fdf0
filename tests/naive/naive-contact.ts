import type { Event } from "./naive-clock.js";
import type { Fate } from "./naive-draws.js";

/** One contact, with whatever the mechanisms have to remember of it. */
export interface Contact {
  readonly number: number;
  readonly queue: number;
  fate: Fate;
  arrivedAt: number;
  redials: number;
  /** Overflow rules passed since it arrived. */
  overflows: number;
  redialling: boolean;
  /** Events that are off when it leaves the line. */
  pending: Event[];
}

/** A contact on its first try. */
export function newContact(number: number, queue: number, fate: Fate, arrivedAt: number): Contact {
  return { number, queue, fate, arrivedAt, redials: 0, overflows: 0, redialling: false, pending: [] };
}
