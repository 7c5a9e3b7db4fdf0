import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/model.js";
import type { QueueCustomers } from "../../src/scenario/customers.js";
import { summarise } from "../../src/statistics/summarise.js";
import { buildScenario } from "../build-scenario.js";
import { handMade } from "./hand-made-observations.js";

const ASKED: QueueCustomers = { leaveShare: 0.5, badEnds: ["abandoned"] };

/** Of queue 0, 10 of 80 callers treated badly and 5 lost; of queue 1, 4 and 2. */
function summaryOf(...customers: (QueueCustomers | undefined)[]) {
  const model = compile(
    buildScenario({ queues: customers.map((one) => (one === undefined ? {} : { customers: one })) }),
  );
  const observed = handMade(model, {
    queues: [
      { queue: 0, interval: 3, callers: 80, treatedBadly: 10, customersLost: 5 },
      { queue: 1, interval: 4, callers: 20, treatedBadly: 4, customersLost: 2 },
    ],
  });
  return summarise(model, [observed], { seed: "s", version: "1" });
}

describe("figures of customers", () => {
  it("count those treated badly and lost, of callers each once, and what a year of them was worth", () => {
    const { queues, total } = summaryOf({ ...ASKED, yearlyValue: 320 }, { ...ASKED, yearlyValue: 100 });
    const [calls] = queues;
    expect(calls.figures.treatedBadly.mean).toBe(10);
    expect(calls.figures.treatedBadlyRate.mean).toBe(10 / 80);
    expect(calls.figures.customersLost.mean).toBe(5);
    expect(calls.figures.valueLost.mean).toBe(1600);
    expect(total.customersLost.mean).toBe(7);
    expect(total.treatedBadlyRate.mean).toBe(14 / 100);
    expect(total.valueLost.mean).toBe(1800);
  });

  it("know no value where none is given, and in all together that of those who have one", () => {
    const one = summaryOf({ ...ASKED, yearlyValue: 320 }, ASKED);
    expect(one.queues[1].figures.valueLost.mean).toBeNaN();
    expect(one.total.valueLost.mean).toBe(1600);
    expect(one.intervals[4].queues[1].customersLost.mean).toBe(2);
    expect(summaryOf(ASKED, ASKED).total.valueLost.mean).toBeNaN();
  });

  it("are those of scenarios that ask what becomes of customers alone", () => {
    const { queues, total } = summaryOf(undefined, undefined);
    expect(Object.keys(queues[0].figures)).not.toContain("customersLost");
    expect(Object.keys(total)).not.toContain("customersLost");
    expect(Object.keys(summaryOf(undefined, ASKED).total)).toContain("customersLost");
  });
});
