import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/model.js";
import { summarise } from "../../src/statistics/summarise.js";
import { buildScenario, type ScenarioParts } from "../build-scenario.js";
import { handMade, type Seen } from "./hand-made-observations.js";

const HOUR = 3600;

function summaryOf(parts: ScenarioParts, seen: Seen) {
  const model = compile(buildScenario(parts));
  return summarise(model, [handMade(model, seen)], { seed: "s", version: "1" });
}

/** Interval 0 begins a Monday, interval 48 a Tuesday. */
const TUESDAY = 48;

describe("what a team costs", () => {
  const costOf = (team: NonNullable<ScenarioParts["teams"]>[number], seen: Seen["crews"], days = 2) =>
    summaryOf({ teams: [team], queues: [{ value: 1 }], days }, { crews: seen ?? [] }).teams[0].figures;

  it("is its paid hours, and overtime at its factor", () => {
    const seen = [
      { interval: 0, paidSeconds: 10 * HOUR, overtimeSeconds: 2 * HOUR },
      { interval: 1, paidSeconds: 5 * HOUR },
    ];
    const figures = costOf({ pay: 20, overtimeFactor: 1.5 }, seen);
    expect(figures.regularPay.mean).toBe(300);
    expect(figures.overtimePay.mean).toBe(20);
    expect(figures.premiumPay.mean).toBe(0);
    expect(figures.cost.mean).toBe(320);
    expect(costOf({ pay: 20 }, seen).cost.mean).toBe(300);
  });

  it("is more on days with a premium, overtime there the more so, and by the holiday's where it is one", () => {
    const seen = [
      { interval: 0, paidSeconds: 10 * HOUR },
      { interval: TUESDAY, paidSeconds: 10 * HOUR, overtimeSeconds: 2 * HOUR },
    ];
    const premiums = { weekdays: [0, 0.1, 0, 0, 0, 0, 0] };
    const figures = costOf({ pay: 20, overtimeFactor: 2, premiums }, seen);
    expect(figures.premiumPay.mean).toBeCloseTo(20, 9);
    expect(figures.overtimePay.mean).toBeCloseTo(2 * 20 * 1.1, 9);
    expect(figures.cost.mean).toBeCloseTo(400 + 20 + 44, 9);
    const holiday = (own?: number) =>
      summaryOf(
        {
          teams: [{ pay: 20, premiums: { ...premiums, ...(own !== undefined && { holiday: own }) } }],
          days: 2,
          holidays: [1],
        },
        { crews: seen },
      ).teams[0].figures.premiumPay.mean;
    expect(holiday(0.5)).toBeCloseTo(100, 9);
    expect(holiday()).toBeCloseTo(20, 9);
  });

  it("by contract is what was used: minutes of handling, hours on the phone, or contacts", () => {
    const seen = [
      { interval: 0, paidSeconds: 99 * HOUR, busySeconds: HOUR, idleSeconds: HOUR / 2, answered: 12 },
    ];
    const cost = (contract: NonNullable<NonNullable<ScenarioParts["teams"]>[number]["contract"]>) => {
      const figures = costOf({ contract }, seen);
      expect(figures.contractCost.mean).toBe(figures.cost.mean);
      expect(figures.regularPay.mean).toBe(0);
      return figures.cost.mean;
    };
    expect(cost({ perMinute: 0.85 })).toBeCloseTo(51, 9);
    expect(cost({ perHour: 28 })).toBeCloseTo(42, 9);
    expect(cost({ perContact: 3.2 })).toBeCloseTo(38.4, 9);
  });

  it("is not known without pay or contract, and then nor is its result", () => {
    const figures = costOf({}, [{ interval: 0, paidSeconds: HOUR }]);
    expect(figures.cost.mean).toBeNaN();
    expect(figures.result.mean).toBeNaN();
  });

  it("has no parts where the scenario speaks of pay by the hour alone", () => {
    const { teams, total } = summaryOf({ teams: [{ pay: 20 }] }, {});
    expect(Object.keys(teams[0].figures)).not.toContain("regularPay");
    expect(Object.keys(total)).not.toContain("result");
  });
});

