import { describe, expect, test } from "vitest";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { finiteLines } from "../../src/statistics/theory/finite-lines.js";

/** 333 1/3 erlangs. */
const WORKLOAD = { ratePerSecond: 5000 / 3600, handleSeconds: 240 };
const FIGURES = ["delayedShare", "asaSeconds", "queueLength", "occupancyShare", "abandonedShare"] as const;

describe("lines without end, but for a busy signal nobody hears", () => {
  test.each([335, 344, 420])("are Erlang C with %d agents", (agents) => {
    const [lines, endless] = [finiteLines(WORKLOAD, agents, 200_000), erlangC(WORKLOAD, agents)];
    for (const figure of FIGURES) expect(lines[figure]).toBeCloseTo(endless[figure], 8);
    for (const share of [0.5, 0.9, 0.999]) {
      expect(lines.waitPercentileSeconds(share)).toBeCloseTo(endless.waitPercentileSeconds(share), 5);
    }
    expect(lines.answeredWithin(20)).toBeCloseTo(endless.answeredWithin(20), 10);
    expect(lines.blockedShare).toBeLessThan(1e-100);
  });

  test.each([250, 333, 400])("are Erlang A with %d agents where callers hang up", (agents) => {
    const [lines, endless] = [finiteLines(WORKLOAD, agents, 200_000, 180), erlangA(WORKLOAD, agents, 180)];
    for (const figure of FIGURES) expect(lines[figure]).toBeCloseTo(endless[figure], 8);
    expect(lines.answeredWithin(20)).toBeCloseTo(endless.answeredWithin(20), 9);
    expect(lines.abandonedWithin(20)).toBeCloseTo(endless.abandonedWithin(20), 9);
  });

  test("all taken when more comes than the agents can do: only the longest waits differ", () => {
    const few = finiteLines(WORKLOAD, 300, 20_000);
    const many = finiteLines(WORKLOAD, 300, 100_000);
    // What is blocked is what the agents cannot do; each line more is one more that waits.
    for (const state of [few, many]) expect(state.blockedShare).toBeCloseTo(1 - 300 / (5000 / 15), 12);
    expect(many.queueLength - few.queueLength).toBeCloseTo(80_000, 5);
    expect(many.waitPercentileSeconds(0.5) - few.waitPercentileSeconds(0.5)).toBeCloseTo(
      (80_000 * 240) / 300,
      0,
    );
  });
});
