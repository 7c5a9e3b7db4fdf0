import { describe, expect, test } from "vitest";
import { cell, formatCsv } from "../../src/report/csv.js";
import { formatJson } from "../../src/report/json.js";
import { summaryJson } from "../../src/report/json-results.js";
import { summaryRows, type TidyRow } from "../../src/report/rows.js";
import { lineScenario, lineSummary } from "./fixtures.js";

const scenario = lineScenario();
const summary = lineSummary(scenario);

describe("JSON", () => {
  const text = formatJson(summaryJson(scenario, summary));
  const result = JSON.parse(text);

  test("has the promised spellings", () => {
    expect(result.callsim).toMatch(/^\d+\.\d+\.\d+$/);
    expect(result.scenario).toEqual({ name: "Insurance line", hash: scenario.hash });
    expect([result.seed, result.replications]).toEqual(["monday", 20]);
    expect(result.queues.claims.offered).toEqual({ mean: 4801, low: 4761, high: 4841 });
    expect(result.queues.claims.waitPercentiles.p95.mean).toBe(93);
    for (const name of ["answered", "abandoned", "blocked", "serviceLevel", "asa", "aht", "abandonRate"]) {
      expect(result.queues.claims[name]).toHaveProperty("mean");
    }
    expect(result.teams.desk.quota.contactsNineInTen).toBe(19);
    expect(result.teams.desk.shifts.night.occupancy.mean).toBe(0.31);
    expect(result.total.cost.mean).toBe(24_560);
    expect(result.intervals[0]).toMatchObject({ start: "2026-03-06T00:00:00-05:00", queue: "claims" });
  });

  test("has null where nothing was observed", () => {
    expect(result.queues.fleet.serviceLevel).toEqual({ mean: null, low: null, high: null });
    expect(text).not.toMatch(/NaN|undefined/);
  });

  test("keeps the file's order in text and in an array, for names like numbers and __proto__ too", () => {
    const names = ["b", "10", "2", "__proto__"];
    const queues = names.map((name) => ({ ...summary.queues[0]!, name }));
    const odd = formatJson(
      summaryJson(scenario, { ...summary, queues, intervals: [], weekdayIntervals: [] }),
    );
    expect(JSON.parse(odd).queueOrder).toEqual(names);
    const places = names.map((name) => odd.indexOf(`"${name}": {`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(Object.hasOwn(JSON.parse(odd).queues, "__proto__")).toBe(true);
  });
});

describe("CSV", () => {
  test("has one line a figure, empty cells for what is not a figure", () => {
    const lines = formatCsv(summaryRows(summary)).split("\n");
    expect(lines[0]).toBe("scope,name,interval,measure,unit,mean,low,high");
    expect(lines).toContain("queue,claims,,offered,count,4801,4761,4841");
    expect(lines).toContain("queue,fleet,,serviceLevel,share,,,");
    expect(lines).toContain("queue,claims,,longestWait,seconds,4830,,");
    expect(lines).toContain("shift,desk/night,,quota.contactsNineInTen,count,19,,");
    expect(lines.some((line) => line.startsWith("team,desk,2026-03-06T05:00:00-05:00,occupancy,share"))).toBe(
      true,
    );
    expect(lines.some((line) => line.startsWith("queue,claims,sat 07:00,serviceLevel,share"))).toBe(true);
    expect(lines.at(-1)).toBe("");
  });

  test("disarms texts that a spreadsheet takes for formulas, and leaves numbers alone", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r"])
      expect(cell(`${start}cmd|' /C calc'!A0`)[0]).toBe("'");
    expect(["-5", "+3.2", "-1e9", "plain", ""].map(cell)).toEqual(["-5", "+3.2", "-1e9", "plain", ""]);
    expect(cell(-5)).toBe("-5");
  });

  test("leaves a number that is none, or has no end, empty", () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(cell)).toEqual(["", "", ""]);
  });

  test("quotes what RFC 4180 quotes", () => {
    const row: TidyRow = {
      scope: "queue",
      name: 'a "b", c\nd',
      interval: "",
      measure: "asa",
      unit: "seconds",
      mean: 0.1 + 0.2,
      low: Number.NaN,
      high: 1,
    };
    expect(formatCsv([row]).split("seconds")[0]).toContain('"a ""b"", c\nd"');
    expect(formatCsv([row])).toContain("0.30000000000000004,,1");
  });
});
