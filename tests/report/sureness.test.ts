import { describe, expect, test } from "vitest";
import { formatJson } from "../../src/report/json.js";
import { summaryJson } from "../../src/report/json-results.js";
import { widthOf } from "../../src/report/text/display.js";
import { PLAIN } from "../../src/report/text/paint.js";
import { formatRunText } from "../../src/report/text/run-text.js";
import { formatSureness } from "../../src/report/text/sureness.js";
import type { ControlSummary, PrecisionSummary } from "../../src/statistics/summary.js";
import { lineScenario, lineSummary } from "./fixtures.js";

const scenario = lineScenario();
const summary = lineSummary(scenario);
const controls: ControlSummary = {
  names: ["workload", "absence"],
  measure: "total.serviceLevel",
  replicationsWithout: 76,
};
const precision: PrecisionSummary = {
  measure: "claims.serviceLevel",
  halfWidth: 0.01,
  reachedHalfWidth: 0.0096,
  isReached: true,
  most: 400,
};
const told = (more: { controls?: ControlSummary; precision?: PrecisionSummary }) =>
  formatSureness(scenario, { ...summary, ...more }, PLAIN);

describe("how sure a run is", () => {
  test("is told by the replications it would have taken without control variates", () => {
    expect(told({ controls })).toEqual([
      "Control variates (workload, absence): service level as narrow as from 76 replications without.",
    ]);
    expect(told({ controls: { ...controls, measure: "claims.asa" } })[0]).toContain(
      ": ASA of claims as narrow as from 76 ",
    );
    expect(
      told({ controls: { ...controls, replicationsWithout: Number.POSITIVE_INFINITY } }).join(""),
    ).toContain("as from more than a million  replications without.");
  });

  test("is not praised where they were worth nothing, nor mentioned where there were none", () => {
    for (const replicationsWithout of [19, 20, Number.NaN]) {
      expect(told({ controls: { ...controls, replicationsWithout } })).toEqual([
        "Control variates (workload, absence).",
      ]);
    }
    expect(told({})).toEqual([]);
  });

  test("is held against the precision that was asked for", () => {
    expect(told({ precision })).toEqual([
      "Precision of claims.serviceLevel: ±1.0 point, as asked (±1.0 point).",
    ]);
    const missed = { ...precision, reachedHalfWidth: 0.0312, isReached: false };
    expect(told({ precision: { ...missed, most: 20 } })).toEqual([
      "Precision of claims.serviceLevel not reached: ±3.1 points instead of ±1.0 point after 20",
      "  replications, the most allowed.",
    ]);
    expect(told({ precision: missed }).join(" ")).toContain("after 20   replications, of at most 400.");
    const none = { ...missed, measure: "claims.asa", halfWidth: 2, reachedHalfWidth: Number.NaN };
    expect(told({ precision: none })[0]).toContain("not reached: no interval instead of ±2.0s");
  });

  test("stands in the report below its head, no wider than 100 columns, and in JSON", () => {
    const long = lineScenario("ÜberlängeQueue".repeat(12));
    const wide = {
      ...lineSummary(long),
      controls,
      precision: { ...precision, measure: "fleet.asa", isReached: false },
    };
    const text = formatRunText({ scenario: long, summary: wide, warnings: [] });
    for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(100);
    expect(text).toMatch(/scenario [0-9a-f]{16}\nControl variates .*\nPrecision /);
    const json = JSON.parse(formatJson(summaryJson(scenario, { ...summary, controls, precision })));
    expect(json).toMatchObject({ controlVariates: controls, precision });
    expect(JSON.parse(formatJson(summaryJson(scenario, summary)))).toMatchObject({
      controlVariates: null,
      precision: null,
    });
  });
});
