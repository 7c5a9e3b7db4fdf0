import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WrongUsage } from "../../../src/kit/problem.js";
import type { Requirement } from "../../../src/plan/requirement/requirement-result.js";
import { longestRun } from "../../../src/plan/schedule/agent-lines.js";
import { schedule } from "../../../src/plan/schedule/schedule.js";
import type { LineShift, ScheduleResult } from "../../../src/plan/schedule/schedule-result.js";
import { scheduledScenario } from "../../../src/plan/schedule/scheduled-scenario.js";
import { formatIcs } from "../../../src/report/schedule/ics.js";
import { formatScheduleCsv } from "../../../src/report/schedule/schedule-csv.js";
import { evaluate } from "../../../src/run/evaluate.js";
import { threadRunner } from "../../../src/run/thread-runner.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Schedule, ShiftTemplate } from "../../../src/scenario/schedule.js";
import { buildScenario } from "../../build-scenario.js";

const runner = threadRunner(2);
afterAll(() => runner.close());
const HOUR = 3600;
const limits = { moves: 20_000, iterations: 0 };

const full: ShiftTemplate = {
  name: "full",
  weekdays: [true, true, true, true, true, true, true],
  holiday: true,
  startClockSeconds: [6, 8, 10, 12, 14].map((hour) => hour * HOUR),
  lengthSeconds: 8.5 * HOUR,
  breaks: [
    { fromSeconds: 1.5 * HOUR, toSeconds: 3 * HOUR, lengthSeconds: 1800, paid: true },
    { fromSeconds: 3.5 * HOUR, toSeconds: 5 * HOUR, lengthSeconds: 1800, paid: false },
  ],
  premiumShare: 0,
  contract: "full",
};
const templates: ShiftTemplate[] = [
  full,
  { ...full, name: "night", startClockSeconds: [22 * HOUR] },
  { ...full, name: "part", lengthSeconds: 4 * HOUR, breaks: [], contract: "part" },
];
const rules: Schedule = {
  templates,
  teams: [{ team: "t0", templates: ["full", "night", "part"] }],
  contracts: [
    { name: "full", weekHours: 40, mostShare: 1, leastShare: 0 },
    { name: "part", weekHours: 20, mostShare: 0.25, leastShare: 0 },
  ],
  restSeconds: 11 * HOUR,
  daysOn: 5,
  daysOff: 2,
  daysOffTogether: false,
  weekends: { off: 1, of: 2 },
  startsWithinSeconds: 2 * HOUR,
  premiums: { night: 0.12, sat: 0.1, sun: 0.25, holiday: 0.5 },
  nightHours: { fromClockSeconds: 22 * HOUR, toClockSeconds: 30 * HOUR },
  price: { under: 3, over: 0 },
};

function scheduled(parts: Partial<Schedule> = {}, days = 14): Scenario {
  return buildScenario({
    days,
    intervalSeconds: 1800,
    warmupSeconds: 2 * HOUR,
    queues: [{ perHour: 20, patience: { kind: "exponential", meanSeconds: 120 } }],
    teams: [{ agents: 3, pay: 20, absenceShare: 0.05 }],
    run: { seed: "schedule", replications: 2 },
    schedule: { ...rules, ...parts },
  });
}

/** Agents needed as given, so that no test searches for them. */
function requirementOf(scenario: Scenario, agentsAt: (clockSeconds: number) => number): Requirement {
  return {
    teams: ["t0"],
    queues: ["q0"],
    intervals: scenario.calendar.intervals.map(({ start, clockSeconds }) => ({
      start,
      agents: [agentsAt(clockSeconds)],
      rostered: [0],
      serviceLevels: [{ mean: 0.9, low: 0.9, high: 0.9 }],
      offered: [{ mean: 10, low: 10, high: 10 }],
    })),
    agentHours: [0],
    peak: [0],
    summary: undefined as never,
    unmet: [],
    evaluations: 0,
    replications: 2,
  };
}

