import { studentQuantile } from "../../../src/statistics/student.js";
import { type Claim, claimsOf, standardError } from "../simulated/claims.js";
import type { Answers, ComputedCase, Family } from "./family.js";

/** A simulated figure beside its truth. */
export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly truth: number;
  readonly reached: number;
  readonly standardError: number;
  /**
   * How far off in standard errors, as the normal deviate that is as likely: with few replications Student's
   * t is wider than the normal.
   */
  readonly score: number;
  /** Smallest bias, relative to the truth, that is told apart: at it the score is 4. */
  readonly detectable: number;
  /** The score that handling 1 % longer would bring, on average. */
  readonly foreseen: number;
}

/** Beyond how many standard errors a figure is off. */
export const LIMIT = 4;

/** What is done to a point before it is simulated, and a word for it. */
export interface Change {
  readonly name: string;
  change(input: unknown): unknown;
}

/** Handle times so many times as long. */
export const longerHandling = (family: Family, factor: number): Change => ({
  name: `handling x ${factor}`,
  change: (input) => family.stretched(input, factor),
});

/** Patience so many times as long; the family has callers who hang up. */
export const longerPatience = (family: Family, factor: number): Change => ({
  name: `patience x ${factor}`,
  change: (input) => family.morePatient!(input, factor),
});

/** The figures, with the scores foreseen for another change than longer handling. */
export function foreseeing(
  family: Family,
  cases: readonly ComputedCase[],
  compared: readonly Compared[],
  { change }: Change,
): Compared[] {
  const later = new Map(cases.map(({ id, input }) => [id, family.exact(change(input))]));
  return compared.map((one) => ({
    ...one,
    foreseen: one.standardError === 0 ? 0 : (later.get(one.id)![one.name] - one.truth) / one.standardError,
  }));
}

/** Simulates a case, perhaps changed, and lays it beside its truth. */
export function compare(family: Family, given: ComputedCase, changed?: Change): Compared[] {
  const input = changed ? changed.change(given.input) : given.input;
  const seed = changed ? `${given.id}, ${changed.name}` : given.id;
  const reached = family.simulated(input, seed);
  return claimsOf(given.expected, { ...reached, digits: 12 }).map((claim) =>
    comparedOf(given.id, claim, given.longer),
  );
}

/** Times as many replications, of other seeds, for a second look. */
const SECOND_LOOK = 4;

/**
 * Among so many figures one will be beyond the limit by chance now and then. It is looked at again, with four
 * times as many replications of other seeds: what was chance goes, and a bias shows twice as clearly.
 */
export function lookAgain(family: Family, given: ComputedCase): Compared[] {
  const looks = [...Array(SECOND_LOOK).keys()].map((look) =>
    compare(family, { ...given, id: `${given.id}, second look ${look + 1}` }),
  );
  return looks[0].map((one, k) => {
    const figures = looks.map((look) => look[k]);
    const mean = (of: (figure: Compared) => number) =>
      figures.reduce((sum, figure) => sum + of(figure), 0) / SECOND_LOOK;
    const error = Math.sqrt(mean(({ standardError: each }) => each ** 2) / SECOND_LOOK);
    return {
      ...one,
      id: given.id,
      reached: mean(({ reached }) => reached),
      standardError: error,
      score: mean(({ score }) => score) * Math.sqrt(SECOND_LOOK),
      detectable: mean(({ detectable }) => detectable) / Math.sqrt(SECOND_LOOK),
    };
  });
}

function comparedOf(id: string, claim: Claim, longer: Answers): Compared {
  const { name, reached, truth, samples } = claim;
  const error = standardError(reached, samples);
  const off = Math.abs(reached.mean - truth) <= 1e-9 * Math.abs(truth) ? 0 : reached.mean - truth;
  return {
    id,
    name,
    truth,
    reached: reached.mean,
    standardError: error,
    score: off === 0 ? 0 : normalDeviate(off / error, samples - 1),
    detectable: (studentLimit(samples - 1) * error) / Math.abs(truth),
    foreseen: error === 0 ? 0 : normalDeviate((longer[name] - truth) / error, samples - 1),
  };
}

/** The normal deviate as likely as Student's t (Wallace 1959), within 0.01 for 20 degrees or more. */
export function normalDeviate(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return t;
  const shrink = (8 * degrees + 1) / (8 * degrees + 3);
  return Math.sign(t) * shrink * Math.sqrt(degrees * Math.log1p((t * t) / degrees));
}

