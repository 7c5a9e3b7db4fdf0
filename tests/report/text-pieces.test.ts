import { describe, expect, test } from "vitest";
import { cut, pad, widthOf, wrap } from "../../src/report/text/display.js";
import {
  formatChange,
  formatCount,
  formatMoney,
  formatNumber,
  formatShare,
  formatShareFigure,
  formatTime,
} from "../../src/report/text/numbers.js";
import { formatTable } from "../../src/report/text/table.js";

describe("numbers", () => {
  test("have commas between thousands and a dash for what is no number", () => {
    expect([2_784_500, 999, -1234.5, 0, -0.2].map((value) => formatNumber(value))).toEqual([
      "2,784,500",
      "999",
      "-1,235",
      "0",
      "0",
    ]);
    expect(formatNumber(Number.NaN)).toBe("-");
  });

  test("have as many decimals as they can bear", () => {
    expect([0, 0.4, 99.94, 99.96, 4801.3].map(formatCount)).toEqual(["0", "0.4", "99.9", "100", "4,801"]);
    expect([5.3, 999.99, 999.999, 24_560.4].map(formatMoney)).toEqual(["5.30", "999.99", "1,000", "24,560"]);
  });

  test("of time carry their units, and round without a sixtieth second", () => {
    expect(
      [0, 0.04, 9.94, 9.96, 99.4, 99.6, 119.6, 3599.6, 4830, Number.NaN, Infinity].map(formatTime),
    ).toEqual(["0s", "0s", "9.9s", "10s", "99s", "1m40s", "2m00s", "1h00m", "1h21m", "-", "endless"]);
  });

  test("of shares are percent, with the half width in points where there is one", () => {
    expect(formatShare(0.8269)).toBe("82.7 %");
    expect(formatShareFigure({ mean: 0.813, low: 0.807, high: 0.819 })).toBe("81.3 % ±0.6");
    expect(formatShareFigure({ mean: 0.813, low: 0.8128, high: 0.8132 })).toBe("81.3 % ±0.02");
    expect(formatShareFigure({ mean: 0.813, low: 0.8125, high: 0.8135 })).toBe("81.3 % ±0.1");
    expect(formatShareFigure({ mean: 1, low: 1, high: 1 })).toBe("100.0 % ±0.0");
    expect(formatShareFigure({ mean: 0.813, low: Number.NaN, high: Number.NaN })).toBe("81.3 %");
    expect([0.36, -0.02, 0, 0.0001, Number.NaN].map((value) => formatChange(value))).toEqual([
      "+36 %",
      "-2 %",
      "0 %",
      "0 %",
      "-",
    ]);
  });
});

describe("texts", () => {
  test("are measured in columns, not in characters", () => {
    expect(["abc", "客服", "Nhân viên", "e\u0301"].map(widthOf)).toEqual([3, 4, 9, 1]);
    expect(pad("客服", 6, "right")).toBe("  客服");
    expect(cut("客服中心", 5)).toBe("客服…");
  });

  test("break at spaces, long words where they must, never before a %", () => {
    expect(wrap("one two three", 7, "  ")).toEqual(["one two", "  three"]);
    expect(wrap("abcdefghij", 4, " ")).toEqual(["abc", " def", " ghi", " j"]);
    expect(wrap("well over 85 % of", 12)).toEqual(["well over", "85 % of"]);
  });
});

describe("a table", () => {
  test("sets numbers to the right and units under their headings", () => {
    const lines = formatTable(
      [{ heading: "", align: "left" }, { heading: "paid", unit: "hours" }, { heading: "ASA" }],
      [
        ["a", "1", "2s"],
        ["bb", "1,234", "12s"],
      ],
    );
    expect(lines).toEqual(["        paid", "       hours   ASA", "  a        1    2s", "  bb   1,234   12s"]);
  });

  test("cuts names before it grows past 100 columns, and never a number", () => {
    const numbers = Array.from({ length: 8 }, () => "1,234,567");
    const columns = [{ heading: "", align: "left" as const }, ...numbers.map(() => ({ heading: "n" }))];
    const lines = formatTable(columns, [["a very long name of a queue", ...numbers]]);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(100);
    expect(lines[1]).toMatch(/^ {2}a very long name …/);
    expect(lines[1]!.match(/1,234,567/g)).toHaveLength(8);
  });
});
