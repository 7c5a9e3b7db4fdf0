import { describe, expect, test } from "vitest";
import { WrongUsage } from "../../src/kit/problem.js";
import { attribute } from "../../src/plan/compare/attribute.js";
import { compare } from "../../src/plan/compare/compare.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { studentQuantile } from "../../src/statistics/student.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { steadyServiceLevel } from "../../src/statistics/theory/steady-state.js";
import { buildScenario, type QueuePart } from "../build-scenario.js";

const PATIENCE = { kind: "exponential", meanSeconds: 180 } as const;
const talk = (meanSeconds: number) => ({ talk: { kind: "exponential", meanSeconds } as const });
const RULE = { withinSeconds: 20, counting: "abandoned-miss", underSeconds: 5 } as const;

/** One queue of Erlang A, three days after a warm-up of four hours. */
function line(queue: QueuePart, agents = 11): Scenario {
  return buildScenario({
    days: 3,
    warmupSeconds: 4 * 3600,
    queues: [{ perHour: 150, handle: talk(240), patience: PATIENCE, serviceLevel: RULE, ...queue }],
    teams: [{ agents }],
    run: { seed: "compare", replications: 20 },
  });
}

/** A queue that calls twice on two teams of their own. */
function twoQueues(parts: { readonly perHour?: number; readonly agents?: number }): Scenario {
  return buildScenario({
    queues: [{ perHour: parts.perHour ?? 90, patience: PATIENCE }, { perHour: 40 }],
    teams: [
      { agents: parts.agents ?? 5, skills: ["q0"] },
      { agents: 3, skills: ["q1"] },
    ],
    run: { seed: "two", replications: 6 },
  });
}

const named = (...scenarios: readonly Scenario[]) =>
  scenarios.map((scenario, index) => ({ name: `v${index}`, scenario }));

/** Service level and speed of answer by formula. */
function truth(perHour: number, talkSeconds: number) {
  const state = erlangA({ ratePerSecond: perHour / 3600, handleSeconds: talkSeconds }, 11, 180);
  return {
    serviceLevel: steadyServiceLevel(state, RULE),
    asa: state.asaSeconds,
    abandonRate: state.abandonedShare,
  };
}

