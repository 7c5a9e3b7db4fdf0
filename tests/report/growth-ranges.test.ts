import { describe, expect, test } from "vitest";
import type { GrowthCaseResult, GrowthResult } from "../../src/plan/growth/growth-result.js";
import { growthJson } from "../../src/report/growth-json.js";
import { growthRows } from "../../src/report/growth-rows.js";
import { formatJson } from "../../src/report/json.js";
import { widthOf } from "../../src/report/text/display.js";
import { formatGrowthText } from "../../src/report/text/growth-text.js";
import { figure, lineScenario, lineSummary } from "./fixtures.js";

const scenario = lineScenario();

function year(number: number, agents: number, noHireMeets: boolean) {
  return {
    year: number,
    contacts: agents * 200,
    agents,
    agentsApart: undefined,
    fullTimeEquivalents: agents * 1.6,
    heads: agents * 1.8,
    cost: agents * 1000,
    serviceLevel: figure(0.801, 0.01),
    serviceLevelNoHire: figure(noHireMeets ? 0.81 : 0.7, 0.01),
    noHireMeets,
    found: true,
  };
}

function rangeYear(number: number, low: number, high: number, brokenShare?: number) {
  const span = (times: number) => ({ low: low * times, high: high * times });
  return {
    year: number,
    contacts: span(200),
    agents: span(1),
    fullTimeEquivalents: span(1.6),
    heads: span(1.8),
    cost: span(1000),
    brokenShare,
  };
}

const years = [year(2016, 22, true), year(2017, 24, true), year(2018, 27, false)];
const head = { of: "volume", source: "D0", years, breaksIn: 2018, finding: "More need more." } as const;

const three: GrowthCaseResult = {
  ...head,
  name: "three",
  assumption: "contacts +23 % from 2016 to 2018 (+5 % at the least, +50 % at the most)",
  range: {
    kind: "levels",
    paths: undefined,
    breaksEarliest: 2017,
    breaksLatest: undefined,
    years: [rangeYear(2016, 22, 22), rangeYear(2017, 22, 26), rangeYear(2018, 23, 33)],
  },
};

const drawn: GrowthCaseResult = {
  ...head,
  name: "drawn",
  assumption: "contacts by a yearly rate that is normal (mean +10 %, standard deviation 4 %)",
  range: {
    kind: "distribution",
    paths: 4092,
    breaksEarliest: 2017,
    breaksLatest: 2018,
    years: [rangeYear(2016, 22, 22, 0), rangeYear(2017, 23, 25, 0.18), rangeYear(2018, 25, 30, 0.96)],
  },
  people: years.map((one) => ({
    year: one.year,
    leavers: one.heads * 0.3,
    hires: one.heads * 0.35,
    inTraining: 1.25,
    agentsExperienced: one.agents - 3,
    headsMore: 5.4,
    more: [
      { because: "training", agents: 1 },
      { because: "learning", agents: 2 },
    ],
  })),
};

const curve: GrowthCaseResult = {
  ...head,
  name: "curve",
  assumption: "1, 2 or 4 centres like this one become one",
  interrupted: true,
  poolCurve: [
    [1, 22],
    [2, 42],
    [4, Number.NaN],
  ].map(([centres, agents]) => ({
    centres,
    contacts: centres * 4400,
    agents,
    agentsPerCentre: agents / centres,
    agentsApart: centres * 22,
    fullTimeEquivalents: agents * 1.6,
    heads: agents * 1.8,
    cost: agents * 1000,
    serviceLevel: figure(0.81, 0.01),
  })),
  people: [
    { year: 2016, leavers: NaN, hires: NaN, inTraining: NaN, agentsExperienced: 22, headsMore: 0, more: [] },
  ],
};

const growth: GrowthResult = {
  baseYear: 2016,
  agentsToday: 24,
  today: lineSummary(scenario),
  evaluations: 40,
  replications: 20,
  cases: [three, drawn, { ...drawn, name: "again" }, curve],
};

