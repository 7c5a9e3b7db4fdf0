import { describe, expect, it } from "vitest";
import { hashOf } from "../../src/scenario/hash.js";
import type { CalendarDay } from "../../src/scenario/scenario.js";
import { buildScenario } from "../build-scenario.js";

describe("a scenario's hash", () => {
  const scenario = buildScenario({ days: 2 });
  const { calendar } = scenario;
  const withCalendar = (part: Partial<typeof calendar>) =>
    hashOf({ ...scenario, calendar: { ...calendar, ...part } });

  it("is the same on every version of Node: that of its time-zone data alone changes nothing", () => {
    expect(withCalendar({ timezoneData: "2025c" })).toBe(withCalendar({ timezoneData: "2026c" }));
  });

  it("is another where those data give a day another length", () => {
    const days: CalendarDay[] = calendar.days.map((day) => ({ ...day }));
    days[1] = { ...days[1], lengthSeconds: 90_000 };
    expect(withCalendar({ days })).not.toBe(hashOf(scenario));
  });

  it("does not depend on what hash the scenario already has", () => {
    expect(hashOf({ ...scenario, hash: "fedcba9876543210" } as typeof scenario)).toBe(hashOf(scenario));
  });
});
