import { layRecords, type Records } from "../events/records.js";
import type { Contacts } from "./contacts.js";
import { joinedBefore } from "./join-order.js";

/** Nobody sweeps a heap smaller than this. */
const SMALL = 32;

/** An entry: when, who, and the contact's place in the order of joining. */
const enum Size {
  Bytes = 16,
  Doubles = Bytes / 8,
  Ints = Bytes / 4,
}

const enum At {
  Time = 0,
  Slot = 2,
  Joined = 3,
}

/**
 * Contacts by the moment of hanging up, the next on top; ties in the order of joining a line: a binary heap.
 * Who waits no more stays until found on top, or until the heap has doubled and is swept.
 */
export class HangUpHeap {
  size = 0;
  /** Moment of the entry to be put: a double that is an argument of a call costs a piece of garbage. */
  time = 0;
  private full = SMALL;
  private records: Records;
  /** Views of the records, at hand. */
  private doubles: Float64Array;
  private ints: Int32Array;

  constructor(private readonly contacts: Contacts) {
    this.records = layRecords(SMALL * Size.Bytes);
    this.doubles = this.records.doubles;
    this.ints = this.records.ints;
  }

  /** Slot and moment of the top of a heap that is not empty. */
  topSlot(): number {
    return this.ints[At.Slot];
  }

  topTime(): number {
    return this.doubles[At.Time];
  }

  /** Adds a contact that hangs up at `time`; `order` is its place in the order of joining. */
  push(slot: number, order: number): void {
    if (this.size === this.full) this.sweep();
    this.rise(this.size++, slot, order);
  }

  /** Takes off the top whoever waits no more. */
  settle(): void {
    const { doubles, ints } = this;
    while (this.size > 0 && !this.waits(0)) {
      const last = --this.size;
      this.time = doubles[last * Size.Doubles + At.Time];
      this.sink(0, ints[last * Size.Ints + At.Slot], ints[last * Size.Ints + At.Joined]);
    }
  }

  /** Whether the contact of the entry at `place` still waits. */
  private waits(place: number): boolean {
    const { ints } = this;
    return this.contacts.joined(ints[place * Size.Ints + At.Slot]) === ints[place * Size.Ints + At.Joined];
  }

  /** Keeps those who wait, in a heap again. */
  private sweep(): void {
    const { doubles, ints, size, time } = this;
    let kept = 0;
    for (let place = 0; place < size; place++) {
      if (this.waits(place)) this.move(place, kept++);
    }
    this.size = kept;
    for (let place = (kept >> 1) - 1; place >= 0; place--) {
      this.time = doubles[place * Size.Doubles + At.Time];
      this.sink(place, ints[place * Size.Ints + At.Slot], ints[place * Size.Ints + At.Joined]);
    }
    this.time = time;
    this.full = Math.max(SMALL, 2 * kept);
    if (this.full * Size.Ints > ints.length) this.grow();
  }

  /** Puts an entry at `from` or as far above as it belongs. */
  private rise(from: number, slot: number, order: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.isBefore(parent, order)) break;
      this.move(parent, place);
      place = parent;
    }
    this.put(place, slot, order);
  }

  /** Puts an entry at `from` or as far below as it belongs. */
  private sink(from: number, slot: number, order: number): void {
    const { size } = this;
    let place = from;
    while (true) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size && this.isRightFirst(child)) child++;
      if (!this.isBefore(child, order)) break;
      this.move(child, place);
      place = child;
    }
    this.put(place, slot, order);
  }

  /** Whether the right neighbour of a child goes off before it. */
  private isRightFirst(child: number): boolean {
    const { doubles, ints } = this;
    const left = child * Size.Doubles + At.Time;
    const right = left + Size.Doubles;
    if (doubles[left] !== doubles[right]) return doubles[right] < doubles[left];
    const joined = child * Size.Ints + At.Joined;
    return joinedBefore(ints[joined + Size.Ints], ints[joined]);
  }

  /** Whether the entry at `place` goes off before the one to be put, which is of that order. */
  private isBefore(place: number, order: number): boolean {
    const time = this.doubles[place * Size.Doubles + At.Time];
    if (time !== this.time) return time < this.time;
    return joinedBefore(this.ints[place * Size.Ints + At.Joined], order);
  }

  private move(from: number, to: number): void {
    const { doubles, ints } = this;
    doubles[to * Size.Doubles + At.Time] = doubles[from * Size.Doubles + At.Time];
    ints[to * Size.Ints + At.Slot] = ints[from * Size.Ints + At.Slot];
    ints[to * Size.Ints + At.Joined] = ints[from * Size.Ints + At.Joined];
  }

  private put(place: number, slot: number, order: number): void {
    this.doubles[place * Size.Doubles + At.Time] = this.time;
    this.ints[place * Size.Ints + At.Slot] = slot;
    this.ints[place * Size.Ints + At.Joined] = order;
  }

  private grow(): void {
    this.records = layRecords(this.full * Size.Bytes, this.records);
    this.doubles = this.records.doubles;
    this.ints = this.records.ints;
  }
}
