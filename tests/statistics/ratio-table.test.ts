import { describe, expect, it } from "vitest";
import { normalSampler } from "../../src/random/normal-sampler.js";
import { openStream } from "../../src/random/stream.js";
import { type ControlFit, controlMoments, fitControls } from "../../src/statistics/control-fit.js";
import type { ControlName } from "../../src/statistics/controls.js";
import type { Measure } from "../../src/statistics/measures.js";
import { ratioFigure } from "../../src/statistics/ratio.js";
import { RatioTable } from "../../src/statistics/ratio-table.js";
import { studentQuantile } from "../../src/statistics/student.js";

type Pair = readonly [number, number];
const MEASURES: readonly Measure<Pair>[] = [
  { name: "r", unit: "share", title: "", numerator: ([n]) => n, denominator: ([, d]) => d },
];

/** The figure of pairs of numerator and denominator, one a replication; adjusted where there are controls. */
function figureOf(pairs: readonly Pair[], controls: readonly (readonly number[])[] = []) {
  const count = controls[0]?.length ?? 0;
  const table = new RatioTable(MEASURES, 1, count);
  for (const [index, pair] of pairs.entries()) {
    table.next();
    table.add(0, pair, Float64Array.from(controls[index] ?? []));
  }
  const { fit, moments } = fitOf(controls);
  return table.figures(0, { moments, parts: fit ? [{ fit, table, row: 0 }] : [] })["r"];
}

function fitOf(controls: readonly (readonly number[])[]) {
  const rows = controls.flat();
  const moments = controlMoments(rows, controls[0]?.length ?? 0);
  const names = (controls[0] ?? []).map((): ControlName => "workload");
  return { moments, fit: fitControls({ queues: [], teams: [], names, place: 0 }, moments, rows) };
}

/** Independent normal numbers of that stream. */
function normals(stream: string) {
  return normalSampler(openStream("ratio-table", 1, stream, ""));
}

describe("a table of ratios", () => {
  it("gives the figure that keeping every replication gives", () => {
    const draw = normals("plain");
    const pairs = Array.from({ length: 40 }, (): Pair => {
      const d = 1e6 + 1000 * draw();
      return [0.8 * d + 100 * draw(), d];
    });
    for (const some of [pairs, pairs.slice(0, 2), [[3, 0], [5, 0], ...pairs.slice(0, 9)] as Pair[]]) {
      const wanted = ratioFigure(
        some.map(([n]) => n),
        some.map(([, d]) => d),
      );
      const found = figureOf(some);
      expect(found.mean).toBe(wanted.mean);
      expect(found.high - found.mean).toBeCloseTo(wanted.high - wanted.mean, 12);
      expect(Math.abs((found.high - found.low) / (wanted.high - wanted.low) - 1)).toBeLessThan(1e-8);
    }
  });

  it("loses no digits of a small spread about a great ratio", () => {
    const pairs = Array.from({ length: 20 }, (_, index): Pair => [1e9 + (index % 2), 1e9]);
    const { mean, high } = figureOf(pairs);
    const t = studentQuantile(0.975, 19);
    // Half a contact to either side in 1e9.
    expect((high - mean) * 1e9).toBeCloseTo(t * Math.sqrt(0.25 / 19), 6);
  });

  it("has no width where nothing differs, one replication no interval, nothing observed no figure", () => {
    expect(
      figureOf([
        [8, 10],
        [8, 10],
        [8, 10],
      ]),
    ).toEqual({ mean: 0.8, low: 0.8, high: 0.8 });
    expect(figureOf([[8, 10]])).toEqual({ mean: 0.8, low: Number.NaN, high: Number.NaN });
    expect(
      figureOf([
        [0, 0],
        [8, 10],
        [0, 0],
      ]),
    ).toEqual({ mean: 0.8, low: Number.NaN, high: Number.NaN });
    expect(
      figureOf([
        [0, 0],
        [0, 0],
      ]).mean,
    ).toBeNaN();
    expect(
      figureOf([
        [Number.NaN, 1],
        [Number.NaN, 1],
      ]).mean,
    ).toBeNaN();
    expect(figureOf([]).mean).toBeNaN();
  });
});

