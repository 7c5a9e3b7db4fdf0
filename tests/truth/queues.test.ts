import { describe, expect, test } from "vitest";
import { survivalOf } from "../../src/statistics/survival.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { erlangB } from "../../src/statistics/theory/erlang-b.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { finiteLines } from "../../src/statistics/theory/finite-lines.js";
import { generalPatience } from "../../src/statistics/theory/general-patience.js";
import type { SteadyState } from "../../src/statistics/theory/steady-state.js";
import { errorOf, nameOf, referenceRows } from "./reference.js";

test("Erlang B is the sum over all states, up to 20,000 agents, to 1e-12", () => {
  for (const [load, agents, blocked] of referenceRows("reference-queues", "Erlang B")) {
    expect(errorOf(erlangB(load, agents), blocked), `${load} ${agents}`).toBeLessThan(1e-12);
  }
});

describe("survival functions of patience agree with scipy and numerical integrals", () => {
  const rows = referenceRows("reference-queues", "survival");
  test("every kind is in the table", () => {
    expect(new Set(rows.map(([{ kind }]) => kind)).size).toBe(10);
  });
  for (const [distribution, x, above, meanUpTo] of rows) {
    test(`${nameOf(distribution)} at ${x}`, () => {
      const survival = survivalOf(distribution);
      expect(Math.abs(survival.above(x) - above)).toBeLessThan(1e-13);
      expect(Math.abs(survival.below(x) - (1 - above))).toBeLessThan(1e-13);
      expect(errorOf(survival.meanUpTo(x), meanUpTo)).toBeLessThan(1e-10);
    });
  }
});

describe("M/M/20 with 20 erlangs agrees with numerical integrals where patience is", () => {
  const rows = referenceRows("reference-queues", "M/M/20+G");
  for (const [patience, delayed, answered, asa, answeredWithin, abandonedWithin] of rows) {
    test(nameOf(patience), () => {
      const state = generalPatience({ ratePerSecond: 1 / 9, handleSeconds: 180 }, 20, patience);
      expect(errorOf(state.delayedShare, delayed)).toBeLessThan(1e-9);
      expect(errorOf(state.answeredShare, answered)).toBeLessThan(1e-9);
      expect(errorOf(state.abandonedShare, 1 - answered)).toBeLessThan(1e-9);
      expect(errorOf(state.asaSeconds, asa)).toBeLessThan(1e-9);
      expect(errorOf(state.answeredWithin(20), answeredWithin)).toBeLessThan(1e-9);
      expect(errorOf(state.abandonedWithin(20), abandonedWithin)).toBeLessThan(1e-9);
    });
  }
});

/** Two states are the same queue reached by two formulas. */
function expectSame(one: SteadyState, other: SteadyState, within: number): void {
  const numbers = (state: SteadyState) => [
    state.delayedShare,
    state.answeredShare,
    state.abandonedShare,
    state.occupancyShare,
    state.asaSeconds,
    state.meanWaitSeconds,
    state.queueLength,
    ...[0, 5, 20, 120].flatMap((seconds) => [state.answeredWithin(seconds), state.abandonedWithin(seconds)]),
    state.waitPercentileSeconds(0.9),
    state.waitPercentileSeconds(0.99),
  ];
  const others = numbers(other);
  for (const [k, value] of numbers(one).entries()) {
    const error = Math.abs(value - others[k]);
    expect(error, `figure ${k}: ${value} and ${others[k]}`).toBeLessThan(within * Math.abs(value) + 1e-14);
  }
}

