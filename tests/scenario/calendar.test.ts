import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/kit/problem.js";
import { type CalendarInput, resolveCalendar } from "../../src/scenario/calendar.js";
import { elapsedAt } from "../../src/scenario/days.js";
import type { Calendar } from "../../src/scenario/scenario.js";

const PLAIN: CalendarInput = {
  timezone: "America/New_York",
  start: "2026-03-02",
  days: 7,
  intervalSeconds: 1800,
  warmupSeconds: 0,
  holidays: [],
  hours: "always",
};

function problemsOf(input: Partial<CalendarInput>): Problem[] {
  const problems: Problem[] = [];
  resolveCalendar({ ...PLAIN, ...input }, (problem) => problems.push(problem));
  return problems;
}

function calendarOf(input: Partial<CalendarInput>): Calendar {
  return resolveCalendar({ ...PLAIN, ...input }, (problem) => {
    throw new Error(problem.message);
  });
}

function oneDay(timezone: string, start: string, intervalSeconds: 900 | 1800 | 3600 = 3600) {
  const calendar = calendarOf({ timezone, start, days: 1, intervalSeconds });
  const day = calendar.days[calendar.days.length - 1];
  const clocks = calendar.intervals.map((interval) => interval.clockSeconds / 3600);
  return { calendar, day, clocks };
}

const HOUR = 3600;
const DAY = 24 * HOUR;

describe("a calendar without clock changes", () => {
  it("puts the first counted midnight at the end of the warm-up, and one more day before it", () => {
    const calendar = calendarOf({ warmupSeconds: 0 });
    expect(calendar.days.map((day) => day.date)[0]).toBe("2026-03-01");
    expect(calendar.days[0]).toEqual({
      date: "2026-03-01",
      weekday: 6,
      holiday: false,
      startSeconds: -DAY,
      lengthSeconds: DAY,
    });
    expect(calendar.days[1]).toMatchObject({ date: "2026-03-02", weekday: 0, startSeconds: 0 });
  });

  it("reaches back over the dates of a warm-up that is not a whole number of days", () => {
    const calendar = calendarOf({ start: "2026-02-04", days: 2, warmupSeconds: 30 * HOUR });
    expect(calendar.days.map((day) => [day.date, day.startSeconds / HOUR])).toEqual([
      ["2026-02-01", -42],
      ["2026-02-02", -18],
      ["2026-02-03", 6],
      ["2026-02-04", 30],
      ["2026-02-05", 54],
    ]);
    expect(calendar.horizonSeconds).toBe(78 * HOUR);
    expect(calendar.intervals[0]).toEqual({
      startSeconds: 30 * HOUR,
      lengthSeconds: 1800,
      start: "2026-02-04T00:00:00-05:00",
      day: 3,
      clockSeconds: 0,
    });
  });

  it("goes over the end of a year and over a leap day", () => {
    const newYear = calendarOf({ start: "2026-12-31", days: 2 });
    expect(newYear.days.map((day) => day.date)).toEqual(["2026-12-30", "2026-12-31", "2027-01-01"]);
    const leap = calendarOf({ start: "2028-02-28", days: 3 });
    expect(leap.days.map((day) => day.date).slice(1)).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
  });

  it("writes the zone in its own spelling and says which data it used", () => {
    const calendar = calendarOf({ timezone: "america/new_york" });
    expect(calendar.timezone).toBe("America/New_York");
    expect(calendar.timezoneData).toMatch(/^\d{4}[a-z]$/);
  });

  it.each([900, 1800, 3600] as const)("cuts a day into intervals of %i seconds", (intervalSeconds) => {
    const { intervals } = calendarOf({ timezone: "UTC", days: 1, intervalSeconds });
    expect(intervals.length).toBe(DAY / intervalSeconds);
    expect(intervals.every((interval) => interval.lengthSeconds === intervalSeconds)).toBe(true);
    expect(intervals[intervals.length - 1].startSeconds).toBe(DAY - intervalSeconds);
  });
});

