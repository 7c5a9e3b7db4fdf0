import { EventHeap } from "./event-heap.js";
import type { EventNodes } from "./event-nodes.js";

const NONE = -1;
const FEWEST_BUCKETS = 1024;
const MOST_BUCKETS = 1 << 23;
const SHORTEST_BUCKET_SECONDS = 1e-7;
const LONGEST_BUCKET_SECONDS = 1e6;
/** A heap longer than this is a sign that the buckets are too wide for the pace of events. */
const CROWD = 64;
/** Cancelled events are swept out when there are so many more of them than of the others. */
const MOST_CANCELLED = 1024;

/** Something that goes off again and again: what is next, and when (Infinity for never). */
export interface Clock {
  readonly next: number;
  readonly nextTime: number;
}

const NEVER: Clock = { next: 0, nextTime: Number.POSITIVE_INFINITY };

/**
 * Future events in time order; ties by kind, then by the order they were added. A timing wheel: the span of
 * time from `base` to `limit` is cut into buckets, each an unordered linked list; the bucket whose turn it is
 * lies in a small heap; events past the limit wait in a list of their own until the span is used up and a new
 * one, of a length that suits the pace of events just seen, begins. Adding, taking and cancelling cost about
 * the same for ten events pending as for a hundred thousand, and a million events at one instant cost a sort,
 * not a square.
 *
 * Bucket numbers grow with time whatever the rounding, so the order is exact, never a matter of an epsilon.
 */
export class EventQueue {
  /** The event that `next` took. */
  time = 0;
  kind = 0;
  subject = 0;
  /** What a look ahead read; of no use, but what nobody could see would not be read. */
  seen = NONE;
  /** Events taken so far. */
  taken = 0;

  private readonly heap: EventHeap;
  private addTime = 0;
  private pending = 0;
  /** Cancelled events that still lie somewhere. */
  private cancelled = 0;
  private base = 0;
  private limit = 0;
  private bucketsPerSecond = 0;
  private turn = 0;
  /** Events taken off the wheel in this span; those of the clocks do not fill its buckets. */
  private takenOff = 0;
  private buckets = 0;
  private heads = new Int32Array(FEWEST_BUCKETS).fill(NONE);
  private farHead = NONE;
  /** No far event comes before this. */
  private farFrom = Number.POSITIVE_INFINITY;
  /** Length of the heap at which finer buckets are tried. */
  private crowd = CROWD;

  /**
   * Two clocks go off among the events, each as an event of its kind with the clock's `next` as its subject;
   * who handles it sets the clock anew. Cheaper than adding an event each time, and taking most of them back.
   * At one instant the first clock comes first.
   */
  constructor(
    private readonly events: EventNodes,
    private readonly first: Clock = NEVER,
    private readonly firstKind = 0,
    private readonly second: Clock = NEVER,
    private readonly secondKind = 0,
  ) {
    this.heap = new EventHeap(this.events);
    this.layOut(0, 1 / FEWEST_BUCKETS);
  }

  /** Adds an event at `time`, not before the last one taken. Returns a ticket with which to cancel it. */
  add(time: number, kind: number, subject: number): number {
    // A wrapper small enough to vanish: a double that is an argument of a real call costs a piece of garbage.
    this.addTime = time;
    return this.addThen(kind, subject);
  }

  private addThen(kind: number, subject: number): number {
    const node = this.events.take(kind, subject);
    this.events.setTime(node, this.addTime);
    this.pending++;
    this.place(node);
    return node;
  }

  /** Adds the owner's event; it cannot be cancelled, and until it is taken no other may be added. */
  addOwn(time: number, owner: number): void {
    this.events.setTime(owner, time);
    this.placeOwn(owner);
  }

  private placeOwn(owner: number): void {
    this.events.setOrder(owner);
    this.pending++;
    this.place(owner);
  }

  /** Takes back an event that has not been taken yet; `ticket` is what `add` returned. */
  cancel(ticket: number): void {
    // It stays where it lies and is passed over: to find its neighbours in memory would cost more.
    this.events.markCancelled(ticket);
    this.pending--;
    if (++this.cancelled > this.pending + MOST_CANCELLED) this.layOutAnew(1 / this.bucketsPerSecond);
  }

  /** Takes the next event into `time`, `kind` and `subject`; false when none is left. */
  next(): boolean {
    const { events, heap, first, second } = this;
    while (heap.size > 0 || this.turnTo()) {
      if (heap.size > this.crowd) {
        this.refine();
        continue;
      }
      const time = heap.times[0];
      const firstTime = first.nextTime;
      const secondTime = second.nextTime;
      if (firstTime < time && firstTime <= secondTime) {
        this.time = firstTime;
        this.kind = this.firstKind;
        this.subject = first.next;
        this.taken++;
        return true;
      }
      if ((firstTime === time || secondTime <= time) && this.takesClock()) return true;
      const node = heap.pop();
      if (this.isDiscarded(node)) continue;
      this.time = time;
      this.kind = events.kind(node);
      this.subject = events.subject(node);
      events.free(node);
      this.pending--;
      this.takenOff++;
      this.taken++;
      return true;
    }
    return this.takesClock();
  }