const byDay = (clock: number) => (clock < 6 * HOUR ? 2 : clock < 20 * HOUR ? 6 : 3);
const planned = (scenario: Scenario) =>
  schedule(scenario, { runner, limits, rounds: 1, requirement: requirementOf(scenario, byDay) });

describe("a schedule of two weeks", () => {
  const scenario = scheduled();
  let result: ScheduleResult;
  beforeAll(async () => {
    result = await planned(scenario);
  }, 60_000);
  const lines = () => result.teams[0].lines;
  const isWeekend = ({ day }: LineShift) => scenario.calendar.days[day].weekday >= 5;

  it("covers most of what is needed, at a cost that is its wages and the price of what is missing", () => {
    const [team] = result.teams;
    const neededHours = scenario.calendar.intervals.reduce(
      (sum, one) => sum + byDay(one.clockSeconds) / 2,
      0,
    );
    expect(team.underHours).toBeLessThan(neededHours * 0.15);
    expect(team.cost).toBeCloseTo(team.wages + team.underHours * 3 * 20, 6);
    const wages = lines()
      .flatMap(({ shifts }) => shifts)
      .reduce((sum, one) => sum + one.paidHours * 20 * (1 + one.premiumShare), 0);
    expect(team.wages).toBeCloseTo(wages, 6);
    expect(team.bound).toBeLessThanOrEqual(team.cost + 1e-6);
  });

  it("is judged by four times the replications that agents needed are sought with", () => {
    expect(result.summary.replications).toBe(4 * scenario.run.replications);
  });

  it("has every break within its window, one after the other", () => {
    for (const shift of lines().flatMap((line) => line.shifts)) {
      const template = templates.find(({ name }) => name === shift.template)!;
      expect(shift.breaks.length).toBe(template.breaks.length);
      for (const [index, { afterSeconds, lengthSeconds }] of shift.breaks.entries()) {
        const window = template.breaks[index];
        expect(afterSeconds).toBeGreaterThanOrEqual(window.fromSeconds);
        expect(afterSeconds + lengthSeconds).toBeLessThanOrEqual(window.toSeconds);
      }
    }
  });

  it("gives every agent rest, days off, weekends off and no more than the contract's hours", () => {
    for (const { contract, shifts } of lines()) {
      expect(longestRun(shifts)).toBeLessThanOrEqual(5);
      for (const [index, shift] of shifts.entries()) {
        const before = shifts[index - 1];
        if (!before) continue;
        const rest = shift.startSeconds - before.startSeconds - before.lengthSeconds;
        expect(rest).toBeGreaterThanOrEqual(11 * HOUR);
      }
      const first = scenario.calendar.intervals[0].day;
      const weekendsWorked = [0, 1].filter((week) => {
        const own = shifts.filter(({ day }) => Math.floor((day - first) / 7) === week);
        expect(own.length).toBeLessThanOrEqual(5);
        expect(own.reduce((sum, one) => sum + one.paidHours, 0)).toBeLessThanOrEqual(
          contract === "full" ? 40 : 20,
        );
        const starts = own.map(({ startClockSeconds }) => startClockSeconds);
        if (own.length > 0) expect(Math.max(...starts) - Math.min(...starts)).toBeLessThanOrEqual(2 * HOUR);
        return own.some(isWeekend);
      });
      expect(weekendsWorked.length).toBeLessThanOrEqual(1);
    }
  });

  it("has at most the share of part-timers in every week", () => {
    for (const from of [0, 7]) {
      const first = scenario.calendar.intervals[0].day + from;
      const atWork = lines().filter(({ shifts }) =>
        shifts.some(({ day }) => day >= first && day < first + 7),
      );
      const part = atWork.filter(({ contract }) => contract === "part").length;
      expect(part).toBeLessThanOrEqual(0.25 * atWork.length);
    }
  });

  it("becomes a scenario in which just these shifts are worked and paid", async () => {
    const worked = scheduledScenario(scenario, result.teams);
    const { total } = await evaluate(worked, { replications: 2, runner });
    const inside = lines()
      .flatMap(({ shifts }) => shifts)
      .filter(
        ({ startSeconds, lengthSeconds }) => startSeconds + lengthSeconds <= scenario.calendar.horizonSeconds,
      );
    const hours = inside.reduce((sum, one) => sum + one.paidHours, 0);
    expect(total["paidHours"].mean).toBeGreaterThan(hours * 0.95);
    expect(total["paidHours"].mean).toBeLessThan(result.teams[0].paidHours * 1.05);
  });

  it("is the same again, byte for byte", async () => {
    const again = await planned(scenario);
    expect(formatScheduleCsv(scenario, again)).toBe(formatScheduleCsv(scenario, result));
    expect(again.teams[0].bound).toBe(result.teams[0].bound);
  }, 60_000);

  it("has a calendar file for each agent, in UTC, folded, with the calendar's stamp", () => {
    const line = lines().find(({ shifts }) => shifts[0]?.template === "full")!;
    const text = formatIcs(scenario, line);
    const rows = text.split("\r\n");
    expect(rows.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
    expect(rows.filter((row) => row === "BEGIN:VEVENT").length).toBe(line.shifts.length);
    expect(rows.every((row) => Buffer.byteLength(row) <= 75)).toBe(true);
    expect(text).toContain("DTSTAMP:20260302T000000Z");
    const { day, startClockSeconds } = line.shifts[0];
    const date = scenario.calendar.days[day].date.replaceAll("-", "");
    const hour = String(startClockSeconds / HOUR).padStart(2, "0");
    expect(text).toContain(`DTSTART:${date}T${hour}0000Z`);
    expect(new Set(rows.filter((row) => row.startsWith("UID:"))).size).toBe(line.shifts.length);
  });
});

describe("scheduling", () => {
  it("keeps a team's most heads", async () => {
    const teams = [{ team: "t0", templates: ["full"], most: 4 }];
    const { teams: found } = await planned(scheduled({ teams }, 7));
    expect(found[0].lines.length).toBeLessThanOrEqual(4);
    expect(found[0].underHours).toBeGreaterThan(100);
  }, 60_000);

  it("refuses a scenario without templates", async () => {
    await expect(schedule(buildScenario(), { runner })).rejects.toThrow(WrongUsage);
  });

  it("asks for one agent more where all that are needed are there and a target is missed", async () => {
    const scenario = scheduled({ price: { under: 50, over: 0 } }, 7);
    const requirement = requirementOf(scenario, () => 1);
    const { needed, rounds } = await schedule(scenario, { runner, limits, rounds: 2, requirement });
    expect(rounds).toBe(2);
    expect(Math.max(...needed[0])).toBe(2);
  }, 60_000);

  it("lets a missing agent cost more where a target fails for want of one, until it holds", async () => {
    // Half a shift's hours are not worth a shift at this price.
    const scenario = scheduled({ price: { under: 0.3, over: 0 }, weekends: { off: 0, of: 1 } }, 7);
    const requirement = requirementOf(scenario, byDay);
    const once = await schedule(scenario, { runner, limits, rounds: 1, requirement });
    const often = await schedule(scenario, { runner, limits, rounds: 14, requirement });
    expect(once.missed.length).toBeGreaterThan(10);
    expect(once.priceTimes.flat().every((one) => one === 1)).toBe(true);
    expect(often.missed).toEqual([]);
    expect(Math.max(...often.priceTimes[0])).toBeGreaterThan(1);
  }, 60_000);

  it("stops when told to, with a rough schedule where there is none yet", async () => {
    const scenario = scheduled();
    const stop = new AbortController();
    const found = schedule(scenario, {
      runner,
      signal: stop.signal,
      limits: { moves: 100_000_000 },
      requirement: requirementOf(scenario, byDay),
    });
    setTimeout(() => stop.abort(), 200);
    const { interrupted, teams, rounds } = await found;
    expect({ interrupted, rounds }).toEqual({ interrupted: true, rounds: 1 });
    expect(teams[0].lines.length).toBeGreaterThan(5);
  }, 20_000);
});
