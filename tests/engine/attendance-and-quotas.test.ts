import { describe, expect, it } from "vitest";
import { HANDLED_BINS } from "../../src/engine/observations.js";
import {
  breakOf,
  calendarOf,
  crewTotals,
  linesOf,
  queueOf,
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

  it("brings an agent late by a second a second late", () => {
    const run = traced(scenarioOf({ teams: onShift({ lateness: 1 }), shifts: [shiftOf("day", HOUR, HOUR)] }));
    expect(linesOf(run, "logsOn")).toEqual([`${HOUR + 1} logsOn team/0`]);
    expect(crewTotals(run)).toMatchObject({ absentSeconds: 1, offPlanSeconds: 1, idleSeconds: HOUR - 1 });
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

  it("count shifts of 512 contacts and more together, in the crew's own last bin", () => {
    const counts = [511, 512, 513, 700];
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 4 }),
        queues: [
          queueOf("calls", {
            at: counts.flatMap((count, day) =>
              Array.from({ length: count }, (_, call) => day * DAY + call * 2),
            ),
            handle: 1,
          }),
        ],
        teams: [
          teamOf("team", { roster: { day: 1 }, quota }),
          teamOf("idle", { roster: { day: 1 }, skills: [], quota }),
        ],
        shifts: [shiftOf("day", 0, HOUR)],
      }),
    );
    expect(shiftTotals(run).handled).toBe(511 + 512 + 513 + 700);
    const bins = [...run.observed.handledCounts.entries()].filter(([, count]) => count > 0);
    expect(bins).toEqual([
      [511, 1],
      [512, 3],
      [HANDLED_BINS, 4],
    ]);
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
