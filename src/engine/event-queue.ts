import { widened } from "./widened.js";

/** A kind's rank and the order of adding share one number: rank = kind * ORDERS + order, exact below 2^53 (so ORDERS is 2^48). */
const ORDERS = 281_474_976_710_656;
const NONE = -1;
const FEWEST_BUCKETS = 64;
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
  private ranks: Float64Array;
  private subjects: Int32Array;
  private nexts: Int32Array;
  /** The node before in its list; `-2 - bucket` for the first of a bucket, `-1` for the first of the far list. */
  private befores: Int32Array;

  constructor(capacity = 256) {
    this.times = new Float64Array(capacity);
    this.ranks = new Float64Array(capacity);
    this.subjects = new Int32Array(capacity);
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
    this.ranks[node] = kind * ORDERS + this.added++;
    this.subjects[node] = subject;
    this.pending++;
    this.place(node, time);
    return node;
  }

  /** Takes back an event that has not been taken yet; `ticket` is what `add` returned. */
  cancel(ticket: number): void {
    const before = this.befores[ticket];
    if (before === IN_HEAP) {
      // Its place in the heap is unknown; a cancelled one is recognised by its subject when its turn comes.
      this.subjects[ticket] = CANCELLED;
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
      const node = this.pop();
      const subject = this.subjects[node];
      const rank = this.ranks[node];
      this.nexts[node] = this.freeHead;
      this.freeHead = node;
      if (subject === CANCELLED) continue;
      this.time = this.times[node];
      this.kind = Math.floor(rank / ORDERS);
      this.subject = subject;
      this.pending--;
      this.taken++;
      return true;
    }
    return false;
  }

  private place(node: number, time: number): void {
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
      this.push(node, time);
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
          this.push(node, this.times[node]);
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
      this.place(node, this.times[node]);
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

  private push(node: number, time: number): void {
    if (this.heapSize === this.heap.length) this.growHeap();
    const { heap, heapTimes, ranks } = this;
    this.befores[node] = IN_HEAP;
    let place = this.heapSize++;
    const rank = ranks[node];
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const parentTime = heapTimes[parent];
      if (parentTime < time || (parentTime === time && ranks[heap[parent]] < rank)) break;
      heap[place] = heap[parent];
      heapTimes[place] = parentTime;
      place = parent;
    }
    heap[place] = node;
    heapTimes[place] = time;
  }

  private pop(): number {
    const { heap, heapTimes, ranks } = this;
    const top = heap[0];
    const size = --this.heapSize;
    if (size === 0) return top;
    const node = heap[size];
    const time = heapTimes[size];
    const rank = ranks[node];
    let place = 0;
    while (true) {
      let child = 2 * place + 1;
      if (child >= size) break;
      const right = child + 1;
      if (
        right < size &&
        (heapTimes[right] < heapTimes[child] ||
          (heapTimes[right] === heapTimes[child] && ranks[heap[right]] < ranks[heap[child]]))
      ) {
        child = right;
      }
      const childTime = heapTimes[child];
      if (childTime > time || (childTime === time && ranks[heap[child]] > rank)) break;
      heap[place] = heap[child];
      heapTimes[place] = childTime;
      place = child;
    }
    heap[place] = node;
    heapTimes[place] = time;
    return top;
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
    this.ranks = widened(this.ranks, new Float64Array(to));
    this.subjects = widened(this.subjects, new Int32Array(to));
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
const CANCELLED = -2147483648;
