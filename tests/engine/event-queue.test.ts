import { describe, expect, it } from "vitest";
import { EventNodes } from "../../src/engine/events/event-nodes.js";
import { EventQueue } from "../../src/engine/events/event-queue.js";
import { openStream, type Stream } from "../../src/random/stream.js";

interface Pending {
  readonly time: number;
  readonly kind: number;
  readonly order: number;
  readonly subject: number;
  readonly ticket: number;
}

/** Some events belong to owners, one each at a time; the rest have tickets. */
const OWNERS = 40;
const OWNERS_KIND = 5;
const NO_TICKET = -1;
/** Buckets of a span, at least; and more events than may lie in the one whose turn it is. */
const BUCKETS = 1024;
const CROWD = 66;

/** The greatest number below a positive one. */
function justBelow(value: number): number {
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  return new Float64Array(new BigInt64Array([bits[0] - 1n]).buffer)[0];
}

/** Does thousands of random operations on the queue and on a plain array, and counts the events both took. */
function compareWithArray(draw: Stream, operations: number, gap: () => number, backlog: number): number {
  const queue = new EventQueue(new EventNodes(OWNERS, OWNERS_KIND, 4));
  const isPending = new Set<number>();
  const plain: Pending[] = [];
  let now = 0;
  let order = 0;
  let taken = 0;
  const isBefore = (a: Pending, b: Pending) =>
    a.time !== b.time ? a.time < b.time : a.kind !== b.kind ? a.kind < b.kind : a.order < b.order;
  const takeFirst = () => {
    let first = 0;
    for (let at = 1; at < plain.length; at++) if (isBefore(plain[at], plain[first])) first = at;
    return plain.splice(first, 1)[0];
  };
  const takeBoth = () => {
    const expected = takeFirst();
    expect(queue.next()).toBe(true);
    expect([queue.time, queue.kind, queue.subject]).toEqual([expected.time, expected.kind, expected.subject]);
    now = queue.time;
    taken++;
    if (expected.ticket === NO_TICKET) isPending.delete(expected.subject);
  };
  for (let operation = 0; operation < operations; operation++) {
    const choice = draw();
    if (choice < 0.2 && plain.length > 0) {
      const at = Math.floor(draw() * plain.length);
      if (plain[at].ticket === NO_TICKET) continue;
      queue.cancel(plain.splice(at, 1)[0].ticket);
    } else if (plain.length > backlog || (choice < 0.55 && plain.length > 0)) {
      takeBoth();
    } else {
      const time = now + gap();
      const owner = Math.floor(draw() * 3 * OWNERS);
      if (owner < OWNERS && !isPending.has(owner)) {
        isPending.add(owner);
        plain.push({ time, kind: OWNERS_KIND, order: order++, subject: owner, ticket: NO_TICKET });
        queue.addOwn(time, owner);
        continue;
      }
      const kind = 1 + Math.floor(draw() * 14);
      plain.push({ time, kind, order: order++, subject: order, ticket: queue.add(time, kind, order) });
    }
  }
  while (plain.length > 0) takeBoth();
  expect(queue.next()).toBe(false);
  expect(queue.taken).toBe(taken);
  return taken;
}

describe("the event queue takes events as a sorted array would", () => {
  const cases: readonly [string, (draw: Stream) => () => number][] = [
    ["with spread-out times", (draw) => () => draw() * 100],
    ["with whole seconds, so that many are equal", (draw) => () => Math.floor(draw() * 6)],
    ["all at one instant", () => () => 0],
    ["with gaps from a nanosecond to a year", (draw) => () => (draw() < 0.5 ? draw() * 1e-9 : draw() * 3e7)],
    [
      "with gaps of every size",
      (draw) => () => draw() * [1e-12, 1e-6, 1e-3, 1, 1e3, 1e6][Math.floor(draw() * 6)],
    ],
    ["in bursts", (draw) => () => (draw() < 0.02 ? 1000 + draw() : 0.001 * Math.floor(draw() * 5))],
  ];
  for (const [name, gapOf] of cases) {
    for (const backlog of [3, 60, 500]) {
      it(`${name}, up to ${backlog} pending`, () => {
        const draw = openStream("event queue", backlog, "operations", name);
        const taken = compareWithArray(draw, 12_000, gapOf(draw), backlog);
        expect(taken).toBeGreaterThan(1000);
      });
    }
  }
});

