import { layRecords, type Records } from "./records.js";
import { widened } from "./widened.js";

const NONE = -1;

/** A contact's record: 64 bytes, a line of memory. */
const enum Size {
  Bytes = 64,
  Doubles = Bytes / 8,
  Ints = Bytes / 4,
}

/** Five doubles, then six integers. */
const enum At {
  ArrivedAt = 0,
  Talk = 1,
  Hold = 2,
  Wrap = 3,
  Patience = 4,
  Queue = 10,
  Interval = 11,
  Overflows = 12,
  OverflowTicket = 13,
  Next = 14,
  Before = 15,
}

/** The order of joining counts up to here and begins again. */
const MOST_JOINS = 0x7fffffff;

/**
 * Of two places in the order of joining, whether the first is the earlier one; right across queues, and as
 * long as fewer than a billion contacts joined between the two.
 */
export function joinedBefore(order: number, other: number): boolean {
  return (order - other) << 1 < 0;
}

/**
 * Contacts that wait or may redial; a contact's number here is its slot. A slot is taken on arrival and given
 * back when service starts or the contact is gone for good, so memory follows the longest queue, not the
 * number of contacts.
 */
export class Contacts {
  /** By queue: the contact waiting longest, -1 for none. */
  readonly first: Int32Array;
  /** By queue: contacts waiting. */
  readonly waiting: Int32Array;
  private readonly last: Int32Array;
  private records: Records;
  /** Views of the records, at hand. */
  private doubles: Float64Array;
  private ints: Int32Array;
  /** By slot: see `joined`. Apart, so that a look at who still waits need not fetch the records. */
  private orders: Int32Array;
  /** What few contacts ever need lies apart too, by slot. */
  private numbers: Float64Array;
  private redialsAfter: Float64Array;
  private redialCounts: Int32Array;
  private capacity: number;
  private freeFirst = NONE;
  private joins = 0;

  constructor(queues: number, capacity = 64) {
    this.records = layRecords(capacity * Size.Bytes);
    this.doubles = this.records.doubles;
    this.ints = this.records.ints;
    this.orders = new Int32Array(capacity).fill(NONE);
    this.numbers = new Float64Array(capacity);
    this.redialsAfter = new Float64Array(capacity);
    this.redialCounts = new Int32Array(capacity);
    this.capacity = capacity;
    this.first = new Int32Array(queues).fill(NONE);
    this.last = new Int32Array(queues).fill(NONE);
    this.waiting = new Int32Array(queues);
    this.freeAll(0, capacity);
  }

  /** A slot for a contact of the queue that calls for the first time. */
  take(queue: number): number {
    if (this.freeFirst < 0) this.grow();
    const slot = this.freeFirst;
    const { ints } = this;
    this.freeFirst = ints[slot * Size.Ints + At.Next];
    ints[slot * Size.Ints + At.Queue] = queue;
    this.redialCounts[slot] = 0;
    return slot;
  }

  free(slot: number): void {
    this.ints[slot * Size.Ints + At.Next] = this.freeFirst;
    this.freeFirst = slot;
  }

  /** The contact is at the door in this counted interval; `setArrivedAt` says when. */
  comes(slot: number, interval: number): void {
    this.ints[slot * Size.Ints + At.Interval] = interval;
    this.ints[slot * Size.Ints + At.Overflows] = 0;
  }

  /** The contact joins the end of its queue's line. */
  join(slot: number): void {
    const { ints, last } = this;
    const queue = ints[slot * Size.Ints + At.Queue];
    const before = last[queue];
    ints[slot * Size.Ints + At.Before] = before;
    ints[slot * Size.Ints + At.Next] = NONE;
    if (before < 0) this.first[queue] = slot;
    else ints[before * Size.Ints + At.Next] = slot;
    last[queue] = slot;
    this.orders[slot] = this.joins;
    this.joins = (this.joins + 1) & MOST_JOINS;
    this.waiting[queue]++;
  }