describe("a day on which clocks go forward", () => {
  it("has 23 hours and no interval in the skipped one", () => {
    const { calendar, day, clocks } = oneDay("America/New_York", "2026-03-08");
    expect(day).toMatchObject({
      lengthSeconds: 23 * HOUR,
      clockChange: { atClockSeconds: 2 * HOUR, bySeconds: HOUR },
    });
    expect(clocks).toEqual([0, 1, ...Array.from({ length: 21 }, (_, index) => index + 3)]);
    expect(calendar.intervals.slice(1, 3).map((interval) => interval.start)).toEqual([
      "2026-03-08T01:00:00-05:00",
      "2026-03-08T03:00:00-04:00",
    ]);
  });

  it("maps a skipped clock time to the moment of the change", () => {
    const { day } = oneDay("America/New_York", "2026-03-08");
    const at = (hours: number) => elapsedAt(day, hours * HOUR) / HOUR;
    expect([0, 1.5, 2, 2.5, 3, 3.5, 24].map(at)).toEqual([0, 1.5, 2, 2, 2, 2.5, 23]);
  });

  it("may start after a midnight that does not exist", () => {
    for (const [zone, date, next] of [
      ["America/Havana", "2026-03-08", "2026-03-08T01:00:00-04:00"],
      ["Asia/Beirut", "2026-03-29", "2026-03-29T01:00:00+03:00"],
      ["America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00"],
    ]) {
      const { calendar, day, clocks } = oneDay(zone, date);
      expect(day).toMatchObject({
        lengthSeconds: 23 * HOUR,
        clockChange: { atClockSeconds: 0, bySeconds: HOUR },
      });
      expect(calendar.days[0]).toMatchObject({ lengthSeconds: DAY, startSeconds: -DAY });
      expect(calendar.days[0].clockChange).toBeUndefined();
      expect(clocks[0]).toBe(1);
      expect(calendar.intervals[0].start).toBe(next);
      expect([0, 0.5, 1, 2, 24].map((hours) => elapsedAt(day, hours * HOUR) / HOUR)).toEqual([
        0, 0, 0, 1, 23,
      ]);
    }
  });
});

describe("a day on which clocks go back", () => {
  it("has 25 hours and two intervals for the repeated one, told apart by their offsets", () => {
    const { calendar, day, clocks } = oneDay("America/New_York", "2026-11-01");
    expect(day).toMatchObject({
      lengthSeconds: 25 * HOUR,
      clockChange: { atClockSeconds: 2 * HOUR, bySeconds: -HOUR },
    });
    expect(clocks.slice(0, 4)).toEqual([0, 1, 1, 2]);
    expect(calendar.intervals.slice(1, 3).map((interval) => interval.start)).toEqual([
      "2026-11-01T01:00:00-04:00",
      "2026-11-01T01:00:00-05:00",
    ]);
  });

  it("maps a repeated clock time to its first occurrence", () => {
    const { day } = oneDay("Europe/Berlin", "2026-10-25");
    const at = (hours: number) => elapsedAt(day, hours * HOUR) / HOUR;
    expect([0, 2, 2.5, 3, 24].map(at)).toEqual([0, 2, 2.5, 4, 25]);
  });

  it("may repeat the hour after midnight, or the one before", () => {
    const after = oneDay("America/Havana", "2026-11-01");
    expect(after.day).toMatchObject({ clockChange: { atClockSeconds: HOUR, bySeconds: -HOUR } });
    expect(after.clocks.slice(0, 3)).toEqual([0, 0, 1]);
    const before = oneDay("Asia/Beirut", "2026-10-24");
    expect(before.day).toMatchObject({
      lengthSeconds: 25 * HOUR,
      clockChange: { atClockSeconds: DAY, bySeconds: -HOUR },
    });
    expect(before.clocks.slice(-2)).toEqual([23, 23]);
    expect([23.5, 24].map((hours) => elapsedAt(before.day, hours * HOUR) / HOUR)).toEqual([23.5, 25]);
  });
});

