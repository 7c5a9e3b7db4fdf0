import type { HiringPeriod } from "../../scenario/hiring.js";
import { Programme, type Term } from "../solver/programme.js";
import type { Solution, Solver, SolverLimits } from "../solver/solver.js";
import type { HeadCourse } from "./head-counts.js";
import { headSums } from "./head-sums.js";
import type { Cohort, TeamTerms } from "./team-terms.js";

/** A team's question: what is needed, who is there, and which classes may be held. */
export interface TeamQuestion {
  readonly terms: TeamTerms;
  readonly periods: readonly HiringPeriod[];
  /** Hours a week of agents who have learned all, by period. */
  readonly neededHours: readonly number[];
  /** Those there at the start, and the classes that are fixed. */
  readonly cohorts: readonly Cohort[];
  /** One head's course by the period of the class. */
  readonly courses: readonly HeadCourse[];
  /** Periods in which a class may be chosen, and its sizes. */
  readonly starts: readonly number[];
  readonly sizes: { readonly least: number; readonly most: number };
}

/** A team's answer: class sizes and hours a week, by period. */
export interface TeamAnswer {
  readonly classes: readonly number[];
  readonly overtimeHours: readonly number[];
  readonly outsourcedHours: readonly number[];
  readonly uncoveredHours: readonly number[];
  /** Wages of those there, what the choices cost, and uncovered hours at their price; its lower bound. */
  readonly objective: number;
  readonly bound: number;
  readonly ended: Solution["ended"];
}

/** Hours in all that may stay uncovered beyond the least: what a solver's rounding needs. */
const SLACK_HOURS = 1e-4;
/** Hours a week below this are a solver's zero. */
const LEAST_HOURS = 1e-6;

/**
 * Classes, overtime and outsourced hours that cover the need at least cost. Without a price of uncovered
 * hours, as few of these as can be are settled first, and the least cost is sought among such plans.
 * Undefined where it was stopped before there was any answer.
 */
export async function solveTeam(
  solver: Solver,
  question: TeamQuestion,
  limits: SolverLimits,
  signal?: AbortSignal,
): Promise<TeamAnswer | undefined> {
  const price = question.terms.hired.uncoveredPerHour;
  let most = Number.POSITIVE_INFINITY;
  if (price === undefined) {
    const least = await solver.solve(new TeamProgramme(question, "uncovered", most).data(), limits, {
      signal,
    });
    if (!least?.values) return undefined;
    most = least.objective + SLACK_HOURS;
  }
  const programme = new TeamProgramme(question, "cost", most);
  const solution = await solver.solve(programme.data(), limits, { signal });
  return solution?.values ? programme.answer(solution, solution.values) : undefined;
}

/** The programme of a team, of which `aim` is to be least. */
class TeamProgramme {
  private readonly programme = new Programme();
  private readonly classes: (number | undefined)[];
  private readonly overtime: number[];
  private readonly outsourced: number[];
  private readonly uncovered: number[];

  constructor(
    private readonly question: TeamQuestion,
    aim: "uncovered" | "cost",
    mostUncovered: number,
  ) {
    const { terms, periods, starts } = question;
    const { hired, rosterPay } = terms;
    const cost = (money: number) => (aim === "cost" ? money : 0);
    this.classes = periods.map((_, period) =>
      starts.includes(period) ? this.classColumn(period, cost) : undefined,
    );
    const overtimePay = rosterPay * (1 + (hired.overtime?.premiumShare ?? 0));
    this.overtime = periods.map(({ weeks }) =>
      this.programme.column(cost(weeks * overtimePay), { upper: hired.overtime ? undefined : 0 }),
    );
    const { perHour = 0, mostHours = 0 } = hired.outsourcer ?? {};
    this.outsourced = periods.map(({ weeks }) =>
      this.programme.column(cost(weeks * perHour), { upper: mostHours }),
    );
    const price = hired.uncoveredPerHour ?? 0;
    this.uncovered = periods.map(({ weeks }) =>
      this.programme.column(aim === "cost" ? weeks * price : weeks),
    );
    this.cover();
    const missing = this.keepAtEnd(aim === "cost" ? price : 1);
    // Part of the cost whatever is chosen, so that the gap is one of all that is paid.
    const there = wagesOf(terms, headSums(question.cohorts, periods.length), periods);
    this.programme.column(cost(there), { lower: 1, upper: 1 });
    if (Number.isFinite(mostUncovered)) {
      const terms = this.uncovered.map((column, period): Term => [column, periods[period].weeks]);
      this.programme.row([...terms, ...missing], { upper: mostUncovered });
    }
  }

