import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatClock, parseClock } from "../../src/kit/clock.js";
import { formatDuration, parseDuration } from "../../src/kit/duration.js";
import { nearest, suggestion } from "../../src/kit/nearest.js";

describe("a duration", () => {
  it.each([
    ["20s", 20],
    ["4m", 240],
    ["1h30m", 5400],
    ["8h30m", 30600],
    ["2d", 172800],
    ["500ms", 0.5],
    ["4.1m", 246],
    ["0h", 0],
    [" 1h 30m ", 5400],
    ["4w", 2_419_200],
  ])("%s is %d seconds", (text, seconds) => {
    expect(parseDuration(text)).toEqual({ value: seconds });
  });

  it.each([
    ["20", "20 has no unit; write 20s for seconds or 20m for minutes"],
    ["1h30", "1h30 ends without a unit; write 1h30m"],
    ["5,5m", "5,5m has a decimal comma; write 5.5m"],
    ["-5s", "-5s is negative; a duration is 0s or more"],
    ["20 sec", "20 sec has the unknown unit sec; write 20s"],
    ["4M", "4M has the unknown unit M; write 4m"],
    ["4y", "4y has the unknown unit y; units are ms, s, m, h, d and w"],
    ["4constructor", "4constructor has the unknown unit constructor; units are ms, s, m, h, d and w"],
    ["30m1h", "30m1h has its units out of order; write them as in 1h30m or 4m20s"],
    ["00:04:00", "00:04:00 looks like a time of day; write a duration as 4m or 1h30m"],
    ["soon", "soon is not a duration; expected one such as 20s, 4m or 1h30m"],
    ["", "nothing found; expected a duration such as 20s, 4m or 1h30m"],
    ["99999999d", "99999999d is more than ten years"],
  ])("%s is refused with a reason", (text, problem) => {
    expect(parseDuration(text)).toEqual({ problem });
  });

  it("reads back what it writes, to the millisecond", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000_000_000 }), (milliseconds) => {
        expect(parseDuration(formatDuration(milliseconds / 1000))).toEqual({ value: milliseconds / 1000 });
      }),
    );
  });

  it("writes what is not a figure as a dash", () => {
    expect(formatDuration(Number.NaN)).toBe("-");
  });
});

describe("a time of day", () => {
  it.each([
    ["06:00", 21600],
    ["6:00", 21600],
    ["06:00:30", 21630],
    ["24:00", 86400],
    ["00:00", 0],
  ])("%s is %d seconds after midnight", (text, seconds) => {
    expect(parseClock(text)).toEqual({ value: seconds });
  });

  it.each(["24:01", "25:00", "12:60", "06:00:99"])("%s does not exist", (text) => {
    expect(parseClock(text)).toEqual({ problem: `there is no ${text}; times of day go from 00:00 to 24:00` });
  });

  it.each(["6pm", "0600", "6.30", ""])("%s is not one", (text) => {
    expect(parseClock(text)).toHaveProperty("problem");
  });

  it("is written in two digits, with seconds only where there are some", () => {
    expect([formatClock(21600), formatClock(21630), formatClock(93600)]).toEqual([
      "06:00",
      "06:00:30",
      "26:00",
    ]);
  });
});

describe("the nearest spelling", () => {
  it("forgives a swapped, dropped, added or changed letter and the case", () => {
    const names = ["claims", "sales", "backoffice"];
    expect(nearest("cliams", names)).toBe("claims");
    expect(nearest("claim", names)).toBe("claims");
    expect(nearest("backofffice", names)).toBe("backoffice");
    expect(nearest("SALES", names)).toBe("sales");
  });

  it("does not guess when nothing is near", () => {
    expect(nearest("night", ["claims", "sales"])).toBeUndefined();
    expect(nearest("x", ["y"])).toBeUndefined();
    expect(suggestion("night", ["claims", "sales"])).toBe("expected one of claims, sales");
  });
});
