import { openStream } from "../../src/random/stream.js";
import type { Check, Tell } from "./checks.js";
import type { Engine } from "./engine-build.js";

const OWNERS = 40;
const OWNERS_KIND = 5;

/** Gaps between events of every size, equal moments, bursts, a single instant. */
const GAPS: readonly ((draw: () => number) => number)[] = [
  (draw) => draw() * 100,
  (draw) => Math.floor(draw() * 6),
  () => 0,
  (draw) => (draw() < 0.5 ? draw() * 1e-9 : draw() * 3e7),
  (draw) => draw() * [1e-12, 1e-6, 1e-3, 1, 1e3, 1e6][Math.floor(draw() * 6)],
  (draw) => (draw() < 0.02 ? 1000 + draw() : 0.001 * Math.floor(draw() * 5)),
];

/** What the event queue does by itself: in which order events come, and that none is lost. */
export function queueChecks(): Check[] {
  const used = GAPS.flatMap((gap, kind) =>
    [3, 60, 2500].map((backlog) => ({
      name: `event queue ${kind} with ${backlog}`,
      run: (engine: Engine, tell: Tell) => {
        const draw = openStream("mutation", backlog, "event queue", String(kind));
        useQueue(engine, tell, draw, () => gap(draw), backlog);
      },
    })),
  );
  return [
    ...used,
    { name: "event queue's first owner", run: findFirstOwner },
    { name: "event queue's spans", run: fillSpans },
    { name: "event queue's crowds", run: crowdAhead },
    { name: "event queue's far events", run: goFar },
  ];
}

/** Adds, cancels and takes at random, with two clocks between. */
function useQueue(engine: Engine, tell: Tell, draw: () => number, gap: () => number, backlog: number): void {
  const clocks = [
    { next: 1, nextTime: gap() },
    { next: 2, nextTime: Number.POSITIVE_INFINITY },
  ];
  const nodes = new engine.EventNodes(OWNERS, OWNERS_KIND, 4);
  const queue = new engine.EventQueue(nodes, clocks[0], 7, clocks[1], 3);
  const owned = new Set<number>();
  const pending = new Map<number, number>();
  let subject = 100;
  const add = () => {
    pending.set(subject, queue.add(queue.time + gap(), 1 + Math.floor(draw() * 14), subject));
    subject++;
  };
  const take = () => {
    const isTaken = queue.next();
    tell(isTaken ? 1 : 0);
    if (!isTaken) return false;
    tell(queue.time);
    tell(queue.kind);
    tell(queue.subject);
    if (queue.kind === OWNERS_KIND && queue.subject < OWNERS) owned.delete(queue.subject);
    pending.delete(queue.subject);
    for (const clock of clocks) {
      if (clock.nextTime === queue.time && clock.next === queue.subject) {
        clock.nextTime = draw() < 0.1 ? Number.POSITIVE_INFINITY : queue.time + gap();
      }
    }
    return true;
  };
  while (pending.size < backlog) add();
  for (let operation = 0; operation < 2 * backlog + 2000; operation++) {
    const choice = draw();
    if (choice < 0.15 && pending.size > 0) {
      const [[which, ticket]] = pending;
      queue.cancel(ticket);
      pending.delete(which);
    } else if (pending.size > backlog || choice < 0.45) {
      take();
    } else if (choice < 0.55) {
      const owner = Math.floor(draw() * OWNERS);
      if (!owned.has(owner)) queue.addOwn(queue.time + gap(), owner);
      owned.add(owner);
    } else {
      add();
    }
  }
  // Most of what is left is taken back, so that it has to be swept out.
  for (const [which, ticket] of pending) if (which % 50 > 0) queue.cancel(ticket);
  for (const clock of clocks) clock.nextTime = Number.POSITIVE_INFINITY;
  while (take());
  tell(queue.taken);
}

/** Owner 0's event is record 0, which is easily taken for none. */
function findFirstOwner(engine: Engine, tell: Tell): void {
  for (const time of [0, 1e-9, 0.5, 3, 1e3, 1e9]) {
    for (const others of [0, 3, 200]) {
      const queue = new engine.EventQueue(new engine.EventNodes(2, OWNERS_KIND, 4));
      const draw = openStream("mutation", others, "first owner", String(time));
      const tickets = Array.from({ length: 2000 }, (_, subject) => queue.add(time * draw(), 1, subject));
      for (let other = 0; other < others; other++) queue.add(time * draw(), 1, other);
      queue.addOwn(time, 0);
      queue.addOwn(time, 1);
      for (const ticket of tickets) queue.cancel(ticket);
      tellAll(queue, tell);
    }
  }
}

/** Events at the very end of a span of the wheel, after a crowd at its beginning. */
function fillSpans(engine: Engine, tell: Tell): void {
  const draw = openStream("mutation", 0, "spans", "");
  for (let attempt = 0; attempt < 60; attempt++) {
    const queue = new engine.EventQueue(new engine.EventNodes(0, 0, 256));
    const crowdSeconds = (0.1 + 0.8 * draw()) / 1024;
    for (let subject = 0; subject < 66; subject++) queue.add((subject % 2) * crowdSeconds, 1, subject);
    tell(queue.next() ? 1 : 0);
    const spanSeconds = (crowdSeconds / 66) * 1024;
    for (const hair of [0, 2 ** -53, 2 ** -52, 1e-15, 1e-5, 1e-4, 2e-3]) {
      queue.add(spanSeconds * (1 - hair), 2, 100);
    }
    tellAll(queue, tell);
  }
}

/** A crowd some way ahead of the event last taken, of which nothing lies in the finer bucket that is next. */
function crowdAhead(engine: Engine, tell: Tell): void {
  for (const ahead of [1e-5, 1e-4, 3e-4, 8e-4]) {
    const queue = new engine.EventQueue(new engine.EventNodes(0, 0, 256));
    queue.add(0, 1, 0);
    tell(queue.next() ? 1 : 0);
    for (let subject = 1; subject <= 100; subject++)
      queue.add(ahead + ((subject * 37) % 100) * 1e-6, 1, subject);
    tellAll(queue, tell);
  }
}

/** Far beyond the clock's precision at the pace of the events before. */
function goFar(engine: Engine, tell: Tell): void {
  const queue = new engine.EventQueue(new engine.EventNodes(0, 0, 256));
  for (let subject = 0; subject < 3000; subject++) queue.add(subject * 1e-9, 1, subject);
  for (const far of [1e13, 1e15]) queue.add(far, 1, 10_000);
  tellAll(queue, tell);
}

function tellAll(queue: InstanceType<Engine["EventQueue"]>, tell: Tell): void {
  while (queue.next()) {
    tell(queue.time);
    tell(queue.kind);
    tell(queue.subject);
  }
  tell(queue.taken);
}
