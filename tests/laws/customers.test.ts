import { describe, expect, it } from "vitest";
import { QUEUE_FIELDS } from "../../src/engine/observations.js";
import type { QueueCustomers } from "../../src/scenario/customers.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { trace } from "./centre-from-trace.js";
import { holdsOn, textOf } from "./holds-on.js";

const OWN_FIELDS: readonly string[] = ["callers", "gone", "treatedBadly", "customersLost"];

/** The scenario with the same customers of every queue. */
function withCustomers(scenario: Scenario, customers: QueueCustomers, customerCount?: number): Scenario {
  const queues = scenario.queues.map((queue) => ({ ...queue, customers }));
  return { ...scenario, queues, ...(customerCount === undefined ? {} : { customerCount }) };
}

function customersOf(parts: Partial<QueueCustomers> = {}): QueueCustomers {
  return { leaveShare: 0.68, badEnds: ["abandoned", "blocked", "unserved"], ...parts };
}

/** A field of all queues over the counted time. */
function counted(scenario: Scenario, field: (typeof QUEUE_FIELDS)[number]): number {
  const { queueCells, intervals } = trace(scenario).observed;
  let sum = 0;
  for (const [queue] of scenario.queues.entries()) {
    for (let interval = 0; interval < intervals; interval++) {
      sum +=
        queueCells[(queue * (intervals + 1) + interval) * QUEUE_FIELDS.length + QUEUE_FIELDS.indexOf(field)];
    }
  }
  return sum;
}

describe("laws of customers", () => {
  it("to ask what becomes of them changes nothing that happens", () => {
    holdsOn(60, (scenario) => {
      const plain = trace(scenario);
      const asked = trace(withCustomers(scenario, customersOf({ waitedSeconds: 60 }), 20));
      const happened = asked.rows.filter(({ event }) => event !== "treatedBadly");
      expect(textOf(happened)).toBe(textOf(plain.rows));
      const others = (cells: Float64Array) =>
        cells.filter((_, place) => !OWN_FIELDS.includes(QUEUE_FIELDS[place % QUEUE_FIELDS.length]));
      expect(others(asked.observed.queueCells)).toEqual(others(plain.observed.queueCells));
      expect(asked.observed.crewCells).toEqual(plain.observed.crewCells);
    });
  });

  it("without redials and waits, those who hung up, met a busy signal or were left are treated badly", () => {
    let seen = 0;
    holdsOn(60, (scenario) => {
      const queues = scenario.queues.map(({ redial: _, ...queue }) => queue);
      const asked = withCustomers({ ...scenario, queues }, customersOf());
      const ends = (["abandoned", "blocked", "unserved"] as const).map((field) => counted(asked, field));
      expect(counted(asked, "treatedBadly")).toBe(ends.reduce((sum, end) => sum + end, 0));
      seen += counted(asked, "treatedBadly");
    });
    expect(seen).toBeGreaterThan(1000);
  });

  it("of a firm with so many of them, n treated badly leave count x (1 - (1 - share / count)^n)", () => {
    holdsOn(60, (scenario, number) => {
      const count = [1, 20, 40_000][number % 3];
      const asked = withCustomers(scenario, customersOf({ waitedSeconds: 120 }), count);
      const lost = count * (1 - (1 - 0.68 / count) ** counted(asked, "treatedBadly"));
      expect(counted(asked, "customersLost")).toBeCloseTo(lost, 6);
      expect(counted(asked, "customersLost")).toBeLessThanOrEqual(count + 1e-9);
    });
  });

  it("nobody leaves where the chance is none, and all who are treated badly do where it is one", () => {
    holdsOn(30, (scenario) => {
      const all = withCustomers(scenario, customersOf({ leaveShare: 1 }));
      expect(counted(all, "customersLost")).toBe(counted(all, "treatedBadly"));
      expect(counted(withCustomers(scenario, customersOf({ leaveShare: 0 })), "customersLost")).toBe(0);
    });
  });

  it("a false law is broken: each one treated badly is a customer less, however few there are", () => {
    let broken = 0;
    holdsOn(30, (scenario) => {
      const asked = withCustomers(scenario, customersOf(), 20);
      if (counted(asked, "customersLost") < 0.68 * counted(asked, "treatedBadly") - 1e-6) broken++;
    });
    expect(broken).toBeGreaterThan(10);
  });
});
