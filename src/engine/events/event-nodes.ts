import { layRecords, type Records } from "./records.js";

const NONE = -1;
/**
 * An event's record: a double, then integers; 32 bytes, two to a line of memory. The last 16 bytes are the
 * owner's, if it has one.
 */
export const enum EventRecord {
  Bytes = 32,
  Doubles = Bytes / 8,
  Ints = Bytes / 4,
}

const enum At {
  Time = 0,
  Order = 2,
  Next = 3,
  Code = 4,
}

/** A kind and a subject share one integer, the kind in its lowest bits. */
const enum Code {
  KindBits = 5,
  KindMask = 31,
  /**
   * Marks a cancelled event whose turn has yet to come; above every subject, so that its place among ties
   * stays.
   */
  Cancelled = 1 << 30,
}

/**
 * Storage of future events; a number for each, used again once it is free. The first `owners` numbers are
 * never free: each belongs to somebody who has one event of a fixed kind at a time, or none, and may keep
 * other things in the record: the four integers behind the event, and while no event is pending all of it.
 * What the owner needs when the event comes is then where the event is.
 */
export class EventNodes {
  private records: Records;
  /** Views of the records, at hand. */
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
    this.capacity = owners + capacity;
    this.records = layRecords(this.capacity * EventRecord.Bytes);
    this.doubles = this.records.doubles;
    this.ints = this.records.ints;
    this.freeAll(owners, owners + capacity);
  }

  take(kind: number, subject: number): number {
    if (this.freeFirst < 0) this.grow();
    const node = this.freeFirst;
    const { ints } = this;
    this.freeFirst = ints[node * EventRecord.Ints + At.Next];
    ints[node * EventRecord.Ints + At.Code] = (subject << Code.KindBits) | kind;
    this.setOrder(node);
    return node;
  }

  /** Gives the event its place among those added. */
  setOrder(node: number): void {
    this.ints[node * EventRecord.Ints + At.Order] = this.added;
    this.added = (this.added + 1) | 0;
  }

  free(node: number): void {
    if (node < this.owners) return;
    this.ints[node * EventRecord.Ints + At.Next] = this.freeFirst;
    this.freeFirst = node;
  }

  setTime(node: number, time: number): void {
    this.doubles[node * EventRecord.Doubles + At.Time] = time;
  }

  time(node: number): number {
    return this.doubles[node * EventRecord.Doubles + At.Time];
  }

  kind(node: number): number {
    return node < this.owners
      ? this.ownersKind
      : this.ints[node * EventRecord.Ints + At.Code] & Code.KindMask;
  }

  /** What the event is about; of an owner's event the owner. */
  subject(node: number): number {
    return node < this.owners ? node : this.ints[node * EventRecord.Ints + At.Code] >> Code.KindBits;
  }

  /** The node behind it in the list that it stands in. */
  next(node: number): number {
    return this.ints[node * EventRecord.Ints + At.Next];
  }

  setNext(node: number, next: number): void {
    this.ints[node * EventRecord.Ints + At.Next] = next;
  }

  markCancelled(node: number): void {
    this.ints[node * EventRecord.Ints + At.Code] |= Code.Cancelled;
  }

  isCancelled(node: number): boolean {
    return node >= this.owners && this.ints[node * EventRecord.Ints + At.Code] >= Code.Cancelled;
  }

  /** Of two events at one instant: the smaller kind first, of one kind the one added first. */
  tiesBefore(node: number, other: number): boolean {
    const kind = this.kind(node);
    const otherKind = this.kind(other);
    if (kind !== otherKind) return kind < otherKind;
    const { ints } = this;
    return ((ints[node * EventRecord.Ints + At.Order] - ints[other * EventRecord.Ints + At.Order]) | 0) < 0;
  }

  private grow(): void {
    const from = this.capacity;
    this.records = layRecords(2 * from * EventRecord.Bytes, this.records);
    this.doubles = this.records.doubles;
    this.ints = this.records.ints;
    this.capacity = 2 * from;
    this.freeAll(from, 2 * from);
  }

  private freeAll(from: number, to: number): void {
    for (let node = to - 1; node >= from; node--) this.free(node);
  }
}
