import { expect, test } from "vitest";
import { Contacts } from "../../src/engine/contacts.js";
import { HangUps } from "../../src/engine/hang-ups.js";
import { openStream } from "../../src/random/stream.js";

/** A contact that joins its queue's line at `arrivedAt` and has so much patience. */
function waiting(contacts: Contacts, arrivedAt: number, patienceSeconds: number): number {
  const slot = contacts.take(0);
  contacts.comes(slot, 0);
  contacts.setArrivedAt(slot, arrivedAt);
  contacts.setPatienceSeconds(slot, patienceSeconds);
  contacts.join(slot);
  return slot;
}

test("tell the next to hang up whoever comes and goes, as a sorted list does", () => {
  const draw = openStream("hang-ups", 1, "operations", "");
  const contacts = new Contacts(1, 4);
  const hangUps = new HangUps(contacts);
  const plain: { slot: number; at: number; order: number }[] = [];
  for (let order = 0; order < 20_000; order++) {
    if (draw() < 0.52 || plain.length === 0) {
      // Whole seconds, so that many hang up at one instant.
      const arrivedAt = Math.floor(order / 50);
      const patienceSeconds = Math.floor(draw() * 40);
      const slot = waiting(contacts, arrivedAt, patienceSeconds);
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

test("tell nobody when nobody waits", () => {
  const contacts = new Contacts(1);
  const hangUps = new HangUps(contacts);
  const slot = waiting(contacts, 0, 5);
  hangUps.add(slot, 5);
  contacts.leave(slot);
  hangUps.settle();
  expect(hangUps.nextTime).toBe(Number.POSITIVE_INFINITY);
});
