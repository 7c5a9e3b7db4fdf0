import { expect, test } from "vitest";
import { resolveCalendar } from "../../src/scenario/calendar.js";
import type { OpeningHours } from "../../src/scenario/open-stretches.js";
import { openWeeks } from "../../src/scenario/open-weeks.js";

const day = [{ fromClockSeconds: 8 * 3600, toClockSeconds: 20 * 3600 }];
const mondayToFriday: OpeningHours = { weekdays: [day, day, day, day, day, [], []] };

function weeks(days: number, hours: OpeningHours, warmupSeconds = 0, holidays: string[] = []): number {
  const input = {
    timezone: "UTC",
    start: "2026-03-02",
    days,
    intervalSeconds: 1800 as const,
    warmupSeconds,
    holidays,
    hours,
  };
  return openWeeks(resolveCalendar(input, () => {}));
}

test("five days of a desk open Monday to Friday are a week, and so are seven", () => {
  expect(weeks(5, mondayToFriday)).toBe(1);
  expect(weeks(7, mondayToFriday)).toBe(1);
});

test("five days of a centre that never closes are five sevenths of a week", () => {
  expect(weeks(5, "always")).toBeCloseTo(5 / 7, 12);
});

test("a day of warm-up is no part of the week, and a holiday is", () => {
  expect(weeks(5, mondayToFriday, 86_400)).toBe(1);
  expect(weeks(5, mondayToFriday, 0, ["2026-03-04"])).toBe(1);
});

test("a centre that never opens has the weeks of its days", () => {
  expect(weeks(14, { weekdays: [[], [], [], [], [], [], []] })).toBe(2);
});
