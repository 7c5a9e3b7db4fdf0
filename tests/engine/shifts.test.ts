import { describe, expect, it } from "vitest";
import {
  breakOf,
  calendarOf,
  crewTotals,
  linesOf,
  queueOf,
  queueTotals,
  scenarioOf,
  shiftOf,
  shiftTotals,
  teamOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;
const DAY = 86_400;
const onShift = (parts: Parameters<typeof teamOf>[1] = {}) => [
  teamOf("team", { roster: { day: 1 }, ...parts }),
];

describe("a shift's end", () => {
  it("waits for the contact in hand: the agent takes no other, and the time past it is paid overtime", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [3500, 3550], handle: 400 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(linesOf(run, "answered", "ends", "logsOff")).toEqual([
      "3500 answered #1 calls team/0",
      "3900 ends #1 calls team/0",
      "3900 logsOff team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({
      busySeconds: 400,
      idleSeconds: 3500,
      overtimeSeconds: 300,
      paidSeconds: 3900,
      plannedSeconds: 3600,
      answered: 1,
    });
    expect(queueTotals(run)).toMatchObject({ answered: 1, waiting: 1 });
  });

  it("sends an idle agent home at once, and an agent on a break too", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("idle", { roster: { short: 1 } }), teamOf("resting", { roster: { rest: 1 } })],
        shifts: [shiftOf("short", 0, 100), shiftOf("rest", 0, 100, { breaks: [breakOf(50, 80)] })],
      }),
    );
    expect(run.lines).toEqual([
      "0 logsOn idle/0",
      "0 logsOn resting/1",
      "50 breakStarts resting/1",
      "100 logsOff idle/0",
      "100 logsOff resting/1",
    ]);
    expect(crewTotals(run, 1)).toMatchObject({ idleSeconds: 50, breakSeconds: 50, paidSeconds: 100 });
  });

  it("lets an agent who is freed at that very instant take one more contact", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [3500, 3550], handle: 100 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(linesOf(run, "answered", "logsOff")).toEqual([
      "3500 answered #1 calls team/0",
      "3600 answered #2 calls team/0",
      "3700 logsOff team/0",
    ]);
  });

  it("ends where the next shift of the same agents begins, with a contact in hand from before", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [queueOf("calls", { at: [3500, 3600], handles: [DAY, 10] })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(linesOf(run, "logsOn", "logsOff", "answered")).toEqual([
      "0 logsOn team/0",
      "3500 answered #1 calls team/0",
      "89900 answered #2 calls team/0",
      "90000 logsOff team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({ overtimeSeconds: DAY - HOUR, paidSeconds: DAY + HOUR });
  });
});

describe("a break", () => {
  it("waits for the contact in hand, and lasts its full length", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [950, 960], handle: 100 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(1000, 600)] })],
      }),
    );
    expect(linesOf(run, "answered", "ends", "breakStarts", "breakEnds")).toEqual([
      "950 answered #1 calls team/0",
      "1050 ends #1 calls team/0",
      "1050 breakStarts team/0",
      "1650 breakEnds team/0",
      "1650 answered #2 calls team/0",
      "1750 ends #2 calls team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({
      busySeconds: 200,
      breakSeconds: 600,
      idleSeconds: 2800,
      offPlanSeconds: 100,
    });
  });

  it("follows another at once when both fell due during one contact, in the order due", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [900], handle: 700 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, 2 * HOUR, { breaks: [breakOf(1400, 60, false), breakOf(1000, 300)] })],
      }),
    );
    expect(linesOf(run, "breakStarts", "breakEnds")).toEqual([
      "1600 breakStarts team/0",
      "1900 breakEnds team/0",
      "1900 breakStarts team/0",
      "1960 breakEnds team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({ breakSeconds: 300, unpaidBreakSeconds: 60 });
  });

  it("that falls due within another is taken after it", () => {
    const run = traced(
      scenarioOf({
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(100, 300), breakOf(200, 50)] })],
      }),
    );
    expect(linesOf(run, "breakStarts", "breakEnds")).toEqual([
      "100 breakStarts team/0",
      "400 breakEnds team/0",
      "400 breakStarts team/0",
      "450 breakEnds team/0",
    ]);
  });

  it("at the start of the shift is the first thing an agent does, each day", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        teams: onShift(),
        shifts: [shiftOf("day", 0, 24 * HOUR, { breaks: [breakOf(0, 300)] })],
      }),
    );
    expect(linesOf(run, "logsOn", "breakStarts", "breakEnds", "logsOff")).toEqual([
      "0 logsOn team/0",
      "0 breakStarts team/0",
      "300 breakEnds team/0",
      "86400 breakStarts team/0",
      "86700 breakEnds team/0",
    ]);
  });

  it("unpaid is neither paid nor off the plan", () => {
    const run = traced(
      scenarioOf({
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(600, 900, false), breakOf(3000, 1200, false)] })],
      }),
    );
    expect(crewTotals(run)).toMatchObject({
      unpaidBreakSeconds: 1500,
      breakSeconds: 0,
      idleSeconds: 2100,
      paidSeconds: 2100,
      plannedSeconds: 3600,
      offPlanSeconds: 0,
    });
  });

  it("in unpaid time begins late by a contact: the time is off the plan twice over", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [590], handle: 60 })],
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(600, 900, false)] })],
      }),
    );
    expect(crewTotals(run)).toMatchObject({ unpaidBreakSeconds: 900, offPlanSeconds: 100 });
  });
});

