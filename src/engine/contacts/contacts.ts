import { layRecords, type Records } from "../events/records.js";
import { widened } from "../events/widened.js";
import type { ContactNeeds, SlotNumbers } from "./contact-needs.js";
import { joinedBefore, MOST_JOINS } from "./join-order.js";

const NONE = -1;

/** A contact's record: 32 bytes, two to a line of memory. */
const enum Size {
  Bytes = 32,
  Doubles = Bytes / 8,
  Ints = Bytes / 4,
}

/** Two doubles, then four integers. */
const enum At {
  ArrivedAt = 0,
  Talk = 1,
  Queue = 4,
  Interval = 5,
  Next = 6,
  Before = 7,
}

/**
 * Contacts that wait or may redial; a contact's number here is its slot. A slot is taken on arrival and given
 * back when service starts or the contact is gone for good, so memory follows the longest queue, not the
 * number of contacts.
 */
export class Contacts {
  /** By queue: the contact waiting longest, -1 for none. */
  readonly first: Int32Array;
  private readonly last: Int32Array;
  private records: Records;
  /** Views of the records, at hand. */
  private doubles: Float64Array;
  private ints: Int32Array;
  /** By slot: see `joined`. Apart, so that a look at who still waits need not fetch the records. */
  private orders: Int32Array;
  /** Patience in seconds of the contact at the door; once it waits, see hang-ups.ts. */
  patienceSeconds = Number.POSITIVE_INFINITY;
  /** What few contacts need lies apart too, by slot; empty where nobody asks for it. */
  private holds: Float64Array;
  private wraps: Float64Array;
  private overflowCounts: Int32Array;
  private overflowTickets: Int32Array;
  private redialsAfter: Float64Array;
  private redialCounts: Int32Array;
  private numbers: Float64Array;
  private readonly doublesBySlot: SlotNumbers<Float64Array>[] = [];
  private readonly intsBySlot: SlotNumbers<Int32Array>[] = [];
  private capacity: number;
  private freeFirst = NONE;
  private joins = 0;

  constructor(
    queues: number,
    private readonly needs: ContactNeeds,
    capacity = 64,
  ) {
    this.records = layRecords(capacity * Size.Bytes);
    this.doubles = this.records.doubles;
    this.ints = this.records.ints;
    this.orders = new Int32Array(capacity).fill(NONE);
    const slotsFor = (isNeeded: boolean) => (isNeeded ? capacity : 0);
    this.holds = new Float64Array(slotsFor(needs.parts));
    this.wraps = new Float64Array(slotsFor(needs.parts));
    this.overflowCounts = new Int32Array(slotsFor(needs.overflow));
    this.overflowTickets = new Int32Array(slotsFor(needs.overflow));
    this.redialsAfter = new Float64Array(slotsFor(needs.redial));
    this.redialCounts = new Int32Array(slotsFor(needs.redial));
    this.numbers = new Float64Array(slotsFor(needs.numbers));
    this.capacity = capacity;
    this.first = new Int32Array(queues).fill(NONE);
    this.last = new Int32Array(queues).fill(NONE);
    this.freeAll(0, capacity);
  }

  /** A slot for a contact of the queue that calls for the first time. */
  take(queue: number): number {
    if (this.freeFirst < 0) this.grow();
    const slot = this.freeFirst;
    const { ints } = this;
    this.freeFirst = ints[slot * Size.Ints + At.Next];
    ints[slot * Size.Ints + At.Queue] = queue;
    if (this.needs.redial) this.redialCounts[slot] = 0;
    return slot;
  }

  free(slot: number): void {
    this.ints[slot * Size.Ints + At.Next] = this.freeFirst;
    this.freeFirst = slot;
  }

  /** The contact is at the door in this counted interval; `setArrivedAt` says when. */
  comes(slot: number, interval: number): void {
    this.ints[slot * Size.Ints + At.Interval] = interval;
    if (this.needs.overflow) this.overflowCounts[slot] = 0;
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
    this.orders[slot] = this.takePlace();
  }

  /** A place in the order of joining that the contact may take later, by `joinAt`. */
  takePlace(): number {
    const place = this.joins;
    this.joins = (this.joins + 1) & MOST_JOINS;
    return place;
  }

