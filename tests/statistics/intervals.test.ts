import { describe, expect, test } from "vitest";
import type { Observations } from "../../src/engine/observations.js";
import { WAIT_BINS, waitBin } from "../../src/engine/wait-bins.js";
import { exponentialSampler } from "../../src/random/exponential-sampler.js";
import { openStream, type Stream } from "../../src/random/stream.js";
import { meanFigure } from "../../src/statistics/mean.js";
import { percentileBin } from "../../src/statistics/percentile.js";
import { ratioFigure } from "../../src/statistics/ratio.js";
import type { Figure } from "../../src/statistics/summary.js";
import { WaitSamples } from "../../src/statistics/wait-samples.js";

/** Share of experiments whose interval holds the truth. */
function coverage(experiments: number, truth: number, experiment: (number: number) => Figure): number {
  let held = 0;
  for (let number = 0; number < experiments; number++) {
    const { low, high } = experiment(number);
    if (low <= truth && truth <= high) held++;
  }
  return held / experiments;
}

/** Four standard errors of a share of 95 % over so many experiments. */
const slack = (experiments: number) => 4 * Math.sqrt((0.95 * 0.05) / experiments);

describe("the interval of a ratio of totals", () => {
  const EXPERIMENTS = 2000;
  const REPLICATIONS = 30;
  /** Days with more contacts serve them worse: 200 to 300 contacts, of which 0.9 − 0.3 u + 0.1 v are met. */
  const TRUTH = 197.5 / 250;
  function days(stream: Stream): { met: number[]; offered: number[] } {
    const met: number[] = [];
    const offered: number[] = [];
    for (let day = 0; day < REPLICATIONS; day++) {
      const busyness = stream();
      offered.push(200 + 100 * busyness);
      met.push(offered[day] * (0.9 - 0.3 * busyness + 0.1 * stream()));
    }
    return { met, offered };
  }
  const open = (number: number) => openStream("intervals", number, "days", "ratio");

  test("holds the truth in 95 % of experiments", () => {
    const held = coverage(EXPERIMENTS, TRUTH, (number) => {
      const { met, offered } = days(open(number));
      return ratioFigure(met, offered);
    });
    expect(Math.abs(held - 0.95)).toBeLessThan(slack(EXPERIMENTS));
  });

  test("which the mean of the days' own ratios does not", () => {
    const held = coverage(EXPERIMENTS, TRUTH, (number) => {
      const { met, offered } = days(open(number));
      return meanFigure(met.map((value, day) => value / offered[day]));
    });
    expect(held).toBeLessThan(0.95 - slack(EXPERIMENTS));
  });

  test("nor contacts taken for independent of each other", () => {
    const held = coverage(EXPERIMENTS, TRUTH, (number) => {
      const { met, offered } = days(open(number));
      const { mean } = ratioFigure(met, offered);
      const contacts = offered.reduce((sum, value) => sum + value, 0);
      const error = 1.96 * Math.sqrt((mean * (1 - mean)) / contacts);
      return { mean, low: mean - error, high: mean + error };
    });
    expect(held).toBeLessThan(0.95 - slack(EXPERIMENTS));
  });

  test("worked by hand: 3 of 4 and 5 of 12", () => {
    const { mean, low, high } = ratioFigure([3, 5], [4, 12]);
    expect(mean).toBe(0.5);
    // Residuals 1 and −1: variance 2, of the mean 1; over a mean denominator of 8; t of one degree 12.7062.
    expect(high - mean).toBeCloseTo(12.706205 / 8, 6);
    expect(mean - low).toBeCloseTo(12.706205 / 8, 6);
  });

  test("loses no digits where values are large and alike", () => {
    const shifted = ratioFigure([1e9 + 1, 1e9 + 2, 1e9 + 3], [1, 1, 1]);
    expect((shifted.high - shifted.low) / 2).toBeCloseTo(4.302653 / Math.sqrt(3), 4);
  });

  test("nothing observed is no figure, and one replication no interval", () => {
    expect(ratioFigure([0, 0], [0, 0])).toEqual({ mean: Number.NaN, low: Number.NaN, high: Number.NaN });
    expect(ratioFigure([], [])).toEqual({ mean: Number.NaN, low: Number.NaN, high: Number.NaN });
    expect(ratioFigure([3], [4])).toEqual({ mean: 0.75, low: Number.NaN, high: Number.NaN });
    expect(ratioFigure([0, 3, 0], [0, 4, 0])).toEqual({ mean: 0.75, low: Number.NaN, high: Number.NaN });
    expect(ratioFigure([3, 0, 6], [4, 0, 8])).toEqual({ mean: 0.75, low: 0.75, high: 0.75 });
  });
});

