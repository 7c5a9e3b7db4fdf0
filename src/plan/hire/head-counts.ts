import { exp, log, power } from "../../random/portable-math.js";
import type { AttritionBand, HiredTeam, HiringPeriod } from "../../scenario/hiring.js";
import { YEAR_WEEKS } from "../../scenario/hiring-periods.js";
import type { LearningCurve } from "../../scenario/people.js";

const WEEK_SECONDS = 604_800;
const YEAR_SECONDS = YEAR_WEEKS * WEEK_SECONDS;
/** Means over a period are taken at the middles of so many steps of a week. */
const STEPS_A_WEEK = 28;

/** What one head comes to over the plan, by period: expected values, means over the period unless said. */
export interface HeadCourse {
  /** Paid, in training too. */
  readonly heads: Float64Array;
  /** At the period's end. */
  readonly atEnd: Float64Array;
  readonly trainees: Float64Array;
  readonly onPhone: Float64Array;
  readonly nesting: Float64Array;
  /** On the phone, each counting as much as it handles beside one who has learned all. */
  readonly productive: Float64Array;
  /** Gone during the period, those who failed their exam too. */
  readonly leavers: Float64Array;
  /** Of those on the phone, on average; NaN where there are none. */
  readonly tenureSeconds: Float64Array;
}

/** What a head's course hangs on. */
export type Terms = Pick<HiredTeam, "attrition" | "training"> & {
  readonly learning: LearningCurve | undefined;
};

/**
 * The course of a head whose tenure is so long when the period `first` begins. Whoever is in training then
 * ends it, and takes the exam, at its length.
 */
export function headCourse(
  terms: Terms,
  periods: readonly HiringPeriod[],
  first: number,
  tenureAtFirst: number,
): HeadCourse {
  const { lengthSeconds, passShare, nestingSeconds } = terms.training;
  const empty = () => new Float64Array(periods.length);
  const course = {
    heads: empty(),
    atEnd: empty(),
    trainees: empty(),
    onPhone: empty(),
    nesting: empty(),
    productive: empty(),
    leavers: empty(),
    tenureSeconds: empty().fill(Number.NaN),
  };
  const examined = tenureAtFirst < lengthSeconds;
  const there = (tenure: number) =>
    survival(terms.attrition, tenureAtFirst, tenure) * (examined && tenure >= lengthSeconds ? passShare : 1);
  let tenure = tenureAtFirst;
  let before = 1;
  for (let period = first; period < periods.length; period++) {
    const seconds = periods[period].weeks * WEEK_SECONDS;
    const steps = Math.ceil(periods[period].weeks * STEPS_A_WEEK);
    let tenures = 0;
    for (let step = 0; step < steps; step++) {
      const at = tenure + ((step + 0.5) / steps) * seconds;
      const part = there(at) / steps;
      course.heads[period] += part;
      if (at < lengthSeconds) {
        course.trainees[period] += part;
        continue;
      }
      course.onPhone[period] += part;
      course.productive[period] += part / handleFactor(terms.learning, at);
      if (at < lengthSeconds + nestingSeconds) course.nesting[period] += part;
      tenures += part * at;
    }
    if (course.onPhone[period] > 0) course.tenureSeconds[period] = tenures / course.onPhone[period];
    tenure += seconds;
    course.atEnd[period] = there(tenure);
    course.leavers[period] = before - course.atEnd[period];
    before = course.atEnd[period];
  }
  return course;
}

/** The share of those with one tenure that is still there at a longer one. */
export function survival(bands: readonly AttritionBand[], from: number, to: number): number {
  let left = 1;
  let since = from;
  for (const { untilSeconds, yearlyShare } of bands) {
    if (untilSeconds <= since) continue;
    const until = Math.min(untilSeconds, to);
    // Of a tenure without end, what passes after it is no longer a difference of two numbers.
    const seconds = until - since;
    if (seconds > 0 && yearlyShare > 0) left *= power(1 - yearlyShare, seconds / YEAR_SECONDS);
    since = until;
    if (untilSeconds >= to) break;
  }
  return left;
}

/** By how much the handle times of that tenure are longer. */
export function handleFactor(curve: LearningCurve | undefined, tenureSeconds: number): number {
  if (!curve) return 1;
  return 1 + (curve.start - 1) * exp((-tenureSeconds / curve.halfSeconds) * log(2));
}
