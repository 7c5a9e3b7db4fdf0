import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { version } from "../../src/kit/version.js";
import { compile } from "../../src/model/model.js";
import { normalSampler } from "../../src/random/normal-sampler.js";
import { openStream } from "../../src/random/stream.js";
import { evaluate } from "../../src/run/evaluate.js";
import { Evaluation } from "../../src/run/evaluation.js";
import { inProcessRunner } from "../../src/run/in-process-runner.js";
import type { Runner } from "../../src/run/runner.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import type { RunPlan } from "../../src/scenario/scenario.js";
import { meanFigure } from "../../src/statistics/mean.js";
import { summarise, summaryOf } from "../../src/statistics/summarise.js";
import type { Figure } from "../../src/statistics/summary.js";
import { SummaryTables } from "../../src/statistics/summary-tables.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { buildScenario } from "../build-scenario.js";

const HOUR = 3600;
const detail = { intervals: false, weekdayIntervals: false, shifts: false } as const;
const exponential = (meanSeconds: number) => ({ kind: "exponential" as const, meanSeconds });

/** A small line by Erlang A. */
const lineOf = (run: Partial<RunPlan>) =>
  buildScenario({
    warmupSeconds: HOUR,
    queues: [
      {
        name: "calls",
        perHour: 30,
        patience: exponential(120),
        serviceLevel: { withinSeconds: 20, counting: "abandoned-miss", underSeconds: 5 },
      },
    ],
    teams: [{ agents: 2 }],
    run: { seed: "line", replications: 20, ...run },
  });
const truth = erlangA({ ratePerSecond: 30 / HOUR, handleSeconds: 180 }, 2, 120).answeredWithin(20);
const precise = (halfWidth: number, most = 400) => ({
  precision: { measure: "calls.serviceLevel", halfWidth, most },
});

describe("an evaluation", () => {
  it("is the summary of its replications, on any number of workers, whatever the batches", async () => {
    const scenario = lineOf({ replications: 24 });
    const model = compile(scenario);
    const observations = Array.from({ length: 24 }, (_, index) => simulate(model, "line", index + 1));
    const wanted = JSON.stringify(summarise(model, observations, { seed: "line", version }));
    const parts = new Evaluation(scenario);
    await parts.simulateUpTo(7);
    const runner = threadRunner(2);
    try {
      expect(JSON.stringify(await evaluate(scenario))).toBe(wanted);
      expect(JSON.stringify(await evaluate(scenario, { runner }))).toBe(wanted);
      expect(JSON.stringify(await parts.simulateUpTo(24))).toBe(wanted);
    } finally {
      await runner.close();
    }
  });

  it("keeps no observations once they are added", async () => {
    const inner = inProcessRunner();
    const returned: number[] = [];
    const runner: Runner = {
      ...inner,
      async perform(job, options) {
        const found = await inner.perform(job, options);
        returned.push(found.length);
        return found;
      },
    };
    expect((await evaluate(lineOf({}), { runner })).replications).toBe(20);
    expect(returned).toEqual([0]);
  });

  it("adds batches to thirty replications until the half width is small enough", async () => {
    const wide = await evaluate(lineOf(precise(0.5)), { detail });
    expect(wide.replications).toBe(30);
    expect(wide.precision).toMatchObject({ measure: "calls.serviceLevel", halfWidth: 0.5, isReached: true });
    const narrow = await evaluate(lineOf(precise(0.003)), { detail });
    expect(narrow.replications).toBeGreaterThan(30);
    expect(narrow.replications % 10).toBe(0);
    const { low, high } = narrow.queues[0].figures["serviceLevel"];
    expect(narrow.precision?.reachedHalfWidth).toBe((high - low) / 2);
    expect((high - low) / 2).toBeLessThanOrEqual(0.003);
    const fewer = await evaluate(lineOf({ ...precise(0.003) }), {
      detail,
      replications: narrow.replications - 10,
    });
    expect(fewer.precision).toBeUndefined();
    const before = fewer.queues[0].figures["serviceLevel"];
    expect((before.high - before.low) / 2).toBeGreaterThan(0.003);
  });

  it("stops at the most, saying that the precision was not reached", async () => {
    const { replications, precision } = await evaluate(lineOf(precise(0.0001, 35)), { detail });
    expect(replications).toBe(35);
    expect(precision).toMatchObject({ isReached: false, most: 35 });
  });

  it("needs fewer replications for a precision with control variates than without", async () => {
    const { precision } = precise(0.003);
    const adjusted = await evaluate(lineOf({ precision }), { detail });
    const observed = await evaluate(lineOf({ precision, controlVariates: false }), { detail });
    expect(adjusted.replications).toBeLessThan(observed.replications);
    expect(observed.controls).toBeUndefined();
    expect(adjusted.controls).toMatchObject({ names: ["workload"], measure: "calls.serviceLevel" });
    // What they are worth is foretold from the spread of fewer replications.
    const foretold = adjusted.controls!.replicationsWithout;
    expect(foretold / observed.replications).toBeGreaterThan(0.6);
    expect(foretold / observed.replications).toBeLessThan(1.6);
  });
});