describe("odd zones", () => {
  it("gives half an interval where clocks change by 30 minutes and intervals are 60", () => {
    const back = oneDay("Australia/Lord_Howe", "2026-04-05");
    expect(back.day).toMatchObject({
      lengthSeconds: 24.5 * HOUR,
      clockChange: { atClockSeconds: 2 * HOUR, bySeconds: -1800 },
    });
    expect(back.clocks.slice(0, 5)).toEqual([0, 1, 1.5, 2, 3]);
    expect(back.calendar.intervals[2]).toMatchObject({
      lengthSeconds: 1800,
      start: "2026-04-05T01:30:00+10:30",
    });
    const forward = oneDay("Australia/Lord_Howe", "2026-10-04", 1800);
    expect(forward.clocks.slice(3, 6)).toEqual([1.5, 2.5, 3]);
  });

  it("lets a date that a zone skipped altogether take no time", () => {
    const calendar = calendarOf({ timezone: "Pacific/Apia", start: "2011-12-29", days: 3 });
    expect(calendar.days.map((day) => [day.date, day.startSeconds / HOUR, day.lengthSeconds / HOUR])).toEqual(
      [
        ["2011-12-28", -24, 24],
        ["2011-12-29", 0, 24],
        ["2011-12-30", 24, 0],
        ["2011-12-31", 24, 24],
      ],
    );
    expect(elapsedAt(calendar.days[2], 12 * HOUR)).toBe(DAY);
  });

  it("shows the date before while clocks that went back over midnight have not passed it again", () => {
    const { calendar, day } = oneDay("America/St_Johns", "2010-11-07", 1800);
    expect(day).toMatchObject({
      lengthSeconds: 25 * HOUR,
      clockChange: { atClockSeconds: 60, bySeconds: -HOUR },
    });
    expect(
      calendar.intervals.slice(0, 4).map((interval) => [interval.start, interval.lengthSeconds]),
    ).toEqual([
      ["2010-11-07T00:00:00-02:30", 60],
      ["2010-11-06T23:01:00-03:30", 1740],
      ["2010-11-06T23:30:00-03:30", 1800],
      ["2010-11-07T00:00:00-03:30", 1800],
    ]);
  });
});

