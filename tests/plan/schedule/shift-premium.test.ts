import { describe, expect, it } from "vitest";
import { shiftPremium } from "../../../src/plan/schedule/shift-premium.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Schedule, ShiftTemplate } from "../../../src/scenario/schedule.js";
import { buildScenario } from "../../build-scenario.js";

const HOUR = 3600;
const rules = {
  premiums: { night: 0.12, sat: 0.1, sun: 0.24, holiday: 0.5 },
  nightHours: { fromClockSeconds: 22 * HOUR, toClockSeconds: 30 * HOUR },
} as Schedule;
const template = (premiumShare: number) => ({ lengthSeconds: 8 * HOUR, premiumShare }) as ShiftTemplate;

/** Of a shift of eight hours from an hour of a day on; Monday is day 0, Tuesday a holiday. */
function premium(day: number, hour: number, { own = 0, scenario = week() } = {}) {
  const at = scenario.calendar.days.find(({ date }) => date === `2026-03-0${2 + day}`)!;
  return shiftPremium(scenario, rules, 0, template(own), at.startSeconds + hour * HOUR);
}

function week(parts: Partial<Scenario["teams"][number]> = {}): Scenario {
  return buildScenario({ days: 7, holidays: [1], teams: [{ agents: 1, ...parts }] });
}

describe("the premium of a shift", () => {
  it("is none by day in the week", () => {
    expect(premium(0, 8)).toEqual({ ofShift: 0, ofTeam: 0 });
  });

  it("is the mean over its hours, the night's those past midnight too", () => {
    expect(premium(2, 18).ofShift).toBeCloseTo((0.12 * 4) / 8, 12);
    expect(premium(2, 22).ofShift).toBeCloseTo(0.12, 12);
    expect(premium(2, 2).ofShift).toBeCloseTo((0.12 * 4) / 8, 12);
  });

  it("is the highest of those that apply", () => {
    expect(premium(1, 8).ofShift).toBeCloseTo(0.5, 12);
    expect(premium(5, 18).ofShift).toBeCloseTo((4 * 0.1 + 2 * 0.12 + 2 * 0.24) / 8, 12);
    expect(premium(0, 18, { own: 0.11 }).ofShift).toBeCloseTo((4 * 0.11 + 2 * 0.12 + 2 * 0.5) / 8, 12);
  });

  it("has the team's own besides", () => {
    const scenario = week({ premiums: { weekdays: [0, 0, 0, 0, 0, 0.2, 0.4], holiday: 1 } });
    expect(premium(5, 18, { scenario }).ofTeam).toBeCloseTo((6 * 0.2 + 2 * 0.4) / 8, 12);
    expect(premium(1, 8, { scenario })).toEqual({ ofShift: 0.5, ofTeam: 1 });
  });
});
