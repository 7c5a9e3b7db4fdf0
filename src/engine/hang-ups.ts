import { type Contacts, joinedBefore } from "./contacts.js";

const NONE = -1;
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
 * When the patience of those who wait ends: a binary heap, the next to hang up on top; ties in the order of
 * joining a line. Most are answered first. Their entries stay where they are: one that comes to the top is
 * dropped there, and when the heap has doubled all of them are swept out, so an answer costs next to nothing
 * and the heap stays within twice the longest lines.
 */
export class HangUps {
  /** Who hangs up next, and when: Infinity for nobody. Always someone who waits. */
  next = NONE;
  nextTime = Number.POSITIVE_INFINITY;
  private size = 0;
  /** Size at which the heap is swept. */
  private full = SMALL;
  private doubles: Float64Array;
  private ints: Int32Array;
  private addTime = 0;

  constructor(private readonly contacts: Contacts) {
    const buffer = new ArrayBuffer(SMALL * Size.Bytes);
    this.doubles = new Float64Array(buffer);
    this.ints = new Int32Array(buffer);
  }

  /** The contact, which has joined a line, will hang up at `time`. */
  add(slot: number, time: number): void {
    // A wrapper small enough to vanish: a double that is an argument of a real call costs a piece of garbage.
    this.addTime = time;
    this.addThen(slot);
  }

  private addThen(slot: number): void {
    if (this.size === this.full) this.sweep();
    this.rise(this.size++, slot, this.contacts.joined(slot));
    this.next = this.ints[At.Slot];
    this.nextTime = this.doubles[At.Time];
  }

  /** Whoever was next waits no more; finds the next of those who do. */
  settle(): void {
    const { doubles, ints } = this;
    while (this.size > 0 && !this.waits(0)) {
      const last = --this.size;
      this.addTime = doubles[last * Size.Doubles + At.Time];
      this.sink(0, ints[last * Size.Ints + At.Slot], ints[last * Size.Ints + At.Joined]);
    }
    this.next = this.size > 0 ? ints[At.Slot] : NONE;
    this.nextTime = this.size > 0 ? doubles[At.Time] : Number.POSITIVE_INFINITY;
  }

  /** Whether the contact of the entry at `place` still waits. */
  private waits(place: number): boolean {
    const { ints } = this;
    return this.contacts.joined(ints[place * Size.Ints + At.Slot]) === ints[place * Size.Ints + At.Joined];
  }

  /** Keeps those who wait, in a heap again. */
  private sweep(): void {
    const { doubles, ints, size, addTime } = this;
    let kept = 0;
    for (let place = 0; place < size; place++) {
      if (this.waits(place)) this.move(place, kept++);
    }
    this.size = kept;
    for (let place = (kept >> 1) - 1; place >= 0; place--) {
      this.addTime = doubles[place * Size.Doubles + At.Time];
      this.sink(place, ints[place * Size.Ints + At.Slot], ints[place * Size.Ints + At.Joined]);
    }
    this.addTime = addTime;
    this.full = Math.max(SMALL, 2 * kept);
    if (this.full * Size.Ints > ints.length) this.grow();
  }

  /** Puts an entry that goes off at `addTime` at `from` or as far above as it belongs. */
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

  /** Puts an entry that goes off at `addTime` at `from` or as far below as it belongs. */
  private sink(from: number, slot: number, order: number): void {
    const { doubles, ints, size } = this;
    let place = from;
    while (true) {
      let child = 2 * place + 1;
      if (child >= size) break;
      if (child + 1 < size) {
        const sooner =
          doubles[child * Size.Doubles + At.Time] - doubles[(child + 1) * Size.Doubles + At.Time];
        const isTie = sooner === 0;
        if (
          sooner > 0 ||
          (isTie &&
            joinedBefore(ints[(child + 1) * Size.Ints + At.Joined], ints[child * Size.Ints + At.Joined]))
        )
          child++;
      }
      if (!this.isBefore(child, order)) break;
      this.move(child, place);
      place = child;
    }
    this.put(place, slot, order);
  }

  /** Whether the entry at `place` goes off before one of that order at `addTime`. */
  private isBefore(place: number, order: number): boolean {
    const time = this.doubles[place * Size.Doubles + At.Time];
    if (time !== this.addTime) return time < this.addTime;
    return joinedBefore(this.ints[place * Size.Ints + At.Joined], order);
  }

  private move(from: number, to: number): void {
    const { doubles, ints } = this;
    doubles[to * Size.Doubles + At.Time] = doubles[from * Size.Doubles + At.Time];
    ints[to * Size.Ints + At.Slot] = ints[from * Size.Ints + At.Slot];
    ints[to * Size.Ints + At.Joined] = ints[from * Size.Ints + At.Joined];
  }

  private put(place: number, slot: number, order: number): void {
    this.doubles[place * Size.Doubles + At.Time] = this.addTime;
    this.ints[place * Size.Ints + At.Slot] = slot;
    this.ints[place * Size.Ints + At.Joined] = order;
  }

  private grow(): void {
    const buffer = new ArrayBuffer(this.full * Size.Bytes);
    const ints = new Int32Array(buffer);
    ints.set(this.ints);
    this.ints = ints;
    this.doubles = new Float64Array(buffer);
  }
}
