import type { Contacts } from "./contacts.js";
import { widened } from "./widened.js";

const NONE = -1;

/**
 * When the patience of those who wait ends: a binary heap of waiting contacts, the next to hang up on top;
 * ties in the order of joining a line. Most are answered first and taken out again, each from the place that
 * its record names, so the heap stays as small as the lines are and never reaches far into memory.
 */
export class HangUps {
  /** Who hangs up next, and when: Infinity for nobody. */
  next = NONE;
  nextTime = Number.POSITIVE_INFINITY;
  private size = 0;
  private slots = new Int32Array(16);
  private times = new Float64Array(16);

  constructor(private readonly contacts: Contacts) {}

  /** The contact, which has joined a line, will hang up when its patience ends. */
  add(slot: number): void {
    if (this.size === this.slots.length) this.grow();
    const place = this.size++;
    this.slots[place] = slot;
    this.times[place] = this.contacts.arrivedAt(slot) + this.contacts.patienceSeconds(slot);
    this.rise(place);
    this.look();
  }

  /** The contact waits no more. */
  remove(slot: number): void {
    const place = this.contacts.hangUpPlace(slot);
    const last = --this.size;
    this.contacts.setHangUpPlace(slot, NONE);
    if (place !== last) {
      this.slots[place] = this.slots[last];
      this.times[place] = this.times[last];
      this.sink(this.rise(place));
    }
    this.look();
  }

  private look(): void {
    this.next = this.size > 0 ? this.slots[0] : NONE;
    this.nextTime = this.size > 0 ? this.times[0] : Number.POSITIVE_INFINITY;
  }

  /** Moves the contact at `from` up to its place and returns that. */
  private rise(from: number): number {
    const { slots, times, contacts } = this;
    const slot = slots[from];
    const time = times[from];
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const parentTime = times[parent];
      if (parentTime < time || (parentTime === time && this.tiesBefore(slots[parent], slot))) break;
      slots[place] = slots[parent];
      times[place] = parentTime;
      contacts.setHangUpPlace(slots[place], place);
      place = parent;
    }
    slots[place] = slot;
    times[place] = time;
    contacts.setHangUpPlace(slot, place);
    return place;
  }

  /** Moves the contact at `from` down to its place. */
  private sink(from: number): void {
    const { slots, times, contacts, size } = this;
    const slot = slots[from];
    const time = times[from];
    let place = from;
    while (true) {
      let child = 2 * place + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size) {
        const sooner = times[child] - times[right];
        if (sooner > 0 || (sooner === 0 && this.tiesBefore(slots[right], slots[child]))) child = right;
      }
      const childTime = times[child];
      if (childTime > time || (childTime === time && this.tiesBefore(slot, slots[child]))) break;
      slots[place] = slots[child];
      times[place] = childTime;
      contacts.setHangUpPlace(slots[place], place);
      place = child;
    }
    slots[place] = slot;
    times[place] = time;
    contacts.setHangUpPlace(slot, place);
  }

  private tiesBefore(slot: number, other: number): boolean {
    return this.contacts.joined(slot) < this.contacts.joined(other);
  }

  private grow(): void {
    this.slots = widened(this.slots, new Int32Array(this.slots.length * 2));
    this.times = widened(this.times, new Float64Array(this.times.length * 2));
  }
}
