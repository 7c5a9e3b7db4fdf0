import { describe, expect, test } from "vitest";
import { resolveCalendar } from "../../src/scenario/calendar.js";
import { momentAt } from "../../src/scenario/moment.js";

function calendarFrom(start: string, warmupSeconds = 0) {
  return resolveCalendar(
    {
      timezone: "America/New_York",
      start,
      days: 2,
      intervalSeconds: 1800,
      warmupSeconds,
      holidays: [start],
      hours: "always",
    },
    (problem) => {
      throw new Error(problem.message);
    },
  );
}

const HOUR = 3600;

describe("a moment", () => {
  test("has the local date, weekday and clock time, and counts from the first counted day", () => {
    const calendar = calendarFrom("2026-03-02", 2 * HOUR);
    expect(momentAt(calendar, 2 * HOUR + 61)).toEqual({
      seconds: 61,
      date: "2026-03-02",
      weekday: 0,
      holiday: true,
      clockSeconds: 61,
    });
    expect(momentAt(calendar, HOUR)).toMatchObject({
      seconds: -HOUR,
      date: "2026-03-01",
      weekday: 6,
      holiday: false,
      clockSeconds: 23 * HOUR,
    });
  });

  test("follows the clocks when they go forward and back", () => {
    const spring = calendarFrom("2026-03-08");
    expect(momentAt(spring, 2 * HOUR - 1).clockSeconds).toBe(2 * HOUR - 1);
    expect(momentAt(spring, 2 * HOUR).clockSeconds).toBe(3 * HOUR);
    expect(momentAt(spring, 23 * HOUR)).toMatchObject({ date: "2026-03-09", clockSeconds: 0 });
    const autumn = calendarFrom("2026-11-01");
    expect(momentAt(autumn, 1.5 * HOUR).clockSeconds).toBe(1.5 * HOUR);
    expect(momentAt(autumn, 2.5 * HOUR).clockSeconds).toBe(1.5 * HOUR);
    expect(momentAt(autumn, 25 * HOUR)).toMatchObject({ date: "2026-11-02", clockSeconds: 0 });
  });

  test("agrees with every interval's own start", () => {
    for (const start of ["2026-03-08", "2026-11-01", "2026-06-01"]) {
      const calendar = calendarFrom(start, HOUR);
      for (const interval of calendar.intervals) {
        const { date, clockSeconds } = momentAt(calendar, interval.startSeconds);
        expect([date, clockSeconds]).toEqual([interval.start.slice(0, 10), interval.clockSeconds]);
      }
    }
  });
});