/** Student's t that is as likely as four normal standard errors. */
function studentLimit(degrees: number): number {
  return studentQuantile(1 - 3.167124183311992e-5, degrees);
}

/** What a figure is about, where it is one of those that planners read. */
export type Kind = "wait" | "service level" | "lost" | "time";

/** The kind of a figure, by its name. */
export function kindOf(name: string): Kind | undefined {
  if (/^(asa|mean_wait|waited|wq)/.test(name)) return "wait";
  if (/^(sl|within|met the quota)/.test(name)) return "service level";
  if (/^(p_abandon|abandoned|p_block|blocked|overflowed|unserved)/.test(name)) return "lost";
  if (/^(occupancy|busy|carried|off plan|overtime|absent|handled)/.test(name)) return "time";
  return undefined;
}

/** All cases of a family together, in one kind of figure: the first such figure of each, independent. */
export interface Pooled {
  readonly kind: Kind;
  readonly cases: number;
  /** Mean relative bias, each case weighed by its precision, over its standard error. */
  readonly score: number;
  /** Relative bias common to all cases that the pool would tell apart. */
  readonly detectable: number;
  /** Median and worst of what the single tests would tell apart. */
  readonly median: number;
  readonly worst: number;
  /** Sum of squared scores, as a normal deviate (Wilson and Hilferty 1931): too large where spreads lie. */
  readonly spread: number;
}

/** Of each case the figure that handling 1 % longer would move most. */
export function keenest(compared: readonly Compared[]): Compared[] {
  const best = new Map<string, Compared>();
  for (const one of compared) {
    const other = best.get(one.id);
    if (!other || Math.abs(one.foreseen) > Math.abs(other.foreseen)) best.set(one.id, one);
  }
  return [...best.values()];
}

/**
 * The score of all cases together against the suspicion that handling takes longer: of each case the keenest
 * figure, weighed by what is foreseen. It is a standard normal deviate where nothing is wrong, and `power`
 * on average where handling takes 1 % longer.
 */
export function againstLonger(compared: readonly Compared[]): { score: number; power: number } {
  const figures = keenest(compared);
  const power = Math.sqrt(figures.reduce((sum, { foreseen }) => sum + foreseen * foreseen, 0));
  return { score: figures.reduce((sum, one) => sum + one.foreseen * one.score, 0) / power, power };
}

/** The keenest cases of a family, as few as have this much power together; all, where that is too little. */
export function fewestWithPower(compared: readonly Compared[], power: number): string[] {
  const chosen: string[] = [];
  let square = 0;
  for (const { id, foreseen } of keenest(compared).sort(
    (a, b) => Math.abs(b.foreseen) - Math.abs(a.foreseen),
  )) {
    if (square >= power * power) break;
    chosen.push(id);
    square += foreseen * foreseen;
  }
  return chosen;
}

/** One figure of each case and kind, pooled. */
export function pool(compared: readonly Compared[]): Pooled[] {
  const kinds: readonly Kind[] = ["wait", "service level", "lost", "time"];
  return kinds.flatMap((kind) => {
    const seen = new Set<string>();
    const first = compared.filter(({ id, name, standardError: error }) => {
      if (kindOf(name) !== kind || seen.has(id) || error === 0) return false;
      seen.add(id);
      return true;
    });
    if (first.length === 0) return [];
    const weights = first.map(({ truth, standardError: error }) => (truth / error) ** 2);
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    // By the normal deviate, so that few replications weigh as what they are.
    const mean = (of: (one: Compared) => number) =>
      first.reduce((sum, one, k) => sum + Math.sqrt(weights[k]) * Math.sign(one.truth) * of(one), 0) /
      Math.sqrt(whole);
    const detectables = first.map(({ detectable }) => detectable).sort((a, b) => a - b);
    const squares = first.reduce((sum, { score }) => sum + score * score, 0);
    const n = first.length;
    return [
      {
        kind,
        cases: n,
        score: mean(({ score }) => score),
        detectable: LIMIT / Math.sqrt(whole),
        median: (detectables[(n - 1) >> 1] + detectables[n >> 1]) / 2,
        worst: detectables[n - 1],
        spread: (Math.cbrt(squares / n) - (1 - 2 / (9 * n))) / Math.sqrt(2 / (9 * n)),
      },
    ];
  });
}
