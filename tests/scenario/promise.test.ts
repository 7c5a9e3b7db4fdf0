import { describe, expect, it } from "vitest";
import { parsePromise, parseSubject } from "../../src/scenario/promise.js";
import { NAMED_MEASURES } from "../../src/statistics/measures.js";

const names = { queues: ["claims", "claims.vip", "sales"], teams: ["claims", "crew"] };

describe("a promise", () => {
  it.each([
    [
      "claims.serviceLevel >= 80%",
      { of: "queue", name: "claims", measure: "serviceLevel", relation: ">=", bound: 0.8 },
    ],
    ["claims.vip.asa<20s", { of: "queue", name: "claims.vip", measure: "asa", relation: "<", bound: 20 }],
    [
      "claims.occupancy <= 0.85",
      { of: "team", name: "claims", measure: "occupancy", relation: "<=", bound: 0.85 },
    ],
    [
      "teams.crew.answered > 100",
      { of: "team", name: "crew", measure: "answered", relation: ">", bound: 100 },
    ],
    ["queues.sales.p95 <= 1m30s", { of: "queue", name: "sales", measure: "p95", relation: "<=", bound: 90 }],
    ["total.cost <= 250000", { of: "total", name: "total", measure: "cost", relation: "<=", bound: 250000 }],
  ])("%s names whose figure, which, and its bound", (text, expected) => {
    expect(parsePromise(text, names)).toMatchObject({ value: expected });
  });

  it("of a name that queue and team share means the queue where both have the measure", () => {
    expect(parseSubject("claims.answered", names)).toMatchObject({ value: { of: "queue" } });
    expect(parseSubject("teams.claims.answered", names)).toMatchObject({ value: { of: "team" } });
  });

  it("can name every measure that a summary has, and no other", () => {
    for (const [of, measures] of Object.entries(NAMED_MEASURES)) {
      const name = { queue: "sales", team: "crew", total: "total" }[of];
      for (const { name: measure, unit } of measures) {
        expect(parseSubject(`${name}.${measure}`, names)).toEqual({ value: { of, name, measure, unit } });
      }
    }
    expect(parseSubject("total.p95", names)).toHaveProperty("problem");
    expect(parseSubject("crew.serviceLevel", names)).toHaveProperty("problem");
  });
});