describe("all zones over two years", () => {
  // The reference knows nothing of days or changes: it asks the platform for the clock of each moment.
  it.each([
    "America/New_York",
    "Europe/London",
    "America/Havana",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "America/Santiago",
    "Asia/Kolkata",
    "America/Nuuk",
    "Pacific/Chatham",
    "Antarctica/Troll",
  ])("shows at every interval of %s the clock that the platform shows", (timezone) => {
    const calendar = calendarOf({ timezone, start: "2025-12-20", days: 740, intervalSeconds: 1800 });
    const platform = new Intl.DateTimeFormat("en-CA", {
      timeZone: timezone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    const origin = Date.parse(calendar.intervals[0].start);
    const wrong: string[] = [];
    const firsts = new Map<string, number>();
    let next = 0;
    for (const { start, startSeconds, lengthSeconds, day, clockSeconds } of calendar.intervals) {
      const moment = Date.parse(start);
      const shown = platform.format(moment).replace(", ", "T");
      if (startSeconds !== next || moment - origin !== startSeconds * 1000) wrong.push(`${start} misplaced`);
      if (shown !== start.slice(0, 19)) wrong.push(`${start} shows ${shown}`);
      if (shown.slice(0, 10) !== calendar.days[day].date)
        wrong.push(`${start} on ${calendar.days[day].date}`);
      next = startSeconds + lengthSeconds;
      const clock = `${day} ${clockSeconds}`;
      if (clockSeconds % 1800 > 0 || firsts.has(clock)) continue;
      firsts.set(clock, startSeconds);
      if (elapsedAt(calendar.days[day], clockSeconds) !== startSeconds)
        wrong.push(`${start} not found again`);
    }
    expect(wrong).toEqual([]);
    expect(next).toBe(calendar.horizonSeconds);
    expect(firsts.size).toBeGreaterThanOrEqual(740 * 48 - 8);
  });
});

describe("opening hours", () => {
  const shift = (from: number, to: number) => ({ fromClockSeconds: from * HOUR, toClockSeconds: to * HOUR });
  const open = (calendar: Calendar) =>
    calendar.open.map(({ fromSeconds, toSeconds }) => [fromSeconds / HOUR, toSeconds / HOUR]);

  it("are one stretch to the horizon when always", () => {
    const calendar = calendarOf({ days: 2 });
    expect(open(calendar)).toEqual([[-24, 48]]);
  });

  it("follow the weekday, and on holidays the holiday's own where it has them", () => {
    const weekdays = [...Array.from({ length: 5 }, () => [shift(8, 12), shift(13, 20)]), [shift(9, 13)], []];
    const input = { start: "2026-05-24", days: 2, holidays: ["2026-05-25"] };
    expect(open(calendarOf({ ...input, hours: { weekdays } }))).toEqual([
      [-15, -11],
      [32, 36],
      [37, 44],
    ]);
    expect(open(calendarOf({ ...input, hours: { weekdays, holiday: [shift(10, 12)] } }))).toEqual([
      [-15, -11],
      [34, 36],
    ]);
    const closed = calendarOf({ ...input, hours: { weekdays, holiday: [] }, days: 3 });
    expect(open(closed)).toEqual([
      [-15, -11],
      [56, 60],
      [61, 68],
    ]);
  });

  it("that cross midnight end on the next day's clock, and touching stretches are one", () => {
    const night = Array.from({ length: 7 }, () => [shift(20, 26)]);
    const calendar = calendarOf({ start: "2026-03-07", days: 2, hours: { weekdays: night } });
    // 02:00 of 8 March is the moment at which clocks go forward.
    expect(open(calendar)).toEqual([
      [-4, 2],
      [20, 26],
      [43, 49],
    ]);
    const round = Array.from({ length: 7 }, () => [shift(6, 14), shift(14, 30)]);
    expect(open(calendarOf({ start: "2026-02-02", days: 2, hours: { weekdays: round } }))).toEqual([
      [-18, 54],
    ]);
  });

  it("follow daylight saving when a shift of hours spans the change", () => {
    const day = Array.from({ length: 7 }, () => [shift(0, 24)]);
    const calendar = calendarOf({ start: "2026-11-01", days: 1, hours: { weekdays: day } });
    expect(open(calendar)).toEqual([[-24, 25]]);
  });

  it("that never open are worth a warning", () => {
    const weekdays = Array.from({ length: 7 }, () => []);
    expect(problemsOf({ hours: { weekdays } })).toEqual([
      {
        severity: "warning",
        path: "calendar.hours",
        message: "the centre is never open from 2026-03-02 for 7 days",
      },
    ]);
  });
});

describe("what is wrong with a calendar", () => {
  const messages = (input: Partial<CalendarInput>) =>
    problemsOf(input).map((problem) => `${problem.path}: ${problem.message}`);

  it.each([
    ["America/Newyork", "unknown time zone 'America/Newyork'; did you mean America/New_York?"],
    ["new york", "unknown time zone 'new york'; did you mean America/New_York?"],
    ["Berlin", "unknown time zone 'Berlin'; did you mean Europe/Berlin?"],
    [
      "Mars/Olympus_Mons",
      "unknown time zone 'Mars/Olympus_Mons'; expected an IANA name such as America/New_York",
    ],
    [
      "+05:00",
      "unknown time zone '+05:00': an offset has no daylight saving; expected a place such as Europe/Paris",
    ],
    [
      "UTC+2",
      "unknown time zone 'UTC+2': an offset has no daylight saving; expected a place such as Europe/Paris",
    ],
    ["", "unknown time zone ''; expected an IANA name such as America/New_York"],
  ])("says so for the zone '%s'", (timezone, message) => {
    expect(messages({ timezone })).toEqual([`calendar.timezone: ${message}`]);
  });

  it("says so for dates that do not exist", () => {
    expect(
      messages({ start: "2026-02-29", holidays: ["2026-05-25", "2026-13-01", "25.12.2026", "2026-04-31"] }),
    ).toEqual([
      "calendar.start: 2026-02-29 does not exist: February 2026 has 28 days",
      "calendar.holidays.1: 2026-13-01 does not exist: there is no month 13",
      "calendar.holidays.2: '25.12.2026' is not a date; expected YYYY-MM-DD such as 2026-03-02",
      "calendar.holidays.3: 2026-04-31 does not exist: April 2026 has 30 days",
    ]);
  });

  it("says so for spans without end, and at once", () => {
    expect(messages({ days: 1e12, warmupSeconds: 1e12 })).toEqual([
      "calendar.days: found 1000000000000, expected a whole number from 1 to 3653 (ten years)",
      "calendar.warmup: found 1000000000000 seconds, expected at most 366 days",
    ]);
    expect(messages({ days: 0 })).toEqual([
      "calendar.days: found 0, expected a whole number from 1 to 3653 (ten years)",
    ]);
  });
});
