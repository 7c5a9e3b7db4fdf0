import { expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Outcomes } from "../../src/scenario/outcomes.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import * as outcomes from "../naive/mechanisms/outcomes.js";
import { varied } from "../naive/variations.js";
import { trace } from "./centre-from-trace.js";
import { holdsOn, textOf } from "./holds-on.js";
import { crewSum, queueSum } from "./sums.js";

const PASSED = ["transferredOut", "escalated", "complaints"] as const;
const LEFT = ["answered", "abandoned", "blocked", "closed", "unserved", "waiting"] as const;
const DEALS = ["sales", "saleValue", "saves", "saveValue", "bonus"] as const;

const observe = (scenario: Scenario) => simulate(compile(scenario), "laws", 1);

/** Some of the scenarios have outcomes; how many of them did. */
function holdsWithOutcomes(law: (scenario: Scenario) => void): number {
  let count = 0;
  holdsOn(150, (scenario, number) => {
    const with_ = varied(number, scenario, { outcomes });
    if (outcomes.isUsed(with_)) count++;
    law(with_);
  });
  return count;
}

it("who is passed on comes to another queue, and whoever arrives is accounted for", () => {
  let passed = 0;
  const count = holdsWithOutcomes((scenario) => {
    const observed = observe(scenario);
    const all = (field: Parameters<typeof queueSum>[2]) =>
      scenario.queues.reduce((sum, _, queue) => sum + queueSum(observed, queue, field), 0);
    expect(all("transferredIn")).toBe(PASSED.reduce((sum, field) => sum + all(field), 0));
    expect(all("arrived") - all("redialled") - all("transferredIn") - all("repeats")).toBe(observed.contacts);
    for (const [queue] of scenario.queues.entries()) {
      const left = LEFT.reduce((sum, field) => sum + queueSum(observed, queue, field), 0);
      expect(queueSum(observed, queue, "arrived")).toBe(left);
      expect(queueSum(observed, queue, "resolvedFirst")).toBeLessThanOrEqual(
        queueSum(observed, queue, "firstContacts"),
      );
      expect(queueSum(observed, queue, "complaintsSolved")).toBeLessThanOrEqual(
        queueSum(observed, queue, "complaints"),
      );
    }
    passed += all("transferredIn");
  });
  expect(count).toBeGreaterThan(30);
  expect(passed).toBeGreaterThan(1000);
});

it("queues and teams tell of the same sales, customers kept and bonus", () => {
  let sales = 0;
  holdsWithOutcomes((scenario) => {
    const observed = observe(scenario);
    for (const field of DEALS) {
      const ofQueues = scenario.queues.reduce((sum, _, queue) => sum + queueSum(observed, queue, field), 0);
      let ofCrews = 0;
      for (let crew = 0; crew < compile(scenario).crews.count; crew++)
        ofCrews += crewSum(observed, crew, field);
      expect(ofCrews).toBeCloseTo(ofQueues, 6);
      sales += field === "sales" ? ofQueues : 0;
    }
  });
  expect(sales).toBeGreaterThan(500);
});

/** The queue with no chance left of anything that comes of its contacts. */
function withoutChance({ after, ...queue }: Queue): Queue {
  if (after === undefined) return queue;
  const { transfer, escalate, complaint, repeat, sale, save } = after;
  const none = <Of extends object>(one: Of) => ({ ...one, chance: 0 });
  const nothing: Outcomes = {
    ...(transfer && { transfer: transfer.map(none) }),
    ...(escalate && { escalate: none(escalate) }),
    ...(complaint && { complaint: none(complaint) }),
    ...(repeat && { repeat: none(repeat) }),
    ...(sale && { sale: none(sale) }),
    ...(save && { save: none(save) }),
  };
  return { ...queue, after: nothing };
}

const withoutAfter = ({ after: _, ...queue }: Queue): Queue => queue;

it("what comes of contacts with no chance at all changes no event", () => {
  holdsWithOutcomes((scenario) => {
    const rows = (change: (queue: Queue) => Queue) =>
      textOf(trace({ ...scenario, queues: scenario.queues.map(change) }).rows);
    expect(rows(withoutChance)).toBe(rows(withoutAfter));
  });
});

it("sales and customers kept change nothing that happens but that they happen", () => {
  holdsWithOutcomes((scenario) => {
    const without = scenario.queues.map(({ after, ...queue }): Queue => {
      const { sale: _sale, save: _save, ...rest } = after ?? {};
      return after ? { ...queue, after: rest } : queue;
    });
    const others = (of: Scenario) =>
      trace(of).rows.filter(({ event }) => event !== "sells" && event !== "saves");
    expect(textOf(others(scenario))).toBe(textOf(others({ ...scenario, queues: without })));
  });
});

it("that a passed-on caller changes nothing for other queues is false", () => {
  let changed = 0;
  holdsWithOutcomes((scenario) => {
    const answered = (of: Scenario) => textOf(trace(of).rows.filter(({ event }) => event === "answered"));
    const without = { ...scenario, queues: scenario.queues.map(withoutAfter) };
    if (answered(scenario) !== answered(without)) changed++;
  });
  expect(changed).toBeGreaterThan(20);
});