const text = formatGrowthText({ scenario, growth, warnings: [] });

describe("the report of uncertain growth", () => {
  test("reads as it was reviewed", async () => {
    await expect(text.replace(scenario.hash, "0123456789abcdef")).toMatchFileSnapshot(
      "golden/growth-ranges.txt",
    );
  });

  test("says when the target breaks if things go fast, and if they go slowly", () => {
    expect(text.replace(/\n +/g, " ")).toContain(
      "With the high it breaks in 2017, with the low it holds to 2018.",
    );
    expect(text.replace(/\n +/g, " ")).toContain("On 5 % of the paths it breaks by 2017, on 95 % by 2018.");
  });

  test("draws low, high, what is expected and today's agents on one scale", () => {
    // 22 to 33 agents on twenty columns.
    expect(text).toMatch(/^ +2018 .* 23 to 33 .* {3} {2}─\|─────█──────────$/m);
  });

  test("explains the signs once for each kind of range", () => {
    expect(text.match(/Low and high are those of the file/g)).toHaveLength(1);
    expect(text.match(/4,092 paths/g)).toHaveLength(1);
  });

  test("says where a case was stopped, and what is not known of leavers", () => {
    expect(text.replace(/\n +/g, " ")).toContain("Interrupted: its years to 2018 are here");
    expect(text).toContain("How many leave is not told");
    expect(text).toMatch(/^ +4 +17,600 +none do +- +88 /m);
  });

  test("keeps to a hundred columns", () => {
    for (const line of text.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(100);
  });
});

describe("uncertain growth for machines", () => {
  const rows = growthRows(growth);
  const rowOf = (name: string, interval: string, measure: string) =>
    rows.find((row) => row.name === name && row.interval === interval && row.measure === measure)!;

  test("has in a row what is expected, and the range as low and high", () => {
    expect(rowOf("three", "2018", "agents")).toMatchObject({ mean: 27, low: 23, high: 33, unit: "count" });
    expect(rowOf("three", "2018", "cost")).toMatchObject({ mean: 27_000, low: 23_000, high: 33_000 });
    expect(rowOf("curve", "2018", "agents").low).toBeNaN();
    expect(rowOf("drawn", "2017", "brokenShare")).toMatchObject({ mean: 0.18, unit: "share" });
    expect(rowOf("three", "2017", "brokenShare")).toBeUndefined();
  });

  test("has a row for every number of centres and for the people of every year", () => {
    expect(rowOf("curve/2", "2018", "agentsPerCentre").mean).toBe(21);
    expect(rowOf("curve/2", "2018", "agentsApart").mean).toBe(44);
    expect(rowOf("drawn", "2016", "leavers").mean).toBeCloseTo(22 * 1.8 * 0.3, 12);
    expect(rowOf("drawn", "2016", "moreAgents.learning").mean).toBe(2);
    expect(rowOf("drawn", "2016", "agentsExperienced").mean).toBe(19);
  });

  test("has in JSON what a case has, and null for what it has not", () => {
    const { cases } = JSON.parse(formatJson(growthJson(scenario, growth)));
    expect(cases.three.range.years[2].agents).toEqual({ low: 23, high: 33 });
    expect(cases.three.range).toMatchObject({ kind: "levels", breaksEarliest: 2017, breaksLatest: null });
    expect(cases.three.range.years[2].brokenShare).toBeNull();
    expect(cases.drawn.range).toMatchObject({ kind: "distribution", paths: 4092, breaksLatest: 2018 });
    expect(cases.drawn.people[0].moreAgents).toEqual({ training: 1, learning: 2 });
    expect(cases.three).toMatchObject({ poolCurve: null, people: null, interrupted: false });
    expect(cases.curve).toMatchObject({ range: null, interrupted: true });
    expect(cases.curve.poolCurve[1]).toMatchObject({ centres: 2, agents: 42, agentsApart: 44 });
    expect(cases.curve.poolCurve[2].agents).toBeNull();
  });
});
