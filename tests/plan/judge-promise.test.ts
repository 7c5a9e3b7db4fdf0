import { describe, expect, it } from "vitest";
import { judgePromise } from "../../src/plan/check/judge-promise.js";
import { parsePromise } from "../../src/scenario/promise.js";
import type { Promised } from "../../src/scenario/promised.js";
import { planLooks } from "../../src/statistics/looks.js";
import type { Figure, Summary } from "../../src/statistics/summary.js";
import { figure, lineScenario, lineSummary } from "../report/fixtures.js";

const scenario = lineScenario();
const summary = lineSummary(scenario);
const names = { queues: ["claims", "fleet"], teams: ["desk", "experts"] };
const oneLook = planLooks(20, 20);

function promised(text: string): Promised {
  const parsed = parsePromise(text, names);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return { text, figure: parsed.value };
}

/** The summary with another figure of claims. */
function withFigure(measure: string, found: Figure, replications = 20): Summary {
  const [claims, ...rest] = summary.queues;
  const figures = { ...claims.figures, [measure]: found };
  return { ...summary, replications, queues: [{ ...claims, figures }, ...rest] };
}

describe("a promise is judged by its interval", () => {
  // The service level is 81.3 % ±0.6, the abandon rate 3.94 % ±0.2, by hand.
  it.each([
    ["claims.serviceLevel >= 80%", "holds"],
    ["claims.serviceLevel >= 80.7%", "holds"],
    ["claims.serviceLevel >= 81%", "undecided"],
    ["claims.serviceLevel >= 81.8%", "undecided"],
    ["claims.serviceLevel >= 82%", "fails"],
    ["claims.serviceLevel > 80%", "holds"],
    ["claims.serviceLevel > 82%", "fails"],
    ["claims.serviceLevel <= 82%", "holds"],
    ["claims.serviceLevel <= 81%", "undecided"],
    ["claims.serviceLevel <= 80%", "fails"],
    ["claims.serviceLevel < 82%", "holds"],
    ["claims.serviceLevel < 80%", "fails"],
    ["claims.abandonRate <= 5%", "holds"],
    ["claims.abandonRate < 3%", "fails"],
    ["desk.cost <= 24600", "holds"],
    ["teams.desk.occupancy >= 82%", "fails"],
    ["total.paidHours <= 1344", "holds"],
  ])("%s %s", (text, verdict) => {
    const judged = judgePromise(promised(text), summary, oneLook);
    expect(judged.verdict).toBe(verdict);
    expect(judged.replications).toBe(20);
    expect(Number.isNaN(judged.needed)).toBe(verdict !== "undecided");
  });

  it("of a figure without luck, a bound that is hit holds with >= and fails with >", () => {
    const verdict = (text: string, value: number) =>
      judgePromise(promised(text), withFigure("aht", figure(value, 0)), oneLook).verdict;
    expect(verdict("claims.aht >= 4m", 240)).toBe("holds");
    expect(verdict("claims.aht <= 4m", 240)).toBe("holds");
    expect(verdict("claims.aht > 4m", 240)).toBe("fails");
    expect(verdict("claims.aht < 4m", 240)).toBe("fails");
    // The last bit of a sum is no failure.
    expect(verdict("claims.aht <= 4m", 240.00000000000003)).toBe("holds");
    expect(verdict("claims.aht <= 4m", 240.000001)).toBe("fails");
  });

  it("at the level of the looks, which is stricter the more of them there are", () => {
    const close = promised("claims.serviceLevel >= 80.6%");
    expect(judgePromise(close, summary, oneLook).verdict).toBe("holds");
    const judged = judgePromise(close, summary, planLooks(20, 160));
    expect(judged.verdict).toBe("undecided");
    // t(0.99375, 19) / t(0.975, 19) = 2.7497 / 2.0930.
    expect((judged.reached.high - judged.reached.low) / 2 / 0.006).toBeCloseTo(2.7497 / 2.093, 2);
  });

  it("and says how many replications would decide it", () => {
    const { needed } = judgePromise(promised("claims.serviceLevel >= 81%"), summary, oneLook);
    // 0.6 points at 20 are to shrink to 0.3: some four times as many at 95 %, more for the looks then taken.
    expect(needed).toBeGreaterThan(80);
    expect(needed).toBeLessThan(160);
    const onBound = judgePromise(promised("claims.serviceLevel >= 81.3%"), summary, oneLook);
    expect(onBound.needed).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("a promise on a figure without interval", () => {
  it("is judged by the estimate where there is one replication, or none can have one", () => {
    const alone = withFigure("serviceLevel", figure(0.813), 1);
    const verdict = (text: string) => judgePromise(promised(text), alone, planLooks(1, 1)).verdict;
    expect(verdict("claims.serviceLevel >= 81.2%")).toBe("holds");
    expect(verdict("claims.serviceLevel >= 81.4%")).toBe("fails");
    expect(verdict("claims.longestWait <= 2h")).toBe("holds");
    expect(verdict("claims.longestWait <= 1h")).toBe("fails");
  });

  it("is undecided where nothing was observed, and no number of replications is promised to help", () => {
    const judged = judgePromise(promised("fleet.serviceLevel >= 80%"), summary, oneLook);
    expect(judged.verdict).toBe("undecided");
    expect(judged.needed).toBeNaN();
  });
});
