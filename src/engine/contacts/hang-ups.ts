import { widened } from "../events/widened.js";
import type { Contacts } from "./contacts.js";
import { HangUpHeap } from "./hang-up-heap.js";

const NONE = -1;
/** Nobody looks through fewer than this to find who has left. */
const SMALL = 32;
/** The heap takes those of the nearest part of the time that the others have left on average. */
const NEAREST = 1 / 8;

/**
 * When the patience of those who wait ends. Most are answered long before. So only those who would hang up
 * soon stand in order, in a heap; the others are noted in no order, and by the time the notes are looked
 * through most of them have been answered: each has cost a line written and a line read.
 */
export class HangUps {
  /** Who hangs up next, and when: Infinity for nobody. Always someone who waits. */
  next = NONE;
  nextTime = Number.POSITIVE_INFINITY;
  private readonly soon: HangUpHeap;
  /** Up to this moment hang-ups are soon. */
  private soonUntil = Number.NEGATIVE_INFINITY;
  /** Those later, in no order: who, their place in the order of joining, and when. */
  private later = 0;
  private full = SMALL;
  private slots = new Int32Array(SMALL);
  private orders = new Int32Array(SMALL);
  private times = new Float64Array(SMALL);

  constructor(private readonly contacts: Contacts) {
    this.soon = new HangUpHeap(contacts);
  }

  /** The contact, which has joined a line, will hang up at `time`. */
  add(slot: number, time: number): void {
    // A wrapper small enough to vanish: a double that is an argument of a real call costs a piece of garbage.
    this.soon.time = time;
    this.addThen(slot);
  }

  private addThen(slot: number): void {
    const { soon, contacts } = this;
    if (soon.time <= this.soonUntil) {
      soon.push(slot, contacts.joined(slot));
    } else {
      if (this.later === this.full) this.sweep();
      const at = this.later++;
      this.slots[at] = slot;
      this.orders[at] = contacts.joined(slot);
      this.times[at] = soon.time;
      if (soon.size > 0) return;
      this.refill();
    }
    this.next = soon.topSlot();
    this.nextTime = soon.topTime();
  }

  /** Whoever was next waits no more; finds the next of those who do. */
  settle(): void {
    const { soon } = this;
    soon.settle();
    if (soon.size === 0) this.refill();
    const isSomeone = soon.size > 0;
    this.next = isSomeone ? soon.topSlot() : NONE;
    this.nextTime = isSomeone ? soon.topTime() : Number.POSITIVE_INFINITY;
  }

  /** Forgets of those later who waits no more. */
  private sweep(): void {
    const { slots, orders, times, contacts } = this;
    let kept = 0;
    for (let at = 0; at < this.later; at++) {
      if (contacts.joined(slots[at]) !== orders[at]) continue;
      slots[kept] = slots[at];
      orders[kept] = orders[at];
      times[kept++] = times[at];
    }
    this.later = kept;
    this.full = Math.max(SMALL, 2 * kept);
    if (this.full > slots.length) this.grow();
  }

  /** Moves the nearest of those later into the empty heap, the very next for certain. */
  private refill(): void {
    this.sweep();
    const { slots, orders, times, soon } = this;
    if (this.later === 0) return;
    let first = times[0];
    let last = times[0];
    let sum = 0;
    for (let at = 0; at < this.later; at++) {
      if (times[at] < first) first = times[at];
      if (times[at] > last) last = times[at];
      sum += times[at];
    }
    // Few are soon put in order. Rounded down, the mean of equal times could lie before them.
    this.soonUntil =
      this.later <= SMALL ? last : Math.max(first, first + (sum / this.later - first) * NEAREST);
    let kept = 0;
    for (let at = 0; at < this.later; at++) {
      if (times[at] <= this.soonUntil) {
        soon.time = times[at];
        soon.push(slots[at], orders[at]);
      } else {
        slots[kept] = slots[at];
        orders[kept] = orders[at];
        times[kept++] = times[at];
      }
    }
    this.later = kept;
  }

  private grow(): void {
    this.slots = widened(this.slots, new Int32Array(this.full));
    this.orders = widened(this.orders, new Int32Array(this.full));
    this.times = widened(this.times, new Float64Array(this.full));
  }
}
