import type { Contacts } from "../../src/engine/contacts/contacts.js";
import { Draws } from "../../src/random/draws.js";
import { openStream } from "../../src/random/stream.js";
import type { Check, Tell } from "./checks.js";
import type { Engine } from "./engine-build.js";
import { queueChecks } from "./queue-checks.js";

const NEEDS = { parts: false, overflow: false, redial: false, numbers: true };

/** What each of the engine's structures does by itself. */
export function structureChecks(): Check[] {
  return [
    ...queueChecks(),
    { name: "hang-ups", run: (engine, tell) => useHangUps(engine, tell) },
    { name: "hang-up heap", run: useHangUpHeap },
    { name: "hang-ups of one instant", run: hangUpAtOnce },
    { name: "order of joining", run: compareOrders },
    { name: "clock tree", run: useClockTree },
    { name: "arrival clock", run: useArrivalClock },
    { name: "wait bins", run: useWaitBins },
    { name: "names of figures", run: nameFigures },
  ];
}

/** Contacts join, leave and hang up, with patience now long and now short. */
function useHangUps(engine: Engine, tell: Tell): void {
  for (const answeredShare of [0.2, 0.6, 0.9]) {
    const draw = openStream("mutation", 0, "hang-ups", String(answeredShare));
    const contacts = new engine.Contacts(3, NEEDS, 4);
    const hangUps = new engine.HangUps(contacts);
    const waiting: number[] = [];
    let now = 0;
    const goes = (slot: number) => {
      waiting.splice(waiting.indexOf(slot), 1);
      contacts.leave(slot);
      if (hangUps.next === slot) hangUps.settle();
      tell(contacts.number(slot));
      tell(contacts.arrivedAt(slot));
      contacts.free(slot);
    };
    for (let step = 0; step < 3000; step++) {
      const longest = [1000, 5, 100, 3000][Math.floor(step / 300) % 4];
      const slot = joins(contacts, Math.floor(draw() * 3), step);
      contacts.setArrivedAt(slot, now);
      hangUps.add(slot, now + Math.floor(draw() * longest));
      waiting.push(slot);
      tell(hangUps.next);
      if (waiting.length > 5 && draw() < answeredShare) goes(waiting[Math.floor(draw() * waiting.length)]);
      else if (draw() < 0.5) {
        now = hangUps.nextTime;
        goes(hangUps.next);
      }
      while (step % 300 === 299 && waiting.length > 20) {
        now = hangUps.nextTime;
        goes(hangUps.next);
      }
      tell(hangUps.nextTime);
      if (waiting.length > 0) tell(hangUps.next);
      for (let queue = 0; queue < 3; queue++) tell(contacts.first[queue]);
    }
  }
}

function joins(contacts: Contacts, queue: number, number: number): number {
  const slot = contacts.take(queue);
  contacts.setNumber(slot, number);
  contacts.comes(slot, 0);
  contacts.join(slot);
  return slot;
}

/** Entries come, and go from anywhere in the heap, until it is swept. */
function useHangUpHeap(engine: Engine, tell: Tell): void {
  for (let run = 0; run < 40; run++) {
    const most = run < 36 ? 10 : 10 + (run - 36) * 45;
    const draw = openStream("hang-ups", run, "heap", "");
    const contacts = new engine.Contacts(1, NEEDS, 4);
    const heap = new engine.HangUpHeap(contacts);
    const waiting: number[] = [];
    for (let step = 0; step < 4000; step++) {
      if (draw() * most > waiting.length - most / 2) {
        const slot = joins(contacts, 0, step);
        waiting.push(slot);
        heap.time = Math.floor(draw() * 500);
        heap.push(slot, contacts.joined(slot));
      } else {
        const at = draw() < 0.1 ? waiting.indexOf(heap.topSlot()) : Math.floor(draw() * waiting.length);
        const [slot] = waiting.splice(at, 1);
        contacts.leave(slot);
        if (heap.topSlot() === slot) heap.settle();
        contacts.free(slot);
      }
      if (waiting.length === 0) continue;
      tell(heap.topSlot());
      tell(heap.topTime());
    }
  }
}

