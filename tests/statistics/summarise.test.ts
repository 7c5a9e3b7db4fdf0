import { describe, expect, it } from "vitest";
import { WrongUsage } from "../../src/kit/problem.js";
import { compile } from "../../src/model/model.js";
import { figureAt } from "../../src/statistics/measures.js";
import { summarise } from "../../src/statistics/summarise.js";
import { buildScenario, type ScenarioParts } from "../build-scenario.js";
import { handMade, type Seen } from "./hand-made-observations.js";

const about = { seed: "monday", version: "1.2.3" };
const NOTHING = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };

function summaryOf(parts: ScenarioParts, seen: readonly Seen[]) {
  const model = compile(buildScenario(parts));
  return summarise(
    model,
    seen.map((one, index) => handMade(model, one, index + 1)),
    about,
  );
}

describe("a summary", () => {
  it("says what it is of", () => {
    const summary = summaryOf({ name: "week" }, [{}, {}]);
    expect(summary).toMatchObject({
      version: "1.2.3",
      seed: "monday",
      scenario: { name: "week", hash: "0123456789abcdef" },
      replications: 2,
      contacts: 6,
      events: 14,
    });
  });

  it("takes a figure over intervals and replications as a ratio of totals", () => {
    const summary = summaryOf({}, [
      {
        queues: [
          { interval: 0, arrived: 60, answered: 60, answeredWaitSeconds: 100 },
          { interval: 47, arrived: 40, answered: 40, answeredWaitSeconds: 700 },
        ],
      },
      { queues: [{ interval: 9, arrived: 200, answered: 200, answeredWaitSeconds: 1500 }] },
    ]);
    const { asa, answered } = summary.queues[0].figures;
    expect(asa.mean).toBeCloseTo(2300 / 300, 12);
    // Residuals are 33.33 and -33.33, their deviation 47.14, of the total 66.67; t with one degree is 12.706.
    expect(asa.high - asa.mean).toBeCloseTo((12.706_204_736 * (200 / 3)) / 300, 8);
    expect(answered.mean).toBe(150);
    expect(answered.low).toBeCloseTo(150 - 12.706_204_736 * 50, 5);
    expect(answered.high).toBeCloseTo(150 + 12.706_204_736 * 50, 5);
  });

  it("leaves out what was not counted", () => {
    const summary = summaryOf({ warmupSeconds: 3600 }, [
      {
        queues: [
          { interval: -1, arrived: 1000, answered: 1000 },
          { interval: 3, arrived: 5, answered: 5 },
        ],
        crews: [
          { interval: -1, busySeconds: 1e6 },
          { interval: 3, busySeconds: 600, idleSeconds: 200 },
        ],
      },
    ]);
    expect(summary.queues[0].figures.answered.mean).toBe(5);
    expect(summary.teams[0].figures.occupancy.mean).toBe(0.75);
    expect(summary.intervals.reduce((sum, one) => sum + one.queues[0].answered.mean, 0)).toBe(5);
  });

  it("has no interval from one replication, and no figure of what was not observed", () => {
    const summary = summaryOf({}, [{ queues: [{ interval: 0, arrived: 4, abandoned: 4 }] }]);
    const { figures, waitPercentiles, longestWaitSeconds, serviceLevels } = summary.queues[0];
    expect(figures.offered).toEqual({ mean: 4, low: Number.NaN, high: Number.NaN });
    expect(figures.abandonRate.mean).toBe(1);
    expect(figures.asa).toEqual(NOTHING);
    expect(figures.aht).toEqual(NOTHING);
    expect(serviceLevels["answered-only"]).toEqual(NOTHING);
    expect(waitPercentiles.p90).toEqual(NOTHING);
    expect(longestWaitSeconds).toBeNaN();
    expect(summary.teams[0].figures.occupancy).toEqual(NOTHING);
    expect(summary.intervals[1].queues[0].serviceLevel).toEqual(NOTHING);
    expect(summary.intervals[1].queues[0].offered.mean).toBe(0);
  });

  it("is all NaN, not zeros, of no replication at all", () => {
    const summary = summaryOf({}, []);
    for (const figure of Object.values(summary.total)) expect(figure).toEqual(NOTHING);
  });

  it("keeps its intervals symmetric near 0, so that half their width is the precision", () => {
    const seen = (abandoned: number): Seen => ({
      queues: [
        { interval: 0, arrived: 100, abandoned, answered: 100 - abandoned, answeredWithin: 100 - abandoned },
      ],
    });
    const { abandonRate } = summaryOf({}, [seen(0), seen(2)]).queues[0].figures;
    expect(abandonRate.mean).toBe(0.01);
    expect(abandonRate.low).toBeCloseTo(0.01 - 12.706_204_736 * 0.01, 8);
    expect(abandonRate.high).toBeCloseTo(0.01 + 12.706_204_736 * 0.01, 8);
  });

  it("counts blocked contacts as offered where the queue says so", () => {
    const seen: Seen = { queues: [{ interval: 0, arrived: 100, answered: 60, abandoned: 20, blocked: 20 }] };
    const apart = summaryOf({}, [seen]).queues[0].figures;
    const counted = summaryOf({ queues: [{ countBlocked: true }] }, [seen]).queues[0].figures;
    expect([apart.offered.mean, apart.abandonRate.mean]).toEqual([80, 0.25]);
    expect([counted.offered.mean, counted.abandonRate.mean]).toEqual([100, 0.2]);
    expect(counted.blockedRate.mean).toBe(0.2);
  });

  it("adds up service level over queues that count it in different ways", () => {
    const counts = {
      interval: 0,
      arrived: 100,
      answered: 80,
      abandoned: 20,
      answeredWithin: 60,
      abandonedWithin: 10,
    };
    const summary = summaryOf(
      {
        queues: [
          { serviceLevel: { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 } },
          { serviceLevel: { withinSeconds: 20, counting: "abandoned-hit", underSeconds: 5 } },
        ],
      },
      [
        {
          queues: [
            { queue: 0, ...counts },
            { queue: 1, ...counts },
          ],
        },
      ],
    );
    expect(summary.queues.map((queue) => queue.figures.serviceLevel.mean)).toEqual([60 / 90, 70 / 100]);
    expect(summary.total.serviceLevel.mean).toBeCloseTo(130 / 190, 12);
    expect(summary.total.offered.mean).toBe(200);
  });
});

