const NONE = -1;

/** A contact's record: eight doubles, then eight integers. */
const BYTES = 96;
const DOUBLES = 12;
const ARRIVED_AT = 0;
const TALK = 1;
const HOLD = 2;
const WRAP = 3;
const PATIENCE = 4;
const REDIAL_AFTER = 5;
const NUMBER = 6;
const JOINED = 7;
const INTS = 24;
const QUEUE = 16;
const INTERVAL = 17;
const REDIALS = 18;
const OVERFLOWS = 19;
const HANG_UP_PLACE = 20;
const OVERFLOW_TICKET = 21;
const NEXT = 22;
const BEFORE = 23;

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
  private doubles: Float64Array;
  private ints: Int32Array;
  private capacity: number;
  private freeFirst = NONE;
  private joins = 0;

  constructor(queues: number, capacity = 64) {
    const buffer = new ArrayBuffer(capacity * BYTES);
    this.doubles = new Float64Array(buffer);
    this.ints = new Int32Array(buffer);
    this.capacity = capacity;
    this.first = new Int32Array(queues).fill(NONE);
    this.last = new Int32Array(queues).fill(NONE);
    this.waiting = new Int32Array(queues);
    this.freeAll(0, capacity);
  }

  /**
   * A slot for a contact of the queue that calls for the first time; `number` is its order of arrival, from
   * 1.
   */
  take(queue: number, number: number): number {
    if (this.freeFirst === NONE) this.grow();
    const slot = this.freeFirst;
    const { ints } = this;
    this.freeFirst = ints[slot * INTS + NEXT];
    ints[slot * INTS + QUEUE] = queue;
    ints[slot * INTS + REDIALS] = 0;
    this.doubles[slot * DOUBLES + NUMBER] = number;
    return slot;
  }

  free(slot: number): void {
    this.ints[slot * INTS + NEXT] = this.freeFirst;
    this.freeFirst = slot;
  }

  /** The contact is at the door in this counted interval; `setArrivedAt` says when. */
  comes(slot: number, interval: number): void {
    this.ints[slot * INTS + INTERVAL] = interval;
    this.ints[slot * INTS + OVERFLOWS] = 0;
  }

  /** The contact joins the end of its queue's line. */
  join(slot: number): void {
    const { ints, last } = this;
    const queue = ints[slot * INTS + QUEUE];
    const before = last[queue];
    ints[slot * INTS + BEFORE] = before;
    ints[slot * INTS + NEXT] = NONE;
    if (before === NONE) this.first[queue] = slot;
    else ints[before * INTS + NEXT] = slot;
    last[queue] = slot;
    this.doubles[slot * DOUBLES + JOINED] = this.joins++;
    this.waiting[queue]++;
  }

  /** The contact leaves its queue's line, from wherever it stands in it. */
  leave(slot: number): void {
    const { ints } = this;
    const queue = ints[slot * INTS + QUEUE];
    const next = ints[slot * INTS + NEXT];
    const before = ints[slot * INTS + BEFORE];
    if (before === NONE) this.first[queue] = next;
    else ints[before * INTS + NEXT] = next;
    if (next === NONE) this.last[queue] = before;
    else ints[next * INTS + BEFORE] = before;
    this.waiting[queue]--;
  }

  queue(slot: number): number {
    return this.ints[slot * INTS + QUEUE];
  }

  arrivedAt(slot: number): number {
    return this.doubles[slot * DOUBLES + ARRIVED_AT];
  }

  setArrivedAt(slot: number, seconds: number): void {
    this.doubles[slot * DOUBLES + ARRIVED_AT] = seconds;
  }

  /** Counted interval of arrival. */
  interval(slot: number): number {
    return this.ints[slot * INTS + INTERVAL];
  }

  talkSeconds(slot: number): number {
    return this.doubles[slot * DOUBLES + TALK];
  }

  setTalkSeconds(slot: number, seconds: number): void {
    this.doubles[slot * DOUBLES + TALK] = seconds;
  }

  holdSeconds(slot: number): number {
    return this.doubles[slot * DOUBLES + HOLD];
  }

  setHoldSeconds(slot: number, seconds: number): void {
    this.doubles[slot * DOUBLES + HOLD] = seconds;
  }

  wrapSeconds(slot: number): number {
    return this.doubles[slot * DOUBLES + WRAP];
  }

  setWrapSeconds(slot: number, seconds: number): void {
    this.doubles[slot * DOUBLES + WRAP] = seconds;
  }

  patienceSeconds(slot: number): number {
    return this.doubles[slot * DOUBLES + PATIENCE];
  }

  setPatienceSeconds(slot: number, seconds: number): void {
    this.doubles[slot * DOUBLES + PATIENCE] = seconds;
  }

  /** -1 for a caller who will not try again. */
  redialAfterSeconds(slot: number): number {
    return this.doubles[slot * DOUBLES + REDIAL_AFTER];
  }

  setRedialAfterSeconds(slot: number, seconds: number): void {
    this.doubles[slot * DOUBLES + REDIAL_AFTER] = seconds;
  }

  /** Order of arrival within the replication, from 1; a redial keeps it. The trace's contact. */
  number(slot: number): number {
    return this.doubles[slot * DOUBLES + NUMBER];
  }

  /** Grows with the moment of joining a line; comparable between queues. */
  joined(slot: number): number {
    return this.doubles[slot * DOUBLES + JOINED];
  }

  redials(slot: number): number {
    return this.ints[slot * INTS + REDIALS];
  }

  countRedial(slot: number): void {
    this.ints[slot * INTS + REDIALS]++;
  }

  /** Overflow rules of its queue that have passed. */
  overflows(slot: number): number {
    return this.ints[slot * INTS + OVERFLOWS];
  }

  countOverflow(slot: number): void {
    this.ints[slot * INTS + OVERFLOWS]++;
  }

  /** Its place among the hang-ups to come; -1 for none. */
  hangUpPlace(slot: number): number {
    return this.ints[slot * INTS + HANG_UP_PLACE];
  }

  setHangUpPlace(slot: number, place: number): void {
    this.ints[slot * INTS + HANG_UP_PLACE] = place;
  }

  /** Cancels its next overflow; -1 where none is expected. */
  overflowTicket(slot: number): number {
    return this.ints[slot * INTS + OVERFLOW_TICKET];
  }

  setOverflowTicket(slot: number, ticket: number): void {
    this.ints[slot * INTS + OVERFLOW_TICKET] = ticket;
  }

  private grow(): void {
    const from = this.capacity;
    const buffer = new ArrayBuffer(2 * from * BYTES);
    const ints = new Int32Array(buffer);
    ints.set(this.ints);
    this.ints = ints;
    this.doubles = new Float64Array(buffer);
    this.capacity = 2 * from;
    this.freeAll(from, 2 * from);
  }

  private freeAll(from: number, to: number): void {
    for (let slot = to - 1; slot >= from; slot--) this.free(slot);
  }
}
