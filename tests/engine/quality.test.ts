import { describe, expect, it } from "vitest";
import type { Quality } from "../../src/scenario/quality.js";
import {
  calendarOf,
  crewTotals,
  linesOf,
  queueOf,
  scenarioOf,
  shiftOf,
  teamOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** That a team evaluates a share of the contacts, each in so long a time. */
function evaluated(share: number, takesSeconds: number, team = "seniors"): Quality {
  return { evaluation: { share, takesSeconds, team } };
}

/** When each pause of the run starts. */
function starts(run: ReturnType<typeof traced>): number[] {
  return linesOf(run, "breakStarts").map((line) => Number(line.split(" ")[0]));
}

describe("contacts are evaluated", () => {
  const calls = (at: readonly number[]) => [queueOf("calls", { at }), queueOf("others")];
  const seniors = (parts: Parameters<typeof teamOf>[1] = {}) =>
    teamOf("seniors", { skills: ["others"], ...parts });

  it("on the next day, spread evenly over it", () => {
    // Of four calls of the first day two are evaluated, for an hour each: two blocks 12 hours apart.
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: calls([100, 200, 300, 400]),
        teams: [teamOf("team", { quality: evaluated(0.5, HOUR) }), seniors()],
      }),
    );
    const [first, second, ...more] = starts(run);
    expect(more).toEqual([]);
    expect(first).toBeGreaterThanOrEqual(DAY);
    expect(second - first).toBeCloseTo(12 * HOUR, 6);
    expect(crewTotals(run, 1)).toMatchObject({ evaluatingSeconds: 2 * HOUR, offPhoneSeconds: 2 * HOUR });
    expect(crewTotals(run, 0)).toMatchObject({ answered: 4, evaluatingSeconds: 0, offPhoneSeconds: 0 });
  });

  it("those of the warm-up on the first day that counts", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ warmupSeconds: DAY }),
        queues: calls([100]),
        teams: [teamOf("team", { quality: evaluated(1, HOUR) }), seniors()],
      }),
    );
    expect(crewTotals(run, 1).evaluatingSeconds).toBe(HOUR);
  });

  it("later, as far as they do not fit into the time of the day", () => {
    // Three half hours of work, and one hour a day to do it: two at the shift's start, one on the day after.
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 3 }),
        shifts: [shiftOf("hour", 9 * HOUR, HOUR)],
        queues: calls([11 * HOUR, 12 * HOUR, 13 * HOUR]),
        teams: [teamOf("team", { quality: evaluated(1, HOUR / 2) }), seniors({ roster: { hour: 1 } })],
      }),
    );
    const [first, second, third, ...more] = starts(run);
    expect([first, second, more]).toEqual([DAY + 9 * HOUR, DAY + 9.5 * HOUR, []]);
    expect(third).toBeGreaterThanOrEqual(2 * DAY + 9 * HOUR);
    expect(crewTotals(run, 1).evaluatingSeconds).toBe(1.5 * HOUR);
  });

  it("of several teams by all shifts of one, by its first shift's start", () => {
    // Six hours of work for 2 x 8 + 1 x 8 hours on shift: a quarter of each agent's time, two blocks each.
    // What the first team answers at ten comes too late for that day.
    const shifts = [shiftOf("early", 6 * HOUR, 8 * HOUR), shiftOf("late", 14 * HOUR, 8 * HOUR)];
    const queues = [
      queueOf("calls", { at: [100, 200, 300, 400, DAY + 10 * HOUR] }),
      queueOf("mails", { at: [100, 200, 300, 400] }),
      queueOf("others"),
    ];
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        shifts,
        queues,
        teams: [
          teamOf("team", { quality: evaluated(1, HOUR) }),
          teamOf("mailers", { skills: ["mails"], quality: evaluated(0.5, HOUR) }),
          seniors({ roster: { early: 2, late: 1 } }),
        ],
      }),
    );
    expect(crewTotals(run, 2).evaluatingSeconds).toBe(4 * HOUR);
    expect(crewTotals(run, 3).evaluatingSeconds).toBe(2 * HOUR);
  });

  it("by the team's own agents, when the contact in hand is done", () => {
    // The whole hour of the second day is asked for; the block begins when the call at 9:00 ends.
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        shifts: [shiftOf("hour", 9 * HOUR, HOUR, {})],
        queues: [queueOf("calls", { at: [9 * HOUR + 60], handle: 60 })],
        teams: [teamOf("team", { roster: { hour: 1 }, quality: evaluated(1, HOUR, "team") })],
      }),
    );
    expect(linesOf(run, "breakStarts", "breakEnds", "logsOff")).toEqual([
      `${10 * HOUR} logsOff team/0`,
      `${DAY + 9 * HOUR} breakStarts team/0`,
      `${DAY + 10 * HOUR} breakEnds team/0`,
      `${DAY + 10 * HOUR} logsOff team/0`,
    ]);
  });

  it("by nobody where nobody is there", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days: 2 }),
        queues: calls([100]),
        teams: [teamOf("team", { quality: evaluated(1, HOUR) }), seniors({ agents: 0 })],
      }),
    );
    expect(starts(run)).toEqual([]);
  });
});

describe("coaching", () => {
  it("takes the share of the shift off the phone, in its blocks, and is not evaluating", () => {
    // A fifth of ten hours: two blocks of an hour, five hours apart.
    const quality: Quality = { coaching: { share: 0.2, blockSeconds: HOUR } };
    const run = traced(
      scenarioOf({
        shifts: [shiftOf("day", 8 * HOUR, 10 * HOUR)],
        teams: [teamOf("team", { roster: { day: 1 }, quality })],
      }),
    );
    const [first, second, ...more] = starts(run);
    expect(more).toEqual([]);
    expect(second - first).toBeCloseTo(5 * HOUR, 6);
    expect(crewTotals(run)).toMatchObject({ offPhoneSeconds: 2 * HOUR, evaluatingSeconds: 0 });
  });

  it("of agents from a table is planned day by day, with meetings or without", () => {
    // An eighth of 24 hours in blocks of three hours: one a day; a twelfth in blocks of one: two a day.
    const quality: Quality = { coaching: { share: 1 / 8, blockSeconds: 3 * HOUR } };
    const hoursOf = (parts: Parameters<typeof teamOf>[1]) => {
      const team = teamOf("team", { table: [[0, 2 * DAY, 1]], quality, ...parts });
      const run = traced(scenarioOf({ calendar: calendarOf({ days: 2 }), teams: [team] }));
      return crewTotals(run).offPhoneSeconds / HOUR;
    };
    expect(hoursOf({})).toBeCloseTo(6, 9);
    expect(hoursOf({ offPhone: { share: 1 / 12, blockSeconds: HOUR } })).toBeCloseTo(10, 9);
  });
});
