const NONE = -1;
/** A kind and a subject share one number, the kind in its lowest bits. */
const KIND_BITS = 4;
const KIND_MASK = 15;
/**
 * Marks a cancelled event whose turn has yet to come; above every subject, so that its place among ties
 * stays.
 */
const CANCELLED = 1 << 30;

/** An event's record: two doubles, then integers; 32 bytes, so that one look into memory brings all of it. */
const BYTES = 32;
const DOUBLES = 4;
const INTS = 8;
const TIME = 0;
const ORDER = 1;
const CODE = 4;
const NEXT = 5;

/** Storage of future events; a number for each, used again once it is free. */
export class EventNodes {
  private doubles: Float64Array;
  private ints: Int32Array;
  private capacity: number;
  private freeFirst = NONE;
  private added = 0;

  constructor(capacity: number) {
    const buffer = new ArrayBuffer(capacity * BYTES);
    this.doubles = new Float64Array(buffer);
    this.ints = new Int32Array(buffer);
    this.capacity = capacity;
    this.freeAll(0, capacity);
  }

  take(kind: number, subject: number): number {
    if (this.freeFirst === NONE) this.grow();
    const node = this.freeFirst;
    const { doubles, ints } = this;
    this.freeFirst = ints[node * INTS + NEXT];
    doubles[node * DOUBLES + ORDER] = this.added++;
    ints[node * INTS + CODE] = (subject << KIND_BITS) | kind;
    return node;
  }

  free(node: number): void {
    this.ints[node * INTS + NEXT] = this.freeFirst;
    this.freeFirst = node;
  }

  setTime(node: number, time: number): void {
    this.doubles[node * DOUBLES + TIME] = time;
  }

  time(node: number): number {
    return this.doubles[node * DOUBLES + TIME];
  }

  kind(node: number): number {
    return this.ints[node * INTS + CODE] & KIND_MASK;
  }

  subject(node: number): number {
    return this.ints[node * INTS + CODE] >> KIND_BITS;
  }

  /** The node behind it in the list that it stands in. */
  next(node: number): number {
    return this.ints[node * INTS + NEXT];
  }

  setNext(node: number, next: number): void {
    this.ints[node * INTS + NEXT] = next;
  }

  markCancelled(node: number): void {
    this.ints[node * INTS + CODE] |= CANCELLED;
  }

  isCancelled(node: number): boolean {
    return this.ints[node * INTS + CODE] >= CANCELLED;
  }

  /** Of two events at one instant: the smaller kind first, of one kind the one added first. */
  tiesBefore(node: number, other: number): boolean {
    const kind = this.kind(node);
    const otherKind = this.kind(other);
    if (kind !== otherKind) return kind < otherKind;
    return this.doubles[node * DOUBLES + ORDER] < this.doubles[other * DOUBLES + ORDER];
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