  /** The contact joins its queue's line before all who joined after its place was taken. */
  joinAt(slot: number, place: number): void {
    const { ints, first, last, orders } = this;
    const queue = ints[slot * Size.Ints + At.Queue];
    // Who comes last of all is found at once, however long the line; who goes first nearly so.
    let next = last[queue] >= 0 && joinedBefore(place, orders[last[queue]]) ? first[queue] : NONE;
    while (next >= 0 && joinedBefore(orders[next], place)) next = ints[next * Size.Ints + At.Next];
    const before = next < 0 ? last[queue] : ints[next * Size.Ints + At.Before];
    ints[slot * Size.Ints + At.Before] = before;
    ints[slot * Size.Ints + At.Next] = next;
    if (before < 0) first[queue] = slot;
    else ints[before * Size.Ints + At.Next] = slot;
    if (next < 0) last[queue] = slot;
    else ints[next * Size.Ints + At.Before] = slot;
    orders[slot] = place;
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
  }

  /** The contact that joined its line after it; -1 for the last. */
  behind(slot: number): number {
    return this.ints[slot * Size.Ints + At.Next];
  }

  queue(slot: number): number {
    return this.ints[slot * Size.Ints + At.Queue];
  }

  /** The contact, which stands in no line, is one of another queue. */
  setQueue(slot: number, queue: number): void {
    this.ints[slot * Size.Ints + At.Queue] = queue;
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
    return this.holds[slot];
  }

  setHoldSeconds(slot: number, seconds: number): void {
    this.holds[slot] = seconds;
  }

  wrapSeconds(slot: number): number {
    return this.wraps[slot];
  }

  setWrapSeconds(slot: number, seconds: number): void {
    this.wraps[slot] = seconds;
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

  /** From now on it has not tried again. */
  forgetRedials(slot: number): void {
    if (this.needs.redial) this.redialCounts[slot] = 0;
  }

  /** Overflow rules of its queue that have passed. */
  overflows(slot: number): number {
    return this.overflowCounts[slot];
  }

  countOverflow(slot: number): void {
    this.overflowCounts[slot]++;
  }

  /** None have, and none is expected: it comes anew. */
  forgetOverflows(slot: number): void {
    this.overflowCounts[slot] = 0;
    this.overflowTickets[slot] = NONE;
  }

  /** Cancels its next overflow; -1 where none is expected. */
  overflowTicket(slot: number): number {
    return this.overflowTickets[slot];
  }

  setOverflowTicket(slot: number, ticket: number): void {
    this.overflowTickets[slot] = ticket;
  }

  /** A double more for each slot. */
  addDoubles(): SlotNumbers<Float64Array> {
    const numbers = { values: new Float64Array(this.capacity) };
    this.doublesBySlot.push(numbers);
    return numbers;
  }

  /** An integer more for each slot. */
  addInts(): SlotNumbers<Int32Array> {
    const numbers = { values: new Int32Array(this.capacity) };
    this.intsBySlot.push(numbers);
    return numbers;
  }

  private grow(): void {
    const from = this.capacity;
    this.records = layRecords(2 * from * Size.Bytes, this.records);
    this.doubles = this.records.doubles;
    this.ints = this.records.ints;
    this.orders = widened(this.orders, new Int32Array(2 * from).fill(NONE));
    // Twice nothing is nothing: what nobody needs stays empty.
    this.holds = widened(this.holds, new Float64Array(2 * this.holds.length));
    this.wraps = widened(this.wraps, new Float64Array(2 * this.wraps.length));
    this.overflowCounts = widened(this.overflowCounts, new Int32Array(2 * this.overflowCounts.length));
    this.overflowTickets = widened(this.overflowTickets, new Int32Array(2 * this.overflowTickets.length));
    this.redialsAfter = widened(this.redialsAfter, new Float64Array(2 * this.redialsAfter.length));
    this.redialCounts = widened(this.redialCounts, new Int32Array(2 * this.redialCounts.length));
    this.numbers = widened(this.numbers, new Float64Array(2 * this.numbers.length));
    for (const some of this.doublesBySlot) some.values = widened(some.values, new Float64Array(2 * from));
    for (const some of this.intsBySlot) some.values = widened(some.values, new Int32Array(2 * from));
    this.capacity = 2 * from;
    this.freeAll(from, 2 * from);
  }

  private freeAll(from: number, to: number): void {
    for (let slot = to - 1; slot >= from; slot--) this.free(slot);
  }
}
