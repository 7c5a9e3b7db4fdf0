import { widened } from "./widened.js";

const NONE = -1;

/**
 * Contacts that wait or may redial, in flat arrays; a contact's number here is its slot. A slot is taken on arrival
 * and given back when service starts or the contact is gone for good, so memory follows the longest queue, not the
 * number of contacts.
 */
export class Contacts {
  queue: Int32Array;
  arrivedAt: Float64Array;
  /** Counted interval of arrival. */
  interval: Int32Array;
  talkSeconds: Float64Array;
  holdSeconds: Float64Array;
  wrapSeconds: Float64Array;
  patienceSeconds: Float64Array;
  /** How long after a hang-up or busy signal it tries again; -1 for never. */
  redialAfterSeconds: Float64Array;
  redials: Int32Array;
  /** Overflow rules of its queue that have passed. */
  overflows: Uint8Array;
  hangUpTicket: Int32Array;
  overflowTicket: Int32Array;
  /** Order of arrival within the replication, from 1; a redial keeps it. The trace's contact. */
  number: Float64Array;
  /** Grows with the moment of joining a line; comparable between queues. */
  joined: Float64Array;
  /** By queue: the contact waiting longest, -1 for none. */
  readonly first: Int32Array;
  /** By queue: contacts waiting. */
  readonly waiting: Int32Array;
  private readonly last: Int32Array;
  private next: Int32Array;
  private before: Int32Array;
  private freeFirst = NONE;
  private joins = 0;

  constructor(queues: number, capacity = 64) {
    this.queue = new Int32Array(capacity);
    this.arrivedAt = new Float64Array(capacity);
    this.interval = new Int32Array(capacity);
    this.talkSeconds = new Float64Array(capacity);
    this.holdSeconds = new Float64Array(capacity);
    this.wrapSeconds = new Float64Array(capacity);
    this.patienceSeconds = new Float64Array(capacity);
    this.redialAfterSeconds = new Float64Array(capacity);
    this.redials = new Int32Array(capacity);
    this.overflows = new Uint8Array(capacity);
    this.hangUpTicket = new Int32Array(capacity);
    this.overflowTicket = new Int32Array(capacity);
    this.number = new Float64Array(capacity);
    this.joined = new Float64Array(capacity);
    this.next = new Int32Array(capacity);
    this.before = new Int32Array(capacity);
    this.first = new Int32Array(queues).fill(NONE);
    this.last = new Int32Array(queues).fill(NONE);
    this.waiting = new Int32Array(queues);
    this.freeSlots(0, capacity);
  }

  take(): number {
    if (this.freeFirst === NONE) this.grow();
    const slot = this.freeFirst;
    this.freeFirst = this.next[slot];
    return slot;
  }

  free(slot: number): void {
    this.next[slot] = this.freeFirst;
    this.freeFirst = slot;
  }

  /** The contact joins the end of its queue's line. */
  join(slot: number): void {
    const queue = this.queue[slot];
    const before = this.last[queue];
    this.before[slot] = before;
    this.next[slot] = NONE;
    if (before === NONE) this.first[queue] = slot;
    else this.next[before] = slot;
    this.last[queue] = slot;
    this.joined[slot] = this.joins++;
    this.waiting[queue]++;
  }

  /** The contact leaves its queue's line, from wherever it stands in it. */
  leave(slot: number): void {
    const queue = this.queue[slot];
    const next = this.next[slot];
    const before = this.before[slot];
    if (before === NONE) this.first[queue] = next;
    else this.next[before] = next;
    if (next === NONE) this.last[queue] = before;
    else this.before[next] = before;
    this.waiting[queue]--;
  }

  private grow(): void {
    const from = this.queue.length;
    const to = from * 2;
    this.queue = widened(this.queue, new Int32Array(to));
    this.arrivedAt = widened(this.arrivedAt, new Float64Array(to));
    this.interval = widened(this.interval, new Int32Array(to));
    this.talkSeconds = widened(this.talkSeconds, new Float64Array(to));
    this.holdSeconds = widened(this.holdSeconds, new Float64Array(to));
    this.wrapSeconds = widened(this.wrapSeconds, new Float64Array(to));
    this.patienceSeconds = widened(this.patienceSeconds, new Float64Array(to));
    this.redialAfterSeconds = widened(this.redialAfterSeconds, new Float64Array(to));
    this.redials = widened(this.redials, new Int32Array(to));
    this.overflows = widened(this.overflows, new Uint8Array(to));
    this.hangUpTicket = widened(this.hangUpTicket, new Int32Array(to));
    this.overflowTicket = widened(this.overflowTicket, new Int32Array(to));
    this.number = widened(this.number, new Float64Array(to));
    this.joined = widened(this.joined, new Float64Array(to));
    this.next = widened(this.next, new Int32Array(to));
    this.before = widened(this.before, new Int32Array(to));
    this.freeSlots(from, to);
  }

  private freeSlots(from: number, to: number): void {
    for (let slot = to - 1; slot >= from; slot--) this.free(slot);
  }
}
