import { describe, expect, test } from "vitest";
import type { Guarantee } from "../../src/plan/requirement/guarantee-result.js";
import type { Requirement } from "../../src/plan/requirement/requirement-result.js";
import { formatJson } from "../../src/report/json.js";
import { requirementJson } from "../../src/report/json-results.js";
import { requirementRows } from "../../src/report/rows.js";
import { widthOf } from "../../src/report/text/display.js";
import { formatStaffText } from "../../src/report/text/staff-text.js";
import { figure, lineScenario, lineSummary } from "./fixtures.js";

const scenario = lineScenario();
const summary = lineSummary(scenario);
const { intervals } = scenario.calendar;

const judged = (verdict: "holds" | "misses" | "unsure", margin: number, replicationsToDecide: number) => ({
  verdict,
  margin,
  low: margin - 0.02,
  high: margin + 0.02,
  replicationsToDecide,
});
const nobody = {
  verdict: "none",
  margin: Number.POSITIVE_INFINITY,
  low: Number.NaN,
  high: Number.NaN,
  replicationsToDecide: Number.NaN,
} as const;

/** The second queue has no contacts; at eight its neighbour is not sure for 40 replications more. */
const guarantee: Guarantee = {
  first: 91,
  replications: 60,
  intervals: intervals.map((_, index) => ({
    targets: [index === 8 ? judged("unsure", 0.01, 100) : judged("holds", 0.03, 61), nobody],
    teams: [
      {
        oneFewer:
          index === 9
            ? judged("unsure", -0.001, Number.POSITIVE_INFINITY)
            : judged(index === 10 ? "holds" : "misses", index === 10 ? 0.03 : -0.04, 60),
        oneMore: { serviceLevel: 0.0213, abandoned: -0.7, waitSeconds: -95 },
      },
      { oneFewer: undefined, oneMore: undefined },
    ],
  })),
};

const requirement: Requirement = {
  teams: ["desk", "experts"],
  queues: ["claims", "fleet"],
  intervals: intervals.map(({ start }) => ({
    start,
    agents: [7, 0],
    rostered: [6, 0],
    serviceLevels: [figure(0.82, 0.01), figure(Number.NaN)],
    offered: [figure(100, 4), figure(0)],
  })),
  agentHours: [522, 0],
  peak: [7, 0],
  summary,
  unmet: [],
  evaluations: 174,
  replications: 60,
  guarantee,
};

describe("the text of a guarantee", () => {
  const text = formatStaffText({ scenario, requirement, warnings: [] });

  test("counts what is sure, what is not, and how many more replications that would take", () => {
    const { length } = intervals;
    expect(text).toMatch(new RegExp(`claims: its target holds +${length} +${length - 1} +1 +0 +40 +40\\n`));
    expect(text).toMatch(
      new RegExp(`desk: with one fewer a target is missed +${length} +${length - 2} +1 +1 +> 1 million`),
    );
    expect(text).not.toContain("fleet: its target holds");
    expect(text).toContain("found with 174\n  simulations and judged on 60 fresh replications");
  });

  test("marks the intervals that are not sure, and shows what one agent more brings", () => {
    expect(text).toContain("? not sure yet");
    expect(text).toMatch(/ 7\? /);
    expect(text).toContain("desk: points of service level that one agent more brings in its interval");
    expect(text).toMatch(/\+2\.1/);
    expect(text).not.toContain("experts: points");
  });

  test("keeps to the width of a page", () => {
    for (const line of text.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(100);
  });

  test("is not there without one, and says where absence counts or the search was stopped", () => {
    const { guarantee: _, ...plain } = requirement;
    const without = formatStaffText({ scenario, requirement: plain, warnings: [] });
    expect(without).not.toContain("How sure");
    expect(without).not.toContain("not sure yet");
    const planned = { ...plain, countsAbsence: true };
    expect(formatStaffText({ scenario, requirement: planned, warnings: [] })).toContain(
      "to be planned, some of whom are absent,",
    );
    const stopped = { ...plain, interrupted: true };
    expect(formatStaffText({ scenario, requirement: stopped, warnings: [] })).toContain(
      "stopped early; these on the phone kept every target",
    );
  });
});

describe("a guarantee for machines", () => {
  test("stands in the JSON by interval, queue and team", () => {
    const json = JSON.parse(formatJson(requirementJson(scenario, requirement)));
    expect(json.guarantee).toEqual({ level: 0.95, firstReplication: 91, replications: 60 });
    expect(json).toMatchObject({ countsAbsence: false, interrupted: false });
    const [eight, nine, ten] = json.intervals.slice(8, 11);
    expect(eight.targets.claims).toEqual({
      verdict: "not sure",
      margin: 0.01,
      low: -0.01,
      high: 0.03,
      moreReplications: 40,
    });
    expect(eight.targets.fleet).toMatchObject({ verdict: "nobody came", margin: null });
    expect(eight.oneFewer.desk).toMatchObject({ verdict: "missed", moreReplications: 0 });
    expect(nine.oneFewer.desk).toMatchObject({ verdict: "not sure", moreReplications: null });
    expect(ten.oneFewer).toMatchObject({ desk: { verdict: "holds too" }, experts: null });
    expect(ten.oneMore).toEqual({
      desk: { serviceLevel: 0.0213, abandoned: -0.7, waitSeconds: -95 },
      experts: null,
    });
  });

  test("is null in the JSON where there is none", () => {
    const { guarantee: _, ...plain } = requirement;
    const json = JSON.parse(formatJson(requirementJson(scenario, plain)));
    expect(json.guarantee).toBeNull();
    expect(json.intervals[0]).not.toHaveProperty("targets");
  });

  test("stands in the rows of a CSV, with one-sided bounds", () => {
    const rows = requirementRows(requirement).filter(({ interval }) => interval === intervals[8].start);
    const row = (measure: string, name: string) =>
      rows.find((one) => one.measure === measure && one.name === name);
    expect(row("targetMargin", "claims")).toMatchObject({
      mean: 0.01,
      low: -0.01,
      high: 0.03,
      scope: "queue",
    });
    expect(row("targetMoreReplications", "claims")).toMatchObject({ mean: 40, unit: "count" });
    expect(row("oneFewerMoreReplications", "desk")).toMatchObject({ mean: 0, scope: "need" });
    expect(row("oneMoreServiceLevel", "desk")).toMatchObject({ mean: 0.0213, unit: "share" });
    expect(row("oneMoreWaitSeconds", "desk")).toMatchObject({ mean: -95, unit: "seconds" });
    expect(row("targetMargin", "fleet")).toBeUndefined();
    expect(row("oneFewerMargin", "experts")).toBeUndefined();
  });
});