describe("cost", () => {
  const paidHour = (crew: number, hours: number) => ({
    crew,
    interval: 0,
    paidSeconds: hours * 3600,
    answered: 10,
  });
  const shifts = [
    { name: "day", startClockSeconds: 28_800, lengthSeconds: 28_800 },
    { name: "night", startClockSeconds: 79_200, lengthSeconds: 28_800, premiumShare: 0.5 },
  ];
  const staffing = {
    kind: "roster" as const,
    shifts: [
      { shift: "day", agents: 2 },
      { shift: "night", agents: 1 },
    ],
  };

  it("is paid hours times pay, with the premium of the shift", () => {
    const summary = summaryOf({ shifts, teams: [{ pay: 20, staffing }] }, [
      { crews: [paidHour(0, 16), paidHour(1, 8)], queues: [{ interval: 0, arrived: 40, answered: 40 }] },
    ]);
    const [team] = summary.teams;
    expect(team.shifts.map((one) => one.shift)).toEqual(["day", "night"]);
    expect(team.shifts.map((one) => one.figures.cost.mean)).toEqual([320, 240]);
    expect(team.figures).toMatchObject({
      cost: { mean: 560 },
      paidHours: { mean: 24 },
      costPerContact: { mean: 28 },
    });
    expect(summary.total).toMatchObject({ cost: { mean: 560 }, costPerContact: { mean: 28 } });
  });

  it("in all is that of the teams with pay, and not a figure where none has", () => {
    const seen = [{ crews: [paidHour(0, 8), paidHour(1, 8)] }];
    const mixed = summaryOf({ teams: [{}, { pay: 10 }] }, seen);
    expect(mixed.teams.map((team) => team.figures.cost.mean)).toEqual([Number.NaN, 80]);
    expect(mixed.total.cost.mean).toBe(80);
    expect(mixed.total.paidHours.mean).toBe(16);
    expect(summaryOf({ teams: [{}, {}] }, seen).total.cost).toEqual(NOTHING);
  });
});

