import { describe, expect, it } from "vitest";
import { ClockTree } from "../../src/engine/events/clock-tree.js";

/**
 * The order in which clocks go off, each `times` times at its own steady pace, as a plain search finds it.
 */
function searched(paces: readonly number[], rounds: number): number[] {
  const times = paces.map((pace, clock) => pace + clock / 1024);
  return Array.from({ length: rounds }, () => {
    const next = times.reduce((best, time, clock) => (time < times[best] ? clock : best), 0);
    times[next] += paces[next];
    return next;
  });
}

function set(tree: ClockTree, clock: number, time: number): void {
  tree.times[clock] = time;
  tree.settle(clock);
}

describe("a clock tree", () => {
  it("lets every clock go off in its turn, however many there are", () => {
    for (let clocks = 1; clocks <= 33; clocks++) {
      const paces = Array.from({ length: clocks }, (_, clock) => 1 + ((clock * 7) % 5));
      const tree = new ClockTree(clocks);
      for (const [clock, pace] of paces.entries()) set(tree, clock, pace + clock / 1024);
      const found = Array.from({ length: 200 }, () => {
        const { next, nextTime } = tree;
        set(tree, next, nextTime + paces[next]);
        return next;
      });
      expect(found).toEqual(searched(paces, 200));
    }
  });

  it("gives a tie to the clock with the smaller number", () => {
    const tree = new ClockTree(5);
    for (const clock of [4, 2, 3]) set(tree, clock, 10);
    expect(tree.next).toBe(2);
  });

  it("without clocks never goes off", () => {
    expect(new ClockTree(0).nextTime).toBe(Number.POSITIVE_INFINITY);
  });
});