describe("the event queue", () => {
  it("is empty at first, and again when all is taken or cancelled", () => {
    const queue = new EventQueue(new EventNodes(0, 0, 256));
    expect(queue.next()).toBe(false);
    queue.cancel(queue.add(5, 1, 1));
    queue.add(5, 1, 2);
    expect(queue.next()).toBe(true);
    expect(queue.subject).toBe(2);
    expect(queue.next()).toBe(false);
    queue.add(5, 1, 3);
    expect(queue.next()).toBe(true);
    expect([queue.time, queue.subject]).toEqual([5, 3]);
  });

  it("takes an event added at this very instant with a kind of lower rank next", () => {
    const queue = new EventQueue(new EventNodes(0, 0, 256));
    queue.add(7, 11, 1);
    queue.add(7, 12, 2);
    queue.next();
    queue.add(7, 4, 3);
    queue.next();
    expect(queue.subject).toBe(3);
  });

  it("does not take a cancelled event whose turn has nearly come", () => {
    const queue = new EventQueue(new EventNodes(0, 0, 256));
    queue.add(1, 1, 1);
    const ticket = queue.add(1, 2, 2);
    queue.add(1, 3, 3);
    queue.next();
    queue.cancel(ticket);
    queue.next();
    expect(queue.subject).toBe(3);
    expect(queue.next()).toBe(false);
  });

  it("orders a million events of one instant by kind and order added", () => {
    const queue = new EventQueue(new EventNodes(0, 0, 256));
    const draw = openStream("event queue", 0, "kinds", "");
    // About a second alone; a square would take hours, and end this test by its time limit.
    for (let subject = 0; subject < 1_000_000; subject++) {
      queue.add(1000, 1 + Math.floor(draw() * 14), subject);
    }
    let before = 0;
    let inOrder = 0;
    while (queue.next()) {
      const key = queue.kind * 1_000_000 + queue.subject;
      if (key > before) inOrder++;
      before = key;
    }
    expect(inOrder).toBe(1_000_000);
  });

  it("keeps what is left in order when nearly all has been cancelled", () => {
    const queue = new EventQueue(new EventNodes(0, 0, 256));
    const draw = openStream("event queue", 0, "cancelled", "");
    const left: number[] = [];
    for (let subject = 0; subject < 20_000; subject++) {
      const time = draw() * 3;
      const ticket = queue.add(time, 1, subject);
      if (subject % 10 === 0) left.push(time);
      else queue.cancel(ticket);
    }
    const taken: number[] = [];
    while (queue.next()) taken.push(queue.time);
    expect(taken).toEqual(left.sort((a, b) => a - b));
  });

  it("finds the first owner's event wherever it lies", () => {
    for (const time of [0, 1e-9, 0.5, 3, 1e3, 1e9]) {
      for (const others of [0, 3, 200]) {
        const queue = new EventQueue(new EventNodes(2, OWNERS_KIND, 4));
        const draw = openStream("event queue", others, "first owner", String(time));
        const tickets = Array.from({ length: 3000 }, (_, subject) => queue.add(time * draw(), 1, subject));
        for (let other = 0; other < others; other++) queue.add(time * draw(), 1, other);
        queue.addOwn(time, 0);
        queue.addOwn(time, 1);
        for (const ticket of tickets) queue.cancel(ticket);
        let before = 0;
        let taken = 0;
        while (queue.next()) {
          expect(queue.time).toBeGreaterThanOrEqual(before);
          before = queue.time;
          taken++;
        }
        expect([taken, queue.time, queue.kind, queue.subject]).toEqual([others + 2, time, OWNERS_KIND, 1]);
      }
    }
  });

  it("finds a crowd some way ahead, of which nothing lies in the finer bucket that is next", () => {
    for (const ahead of [1e-5, 1e-4, 3e-4, 8e-4]) {
      const queue = new EventQueue(new EventNodes(0, 0, 256));
      queue.add(0, 1, 0);
      queue.next();
      const times = Array.from({ length: 100 }, (_, subject) => ahead + ((subject * 37) % 100) * 1e-6);
      for (const [subject, time] of times.entries()) queue.add(time, 1, subject);
      const taken: number[] = [];
      while (queue.next()) taken.push(queue.time);
      expect(taken).toEqual(times.sort((a, b) => a - b));
    }
  });

  it("loses nothing at the very end of a span, whichever way a bucket's number is rounded", () => {
    const draw = openStream("event queue", 0, "spans", "");
    let rounded = 0;
    for (let attempt = 0; attempt < 1000; attempt++) {
      const queue = new EventQueue(new EventNodes(0, 0, 256));
      // A crowd at the very start: buckets are laid out anew from 0 on, as fine as the crowd is dense.
      const crowdSeconds = (0.1 + 0.8 * draw()) / BUCKETS;
      for (let subject = 0; subject < CROWD; subject++) queue.add((subject % 2) * crowdSeconds, 1, subject);
      expect(queue.next()).toBe(true);
      const spanSeconds = (crowdSeconds / CROWD) * BUCKETS;
      const lastSeconds = justBelow(spanSeconds);
      if (Math.floor(lastSeconds * (BUCKETS / spanSeconds)) === BUCKETS) rounded++;
      const before = spanSeconds * (1 - 0.1 / BUCKETS);
      queue.add(lastSeconds, 2, 0);
      queue.add(before, 1, 0);
      const times: number[] = [];
      while (queue.next()) if (queue.time > crowdSeconds) times.push(queue.time);
      expect(times).toEqual([before, lastSeconds]);
      expect(queue.taken).toBe(CROWD + 2);
    }
    expect(rounded).toBeGreaterThan(10);
  });

  it("finds an event that lies further off than the clock's precision at the pace of the events before", () => {
    const queue = new EventQueue(new EventNodes(0, 0, 256));
    for (let subject = 0; subject < 100_000; subject++) queue.add(subject * 1e-9, 1, subject);
    queue.add(1e13, 1, 777_777);
    queue.add(1e15, 1, 888_888);
    let last = 0;
    while (queue.next()) last = queue.subject;
    expect(last).toBe(888_888);
    expect(queue.taken).toBe(100_002);
  });
});