/** So many at one instant that the mean of their moments is rounded to one before it. */
function hangUpAtOnce(engine: Engine, tell: Tell): void {
  for (let tenths = 1; tenths <= 20; tenths++) {
    const contacts = new engine.Contacts(1, NEEDS);
    const hangUps = new engine.HangUps(contacts);
    hangUps.add(joins(contacts, 0, 0), 0);
    for (let number = 1; number <= 2000; number++) hangUps.add(joins(contacts, 0, number), tenths / 10);
    for (let left = 2001; left > 0; left--) {
      const slot = hangUps.next;
      tell(slot);
      tell(hangUps.nextTime);
      contacts.leave(slot);
      hangUps.settle();
    }
    tell(hangUps.nextTime);
  }
}

function compareOrders(engine: Engine, tell: Tell): void {
  const most = 0x7fffffff;
  const orders = [0, 1, 2, 400_000_000, 1_000_000_000, most - 400_000_000, most - 1, most];
  for (const order of orders) {
    for (const other of orders) tell(engine.joinedBefore(order, other) ? 1 : 0);
  }
}

function useClockTree(engine: Engine, tell: Tell): void {
  for (let clocks = 0; clocks <= 17; clocks++) {
    const draw = openStream("mutation", clocks, "clock tree", "");
    const tree = new engine.ClockTree(clocks);
    tell(tree.next);
    tell(tree.nextTime);
    for (let step = 0; step < 20 * clocks; step++) {
      const clock = Math.floor(draw() * clocks);
      tree.times[clock] = draw() < 0.1 ? Number.POSITIVE_INFINITY : Math.floor(draw() * 20);
      tree.settle(clock);
      tell(tree.next);
      tell(tree.nextTime);
    }
  }
}

/** Steps that end at the very edge of a piece, and moments there. */
function useArrivalClock(engine: Engine, tell: Tell): void {
  const ends = [1654.2, 1800, 2000, 9000];
  for (const step of [2.429999999999999, 2.43, 0.5, 100]) {
    const clock = new engine.PoissonClock(
      {
        kind: "rates",
        endsSeconds: Float64Array.from(ends),
        ratesPerSecond: Float64Array.of(0, 1 / 60, 0, 1),
        days: new Int32Array(4),
        handleFactors: Float64Array.of(0.5, 2, 3, 4),
      },
      Float64Array.of(1),
      Draws.of({ kind: "constant", seconds: step }, openStream("mutation", 0, "arrivals", "")),
    );
    for (const at of [0, ...ends]) tell(at < 9000 ? clock.handleFactorAt(at) : 0);
    for (let count = 0; count < 5; count++) {
      clock.advance();
      tell(clock.at);
      tell(clock.handleFactor);
    }
  }
}

function useWaitBins(engine: Engine, tell: Tell): void {
  const draw = openStream("mutation", 0, "wait bins", "");
  tell(engine.WAIT_BINS);
  for (let bin = 0; bin < engine.WAIT_BINS; bin++) tell(engine.waitBinMiddleSeconds(bin));
  for (let milliseconds = 0; milliseconds < 1100; milliseconds += 0.5) tell(engine.waitBin(milliseconds));
  for (let doubling = 0; doubling < 33; doubling++) {
    for (const edge of [-1, -0.5, 0, 0.5, 1]) tell(engine.waitBin(2 ** doubling + edge));
    for (let count = 0; count < 20; count++) tell(engine.waitBin(draw() * 2 ** doubling));
  }
  tell(engine.waitBin(Number.POSITIVE_INFINITY));
}

function nameFigures(engine: Engine, tell: Tell): void {
  for (const fields of [engine.QUEUE_FIELDS, engine.CREW_FIELDS, engine.SHIFT_FIELDS]) tell(fields.join(" "));
  tell(engine.HANDLED_BINS);
  tell(engine.WITHIN_BINS);
}
