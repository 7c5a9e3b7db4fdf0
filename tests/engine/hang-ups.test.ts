import { expect, test } from "vitest";
import { Contacts } from "../../src/engine/contacts/contacts.js";
import { HangUpHeap } from "../../src/engine/contacts/hang-up-heap.js";
import { HangUps } from "../../src/engine/contacts/hang-ups.js";
import { openStream } from "../../src/random/stream.js";

const NEEDS = { parts: false, overflow: false, redial: false, numbers: false };

/** A contact that joins its queue's line at `arrivedAt`. */
function waiting(contacts: Contacts, arrivedAt: number): number {
  const slot = contacts.take(0);
  contacts.comes(slot, 0);
  contacts.setArrivedAt(slot, arrivedAt);
  contacts.join(slot);
  return slot;
}

test("tell the next to hang up whoever comes and goes, as a sorted list does", () => {
  const draw = openStream("hang-ups", 1, "operations", "");
  const contacts = new Contacts(1, NEEDS, 4);
  const hangUps = new HangUps(contacts);
  const plain: { slot: number; at: number; order: number }[] = [];
  for (let order = 0; order < 20_000; order++) {
    if (draw() < 0.52 || plain.length === 0) {
      // Whole seconds, so that many hang up at one instant.
      const arrivedAt = Math.floor(order / 50);
      const patienceSeconds = Math.floor(draw() * 40);
      const slot = waiting(contacts, arrivedAt);
      hangUps.add(slot, arrivedAt + patienceSeconds);
      plain.push({ slot, at: arrivedAt + patienceSeconds, order });
    } else {
      const [gone] = plain.splice(Math.floor(draw() * plain.length), 1);
      contacts.leave(gone.slot);
      if (hangUps.next === gone.slot) hangUps.settle();
      contacts.free(gone.slot);
    }
    const first = plain.reduce(
      (best, one) => (one.at < best.at || (one.at === best.at && one.order < best.order) ? one : best),
      plain[0],
    );
    expect(hangUps.nextTime).toBe(first ? first.at : Number.POSITIVE_INFINITY);
    if (first) expect(hangUps.next).toBe(first.slot);
  }
});

test("tell the next to hang up when patience is now long and now short and most are answered first", () => {
  for (const answeredShare of [0.2, 0.6, 0.95]) {
    const draw = openStream("hang-ups", 2, "operations", String(answeredShare));
    const contacts = new Contacts(1, NEEDS, 4);
    const hangUps = new HangUps(contacts);
    let plain: { slot: number; at: number; order: number }[] = [];
    let now = 0;
    const goes = (slot: number) => {
      plain = plain.filter((one) => one.slot !== slot);
      contacts.leave(slot);
      if (hangUps.next === slot) hangUps.settle();
      contacts.free(slot);
    };
    for (let order = 0; order < 6000; order++) {
      const longest = [1000, 5, 100, 3000][Math.floor(order / 400) % 4];
      const at = now + Math.floor(draw() * longest);
      const slot = waiting(contacts, now);
      hangUps.add(slot, at);
      plain.push({ slot, at, order });
      if (plain.length > 5 && draw() < answeredShare) {
        goes(plain[Math.floor(draw() * plain.length)].slot);
      } else if (draw() < 0.5) {
        now = hangUps.nextTime;
        goes(hangUps.next);
      }
      if (order % 400 === 399) {
        while (plain.length > 20) {
          now = hangUps.nextTime;
          goes(hangUps.next);
        }
      }
      const first = plain.reduce<(typeof plain)[number] | undefined>(
        (best, one) =>
          best && (best.at < one.at || (best.at === one.at && best.order < one.order)) ? best : one,
        undefined,
      );
      expect(hangUps.nextTime).toBe(first ? first.at : Number.POSITIVE_INFINITY);
      if (first) expect(hangUps.next).toBe(first.slot);
    }
  }
});

test("lie in a heap that tells the next whoever has left it, swept or not", () => {
  const wrong: string[] = [];
  for (let run = 0; run < 40; run++) {
    const most = run < 36 ? 10 : 10 + (run - 36) * 45;
    const draw = openStream("hang-ups", run, "heap", "");
    const contacts = new Contacts(1, NEEDS, 4);
    const heap = new HangUpHeap(contacts);
    const plain: { slot: number; at: number; order: number }[] = [];
    for (let order = 0; order < 4000; order++) {
      if (draw() * most > plain.length - most / 2) {
        const slot = waiting(contacts, 0);
        heap.time = Math.floor(draw() * 500);
        plain.push({ slot, at: heap.time, order });
        heap.push(slot, contacts.joined(slot));
      } else {
        const top = plain.findIndex(({ slot }) => slot === heap.topSlot());
        const [{ slot }] = plain.splice(draw() < 0.1 ? top : Math.floor(draw() * plain.length), 1);
        contacts.leave(slot);
        if (heap.topSlot() === slot) heap.settle();
        contacts.free(slot);
      }
      if (plain.length === 0) continue;
      const first = plain.reduce((best, one) =>
        one.at < best.at || (one.at === best.at && one.order < best.order) ? one : best,
      );
      const isRight = heap.topTime() === first.at && heap.topSlot() === first.slot;
      if (!isRight) wrong.push(`run ${run}, after ${order} steps`);
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test("let everybody hang up who does so at one instant, however the mean of their moments is rounded", () => {
  let below = 0;
  for (let tenths = 1; tenths <= 60; tenths++) {
    const contacts = new Contacts(1, NEEDS);
    const hangUps = new HangUps(contacts);
    const at = tenths / 10;
    const soonest = waiting(contacts, 0);
    hangUps.add(soonest, 0);
    const slots = Array.from({ length: 3000 }, () => waiting(contacts, 0));
    let sum = 0;
    for (const slot of slots) {
      hangUps.add(slot, at);
      sum += at;
    }
    if (at + (sum / slots.length - at) / 8 < at) below++;
    for (const slot of [soonest, ...slots]) {
      expect(hangUps.next).toBe(slot);
      contacts.leave(slot);
      hangUps.settle();
    }
    expect(hangUps.nextTime).toBe(Number.POSITIVE_INFINITY);
  }
  expect(below).toBeGreaterThan(3);
});

test("tell nobody when nobody waits", () => {
  const contacts = new Contacts(1, NEEDS);
  const hangUps = new HangUps(contacts);
  const slot = waiting(contacts, 0);
  hangUps.add(slot, 5);
  contacts.leave(slot);
  hangUps.settle();
  expect(hangUps.nextTime).toBe(Number.POSITIVE_INFINITY);
});

test("look for the nearest among those who wait, not among those who have left", () => {
  const contacts = new Contacts(1, NEEDS);
  const hangUps = new HangUps(contacts);
  const soonest = waiting(contacts, 0);
  hangUps.add(soonest, 1);
  const times = Array.from({ length: 60 }, (_, place) => (place === 40 ? 2 : place === 59 ? 100 : 300));
  const slots = times.map((time) => {
    const slot = waiting(contacts, 0);
    hangUps.add(slot, time);
    return slot;
  });
  // Once these have left, the nearest is noted last, and behind it what was noted of the one of 2 seconds.
  for (const slot of slots.slice(21, 41)) contacts.leave(slot);
  contacts.leave(soonest);
  hangUps.settle();
  expect([hangUps.next, hangUps.nextTime]).toEqual([slots[59], 100]);
});
