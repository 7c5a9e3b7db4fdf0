import { describe, expect, it } from "vitest";
import { handleFactor, headCourse, survival, type Terms } from "../../../src/plan/hire/head-counts.js";
import { hiringPeriods, YEAR_WEEKS } from "../../../src/scenario/hiring-periods.js";

const WEEK = 604_800;
const YEAR = YEAR_WEEKS * WEEK;
const NO_TRAINING = { lengthSeconds: 0, passShare: 1, nestingSeconds: 0, seniorsShare: 0 };
const END = Number.POSITIVE_INFINITY;

function terms(parts: Partial<Terms> = {}): Terms {
  return {
    attrition: [{ untilSeconds: END, yearlyShare: 0 }],
    training: NO_TRAINING,
    learning: undefined,
    ...parts,
  };
}

describe("attrition", () => {
  const third = [{ untilSeconds: END, yearlyShare: 0.36 }];

  it("leaves geometric survivors: after k months (1 - yearly share) to the power k / 12", () => {
    const { atEnd, leavers } = headCourse(
      terms({ attrition: third }),
      hiringPeriods("month", "2026-01-01", 24),
      0,
      0,
    );
    for (let month = 0; month < 24; month++) {
      expect(atEnd[month]).toBeCloseTo(0.64 ** ((month + 1) / 12), 12);
      expect(leavers[month]).toBeCloseTo(0.64 ** (month / 12) - 0.64 ** ((month + 1) / 12), 12);
    }
    expect(atEnd[11]).toBeCloseTo(0.64, 12);
  });

  it("has the mean of a geometric course over each period", () => {
    const { heads } = headCourse(terms({ attrition: third }), hiringPeriods("month", "2026-01-01", 12), 0, 0);
    const rate = -Math.log(0.64) / 12;
    for (let month = 0; month < 12; month++) {
      const mean = (Math.exp(-rate * month) - Math.exp(-rate * (month + 1))) / rate;
      expect(heads[month]).toBeCloseTo(mean, 7);
    }
  });

  it("changes with tenure: of those who began, the first year's share and then the later one", () => {
    const bands = [
      { untilSeconds: YEAR, yearlyShare: 0.4 },
      { untilSeconds: END, yearlyShare: 0.2 },
    ];
    const began = headCourse(terms({ attrition: bands }), hiringPeriods("month", "2026-01-01", 24), 0, 0);
    expect(began.atEnd[11]).toBeCloseTo(0.6, 10);
    expect(began.atEnd[23]).toBeCloseTo(0.6 * 0.8, 10);
    const long = headCourse(
      terms({ attrition: bands }),
      hiringPeriods("month", "2026-01-01", 24),
      0,
      3 * YEAR,
    );
    expect(long.atEnd[23]).toBeCloseTo(0.64, 10);
  });

  it("counts the same in weeks as in one stretch, across a band's end", () => {
    const bands = [
      { untilSeconds: 13 * WEEK, yearlyShare: 0.7 },
      { untilSeconds: END, yearlyShare: 0.1 },
    ];
    const steps = Array.from({ length: 30 }, (_, week) => survival(bands, week * WEEK, (week + 1) * WEEK));
    expect(steps.reduce((all, one) => all * one, 1)).toBeCloseTo(survival(bands, 0, 30 * WEEK), 12);
  });
});

describe("training", () => {
  const training = { lengthSeconds: 3 * WEEK, passShare: 0.8, nestingSeconds: 2 * WEEK, seniorsShare: 0.2 };
  const weeks = hiringPeriods("week", "2026-01-05", 10);

  it("keeps a class off the phone, then beside seniors, then alone", () => {
    const course = headCourse(terms({ training }), weeks, 1, 0);
    const rounded = (of: Float64Array) => [...of].map((one) => Math.round(one * 1e6) / 1e6);
    expect(rounded(course.trainees)).toEqual([0, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    expect(rounded(course.onPhone)).toEqual([0, 0, 0, 0, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8]);
    expect([...course.nesting].map((one) => one > 0)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("sends away at its end who failed the exam: 80 % of 10 are 8", () => {
    const { leavers, atEnd } = headCourse(terms({ training }), weeks, 1, 0);
    // The exam is on the last evening of the third week.
    expect(leavers[3]).toBeCloseTo(0.2, 12);
    expect(leavers.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.2, 12);
    expect(atEnd[9]).toBeCloseTo(0.8, 12);
  });

  it("is over for whoever was there before, and goes on for whoever was in the middle of it", () => {
    const trained = headCourse(terms({ training }), weeks, 0, 4 * WEEK);
    expect(trained.trainees[0]).toBe(0);
    expect(trained.atEnd[9]).toBe(1);
    const halfway = headCourse(terms({ training }), weeks, 0, 2 * WEEK);
    expect(halfway.trainees[0]).toBeCloseTo(1, 12);
    expect(halfway.trainees[1]).toBe(0);
    expect(halfway.atEnd[9]).toBeCloseTo(0.8, 12);
  });
});

describe("learning", () => {
  const curve = { start: 1.4, halfSeconds: 4 * WEEK };

  it("halves what is above 100 % of a handle time with each half time", () => {
    expect(handleFactor(curve, 0)).toBeCloseTo(1.4, 12);
    expect(handleFactor(curve, 4 * WEEK)).toBeCloseTo(1.2, 10);
    expect(handleFactor(curve, 8 * WEEK)).toBeCloseTo(1.1, 10);
    expect(handleFactor(undefined, 0)).toBe(1);
  });

  it("makes a beginner worth the inverse of it", () => {
    const { productive, onPhone } = headCourse(
      terms({ learning: curve }),
      hiringPeriods("week", "2026-01-05", 9),
      0,
      0,
    );
    expect(onPhone[8]).toBeCloseTo(1, 12);
    // By Simpson's rule over the week; worth at its middle is near, but not it.
    const worth = (week: number) => 1 / (1 + 0.4 * 0.5 ** (week / 4));
    expect(productive[8]).toBeCloseTo((worth(8) + 4 * worth(8.5) + worth(9)) / 6, 6);
    expect(productive[0]).toBeLessThan(productive[8]);
  });
});
