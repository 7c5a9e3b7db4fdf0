import { describe, expect, it } from "vitest";
import { dayPatterns, worksOn } from "../../../src/plan/schedule/days-off.js";

const week = {
  days: 7,
  workDays: 5,
  daysOn: 5,
  daysOff: 2,
  daysOffTogether: false,
  neighbours: true,
  possible: [true, true, true, true, true, true, true],
};
const textOf = (pattern: number) =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => (worksOn(pattern, day) ? "w" : "-")).join("");

describe("patterns of work days", () => {
  it("are all ways of having two days off of seven", () => {
    expect(dayPatterns(week).length).toBe(21);
  });

  it("have days off side by side, round the week's end too", () => {
    const patterns = dayPatterns({ ...week, daysOffTogether: true });
    expect(patterns.map(textOf).sort()).toEqual(
      ["wwwww--", "-wwwww-", "--wwwww", "w--wwww", "ww--www", "www--ww", "wwww--w"].sort(),
    );
  });

  it("count runs round the week's end", () => {
    for (const pattern of dayPatterns({ ...week, daysOn: 3 }))
      expect(textOf(pattern).repeat(2)).not.toContain("wwww");
    expect(dayPatterns({ ...week, daysOn: 2 }).every((one) => textOf(one).split("w").length - 1 < 5)).toBe(
      true,
    );
  });

  it("leave out days on which no shift begins", () => {
    const possible = [true, true, true, true, true, false, false];
    expect(dayPatterns({ ...week, possible }).map(textOf)).toEqual(["wwwww--"]);
  });

  it("have no two days in a row where the rest between would be too short", () => {
    for (const pattern of dayPatterns({ ...week, neighbours: false })) {
      expect(textOf(pattern).repeat(2)).not.toContain("ww");
    }
  });

  it("of a calendar shorter than a week work on every day there is, as the hours allow", () => {
    const possible = [true, true, true];
    expect(dayPatterns({ ...week, days: 3, possible }).map(textOf)).toEqual(["www----"]);
  });
});
