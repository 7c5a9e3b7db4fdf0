import { ClockTree } from "./clock-tree.js";
import { widened } from "./widened.js";

/** A kind and a subject share one number, the kind in its lowest bits. */
const KIND_BITS = 4;
const KIND_MASK = 15;
/** Marks a cancelled event whose turn has yet to come; above every subject, so that its place among ties stays. */
const CANCELLED = 1 << 30;
const NONE = -1;
const FEWEST_BUCKETS = 1024;
const MOST_BUCKETS = 1 << 20;

/**
 * Future events in time order; ties by kind, then by the order they were added. A timing wheel: the span of time from
 * `base` to `limit` is cut into buckets, each an unordered linked list; the bucket whose turn it is lies in a small
 * heap; events past the limit wait in a list of their own until the span is used up and a new one, of a length that
 * suits the pace of events just seen, begins. Adding, taking and cancelling cost about the same for ten events
 * pending as for a hundred thousand, and a million events at one instant cost a sort, not a square.
 *
 * Bucket numbers grow with time whatever the rounding, so the order is exact, never a matter of an epsilon.
 */
export class EventQueue {
  /** The event that `next` took. */
  time = 0;
  kind = 0;
  subject = 0;
  /** Events taken so far. */
  taken = 0;

  private added = 0;
  private pending = 0;
  private base = 0;
  private limit = 0;
  private bucketsPerSecond = 0;
  private turn = 0;
  private takenBefore = 0;
  private buckets = 0;
  private heads: Int32Array;
  private farHead = NONE;
  private heap: Int32Array;
  private heapTimes: Float64Array;
  private heapSize = 0;
  private freeHead = NONE;
  private times: Float64Array;
  private orders: Float64Array;
  private codes: Int32Array;
  private nexts: Int32Array;
  /** The node before in its list; `-2 - bucket` for the first of a bucket, `-1` for the first of the far list. */
  private befores: Int32Array;

  /**
   * `clocks` go off among the events, each as an event of `clockKind` with the clock as its subject; who handles it sets
   * the clock anew. Cheaper than adding an event each time. Capacity is only where it begins.
   */
  constructor(
    private readonly clocks = new ClockTree(0),
    private readonly clockKind = 0,
    capacity = 256,
  ) {
    this.times = new Float64Array(capacity);
    this.orders = new Float64Array(capacity);
    this.codes = new Int32Array(capacity);
    this.nexts = new Int32Array(capacity);
    this.befores = new Int32Array(capacity);
    this.heap = new Int32Array(16);
    this.heapTimes = new Float64Array(16);
    this.heads = new Int32Array(FEWEST_BUCKETS).fill(NONE);
    this.freeNodes(0, capacity);
    this.layOut(0, 1, FEWEST_BUCKETS);
  }

  /** Adds an event at `time`, not before the last one taken. Returns a ticket with which to cancel it. */
  add(time: number, kind: number, subject: number): number {
    if (this.freeHead === NONE) this.grow();
    const node = this.freeHead;
    this.freeHead = this.nexts[node];
    this.times[node] = time;
    this.orders[node] = this.added++;
    this.codes[node] = (subject << KIND_BITS) | kind;
    this.pending++;
    this.place(node);
    return node;
  }

  /** Takes back an event that has not been taken yet; `ticket` is what `add` returned. */
  cancel(ticket: number): void {
    const before = this.befores[ticket];
    if (before === IN_HEAP) {
      // Its place in the heap is unknown; a cancelled one is recognised when its turn comes.
      this.codes[ticket] |= CANCELLED;
    } else {
      const next = this.nexts[ticket];
      if (before >= 0) this.nexts[before] = next;
      else if (before === NONE) this.farHead = next;
      else this.heads[-2 - before] = next;
      if (next !== NONE) this.befores[next] = before;
      this.nexts[ticket] = this.freeHead;
      this.freeHead = ticket;
    }
    this.pending--;
  }

  /** Takes the next event into `time`, `kind` and `subject`; false when none is left. */
  next(): boolean {
    while (this.heapSize > 0 || this.turnTo()) {
      const time = this.heapTimes[0];
      if (this.clocks.nextTime <= time && this.clockGoesFirst(time)) return this.takeFromClock();
      const node = this.heapSize === 1 ? this.heap[--this.heapSize] : this.pop();
      const code = this.codes[node];
      this.nexts[node] = this.freeHead;
      this.freeHead = node;
      if (code >= CANCELLED) continue;
      this.time = time;
      this.kind = code & KIND_MASK;
      this.subject = code >> KIND_BITS;
      this.pending--;
      this.taken++;
      return true;
    }
    return this.clocks.nextTime < Number.POSITIVE_INFINITY && this.takeFromClock();
  }

  private clockGoesFirst(time: number): boolean {
    return this.clocks.nextTime < time || this.clockKind < (this.codes[this.heap[0]] & KIND_MASK);
  }

  private takeFromClock(): boolean {
    this.time = this.clocks.nextTime;
    this.kind = this.clockKind;
    this.subject = this.clocks.next;
    this.taken++;
    return true;
  }