describe("absence and lateness", () => {
  it("of everybody leaves nobody to answer; the shift is planned, paid and missed", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [10] })],
        teams: onShift({ absenceShare: 1 }),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(600, 900, false)] })],
      }),
    );
    expect(linesOf(run, "logsOn", "answered", "breakStarts")).toEqual([]);
    expect(crewTotals(run)).toMatchObject({
      paidSeconds: 2700,
      plannedSeconds: 3600,
      absentSeconds: 2700,
      offPlanSeconds: 2700,
      idleSeconds: 0,
    });
    expect(shiftTotals(run).agentShifts).toBe(0);
  });

  it("is drawn for each agent and shift with its chance, within four standard errors", () => {
    const days = 28;
    const agents = 200;
    const share = 0.06;
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days, intervalSeconds: 3600 }),
        teams: [teamOf("team", { roster: { day: agents }, absenceShare: share })],
        shifts: [shiftOf("day", 8 * HOUR, HOUR)],
      }),
    );
    const came = linesOf(run, "logsOn").length;
    const error = Math.sqrt(days * agents * share * (1 - share));
    expect(Math.abs(days * agents - came - days * agents * share)).toBeLessThan(4 * error);
    expect(crewTotals(run).absentSeconds).toBe((days * agents - came) * HOUR);
  });

  it("brings a late agent late, and the time is paid but absent", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [10], handle: 30 })],
        teams: onShift({ lateness: 120 }),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(run.lines.slice(2, 4)).toEqual(["120 logsOn team/0", "120 answered #1 calls team/0"]);
    expect(crewTotals(run)).toMatchObject({
      absentSeconds: 120,
      offPlanSeconds: 120,
      paidSeconds: 3600,
      idleSeconds: 3450,
    });
    expect(shiftTotals(run)).toMatchObject({ agentShifts: 1, handled: 1 });
  });

  it("loses the breaks that fell due before a late agent came", () => {
    const run = traced(
      scenarioOf({
        teams: onShift({ lateness: 700 }),
        shifts: [shiftOf("day", 0, HOUR, { breaks: [breakOf(600, 300), breakOf(1200, 300)] })],
      }),
    );
    expect(linesOf(run, "logsOn", "breakStarts")).toEqual(["700 logsOn team/0", "1200 breakStarts team/0"]);
  });

  it("beyond the shift's end is not coming at all", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        teams: onShift({ lateness: 2 * HOUR }),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(run.lines).toEqual([]);
    expect(crewTotals(run)).toMatchObject({ absentSeconds: 2 * HOUR, paidSeconds: 2 * HOUR, idleSeconds: 0 });
    expect(shiftTotals(run).agentShifts).toBe(0);
  });
});