  data() {
    return this.programme.data();
  }

  answer({ objective, bound, ended }: Solution, values: Float64Array): TeamAnswer {
    const hours = (columns: readonly number[]) =>
      columns.map((column) => (values[column] < LEAST_HOURS ? 0 : values[column]));
    return {
      classes: this.classes.map((column) => (column === undefined ? 0 : Math.round(values[column]))),
      overtimeHours: hours(this.overtime),
      outsourcedHours: hours(this.outsourced),
      uncoveredHours: hours(this.uncovered),
      objective,
      bound,
      ended,
    };
  }

  /** Heads of a class: none, or within the sizes. */
  private classColumn(period: number, cost: (money: number) => number): number {
    const { terms, courses, periods, sizes } = this.question;
    const { perHead, perClass } = terms.hired.recruit;
    const column = this.programme.column(cost(perHead + wagesOf(terms, courses[period], periods)), {
      upper: sizes.most,
      whole: true,
    });
    if (sizes.least > 1 || perClass > 0) {
      const held = this.programme.column(cost(perClass), { upper: 1, whole: true });
      const terms = (size: number): Term[] => [
        [column, 1],
        [held, -size],
      ];
      this.programme.row(terms(sizes.most), { upper: 0 });
      this.programme.row(terms(sizes.least), { lower: 0 });
    }
    return column;
  }

  /**
   * Heads that shall be there at the end; one that is missing counts as the hours of its last period. The
   * hours that are missing, as terms.
   */
  private keepAtEnd(price: number): Term[] {
    const { terms, periods, cohorts, courses } = this.question;
    const { headsAtEnd } = terms.hired;
    if (headsAtEnd === undefined) return [];
    const last = periods.length - 1;
    const hours = terms.rosterHoursPerHead * periods[last].weeks;
    const missing = this.programme.column(price * hours);
    const hired = this.classes.flatMap((column, start): Term[] =>
      column === undefined ? [] : [[column, courses[start].atEnd[last]]],
    );
    const there = headSums(cohorts, periods.length).atEnd[last];
    this.programme.row([...hired, [missing, 1]], { lower: headsAtEnd - there });
    return [[missing, hours]];
  }

  private cover(): void {
    const { terms, periods, neededHours, cohorts, courses } = this.question;
    const { rosterHoursPerHead, hired } = terms;
    const there = headSums(cohorts, periods.length);
    const mostOvertime = hired.overtime?.mostShare ?? 0;
    for (const period of periods.keys()) {
      const hired = this.classes.flatMap((column, start) =>
        column === undefined || start > period ? [] : [{ column, course: courses[start] }],
      );
      const cover = hired.map(
        ({ column, course }): Term => [column, rosterHoursPerHead * productiveOf(terms, course, period)],
      );
      const given = rosterHoursPerHead * productiveOf(terms, there, period);
      this.programme.row(
        [...cover, [this.overtime[period], 1], [this.outsourced[period], 1], [this.uncovered[period], 1]],
        { lower: neededHours[period] - given },
      );
      if (mostOvertime === 0) continue;
      const room = hired.map(
        ({ column, course }): Term => [column, -mostOvertime * rosterHoursPerHead * course.onPhone[period]],
      );
      this.programme.row([...room, [this.overtime[period], 1]], {
        upper: mostOvertime * rosterHoursPerHead * there.onPhone[period],
      });
    }
  }
}

/** Heads on the phone, counted by what they handle, less what seniors give to those who are nesting. */
export function productiveOf(
  { hired }: TeamTerms,
  { productive, nesting }: Pick<HeadCourse, "productive" | "nesting">,
  period: number,
): number {
  return productive[period] - hired.training.seniorsShare * nesting[period];
}

/** Wages of all periods. */
export function wagesOf(
  terms: TeamTerms,
  course: Pick<HeadCourse, "heads" | "onPhone">,
  periods: readonly HiringPeriod[],
): number {
  return periods.reduce((sum, _, period) => sum + periodWages(terms, course, periods, period), 0);
}

/** Wages of a period: pay for every hour, and on the roster what premiums add. */
export function periodWages(
  { pay, rosterPay, hoursPerHead, rosterHoursPerHead }: TeamTerms,
  { heads, onPhone }: Pick<HeadCourse, "heads" | "onPhone">,
  periods: readonly HiringPeriod[],
  period: number,
): number {
  const aWeek = heads[period] * hoursPerHead * pay + onPhone[period] * rosterHoursPerHead * (rosterPay - pay);
  return aWeek * periods[period].weeks;
}