describe("a figure adjusted by controls", () => {
  it("is as observed where one replication alone shows the control, however exactly it fits", () => {
    const shows = (many: number) => Array.from({ length: 16 }, (_, index) => [index < many ? 9 : -1]);
    const fits = (many: number) => shows(many).map(([x], index): Pair => [x > 0 ? 20 + 4 * index : 0, 1]);
    expect(figureOf(fits(1), shows(1))).toEqual(figureOf(fits(1)));
    // Of three, each is one of several that the line is drawn through.
    expect(figureOf(fits(3), shows(3)).mean).not.toBeCloseTo(figureOf(fits(3)).mean, 3);
  });

  it("is the intercept of the regression on them, with its own interval", () => {
    const x = [1, 3, -2, 0.5, -1, 2, 0, 1.5, -0.5, 1];
    const y = [9, 13, 4, 8, 5, 12, 8, 9, 7, 8];
    const figure = figureOf(
      y.map((one): Pair => [one, 1]),
      x.map((one) => [one]),
    );
    // Simple regression by the school's formulas: the intercept and its standard error.
    const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
    const sxx = x.reduce((sum, one) => sum + (one - mean(x)) ** 2, 0);
    const slope = x.reduce((sum, one, index) => sum + (one - mean(x)) * (y[index] - mean(y)), 0) / sxx;
    const intercept = mean(y) - slope * mean(x);
    const squares = y.reduce((sum, one, index) => sum + (one - intercept - slope * x[index]) ** 2, 0);
    const error = Math.sqrt((squares / 8) * (1 / 10 + mean(x) ** 2 / sxx));
    expect(figure.mean).toBeCloseTo(intercept, 12);
    expect(figure.high - figure.mean).toBeCloseTo(studentQuantile(0.975, 8) * error, 12);
  });

  const REPLICATIONS = 20;
  const EXPERIMENTS = 4000;
  const EXPLAINED = 0.75;
  /** Normal values of mean -5 and variance 1, never in 0..1, of which the control explains three quarters. */
  function experiments(controls: number, slack = 0) {
    const draw = normals("regression");
    let held = 0;
    let sum = 0;
    let squares = 0;
    for (let experiment = 0; experiment < EXPERIMENTS; experiment++) {
      const rows = Array.from({ length: REPLICATIONS }, () => Array.from({ length: controls }, draw));
      const pairs = rows.map(([first]): Pair => {
        return [-5 + Math.sqrt(EXPLAINED) * (first - slack) + Math.sqrt(1 - EXPLAINED) * draw(), 1];
      });
      const { mean, low, high } = figureOf(pairs, rows);
      if (low <= -5 && -5 <= high) held++;
      sum += mean + 5;
      squares += (mean + 5) ** 2;
    }
    return { held: held / EXPERIMENTS, bias: sum / EXPERIMENTS, variance: squares / EXPERIMENTS };
  }
  const heldError = Math.sqrt((0.95 * 0.05) / EXPERIMENTS);

  it.each([1, 2])("has the variance that theory gives, and its interval holds 95 %%, with %s", (controls) => {
    const { held, bias, variance } = experiments(controls);
    // Lavenberg and Welch 1981: what is not explained, times the loss (n - 2) / (n - p - 2).
    const theory = ((1 - EXPLAINED) * (REPLICATIONS - 2)) / (REPLICATIONS - controls - 2) / REPLICATIONS;
    const error = 4 * Math.sqrt(2 / EXPERIMENTS);
    expect(Math.abs(variance / theory - 1)).toBeLessThan(error);
    expect(Math.abs(held - 0.95)).toBeLessThan(4 * heldError);
    expect(Math.abs(bias)).toBeLessThan(4 * Math.sqrt(variance / EXPERIMENTS));
  });

  it("is caught when a control's expectation is a twentieth of its deviation off", () => {
    const { bias, variance } = experiments(1, 0.05);
    expect(Math.abs(bias)).toBeGreaterThan(4 * Math.sqrt(variance / EXPERIMENTS));
  });

  it("stays within 0..1 where a share's replications do, adjusted less where it would not", () => {
    const draw = normals("bounds");
    let widened = 0;
    for (let experiment = 0; experiment < 300; experiment++) {
      const rows = Array.from({ length: 15 }, () => [draw(), draw()]);
      const pairs = rows.map(([first]): Pair => [first > 1.5 ? 1 : 0, 1]);
      const { mean } = figureOf(pairs, rows);
      expect(mean).toBeGreaterThanOrEqual(-1e-12);
      expect(mean).toBeLessThanOrEqual(1);
      const { fit } = fitOf(rows);
      if (fit!.pull[0] !== fit!.means[0]) widened++;
    }
    expect(widened).toBeGreaterThan(10);
    expect(widened).toBeLessThan(100);
  });

  it("adds up: the figure of sums is the sum of figures", () => {
    const draw = normals("sums");
    const rows = Array.from({ length: 25 }, () => [draw(), draw()]);
    const a = rows.map(([one, other]) => 10 + one + other * draw());
    const b = rows.map(([, other]) => 4 - other + draw());
    const of = (values: readonly number[]) =>
      figureOf(
        values.map((one): Pair => [one, 1]),
        rows,
      ).mean;
    expect(of(a.map((one, index) => one + b[index]))).toBeCloseTo(of(a) + of(b), 12);
    const ratio = figureOf(
      a.map((one, index): Pair => [one, b[index]]),
      rows,
    );
    expect(ratio.mean).toBeCloseTo(of(a) / of(b), 12);
  });
});

describe("the controls that are used", () => {
  const draw = normals("choice");
  const rowsOf = (count: number) => Array.from({ length: count }, () => [draw(), draw()]);
  const placesOf = (fit: ControlFit | undefined) => fit?.places ?? [];

  it("are few where there are few replications: one from ten on, two from fifteen", () => {
    const used = [2, 9, 10, 14, 15, 100].map((count) => placesOf(fitOf(rowsOf(count)).fit).length);
    expect(used).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("are not those that never deviate, but for rounding, nor those that say what others said", () => {
    const rows = rowsOf(50);
    expect(placesOf(fitOf(rows.map(([one]) => [one * 1e-12, one])).fit)).toEqual([1]);
    expect(placesOf(fitOf(rows.map(([one]) => [one, -3 * one + 1])).fit)).toEqual([0]);
    expect(placesOf(fitOf(rows.map(() => [0, 0])).fit)).toEqual([]);
  });
});
