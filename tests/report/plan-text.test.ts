import { describe, expect, test } from "vitest";
import type { GrowthResult } from "../../src/plan/growth/growth-result.js";
import type { Requirement } from "../../src/plan/requirement/requirement-result.js";
import { widthOf } from "../../src/report/text/display.js";
import { formatGrowthText } from "../../src/report/text/growth-text.js";
import { formatStaffText } from "../../src/report/text/staff-text.js";
import { figure, lineScenario, lineSummary } from "./fixtures.js";

const scenario = lineScenario();
const summary = lineSummary(scenario);

const requirement: Requirement = {
  teams: ["desk", "experts"],
  queues: ["claims", "fleet"],
  intervals: scenario.calendar.intervals.map(({ start }, index) => ({
    start,
    agents: [index % 24 < 6 ? 0 : index % 24, 1],
    rostered: [index % 24 < 6 ? 0 : 15.2, 2],
    serviceLevels: [figure(0.82, 0.01), figure(Number.NaN)],
    offered: [figure(100, 4), figure(0)],
  })),
  agentHours: [522, 48],
  peak: [23, 1],
  summary,
  unmet: [{ interval: 9, queue: "claims" }],
  evaluations: 31,
  replications: 20,
};

const year = {
  fullTimeEquivalents: 40.44,
  heads: 44.9,
  cost: 26_855,
  serviceLevel: figure(0.801, 0.01),
  agentsApart: undefined,
};
const growth: GrowthResult = {
  baseYear: 2016,
  agentsToday: 24,
  today: summary,
  evaluations: 40,
  replications: 20,
  cases: [
    {
      name: "boom",
      of: "volume",
      source: "D0",
      assumption: "contacts +36 % from 2016 to 2018",
      breaksIn: 2017,
      finding: "+36 % contacts need +31 % agents.",
      years: [
        {
          ...year,
          year: 2016,
          contacts: 4801,
          agents: 24,
          serviceLevelNoHire: figure(0.81, 0.01),
          noHireMeets: true,
          found: true,
        },
        {
          ...year,
          year: 2017,
          contacts: 5600,
          agents: 28,
          serviceLevelNoHire: figure(0.71, 0.01),
          noHireMeets: false,
          found: true,
        },
        {
          ...year,
          year: 2018,
          contacts: 6529,
          agents: Number.NaN,
          serviceLevelNoHire: figure(0.6, 0.01),
          noHireMeets: false,
          found: false,
        },
      ],
    },
    {
      name: "consolidation",
      of: "volume",
      source: "",
      assumption: "4 centres like this one become one",
      breaksIn: undefined,
      finding: "Apart, 4 centres need 96 agents.",
      years: [
        {
          ...year,
          year: 2018,
          contacts: 19_204,
          agents: 80,
          agentsApart: 96,
          serviceLevelNoHire: figure(0.93, 0.01),
          noHireMeets: true,
          found: true,
        },
      ],
    },
  ],
};

const staffText = formatStaffText({ scenario, requirement, warnings: [] });
const growthText = formatGrowthText({ scenario, growth, warnings: [] });

describe("the report of the agents needed", () => {
  test("reads as it was reviewed", async () => {
    await expect(staffText.replace(scenario.hash, "0123456789abcdef")).toMatchFileSnapshot(
      "golden/staff.txt",
    );
  });

  test("shows needed agents, and what the roster lacks or has over, by time of day and weekday", () => {
    expect(staffText).toMatch(/^ {2}06:00 .* 6 \+9 .* 6 \+9$/m);
    expect(staffText).toMatch(/^ {2}23:00 .* 23 -8 .* 23 -8$/m);
    expect(staffText).toMatch(/^ {2}00:00-06:00 .*· .*·$/m);
  });

  test("leaves out the overtime of those who finish a contact when nobody is needed any more", () => {
    const intervals = requirement.intervals.map((one, index) =>
      index % 24 === 5 ? { ...one, agents: [0, 0], rostered: [0.9, 1.2] } : one,
    );
    const shown = formatStaffText({ scenario, requirement: { ...requirement, intervals }, warnings: [] });
    const [desk = "", experts = ""] = shown.split("\nexperts: agents needed");
    expect(desk).toMatch(/^ {2}00:00-06:00 .*· .*·$/m);
    expect(experts).toMatch(/^ {2}05:00 .* 0 \+1 .* 0 \+1$/m);
  });

  test("compares centres made one with what they need apart", () => {
    expect(growthText).toMatch(/^ {2}consolidation +2018 +0\.0 % +80 +-16\.7 %/m);
  });

  test("adds up hours lacking and spare apart, as one does not make up for the other", () => {
    const row = /^ {2}desk +23 +522 +547 +\S+ +\S+/m.exec(staffText)?.[0] ?? "";
    // 2 days of 6 to 23: lacking 0.8 + 1.8 + ... + 7.8, spare 9.2 + 8.2 + ... + 0.2.
    expect(row).toMatch(/68\.8 +94$/);
  });

  test("says which targets no number of agents met", () => {
    expect(staffText).toContain("No number of agents met the target of claims at 2026-03-06 09:00.");
  });

  test("shows an hour that the roster lacks agents as a mark under the picture", () => {
    const lines = staffText.split("\n");
    const friday = lines.findIndex((line) => line.startsWith("  fri needed"));
    expect(lines[friday + 2]).toMatch(/^ {6}short {4} +▼+$/);
    expect(lines[friday + 2]!.match(/▼/g)).toHaveLength(16);
  });
});

describe("the report of growth", () => {
  test("reads as it was reviewed", async () => {
    await expect(growthText.replace(scenario.hash, "0123456789abcdef")).toMatchFileSnapshot(
      "golden/growth.txt",
    );
  });

  test("marks the year in which the target breaks, and only that", () => {
    expect(growthText.match(/< breaks/g)).toHaveLength(1);
    expect(growthText).toMatch(/^ +2017 .*< breaks$/m);
    expect(growthText).toContain("If nobody is hired the target breaks in 2017.");
    expect(growthText).toContain("With today's agents the target holds to 2018.");
  });

  test("says so where no number of agents does, and has a column for centres kept apart", () => {
    expect(growthText).toMatch(/^ +2018 +6,529 +none do/m);
    expect(growthText).toMatch(/^ +2018 +19,204 +80 +96/m);
  });

  test("has no line wider than 100 columns", () => {
    for (const line of `${staffText}${growthText}`.split("\n"))
      expect(widthOf(line)).toBeLessThanOrEqual(100);
  });
});
