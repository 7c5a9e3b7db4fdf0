import { widened } from "./widened.js";

const NONE = -1;
/** A kind and a subject share one number, the kind in its lowest bits. */
const KIND_BITS = 4;
const KIND_MASK = 15;
/** Marks a cancelled event whose turn has yet to come; above every subject, so that its place among ties stays. */
const CANCELLED = 1 << 30;

/** Storage of future events in flat arrays; a number for each, used again once it is free. */
export class EventNodes {
  times: Float64Array;
  /** The neighbours in the list that the event stands in, if it stands in one. */
  nexts: Int32Array;
  befores: Int32Array;
  private orders: Float64Array;
  private codes: Int32Array;
  private freeFirst = NONE;
  private added = 0;

  constructor(capacity: number) {
    this.times = new Float64Array(capacity);
    this.orders = new Float64Array(capacity);
    this.codes = new Int32Array(capacity);
    this.nexts = new Int32Array(capacity);
    this.befores = new Int32Array(capacity);
    this.freeAll(0, capacity);
  }

  take(time: number, kind: number, subject: number): number {
    if (this.freeFirst === NONE) this.grow();
    const node = this.freeFirst;
    this.freeFirst = this.nexts[node];
    this.times[node] = time;
    this.orders[node] = this.added++;
    this.codes[node] = (subject << KIND_BITS) | kind;
    return node;
  }

  free(node: number): void {
    this.nexts[node] = this.freeFirst;
    this.freeFirst = node;
  }

  kind(node: number): number {
    return this.codes[node] & KIND_MASK;
  }

  subject(node: number): number {
    return this.codes[node] >> KIND_BITS;
  }

  markCancelled(node: number): void {
    this.codes[node] |= CANCELLED;
  }

  isCancelled(node: number): boolean {
    return this.codes[node] >= CANCELLED;
  }

  /** Of two events at one instant: the smaller kind first, of one kind the one added first. */
  tiesBefore(node: number, other: number): boolean {
    const kind = this.codes[node] & KIND_MASK;
    const otherKind = this.codes[other] & KIND_MASK;
    return kind < otherKind || (kind === otherKind && this.orders[node] < this.orders[other]);
  }

  private grow(): void {
    const from = this.times.length;
    const to = from * 2;
    this.times = widened(this.times, new Float64Array(to));
    this.orders = widened(this.orders, new Float64Array(to));
    this.codes = widened(this.codes, new Int32Array(to));
    this.nexts = widened(this.nexts, new Int32Array(to));
    this.befores = widened(this.befores, new Int32Array(to));
    this.freeAll(from, to);
  }

  private freeAll(from: number, to: number): void {
    for (let node = to - 1; node >= from; node--) this.free(node);
  }
}
