import { describe, expect, it } from "vitest";
import { growthFactor, multipliesContacts, yearChange, yearsOf } from "../../src/plan/growth/growth-paths.js";
import { assumptionOf } from "../../src/plan/growth/growth-words.js";
import type { GrowthCase } from "../../src/scenario/growth.js";

/** A growth case in a test: what is silent is as in a file. */
function growthCase(parts: Partial<GrowthCase>): GrowthCase {
  return {
    name: "a case",
    of: "volume",
    change: 0.36,
    share: 1,
    from: 2016,
    until: 2026,
    source: "",
    deflected: 0,
    handleTime: 0,
    pool: 1,
    ...parts,
  };
}

describe("the years of a growth case", () => {
  it("are all from first to last", () => {
    expect(yearsOf(growthCase({ from: 2018, until: 2021 }))).toEqual([2018, 2019, 2020, 2021]);
  });

  it("are the two ends where nothing changes in between", () => {
    expect(yearsOf(growthCase({ change: 0, pool: 4 }))).toEqual([2016, 2026]);
    expect(yearsOf(growthCase({ change: 0, deflected: 0.1 })).length).toBe(11);
    expect(yearsOf(growthCase({ change: 0, handleTime: 0.1 })).length).toBe(11);
    expect(yearsOf(growthCase({ change: 0, target: { answeredShare: 0.9 } })).length).toBe(11);
  });
});

describe("growth", () => {
  it("is compound: equal factors from year to year, the whole change at the end", () => {
    const boom = growthCase({});
    expect(growthFactor(boom, 2016)).toBe(1);
    expect(growthFactor(boom, 2026)).toBeCloseTo(1.36, 12);
    const yearly = yearsOf(boom)
      .slice(1)
      .map((year) => growthFactor(boom, year) / growthFactor(boom, year - 1));
    for (const factor of yearly) expect(factor).toBeCloseTo(1.36 ** 0.1, 12);
  });

  it("falls where the change is a decline", () => {
    const decline = growthCase({ change: -0.02, from: 2018, until: 2028 });
    expect(growthFactor(decline, 2023)).toBeCloseTo(Math.sqrt(0.98), 12);
    expect(growthFactor(decline, 2028)).toBeCloseTo(0.98, 12);
  });

  it("is the centre's share of the change", () => {
    expect(growthFactor(growthCase({ change: 0.05, share: 0.36 }), 2026)).toBeCloseTo(1.018, 12);
  });

  it("leaves to agents what self-service does not take, and makes that longer, in equal yearly steps", () => {
    const selfService = growthCase({ deflected: 0.3, handleTime: 0.2 });
    expect(yearChange(selfService, 2016)).toEqual({ volume: 1, handleTime: 1 });
    const half = yearChange(selfService, 2021);
    expect(half.volume).toBeCloseTo(Math.sqrt(1.36) * 0.85, 12);
    expect(half.handleTime).toBeCloseTo(1.1, 12);
    expect(yearChange(selfService, 2026).volume).toBeCloseTo(1.36 * 0.7, 12);
  });

  it("of jobs leaves the volume to be found", () => {
    expect(yearChange(growthCase({ of: "jobs", handleTime: 0.1 }), 2026)).toEqual({
      volume: 1,
      handleTime: 1.1,
    });
  });

  it("comes nearer to a tightened target every year", () => {
    const goal = { answeredShare: 0.9, withinSeconds: 15 };
    const tighter = growthCase({ change: 0, until: 2020, target: goal });
    expect(yearsOf(tighter).map((year) => yearChange(tighter, year).target)).toEqual(
      [0, 0.25, 0.5, 0.75, 1].map((reached) => ({ goal, reached })),
    );
  });

  it("multiplies contacts unless only the target changes", () => {
    expect(multipliesContacts(growthCase({ change: 0, target: { answeredShare: 0.9 } }))).toBe(false);
    for (const parts of [
      { change: 0.01 },
      { of: "jobs" } as const,
      { deflected: 0.1 },
      { handleTime: -0.1 },
      { pool: 2 },
    ]) {
      expect(multipliesContacts(growthCase({ change: 0, ...parts }))).toBe(true);
    }
  });
});

describe("what a case assumes", () => {
  it("is said in a line", () => {
    expect(assumptionOf(growthCase({ of: "jobs" }))).toBe("jobs +36 % from 2016 to 2026");
    expect(assumptionOf(growthCase({ change: -0.02, from: 2018, until: 2028 }))).toBe(
      "contacts -2 % from 2018 to 2028",
    );
    expect(assumptionOf(growthCase({ of: "jobs", change: 0.05, share: 0.36 }))).toBe(
      "jobs +1.8 % from 2016 to 2026 (36 % of +5 %)",
    );
    expect(assumptionOf(growthCase({ deflected: 0.3, handleTime: 0.2 }))).toBe(
      "contacts +36 % from 2016 to 2026, 30 % of contacts taken by self-service by 2026, handle time +20 %",
    );
    expect(
      assumptionOf(growthCase({ change: 0, pool: 4, target: { answeredShare: 0.9, withinSeconds: 15 } })),
    ).toBe(
      "contacts as they are, 2016 to 2026, 4 centres like this one become one, " +
        "target rises to 90 % within 15 s",
    );
  });
});