describe("the interval of a mean", () => {
  const EXPERIMENTS = 2000;
  const values = (number: number) => {
    const stream = openStream("intervals", number, "values", "mean");
    return [stream(), stream(), stream(), stream(), stream(), stream()];
  };

  test("holds the truth in 95 % of experiments, with six values already", () => {
    const held = coverage(EXPERIMENTS, 0.5, (number) => meanFigure(values(number)));
    expect(Math.abs(held - 0.95)).toBeLessThan(slack(EXPERIMENTS));
  });

  test("which the normal distribution's 1.96 does not", () => {
    const held = coverage(EXPERIMENTS, 0.5, (number) => {
      const { mean, high } = meanFigure(values(number));
      const error = ((high - mean) * 1.96) / 2.570582;
      return { mean, low: mean - error, high: mean + error };
    });
    expect(held).toBeLessThan(0.95 - slack(EXPERIMENTS));
  });

  test("leaves out what was not observed", () => {
    expect(meanFigure([Number.NaN, 2, Number.NaN, 4])).toEqual(meanFigure([2, 4]));
    expect(meanFigure([Number.NaN, 2])).toEqual({ mean: 2, low: Number.NaN, high: Number.NaN });
    expect(meanFigure([Number.NaN])).toEqual({ mean: Number.NaN, low: Number.NaN, high: Number.NaN });
    expect(meanFigure([2, 4]).high).toBeCloseTo(3 + 12.706205, 5);
  });
});

describe("percentiles of waits", () => {
  test("a percentile is the least bin that so large a share does not exceed", () => {
    const counts = Float64Array.from([9, 9, 4, 0, 5, 1]);
    const bin = (share: number) => percentileBin(counts, 2, 4, share);
    expect([0.1, 0.4, 0.41, 0.9, 0.91, 1].map(bin)).toEqual([0, 0, 2, 2, 3, 3]);
    expect(percentileBin(counts, 3, 1, 0.5)).toBe(-1);
    for (let hundredths = 1; hundredths <= 100; hundredths++) {
      expect(percentileBin(new Float64Array(100).fill(1), 0, 100, hundredths / 100)).toBe(hundredths - 1);
    }
  });

  const MEAN_SECONDS = 30;
  const TRUTH = MEAN_SECONDS * Math.log(10);
  const replications = (experiment: number, count: number) =>
    Array.from({ length: count }, (_, replication) => {
      const draw = exponentialSampler(openStream("waits", experiment * count + replication, "wait", "queue"));
      const waitCounts = new Float64Array(2 * WAIT_BINS);
      for (let contact = 0; contact < 1000; contact++) {
        waitCounts[WAIT_BINS + waitBin(1000 * MEAN_SECONDS * draw())]++;
      }
      return { waitCounts, longestWaitSeconds: new Float64Array(2) } as unknown as Observations;
    });
  const percentilesOf = (observations: readonly Observations[], queue: number) => {
    const waits = new WaitSamples(queue);
    for (const observed of observations) waits.add(observed);
    return waits.percentiles();
  };

  test("their intervals hold the truth in 95 % of experiments, and are not simply wide", () => {
    let width = 0;
    const held = coverage(400, TRUTH, (experiment) => {
      const p90 = percentilesOf(replications(experiment, 10), 1)["p90"];
      width += (p90.high - p90.low) / 400;
      return p90;
    });
    expect(Math.abs(held - 0.95)).toBeLessThan(slack(400));
    // The p90 of 10,000 exponential waits has a standard error of 3 x mean / 100; t of nine degrees is 2.262.
    expect(Math.abs(width / (2 * 2.262 * 0.03 * MEAN_SECONDS) - 1)).toBeLessThan(0.1);
  });

  test("a queue that answered nothing has none", () => {
    const { p50, p99 } = percentilesOf(replications(0, 2), 0);
    for (const figure of [p50, p99]) {
      expect(figure).toEqual({ mean: Number.NaN, low: Number.NaN, high: Number.NaN });
    }
  });
});
