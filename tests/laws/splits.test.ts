import { describe, expect, it } from "vitest";
import { QUEUE_FIELDS } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";
import * as splits from "../naive/mechanisms/splits.js";
import { varied } from "../naive/variations.js";
import { holdsOn } from "./holds-on.js";
import { queueSum } from "./sums.js";

const AT = Array.from({ length: 400 }, (_, index) => (index * index * 37) % 80_000).sort((a, b) => a - b);

/** Contacts at these moments, at `direct` itself or at a queue that splits to it so. */
function figuresOf(share: number | "direct"): number[] {
  const own = queueOf("calls", { at: share === "direct" ? AT : [], handle: 400, patience: 90 });
  const among = [
    { queue: "calls", share: Number(share) },
    { queue: "other", share: 1 - Number(share) },
  ];
  const splitting: Queue = { ...queueOf("split", { at: AT, split: { by: "shares", among } }), handle: {} };
  const queues = [own, queueOf("other", { handle: 400 }), ...(share === "direct" ? [] : [splitting])];
  const teams = [teamOf("team", { agents: 2 }), teamOf("others", { skills: ["other"] })];
  const observed = simulate(compile(scenarioOf({ queues, teams })), "law", 0);
  const cells = (observed.intervals + 1) * QUEUE_FIELDS.length;
  return [...observed.queueCells.subarray(0, cells)].filter(
    (_, index) => QUEUE_FIELDS[index % QUEUE_FIELDS.length] !== "routedIn",
  );
}

describe("a share of all", () => {
  it("is as if the contacts had come to the queue itself", () => {
    expect(figuresOf(1)).toEqual(figuresOf("direct"));
  });

  it("is not where it is less", () => {
    expect(figuresOf(0.95)).not.toEqual(figuresOf("direct"));
  });
});

describe("contacts that are split", () => {
  it("all come out where they went in, and none is lost", () => {
    let split = 0;
    holdsOn(120, (random, number) => {
      const scenario: Scenario = varied(number, random, { splits });
      const observed = simulate(compile(scenario), "law", 0);
      const sum = (field: (typeof QUEUE_FIELDS)[number], which: (queue: Queue) => boolean) =>
        scenario.queues.reduce(
          (total, queue, index) => total + (which(queue) ? queueSum(observed, index, field) : 0),
          0,
        );
      const isSplit = (queue: Queue) => queue.split !== undefined;
      expect(sum("routedIn", () => true)).toBe(sum("routedOut", () => true));
      expect(sum("arrived", isSplit)).toBe(sum("routedOut", isSplit) + sum("closed", isSplit));
      split += sum("routedOut", isSplit);
    });
    expect(split).toBeGreaterThan(100);
  });
});