describe("tables by interval", () => {
  it("have one row for each interval of the calendar, by team and queue", () => {
    const summary = summaryOf({ intervalSeconds: 900, teams: [{}, {}] }, [
      { crews: [{ crew: 1, interval: 5, busySeconds: 1350, idleSeconds: 450, offPhoneSeconds: 900 }] },
    ]);
    expect(summary.intervals.length).toBe(96);
    const row = summary.intervals[5];
    expect(row).toMatchObject({ index: 5, start: "2026-03-02T01:15:00+00:00" });
    expect(row.teams[1]).toMatchObject({ agentsOn: { mean: 3 }, agentsAvailable: { mean: 2 } });
    expect(row.teams[0].agentsOn.mean).toBe(0);
  });

  it("by weekday are means over such weekdays, Monday first, holidays among them", () => {
    const monday = 14;
    const summary = summaryOf({ days: 8, holidays: [7], teams: [{ agents: 1 }] }, [
      {
        queues: [
          { interval: monday, arrived: 10, answered: 10, answeredWaitSeconds: 30 },
          { interval: monday + 7 * 48, arrived: 20, answered: 20, answeredWaitSeconds: 120 },
          { interval: 48, arrived: 7, answered: 7 },
        ],
        crews: [{ interval: monday, busySeconds: 1800 }],
      },
    ]);
    expect(summary.weekdayIntervals.length).toBe(7 * 48);
    const row = summary.weekdayIntervals[monday];
    expect(row).toMatchObject({ index: monday, start: "mon 07:00" });
    expect(row.queues[0]).toMatchObject({ answered: { mean: 15 }, asa: { mean: 5 } });
    expect(row.teams[0].agentsOn.mean).toBe(0.5);
    expect(summary.weekdayIntervals[48]).toMatchObject({ start: "tue 00:00" });
    expect(summary.weekdayIntervals[48].queues[0].answered.mean).toBe(7);
  });

  it("by weekday have only the weekdays that occur", () => {
    const summary = summaryOf({ days: 2 }, [{}]);
    expect(summary.weekdayIntervals.map((one) => one.start.slice(0, 3))).toEqual([
      ...Array.from({ length: 48 }, () => "mon"),
      ...Array.from({ length: 48 }, () => "tue"),
    ]);
  });

  it("by weekday take an hour that clocks repeat as one", () => {
    const { calendar, ...rest } = buildScenario();
    const intervals = calendar.intervals.map((one, index) =>
      index === 4 || index === 5 ? { ...one, clockSeconds: one.clockSeconds - 3600 } : one,
    );
    const model = compile({ ...rest, calendar: { ...calendar, intervals } });
    const seen = handMade(model, {
      queues: [
        { interval: 2, arrived: 10, answered: 10 },
        { interval: 4, arrived: 30, answered: 30 },
      ],
      crews: [{ interval: 4, busySeconds: 3600 }],
    });
    const rows = summarise(model, [seen], about).weekdayIntervals;
    expect(rows.length).toBe(46);
    expect(rows[2]).toMatchObject({ start: "mon 01:00", queues: [{ answered: { mean: 40 } }] });
    expect(rows[2].teams[0].agentsOn.mean).toBe(1);
  });

  it("are empty where they are not asked for", () => {
    const model = compile(buildScenario());
    const seen = [handMade(model, {})];
    expect(summarise(model, seen, about, { intervals: false }).intervals).toEqual([]);
    expect(summarise(model, seen, about, { intervals: false }).weekdayIntervals.length).toBe(48);
    expect(summarise(model, seen, about, { weekdayIntervals: false }).weekdayIntervals).toEqual([]);
  });
});

describe("waits", () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => (index + 1) / 100);

  it("have percentiles of all replications together", () => {
    const summary = summaryOf({}, [{ waits: [{ seconds: upTo(10) }] }, { waits: [{ seconds: upTo(20) }] }]);
    const { waitPercentiles, longestWaitSeconds } = summary.queues[0];
    // Of 30 waits, 27 are at most 0.17 s; the replications' own nine in ten are 0.09 and 0.18 s.
    expect(waitPercentiles.p90.mean).toBe(0.17);
    expect(waitPercentiles.p90.high).toBeCloseTo(0.17 + 12.706_204_736 * 0.045, 6);
    expect(longestWaitSeconds).toBe(0.2);
  });

  it("and other figures are found by their path", () => {
    const summary = summaryOf({ queues: [{ name: "a.b" }], teams: [{ name: "a" }] }, [
      { waits: [{ seconds: upTo(10) }], crews: [{ interval: 0, busySeconds: 3, idleSeconds: 1 }] },
    ]);
    expect(figureAt(summary, "a.b.p50").mean).toBe(0.05);
    expect(figureAt(summary, "queues.a.b.longestWait").mean).toBe(0.1);
    expect(figureAt(summary, "a.occupancy").mean).toBe(0.75);
    expect(figureAt(summary, "total.occupancy")).toBe(summary.total.occupancy);
    expect(() => figureAt(summary, "b.occupancy")).toThrow("b");
    const { cost: _, ...others } = summary.total;
    expect(() => figureAt({ ...summary, total: others }, "total.cost")).toThrow(
      new WrongUsage("there is no cost among these results"),
    );
  });
});