  /** Takes from the clock that goes off before the wheel's next event, if one does. */
  private takesClock(): boolean {
    const { first, second, heap } = this;
    const isFirst = first.nextTime <= second.nextTime;
    const time = isFirst ? first.nextTime : second.nextTime;
    const kind = isFirst ? this.firstKind : this.secondKind;
    if (heap.size > 0) {
      const wheelTime = heap.times[0];
      if (time > wheelTime || (time === wheelTime && kind > this.events.kind(heap.nodes[0]))) return false;
    } else if (time === Number.POSITIVE_INFINITY) {
      return false;
    }
    this.time = time;
    this.kind = kind;
    this.subject = isFirst ? first.next : second.next;
    this.taken++;
    return true;
  }

  private place(node: number): void {
    const { events } = this;
    const time = events.time(node);
    if (time >= this.limit) {
      this.putFar(node);
      return;
    }
    let bucket = Math.floor((time - this.base) * this.bucketsPerSecond);
    if (bucket <= this.turn) {
      this.heap.push(node);
      return;
    }
    if (bucket >= this.buckets) bucket = this.buckets - 1;
    events.setNext(node, this.heads[bucket]);
    this.heads[bucket] = node;
  }

  private putFar(node: number): void {
    const time = this.events.time(node);
    this.events.setNext(node, this.farHead);
    this.farHead = node;
    if (time < this.farFrom) this.farFrom = time;
  }

  /** Frees the event if it has been cancelled. */
  private isDiscarded(node: number): boolean {
    if (!this.events.isCancelled(node)) return false;
    this.events.free(node);
    this.cancelled--;
    return true;
  }

  /** Brings the next bucket that holds anything into the heap; false when nothing is pending. */
  private turnTo(): boolean {
    while (true) {
      const { heads, buckets } = this;
      let turn = this.turn + 1;
      while (turn < buckets && heads[turn] < 0) turn++;
      if (turn < buckets) {
        this.turn = turn;
        const first = heads[turn];
        heads[turn] = NONE;
        this.pushAll(first);
        this.lookAhead(turn + 2);
      } else {
        this.turn = buckets - 1;
        if (this.farHead < 0) return false;
        this.startSpan();
      }
      if (this.heap.size > 0) return true;
    }
  }

  /** Reads what will be needed soon, that it may come from far memory meanwhile. */
  private lookAhead(bucket: number): void {
    const { heads, buckets } = this;
    if (bucket < buckets && heads[bucket] >= 0) this.seen = this.events.next(heads[bucket]);
  }

  private pushAll(first: number): void {
    let node = first;
    while (node >= 0) {
      const next = this.events.next(node);
      if (!this.isDiscarded(node)) this.heap.push(node);
      node = next;
    }
  }

  /**
   * A new span from the first far event on, of buckets for two events each at the pace just seen: with finer
   * ones more events would lie past the end of the span, and those are handled twice.
   */
  private startSpan(): void {
    const taken = this.takenOff;
    const spanSeconds = this.limit - this.base;
    this.layOut(this.farFrom, taken > 0 ? (2 * spanSeconds) / taken : (spanSeconds / this.buckets) * 8);
    this.crowd = CROWD;
    this.placeFar();
  }

  /** Finer buckets, as fine as the events in the heap are dense. */
  private refine(): void {
    const seconds = this.heap.spacing();
    // Events of one instant lie in one bucket however fine.
    if (seconds > 0 && seconds * 2 * this.bucketsPerSecond < 1) this.layOutAnew(seconds);
    this.crowd = Math.max(CROWD, 2 * this.heap.size);
  }

  /** A new span from the event last taken on, in buckets of so many seconds, swept of what was cancelled. */
  private layOutAnew(bucketSeconds: number): void {
    const { heap, heads } = this;
    for (let place = 0; place < heap.size; place++) this.putFar(heap.nodes[place]);
    heap.size = 0;
    for (let bucket = this.turn + 1; bucket < this.buckets; bucket++) {
      let node = heads[bucket];
      heads[bucket] = NONE;
      while (node >= 0) {
        const next = this.events.next(node);
        this.putFar(node);
        node = next;
      }
    }
    this.layOut(this.time, bucketSeconds);
    this.placeFar();
  }

  /** Gives every far event its place in the new span, or keeps it far. */
  private placeFar(): void {
    let node = this.farHead;
    this.farHead = NONE;
    this.farFrom = Number.POSITIVE_INFINITY;
    while (node >= 0) {
      const next = this.events.next(node);
      if (!this.isDiscarded(node)) this.place(node);
      node = next;
    }
  }

  /** Begins a span at `base`, of buckets of about so many seconds, twice as many as events: few stay far. */
  private layOut(base: number, bucketSeconds: number): void {
    let buckets = FEWEST_BUCKETS;
    while (buckets < 2 * this.pending && buckets < MOST_BUCKETS) buckets *= 2;
    if (buckets > this.heads.length) this.heads = new Int32Array(buckets).fill(NONE);
    const bounded = Math.min(Math.max(bucketSeconds, SHORTEST_BUCKET_SECONDS), LONGEST_BUCKET_SECONDS);
    // Never so short that the end of the span rounds to its beginning.
    const seconds = Math.max(bounded, base * 1e-12) * buckets;
    this.takenOff = 0;
    this.buckets = buckets;
    this.base = base;
    this.limit = base + seconds;
    this.bucketsPerSecond = buckets / seconds;
    this.turn = 0;
  }
}