describe("stopping at a half width", () => {
  const LEAST = 30;
  const STEP = 10;

  /** Share of experiments that hold the truth when they are first narrow enough; replications that took. */
  function stopped(experiments: number, begin: (experiment: number) => Growing, truth: number) {
    let held = 0;
    let replications = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const { first, step, halfWidth, add } = begin(experiment);
      let figure = add(first);
      replications += first;
      for (; (figure.high - figure.low) / 2 > halfWidth; replications += step) figure = add(step);
      if (figure.low <= truth && truth <= figure.high) held++;
    }
    return { held: held / experiments, replications: replications / experiments };
  }
  const errorOf = (experiments: number) => Math.sqrt((0.95 * 0.05) / experiments);

  it("after thirty replications and batches of ten holds Erlang A's answer in 95 of 100", () => {
    const model = compile(lineOf({}));
    const { held, replications } = stopped(
      200,
      (experiment) => {
        const tables = new SummaryTables(model, detail);
        const add = (count: number) => {
          for (let index = 0; index < count; index++) {
            tables.add(simulate(model, `stopping-${experiment}`, tables.replications + 1));
          }
          return summaryOf(tables, { seed: "", version: "" }).queues[0].figures["serviceLevel"];
        };
        return { first: LEAST, step: STEP, halfWidth: 0.005, add };
      },
      truth,
    );
    expect(replications).toBeGreaterThan(40);
    expect(Math.abs(held - 0.95)).toBeLessThan(4 * errorOf(200));
  });

  /** Normal values about 0, of standard deviation 1. */
  const normal = (first: number, step: number, halfWidth: number) => (experiment: number) => {
    const draw = normalSampler(openStream("stopping", experiment, "normal", ""));
    const values: number[] = [];
    const add = (count: number) => {
      for (let index = 0; index < count; index++) values.push(draw());
      return meanFigure(values);
    };
    return { first, step, halfWidth, add };
  };

  it("after thirty is honest where so many are just about enough, and where it takes many more", () => {
    for (const halfWidth of [0.4, 0.33, 0.25]) {
      const { held } = stopped(2000, normal(LEAST, STEP, halfWidth), 0);
      // A look more than one costs a little: 1 in 100 is the most that is taken for honest.
      expect(held).toBeGreaterThan(0.94 - 4 * errorOf(2000));
      expect(held).toBeLessThan(0.95 + 4 * errorOf(2000));
    }
  });

  it("at the first moment, from three on, would leave the truth out too often", () => {
    expect(stopped(2000, normal(3, 1, 0.33), 0).held).toBeLessThan(0.94 - 4 * errorOf(2000));
  });
});

/** An experiment that can be gone on with, and when it is enough. */
interface Growing {
  readonly first: number;
  readonly step: number;
  readonly halfWidth: number;
  readonly add: (replications: number) => Figure;
}