  private place(node: number): void {
    const time = this.times[node];
    if (time >= this.limit) {
      const next = this.farHead;
      this.nexts[node] = next;
      this.befores[node] = NONE;
      if (next !== NONE) this.befores[next] = node;
      this.farHead = node;
      return;
    }
    let bucket = Math.floor((time - this.base) * this.bucketsPerSecond);
    if (bucket <= this.turn) {
      this.push(node);
      return;
    }
    if (bucket >= this.buckets) bucket = this.buckets - 1;
    const next = this.heads[bucket];
    this.nexts[node] = next;
    this.befores[node] = -2 - bucket;
    if (next !== NONE) this.befores[next] = node;
    this.heads[bucket] = node;
  }

  /** Brings the next bucket that holds anything into the heap; false when nothing is pending. */
  private turnTo(): boolean {
    const { heads } = this;
    while (true) {
      let turn = this.turn + 1;
      while (turn < this.buckets && heads[turn] === NONE) turn++;
      if (turn < this.buckets) {
        this.turn = turn;
        let node = heads[turn];
        heads[turn] = NONE;
        while (node !== NONE) {
          const next = this.nexts[node];
          this.push(node);
          node = next;
        }
        return true;
      }
      if (this.farHead === NONE) {
        this.turn = this.buckets - 1;
        return false;
      }
      this.startSpan();
      if (this.heapSize > 0) return true;
      return this.turnTo();
    }
  }

  /** A new span from the first far event on, of about as many events as are pending, one a bucket. */
  private startSpan(): void {
    let first = Number.POSITIVE_INFINITY;
    for (let node = this.farHead; node !== NONE; node = this.nexts[node]) {
      if (this.times[node] < first) first = this.times[node];
    }
    const taken = this.taken - this.takenBefore;
    const spacing =
      taken > 0 ? (this.limit - this.base) / taken : ((this.limit - this.base) / this.buckets) * 8;
    let buckets = FEWEST_BUCKETS;
    while (buckets < this.pending && buckets < MOST_BUCKETS) buckets *= 2;
    this.takenBefore = this.taken;
    // Never so short that the end of the span rounds to its beginning.
    const bucketSeconds = Math.max(Math.min(Math.max(spacing, 1e-7), 1e6), first * 1e-12);
    this.layOut(first, bucketSeconds * buckets, buckets);
    let node = this.farHead;
    this.farHead = NONE;
    while (node !== NONE) {
      const next = this.nexts[node];
      this.place(node);
      node = next;
    }
  }

  private layOut(base: number, spanSeconds: number, buckets: number): void {
    if (buckets > this.heads.length) this.heads = new Int32Array(buckets).fill(NONE);
    this.buckets = buckets;
    this.base = base;
    this.limit = base + spanSeconds;
    this.bucketsPerSecond = buckets / spanSeconds;
    this.turn = 0;
  }

  private push(node: number): void {
    const time = this.times[node];
    if (this.heapSize === this.heap.length) this.growHeap();
    const { heap, heapTimes } = this;
    this.befores[node] = IN_HEAP;
    let place = this.heapSize++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const parentTime = heapTimes[parent];
      if (parentTime < time || (parentTime === time && this.tiesBefore(heap[parent], node))) break;
      heap[place] = heap[parent];
      heapTimes[place] = parentTime;
      place = parent;
    }
    heap[place] = node;
    heapTimes[place] = time;
  }

  private pop(): number {
    const { heap, heapTimes } = this;
    const top = heap[0];
    const size = --this.heapSize;
    const node = heap[size];
    const time = heapTimes[size];
    let place = 0;
    while (true) {
      let child = 2 * place + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size) {
        const sooner = heapTimes[child] - heapTimes[right];
        if (sooner > 0 || (sooner === 0 && this.tiesBefore(heap[right], heap[child]))) child = right;
      }
      const childTime = heapTimes[child];
      if (childTime > time || (childTime === time && this.tiesBefore(node, heap[child]))) break;
      heap[place] = heap[child];
      heapTimes[place] = childTime;
      place = child;
    }
    heap[place] = node;
    heapTimes[place] = time;
    return top;
  }

  /** Of two events at one instant: the smaller kind first, of one kind the one added first. */
  private tiesBefore(node: number, other: number): boolean {
    const kind = this.codes[node] & KIND_MASK;
    const otherKind = this.codes[other] & KIND_MASK;
    return kind < otherKind || (kind === otherKind && this.orders[node] < this.orders[other]);
  }

  private growHeap(): void {
    const heap = new Int32Array(this.heap.length * 2);
    heap.set(this.heap);
    this.heap = heap;
    const heapTimes = new Float64Array(this.heapTimes.length * 2);
    heapTimes.set(this.heapTimes);
    this.heapTimes = heapTimes;
  }

  private grow(): void {
    const from = this.times.length;
    const to = from * 2;
    this.times = widened(this.times, new Float64Array(to));
    this.orders = widened(this.orders, new Float64Array(to));
    this.codes = widened(this.codes, new Int32Array(to));
    this.nexts = widened(this.nexts, new Int32Array(to));
    this.befores = widened(this.befores, new Int32Array(to));
    this.freeNodes(from, to);
  }

  private freeNodes(from: number, to: number): void {
    for (let node = to - 1; node >= from; node--) {
      this.nexts[node] = this.freeHead;
      this.freeHead = node;
    }
  }
}

const IN_HEAP = -2147483648;
