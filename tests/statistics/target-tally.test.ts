import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/model.js";
import { openStream } from "../../src/random/stream.js";
import type { Target } from "../../src/scenario/queue.js";
import { eachInterval } from "../../src/statistics/slices.js";
import { TargetReader } from "../../src/statistics/target-reader.js";
import { TargetTally } from "../../src/statistics/target-tally.js";
import { buildScenario } from "../build-scenario.js";
import { handMade, type Seen } from "./hand-made-observations.js";

function tallyOf(target: Target, replications: readonly Seen[]): TargetTally {
  const model = compile(buildScenario({ intervalSeconds: 3600, queues: [{ target }] }));
  const tally = new TargetTally(new TargetReader(model), eachInterval(model.scenario.calendar));
  for (const seen of replications) tally.add(handMade(model, seen));
  return tally;
}

const calls = (arrived: number, inTime: number, waitSeconds = 0) => ({
  queues: [
    {
      interval: 9,
      arrived,
      answered: arrived,
      answeredWithin: inTime,
      answeredWaitSeconds: waitSeconds,
    },
  ],
});

describe("the margin of a target over replications", () => {
  it("is that of the totals, part by part, the least of them", () => {
    const seen = [calls(10, 9, 100), calls(30, 24, 500)];
    expect(tallyOf({ answeredShare: 0.8 }, seen).margin(9, 0)).toBeCloseTo(33 / 40 - 0.8, 12);
    expect(tallyOf({ asaSeconds: 20 }, seen).margin(9, 0)).toBeCloseTo(1 - 600 / 40 / 20, 12);
    const both = { answeredShare: 0.8, asaSeconds: 20 };
    expect(tallyOf(both, seen).margin(9, 0)).toBeCloseTo(0.025, 12);
  });

  it("is one of days where the target is by day, days without a call left out", () => {
    const byDay = { answeredShare: 0.8, daysShare: 0.5 };
    const seen = [calls(10, 9), calls(30, 24), calls(10, 7), { queues: [] }];
    expect(tallyOf(byDay, seen).margin(9, 0)).toBeCloseTo(2 / 3 - 0.5, 12);
  });

  it("is none where nobody came", () => {
    const tally = tallyOf({ answeredShare: 0.8 }, [calls(10, 9), calls(10, 9)]);
    expect(tally.margin(10, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(tally.judge(10, 0).verdict).toBe("none");
  });

  it("is not sure after one replication, nor after a handful of calls that all went well", () => {
    const target = { answeredShare: 0.8 };
    expect(tallyOf(target, [calls(100, 100)]).judge(9, 0).verdict).toBe("unsure");
    // Twenty calls answered in time of twenty: by luck at 80 % once in 87 times; three: every second time.
    expect(tallyOf(target, [calls(1, 1), calls(1, 1), calls(1, 1)]).judge(9, 0).verdict).toBe("unsure");
    const twenty = new Array(20).fill(calls(1, 1));
    expect(tallyOf(target, twenty).judge(9, 0).verdict).toBe("holds");
  });

  it("says how many replications would decide it, about", () => {
    const target = { answeredShare: 0.8 };
    const luck = [calls(10, 10), calls(10, 7), calls(10, 10), calls(10, 7), calls(10, 8)];
    const { verdict, replicationsToDecide } = tallyOf(target, luck).judge(9, 0);
    expect(verdict).toBe("unsure");
    expect(replicationsToDecide).toBeGreaterThan(5);
    const more = Array.from({ length: Math.ceil((replicationsToDecide + 1) / 5) }, () => luck).flat();
    expect(tallyOf(target, more).judge(9, 0).verdict).toBe("holds");
  });
});

describe("the bound of 95 %", () => {
  /** How often, of 400 times 25 replications, it is sure of 80 % where the truth is `truth`. */
  function sureOf(truth: number, key: string): number {
    const next = openStream(key, 1, "luck", "calls");
    let sure = 0;
    for (let experiment = 0; experiment < 400; experiment++) {
      const seen = Array.from({ length: 25 }, () => {
        // Busy days and quiet ones: half of the calls share their luck.
        const day = truth + (next() < 0.5 ? 0.1 : -0.1);
        let inTime = 0;
        for (let call = 0; call < 30; call++) if (next() < day) inTime++;
        return calls(30, inTime);
      });
      if (tallyOf({ answeredShare: 0.8 }, seen).judge(9, 0).verdict === "holds") sure++;
    }
    return sure / 400;
  }

  it("is wrong at most once in twenty times where the target is only just kept", () => {
    const error = Math.sqrt((0.05 * 0.95) / 400);
    expect(sureOf(0.8, "just")).toBeLessThan(0.05 + 4 * error);
    expect(sureOf(0.8, "just")).toBeGreaterThan(0.05 - 4 * error);
  });

  it("is mostly sure where it is well kept", () => {
    expect(sureOf(0.88, "well")).toBeGreaterThan(0.8);
  });
});