describe("formulas meet where their models do", () => {
  const sizes = [
    [1, 0.7],
    [20, 19],
    [400, 395],
    [20_000, 19_900],
  ];
  for (const [agents, load] of sizes) {
    const workload = { ratePerSecond: load / 240, handleSeconds: 240 };
    test(`${agents} agents: states and integrals agree on hang-ups`, () => {
      expectSame(erlangA(workload, agents, 90), finiteLines(workload, agents, agents + 4000, 90), 1e-9);
    });
    test(`${agents} agents: so many lines that none is missed are Erlang C`, () => {
      const lines = agents + Math.ceil((45 * agents) / (agents - load));
      expectSame(erlangC(workload, agents), finiteLines(workload, agents, lines), 1e-9);
    });
    test(`${agents} agents: as many lines as agents are Erlang B`, () => {
      expect(errorOf(finiteLines(workload, agents, agents).blockedShare, erlangB(load, agents))).toBeLessThan(
        1e-9,
      );
    });
    test(`${agents} agents: patience without end is Erlang C`, () => {
      const endless = generalPatience(workload, agents, { kind: "constant", seconds: 1e7 });
      expectSame(erlangC(workload, agents), endless, 1e-9);
    });
  }

  test("hang-ups keep a doubled load going, on 20,000 agents too", () => {
    const workload = { ratePerSecond: 40_000 / 300, handleSeconds: 300 };
    const state = erlangA(workload, 20_000, 240);
    expect(state.occupancyShare).toBeCloseTo(1, 12);
    expect(state.abandonedShare).toBeCloseTo(0.5, 12);
    expectSame(state, finiteLines(workload, 20_000, 60_000, 240), 1e-9);
  });
});

describe("at the edges", () => {
  const workload = { ratePerSecond: 0.1, handleSeconds: 100 };
  test("a load as great as the agents, without hang-ups, waits for ever", () => {
    for (const agents of [0, 9, 10]) {
      const state = erlangC(workload, agents);
      expect(state.asaSeconds).toBe(Number.POSITIVE_INFINITY);
      expect(state.answeredWithin(1e9)).toBe(0);
    }
    expect(Number.isFinite(erlangC(workload, 11).asaSeconds)).toBe(true);
  });

  test("without agents everybody hangs up when patience ends", () => {
    const state = erlangA(workload, 0, 60);
    expect(state.abandonedShare).toBe(1);
    expect(state.meanWaitSeconds).toBeCloseTo(60, 10);
    expect(state.abandonedWithin(60)).toBeCloseTo(1 - Math.exp(-1), 12);
    expect(state.asaSeconds).toBeNaN();
    expect(finiteLines(workload, 0, 500, 60).meanWaitSeconds).toBeCloseTo(60, 10);
  });

  test("a queue to which nothing comes has no shares", () => {
    const nothing = { ratePerSecond: 0, handleSeconds: 100 };
    for (const state of [erlangC(nothing, 3), erlangA(nothing, 3, 60), finiteLines(nothing, 3, 5)]) {
      expect(state.answeredShare).toBeNaN();
      expect(state.answeredWithin(20)).toBeNaN();
      expect(state.occupancyShare).toBe(0);
      expect(state.queueLength).toBe(0);
    }
  });

  test("far more agents than load make nobody wait, and nothing overflows", () => {
    const state = erlangA(workload, 5000, 60);
    expect(state.answeredShare).toBe(1);
    expect(state.abandonedShare).toBe(0);
    expect(state.asaSeconds).toBe(0);
    expect(state.waitPercentileSeconds(0.99)).toBe(0);
  });

  test("what is no number of agents, lines or seconds is refused", () => {
    expect(() => erlangC(workload, 2.5)).toThrow(RangeError);
    expect(() => erlangC({ ratePerSecond: -1, handleSeconds: 1 }, 2)).toThrow(RangeError);
    expect(() => erlangC({ ratePerSecond: 1, handleSeconds: Number.NaN }, 2)).toThrow(RangeError);
    expect(() => erlangB(-1, 2)).toThrow(RangeError);
    expect(() => finiteLines(workload, 2, 0)).toThrow(RangeError);
    expect(() => finiteLines(workload, 2, 5, -1)).toThrow(RangeError);
  });
});
