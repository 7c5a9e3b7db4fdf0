const NONE = -1;
/** A kind and a subject share one number, the kind in its lowest bits. */
const KIND_BITS = 4;
const KIND_MASK = 15;
/**
 * Marks a cancelled event whose turn has yet to come; above every subject, so that its place among ties
 * stays.
 */
const CANCELLED = 1 << 30;

/**
 * An event's record: a double, then integers; 32 bytes, two to a line of memory. The last 16 bytes are the
 * owner's, if it has one.
 */
const BYTES = 32;
/** Doubles of a record: how far apart the same field of two records lies. */
export const EVENT_DOUBLES = 4;
/** Integers of a record. */
export const EVENT_INTS = 8;
const TIME = 0;
const ORDER = 2;
const NEXT = 3;
const CODE = 4;

/**
 * Storage of future events; a number for each, used again once it is free. The first `owners` numbers are
 * never free: each belongs to somebody who has one event of a fixed kind at a time, or none, and may keep
 * other things in the record: the four integers behind the event, and while no event is pending all of it.
 * What the owner needs when the event comes is then where the event is.
 */
export class EventNodes {
  doubles: Float64Array;
  ints: Int32Array;
  private capacity: number;
  private freeFirst = NONE;
  /** Wraps around: of two pending events the one added first is told by their difference. */
  private added = 0;

  /** `capacity` beside the owners' records is only where the storage begins. */
  constructor(
    readonly owners: number,
    private readonly ownersKind: number,
    capacity: number,
  ) {
    const buffer = new ArrayBuffer((owners + capacity) * BYTES);
    this.doubles = new Float64Array(buffer);
    this.ints = new Int32Array(buffer);
    this.capacity = owners + capacity;
    this.freeAll(owners, owners + capacity);
  }

  take(kind: number, subject: number): number {
    if (this.freeFirst === NONE) this.grow();
    const node = this.freeFirst;
    const { ints } = this;
    this.freeFirst = ints[node * EVENT_INTS + NEXT];
    ints[node * EVENT_INTS + CODE] = (subject << KIND_BITS) | kind;
    this.setOrder(node);
    return node;
  }

  /** Gives the event its place among those added. */
  setOrder(node: number): void {
    this.ints[node * EVENT_INTS + ORDER] = this.added;
    this.added = (this.added + 1) | 0;
  }

  free(node: number): void {
    if (node < this.owners) return;
    this.ints[node * EVENT_INTS + NEXT] = this.freeFirst;
    this.freeFirst = node;
  }

  setTime(node: number, time: number): void {
    this.doubles[node * EVENT_DOUBLES + TIME] = time;
  }

  time(node: number): number {
    return this.doubles[node * EVENT_DOUBLES + TIME];
  }

  kind(node: number): number {
    return node < this.owners ? this.ownersKind : this.ints[node * EVENT_INTS + CODE] & KIND_MASK;
  }

  /** What the event is about; of an owner's event the owner. */
  subject(node: number): number {
    return node < this.owners ? node : this.ints[node * EVENT_INTS + CODE] >> KIND_BITS;
  }

  /** The node behind it in the list that it stands in. */
  next(node: number): number {
    return this.ints[node * EVENT_INTS + NEXT];
  }

  setNext(node: number, next: number): void {
    this.ints[node * EVENT_INTS + NEXT] = next;
  }

  markCancelled(node: number): void {
    this.ints[node * EVENT_INTS + CODE] |= CANCELLED;
  }

  isCancelled(node: number): boolean {
    return node >= this.owners && this.ints[node * EVENT_INTS + CODE] >= CANCELLED;
  }

  /** Of two events at one instant: the smaller kind first, of one kind the one added first. */
  tiesBefore(node: number, other: number): boolean {
    const kind = this.kind(node);
    const otherKind = this.kind(other);
    if (kind !== otherKind) return kind < otherKind;
    const { ints } = this;
    return ((ints[node * EVENT_INTS + ORDER] - ints[other * EVENT_INTS + ORDER]) | 0) < 0;
  }

  private grow(): void {
    const from = this.capacity;
    const buffer = new ArrayBuffer(2 * from * BYTES);
    const doubles = new Float64Array(buffer);
    doubles.set(this.doubles);
    this.doubles = doubles;
    this.ints = new Int32Array(buffer);
    this.capacity = 2 * from;
    this.freeAll(from, 2 * from);
  }

  private freeAll(from: number, to: number): void {
    for (let node = to - 1; node >= from; node--) this.free(node);
  }
}