  /** The contact leaves its queue's line, from wherever it stands in it. */
  leave(slot: number): void {
    const { ints } = this;
    const queue = ints[slot * Size.Ints + At.Queue];
    const next = ints[slot * Size.Ints + At.Next];
    const before = ints[slot * Size.Ints + At.Before];
    if (before < 0) this.first[queue] = next;
    else ints[before * Size.Ints + At.Next] = next;
    if (next < 0) this.last[queue] = before;
    else ints[next * Size.Ints + At.Before] = before;
    this.orders[slot] = NONE;
    this.waiting[queue]--;
  }

  queue(slot: number): number {
    return this.ints[slot * Size.Ints + At.Queue];
  }

  arrivedAt(slot: number): number {
    return this.doubles[slot * Size.Doubles + At.ArrivedAt];
  }

  setArrivedAt(slot: number, seconds: number): void {
    this.doubles[slot * Size.Doubles + At.ArrivedAt] = seconds;
  }

  /** Counted interval of arrival. */
  interval(slot: number): number {
    return this.ints[slot * Size.Ints + At.Interval];
  }

  talkSeconds(slot: number): number {
    return this.doubles[slot * Size.Doubles + At.Talk];
  }

  setTalkSeconds(slot: number, seconds: number): void {
    this.doubles[slot * Size.Doubles + At.Talk] = seconds;
  }

  holdSeconds(slot: number): number {
    return this.doubles[slot * Size.Doubles + At.Hold];
  }

  setHoldSeconds(slot: number, seconds: number): void {
    this.doubles[slot * Size.Doubles + At.Hold] = seconds;
  }

  wrapSeconds(slot: number): number {
    return this.doubles[slot * Size.Doubles + At.Wrap];
  }

  setWrapSeconds(slot: number, seconds: number): void {
    this.doubles[slot * Size.Doubles + At.Wrap] = seconds;
  }

  patienceSeconds(slot: number): number {
    return this.doubles[slot * Size.Doubles + At.Patience];
  }

  setPatienceSeconds(slot: number, seconds: number): void {
    this.doubles[slot * Size.Doubles + At.Patience] = seconds;
  }

  /** -1 for a caller who will not try again. */
  redialAfterSeconds(slot: number): number {
    return this.redialsAfter[slot];
  }

  setRedialAfterSeconds(slot: number, seconds: number): void {
    this.redialsAfter[slot] = seconds;
  }

  /** The trace's contact: order of arrival within the replication, from 1; a redial keeps it. */
  number(slot: number): number {
    return this.numbers[slot];
  }

  setNumber(slot: number, number: number): void {
    this.numbers[slot] = number;
  }

  /** Its place in the order of joining a line, to compare by `joinedBefore`; -1 for who stands in none. */
  joined(slot: number): number {
    return this.orders[slot];
  }

  redials(slot: number): number {
    return this.redialCounts[slot];
  }

  countRedial(slot: number): void {
    this.redialCounts[slot]++;
  }

  /** Overflow rules of its queue that have passed. */
  overflows(slot: number): number {
    return this.ints[slot * Size.Ints + At.Overflows];
  }

  countOverflow(slot: number): void {
    this.ints[slot * Size.Ints + At.Overflows]++;
  }

  /** Cancels its next overflow; -1 where none is expected. */
  overflowTicket(slot: number): number {
    return this.ints[slot * Size.Ints + At.OverflowTicket];
  }

  setOverflowTicket(slot: number, ticket: number): void {
    this.ints[slot * Size.Ints + At.OverflowTicket] = ticket;
  }

  private grow(): void {
    const from = this.capacity;
    this.records = layRecords(2 * from * Size.Bytes, this.records);
    this.doubles = this.records.doubles;
    this.ints = this.records.ints;
    this.orders = widened(this.orders, new Int32Array(2 * from).fill(NONE));
    this.numbers = widened(this.numbers, new Float64Array(2 * from));
    this.redialsAfter = widened(this.redialsAfter, new Float64Array(2 * from));
    this.redialCounts = widened(this.redialCounts, new Int32Array(2 * from));
    this.capacity = 2 * from;
    this.freeAll(from, 2 * from);
  }

  private freeAll(from: number, to: number): void {
    for (let slot = to - 1; slot >= from; slot--) this.free(slot);
  }
}