describe("off-phone blocks", () => {
  const offPhoneShare = (offPhone: { share: number; blockSeconds: number }, days: number, agents: number) => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days, intervalSeconds: 3600 }),
        teams: [teamOf("team", { roster: { day: agents }, offPhone })],
        shifts: [shiftOf("day", 8 * HOUR, 8 * HOUR)],
      }),
    );
    return crewTotals(run).offPhoneSeconds / crewTotals(run).paidSeconds;
  };

  for (const [share, blockSeconds] of [
    [0.05, 900],
    [0.2, 3600],
    [0.5, 7200],
  ]) {
    it(`of ${blockSeconds} s fill ${share * 100} % of the paid time, within four standard errors`, () => {
      const [days, agents] = [28, 100];
      const expectedBlocks = (share * 8 * HOUR) / blockSeconds;
      // The number of blocks of a shift is one of two neighbours.
      const over = expectedBlocks - Math.floor(expectedBlocks);
      const error = (Math.sqrt((over * (1 - over)) / (days * agents)) * blockSeconds) / (8 * HOUR);
      const measured = offPhoneShare({ share, blockSeconds }, days, agents);
      expect(Math.abs(measured - share)).toBeLessThanOrEqual(4 * error + 1e-12);
    });
  }

  it("fill nearly all of the time where nearly all is asked for", () => {
    expect(offPhoneShare({ share: 0.95, blockSeconds: 1800 }, 7, 50)).toBeGreaterThan(0.93);
  });

  it("begin when the agent is free, are paid, and hold up contacts", () => {
    const offPhone = { share: 0.5, blockSeconds: HOUR };
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0], handle: 1.9 * HOUR })],
        teams: onShift({ offPhone }),
        shifts: [shiftOf("day", 0, 2 * HOUR)],
      }),
    );
    expect(linesOf(run, "breakStarts")).toEqual([`${1.9 * HOUR} breakStarts team/0`]);
    expect(crewTotals(run)).toMatchObject({ offPhoneSeconds: 0.1 * HOUR, paidSeconds: 2 * HOUR });
  });

  it("come on every day to agents who are always there", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 3, intervalSeconds: 3600 }),
        teams: [teamOf("team", { offPhone: { share: 0.5, blockSeconds: HOUR } })],
      }),
    );
    const byDay = [0, 1, 2].map((day) => {
      let seconds = 0;
      for (let hour = 24 * day; hour < 24 * day + 24; hour++)
        seconds += run.observed.crewCells[hour * 11 + 4];
      return seconds;
    });
    expect(byDay).toEqual([12 * HOUR, 12 * HOUR, 12 * HOUR]);
  });

  it("come on every day to agents of a table who work through midnight", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 3, intervalSeconds: 3600 }),
        teams: [teamOf("team", { table: [[0, 3 * DAY, 1]], offPhone: { share: 0.5, blockSeconds: HOUR } })],
      }),
    );
    const byDay = [0, 1, 2].map((day) => {
      let seconds = 0;
      for (let hour = 24 * day; hour < 24 * day + 24; hour++)
        seconds += run.observed.crewCells[hour * 11 + 4];
      return seconds;
    });
    expect(byDay).toEqual([12 * HOUR, 12 * HOUR, 12 * HOUR]);
  });
});

describe("night and day", () => {
  it("a night shift of the day before is at work when the simulation starts, its past breaks past", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [5], handle: 10 })],
        teams: [teamOf("team", { roster: { night: 1 }, lateness: 60 })],
        shifts: [
          shiftOf("night", 22 * HOUR, 8 * HOUR, { breaks: [breakOf(HOUR, 600), breakOf(4 * HOUR, 600)] }),
        ],
      }),
    );
    expect(linesOf(run, "logsOn", "answered", "breakStarts", "logsOff")).toEqual([
      "0 logsOn team/0",
      "5 answered #1 calls team/0",
      "7200 breakStarts team/0",
      "21600 logsOff team/0",
      "79260 logsOn team/0",
      "82800 breakStarts team/0",
    ]);
    // Six hours of the first night, two of the second.
    expect(crewTotals(run)).toMatchObject({ plannedSeconds: 8 * HOUR, absentSeconds: 60 });
    // Neither night lies within the simulation from end to end.
    expect(shiftTotals(run).agentShifts).toBe(0);
  });

  it("agents who are always there are measured and drawn anew at midnight, and do not log off for it", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: [queueOf("calls", { at: [10, DAY - 5, DAY + 100], handle: 20 })],
      }),
    );
    expect(linesOf(run, "logsOn", "logsOff")).toEqual(["0 logsOn team/0"]);
    expect(shiftTotals(run)).toMatchObject({ agentShifts: 2, handled: 3 });
    expect(Array.from(run.observed.handledCounts.slice(0, 4))).toEqual([0, 1, 1, 0]);
  });

  it("agents who miss a day leave at midnight, finish the contact in hand, and come back the day after", () => {
    const days = 40;
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days, intervalSeconds: 3600 }),
        teams: [teamOf("team", { absenceShare: 0.5 })],
        queues: [
          queueOf("calls", {
            at: Array.from({ length: days }, (_, day) => day * DAY + DAY - 50),
            handle: 100,
          }),
        ],
      }),
    );
    const [on, off] = ["logsOn", "logsOff"].map((event) => linesOf(run, event));
    expect(on.length).toBeGreaterThan(5);
    expect(on.every((line) => Number(line.split(" ")[0]) % DAY === 0)).toBe(true);
    // Busy at midnight with the last contact of the day, until 50 s later, or with one that waited longer, 100 s.
    expect(off.every((line) => [50, 100].includes(Number(line.split(" ")[0]) % DAY))).toBe(true);
    expect(crewTotals(run).absentSeconds % DAY).toBe(0);
    expect(crewTotals(run).idleSeconds + crewTotals(run).busySeconds + crewTotals(run).absentSeconds).toBe(
      crewTotals(run).paidSeconds,
    );
  });

  it("a shift that the weekday or the holiday does not have does not start", () => {
    const weekdays = [true, false, false, false, false, false, false];
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 8, holidays: [7] }),
        teams: onShift(),
        shifts: [shiftOf("day", 0, HOUR, { weekdays, holiday: false })],
      }),
    );
    expect(linesOf(run, "logsOn")).toEqual(["0 logsOn team/0"]);
  });
});