describe("the difference of two variants", () => {
  /** Standard errors between the simulated difference and that of the formulas. */
  async function distances(talkSeconds: number): Promise<number[]> {
    const { comparisons } = await compare(
      named(line({}), line({ perHour: 165, handle: talk(talkSeconds) })),
      { why: false, replications: 60 },
    );
    const [from, to] = [truth(150, 240), truth(165, 240)];
    return (["serviceLevel", "abandonRate"] as const).map((measure) => {
      const { difference } = comparisons[0].figures.find(
        (one) => one.of === "queue" && one.measure === measure,
      )!;
      const error = (difference.high - difference.low) / 2 / studentQuantile(0.975, 59);
      return Math.abs(difference.mean - (to[measure] - from[measure])) / error;
    });
  }

  test("agrees with Erlang A at two loads within four standard errors", async () => {
    for (const distance of await distances(240)) expect(distance).toBeLessThan(4);
  });

  test("does not where the second handles 1 % too long", async () => {
    for (const distance of await distances(242.4)) expect(distance).toBeGreaterThan(4);
  });

  test("is sharper than that of independent runs, as it says", async () => {
    const { comparisons } = await compare(named(line({}, 11), line({}, 12)), {
      why: false,
      replications: 60,
    });
    const { chosen } = comparisons[0];
    const [first, second] = await Promise.all([
      compare(named(line({}), line({})), { why: false, replications: 60 }),
      compare(named(line({}, 12), line({}, 12)), { why: false, replications: 60, seed: "other" }),
    ]);
    const variance = (half: number) => half * half;
    const half = ({ low, high }: { low: number; high: number }) => (high - low) / 2;
    const apart = variance(half(first.levels[0])) + variance(half(second.levels[0]));
    const observed = apart / variance(half(chosen.difference));
    expect(chosen.varianceRatio).toBeGreaterThan(4);
    // Two ratios of variances with 59 degrees of freedom each.
    expect(observed / chosen.varianceRatio).toBeGreaterThan(0.4);
    expect(observed / chosen.varianceRatio).toBeLessThan(2.5);
  });

  test("of a scenario and itself is exactly 0 in every figure, and nothing explains it", async () => {
    const { comparisons, family } = await compare(named(line({}), line({})));
    const [{ figures, attribution }] = comparisons;
    for (const { a, difference, verdict } of figures) {
      if (Number.isNaN(a.mean)) continue;
      expect([difference.mean, difference.low, difference.high, verdict]).toEqual([0, 0, 0, "same"]);
    }
    expect(family.size).toBe(0);
    expect(attribution).toMatchObject({ parts: [], mixes: 1, difference: { mean: 0, low: 0, high: 0 } });
  });

  test("leaves an unrelated queue and its team the same", async () => {
    const { comparisons } = await compare(named(twoQueues({}), twoQueues({ agents: 6 })), { why: false });
    const verdicts = (name: string) =>
      comparisons[0].figures.filter((one) => one.name === name).map(({ verdict }) => verdict);
    expect(new Set(verdicts("q1"))).toEqual(new Set(["same"]));
    expect(verdicts("q0")).toContain("real");
  });

  test("by interval is of the chosen measure, for every queue and all together", async () => {
    const { comparisons, intervalFamily } = await compare(named(twoQueues({}), twoQueues({ agents: 6 })), {
      why: false,
      intervals: "each",
      by: "q0.asa",
    });
    const { intervals } = comparisons[0];
    expect(intervals).toHaveLength(48 * 3);
    expect(new Set(intervals.map(({ measure }) => measure))).toEqual(new Set(["asa"]));
    expect(intervals[0].interval).toBe("2026-03-02T00:00:00+00:00");
    expect(intervalFamily.size).toBeGreaterThan(40);
    await expect(compare(named(line({}), line({})), { by: "q0.p90", intervals: "weekday" })).rejects.toThrow(
      "not counted by interval",
    );
  });

  test("of variants with other queues is of what both have, and names the rest", async () => {
    const { comparisons } = await compare(named(line({}), twoQueues({})), { why: false });
    expect(comparisons[0]).toMatchObject({ onlyInFirst: [], onlyInThis: ["queues.q1", "teams.t1"] });
    expect(comparisons[0].figures.some(({ name }) => name === "q1")).toBe(false);
  });

  test("names the figures that only one of the variants counts, as it alone uses their mechanism", async () => {
    const read = (more: string) =>
      readScenarioText(
        `callsim: 1
name: Leaving
calendar: {start: 2026-03-02, days: 1}
queues: {calls: {arrivals: {perDay: 300}, handle: {talk: 4m}, patience: {exponential: {mean: 2m}}}}
teams: {agents: {skills: [calls], agents: 2}}
run: {replications: 2}
${more}`,
        "leaving.yaml",
      ).scenario;
    const customers = "customers: {count: 1000, yearlyValue: 300, badly: [abandoned]}";
    const { comparisons } = await compare(named(read(""), read(customers)), { why: false });
    expect(comparisons[0]).toMatchObject({
      onlyInFirst: [],
      onlyInThis: [
        "queues.calls.customersLost",
        ...["customersLost", "valueLost", "revenue", "result"].map((name) => `total.${name}`),
      ],
    });
    const same = await compare(named(read(customers), read(customers)), { why: false });
    expect(same.comparisons[0]).toMatchObject({ onlyInFirst: [], onlyInThis: [] });
  });

  test("is of the replications that all have finished where it is stopped", async () => {
    const stop = new AbortController();
    const { replications, comparisons } = await compare(named(twoQueues({}), twoQueues({ agents: 6 })), {
      replications: 25,
      signal: stop.signal,
      onProgress: (done, of) => {
        expect(of).toBe(50);
        if (done === 33) stop.abort();
      },
    });
    // Ten of each, ten of each, five of the first ... : at the 33rd both have ten, and the second three more.
    expect(replications).toBe(13);
    expect(comparisons[0].figures[0].difference.mean).not.toBeNaN();
    expect(comparisons[0].attribution).toBeUndefined();
  });

  test("is whole where it is stopped while it is explained", async () => {
    const stop = new AbortController();
    const variants = named(twoQueues({}), twoQueues({ agents: 6, perHour: 100 }));
    const { replications, comparisons } = await compare(variants, {
      signal: stop.signal,
      onProgress: (done, of) => {
        expect(of).toBe(4 * 6);
        if (done === 15) stop.abort();
      },
    });
    expect([replications, comparisons[0].attribution]).toEqual([6, undefined]);
  });

  test("of one replication has no interval and no verdict", async () => {
    const { comparisons } = await compare(named(twoQueues({}), twoQueues({ agents: 6 })), {
      replications: 1,
    });
    expect(comparisons[0].chosen).toMatchObject({ verdict: "none", pValue: Number.NaN });
  });
});