describe("a profit and loss", () => {
  /**
   * Crew 0, own, costs 10 x 20 = 200, handled 3000 s for orders and 1000 s for service: 150 and 50. Crew 1,
   * of another firm, costs 40 contacts x 3 = 120, all for orders. Orders: 100 x 4.20 = 420 earned, 10 x 4.20
   * = 42 missed, 2 customers of 50 lost. Service earns nothing but 30 of sales and 5 of customers kept.
   */
  const { queues, teams, total, intervals } = summaryOf(
    {
      queues: [
        { name: "orders", value: 4.2, customers: { leaveShare: 1, badEnds: [], yearlyValue: 50 } },
        { name: "service" },
      ],
      teams: [{ pay: 20 }, { contract: { perContact: 3 } }],
    },
    {
      queues: [
        { queue: 0, interval: 0, arrived: 110, answered: 100, gone: 10, customersLost: 2 },
        { queue: 1, interval: 1, arrived: 20, answered: 20, saleValue: 30, saveValue: 5 },
      ],
      crews: [
        { crew: 0, interval: 0, paidSeconds: 10 * HOUR, answered: 80, saleValue: 30, saveValue: 5 },
        { crew: 1, interval: 0, answered: 40 },
      ],
      work: [
        { crew: 0, queue: 0, answered: 60, handleSeconds: 3000 },
        { crew: 0, queue: 1, answered: 20, handleSeconds: 1000 },
        { crew: 1, queue: 0, answered: 40, handleSeconds: 2000 },
      ],
    },
  );
  const means = (figures: typeof total | undefined, ...names: string[]) =>
    names.map((name) => Math.round(figures![name].mean * 1e6) / 1e6);

  it("of a queue has what it earns, its share of the staff by handle time, and the customers lost", () => {
    const names = ["revenue", "revenueLost", "staffCost", "valueLost", "result"] as const;
    expect(means(queues[0].figures, ...names)).toEqual([420, 42, 270, 100, 420 - 270 - 100]);
    expect(means(queues[1].figures, "revenue", "staffCost", "result")).toEqual([0, 50, 30 + 5 - 50]);
  });

  it("of a team has what its contacts paid and what it costs", () => {
    expect(means(teams[0].figures, "revenue", "cost", "result")).toEqual([252, 200, 252 + 30 + 5 - 200]);
    expect(means(teams[1].figures, "revenue", "cost", "result")).toEqual([168, 120, 48]);
    expect(means(teams[0].shifts[0].figures, "revenue")).toEqual([252]);
  });

  it("of all together is what the queues' come to", () => {
    expect(means(total, "revenue", "revenueLost", "staffCost", "cost", "valueLost", "result")).toEqual([
      420,
      42,
      320,
      320,
      100,
      420 + 35 - 320 - 100,
    ]);
  });

  it("by interval has what is counted there, and nothing that is shared out over all time", () => {
    expect(intervals[0].queues[0].revenue.mean).toBe(420);
    expect(intervals[0].queues[0].staffCost.mean).toBeNaN();
    expect(intervals[0].queues[0].result.mean).toBeNaN();
    expect(intervals[0].teams[0].regularPay.mean).toBe(200);
    expect(intervals[0].teams[0].revenue.mean).toBeNaN();
  });

  it("counts a team that handled nothing in all together, and in no queue", () => {
    const idle = summaryOf(
      { queues: [{ value: 1 }], teams: [{ pay: 20 }, { pay: 30 }] },
      {
        crews: [
          { crew: 0, interval: 0, paidSeconds: HOUR },
          { crew: 1, interval: 0, paidSeconds: HOUR },
        ],
        work: [{ crew: 0, queue: 0, answered: 1, handleSeconds: 60 }],
      },
    );
    expect(idle.queues[0].figures.staffCost.mean).toBe(20);
    expect(idle.total.staffCost.mean).toBe(50);
  });

  it("leaves out what teams without pay cost, where others are paid", () => {
    const mixed = summaryOf(
      { queues: [{ value: 1 }], teams: [{ pay: 20 }, {}] },
      {
        crews: [
          { crew: 0, interval: 0, paidSeconds: HOUR },
          { crew: 1, interval: 0, paidSeconds: HOUR },
        ],
        work: [
          { crew: 0, queue: 0, answered: 1, handleSeconds: 60 },
          { crew: 1, queue: 0, answered: 1, handleSeconds: 60 },
        ],
      },
    );
    expect(means(mixed.total, "staffCost", "result")).toEqual([20, -20]);
    expect(means(mixed.queues[0].figures, "staffCost", "result")).toEqual([20, -20]);
  });
});