describe("quotas", () => {
  const quota = { contacts: 2, handled: { share: 0.5, withinSeconds: 60 } };

  it("are measured for every agent-shift, by contacts and by the share handled within the limit", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 3 }),
        // Day 1: two of which one in time; day 2: one, in time; day 3: two, neither in time.
        queues: [
          queueOf("calls", {
            at: [0, 500, DAY, 2 * DAY, 2 * DAY + 500],
            handles: [60, 61, 30, 61, 100],
          }),
        ],
        teams: onShift({ quota }),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(shiftTotals(run)).toEqual({
      agentShifts: 3,
      quotaContactsMet: 2,
      quotaHandledMet: 2,
      quotaMet: 1,
      handled: 5,
      handledWithin: 2,
    });
    expect(Array.from(run.observed.handledCounts.slice(0, 4))).toEqual([0, 1, 2, 0]);
    expect([0, 500, 1000].map((bin) => run.observed.withinCounts[bin])).toEqual([1, 1, 1]);
  });

  it("are measured for a shift that ends exactly when the simulation does, and for none that it cuts off", () => {
    const run = traced(
      scenarioOf({
        teams: [teamOf("evening", { roster: { evening: 1 } }), teamOf("night", { roster: { night: 1 } })],
        shifts: [shiftOf("evening", 16 * HOUR, 8 * HOUR), shiftOf("night", 17 * HOUR, 8 * HOUR)],
      }),
    );
    expect([shiftTotals(run, 0).agentShifts, shiftTotals(run, 1).agentShifts]).toEqual([1, 0]);
  });

  it("hold for a share that is met exactly, whatever its decimals", () => {
    const shares = [0.07, 0.14, 0.28, 0.55, 0.56];
    for (const share of shares) {
      const within = Math.round(share * 100);
      const run = traced(
        scenarioOf({
          queues: [
            queueOf("calls", {
              at: Array.from({ length: 100 }, (_, index) => index * 20),
              handles: Array.from({ length: 100 }, (_, index) => (index < within ? 5 : 10)),
            }),
          ],
          teams: onShift({ quota: { handled: { share, withinSeconds: 5 } } }),
          shifts: [shiftOf("day", 0, HOUR)],
        }),
      );
      expect([share, shiftTotals(run).quotaHandledMet]).toEqual([share, 1]);
    }
  });

  it("by share are met by an agent whom no contact reached", () => {
    const run = traced(
      scenarioOf({
        teams: onShift({ quota: { handled: { share: 0.9, withinSeconds: 60 } } }),
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(shiftTotals(run)).toMatchObject({ agentShifts: 1, quotaHandledMet: 1 });
  });

  it("are not measured for a shift that ended in the warm-up", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ warmupSeconds: 12 * HOUR }),
        teams: [teamOf("before", { roster: { a: 1 } }), teamOf("across", { roster: { b: 1 } })],
        shifts: [shiftOf("a", 13 * HOUR, 8 * HOUR), shiftOf("b", 20 * HOUR, 8 * HOUR)],
      }),
    );
    // The first starts in warm-up's afternoon and on the counted day; the second night is cut off.
    expect([shiftTotals(run, 0).agentShifts, shiftTotals(run, 1).agentShifts]).toEqual([1, 1]);
  });
});