describe("the choice of a figure", () => {
  const choose = (by: string) =>
    compare(named(twoQueues({}), twoQueues({})), { by, replications: 2, why: false });

  test("takes a measure of all together, of a queue or a team, in either spelling", async () => {
    expect((await choose("service-level")).chosen.path).toBe("total.serviceLevel");
    expect((await choose("q1.p90")).chosen).toMatchObject({ of: "queue", better: "less" });
    expect((await choose("t0.contacts-per-hour")).comparisons[0].chosen.measure).toBe("contactsPerHour");
  });

  test.each([
    ["sevice-level", "did you mean serviceLevel?"],
    ["p90", "write one such as q0.p90"],
    ["q7.asa", "there is no queue or team q7"],
    ["q0.longestWait", "has no interval"],
  ])("refuses %s and says what to write", async (by, says) => {
    const error = await choose(by).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(WrongUsage);
    expect(String(error)).toContain(says);
  });
});

describe("the ranking of three", () => {
  test("has the best first and names those that may be", async () => {
    const variants = named(line({}, 9), line({}, 13), line({}, 11));
    const { ranking } = await compare(variants, { replications: 10 });
    expect(ranking!.ranked.map(({ variant }) => variant)).toEqual([1, 2, 0]);
    expect(ranking!.ranked.map(({ mayBeBest }) => mayBeBest)).toEqual([true, false, false]);
    expect((await compare(variants, { replications: 2, by: "occupancy" })).ranking).toBeUndefined();
  });
});

describe("why a figure differs", () => {
  const busier = line({ perHour: 165, handle: talk(220) }, 12);

  test("is shared out so that the shares add up to the difference", async () => {
    const { parts, difference, mixes } = await attribute(line({}), busier, { replications: 10 });
    expect(parts.map((one) => one.parts)).toEqual([["volume"], ["handle"], ["staff"]]);
    expect(mixes).toBe(8);
    const sum = parts.reduce((all, { share }) => all + share.mean, 0);
    expect(sum).toBeCloseTo(difference.mean, 12);
    expect(parts[0].share.high).toBeLessThan(0);
    expect(parts[1].share.low).toBeGreaterThan(0);
    expect(parts[2].share.low).toBeGreaterThan(0);
  });

  test("agrees with the Shapley values that Erlang A gives, within four standard errors", async () => {
    const options = { replications: 60 };
    const { parts } = await attribute(line({}), line({ perHour: 165, handle: talk(220) }), options);
    const level = (perHour: number, seconds: number) => truth(perHour, seconds).serviceLevel;
    const [none, volume, handle, both] = [level(150, 240), level(165, 240), level(150, 220), level(165, 220)];
    const wanted = [(volume - none + both - handle) / 2, (handle - none + both - volume) / 2];
    for (const [index, { share, alone, last }] of parts.entries()) {
      const error = (share.high - share.low) / 2 / studentQuantile(0.975, 59);
      expect(Math.abs(share.mean - wanted[index])).toBeLessThan(4 * error);
      // Half of what is made together is far more than the error: another part's value is told from it.
      expect(Math.abs(share.mean - wanted[1 - index])).toBeGreaterThan(4 * error);
      expect(share.mean).toBeCloseTo((alone.mean + last.mean) / 2, 12);
    }
  });

  test("is one part's alone where nothing else differs, without simulating more", async () => {
    let simulated = 0;
    const { parts, difference } = await attribute(line({}), line({}, 12), {
      replications: 3,
      onProgress: (_, of) => {
        simulated = of;
      },
    });
    expect(simulated).toBe(6);
    expect(parts[0].share).toEqual(difference);
  });

  test("leaves out what has no effect on the figure, and says so", async () => {
    const paid = { ...line({}), teams: [{ ...line({}).teams[0], pay: 20 }] };
    const { parts, without } = await attribute(line({}), paid, { replications: 2 });
    expect([parts, without]).toEqual([[], ["pay"]]);
    const { parts: ofCost } = await attribute(
      paid,
      { ...paid, teams: [{ ...paid.teams[0], pay: 21 }] },
      {
        replications: 2,
        by: "cost",
      },
    );
    expect(ofCost.map((one) => one.parts)).toEqual([["pay"]]);
    expect(ofCost[0].share.mean).toBeCloseTo(72 * 11, 0);
  });

  test("counts another threshold as a part of its own", async () => {
    const later = line({ perHour: 140, serviceLevel: { ...RULE, withinSeconds: 30 } });
    const { parts } = await attribute(line({}), later, { replications: 4 });
    expect(parts.map((one) => one.parts)).toEqual([["volume"], ["target"]]);
    for (const { share } of parts) expect(share.low).toBeGreaterThan(0);
  });

  test("rejects where it is stopped before its end", async () => {
    const stop = new AbortController();
    const stopped = attribute(line({}), busier, {
      replications: 4,
      signal: stop.signal,
      onProgress: (done) => {
        if (done === 10) stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow("aborted");
  });
});
