import type { Scenario } from "../../scenario/scenario.js";
import type { Figure } from "../../statistics/summary.js";
import { servingTeams } from "../requirement/margins.js";
import type { Solver, SolverLimits } from "../solver/solver.js";
import type { Needs } from "./find-needs.js";
import type { HeadCourse } from "./head-counts.js";
import { solveTeam, type TeamAnswer, type TeamQuestion } from "./hiring-programme.js";
import type { HiringPlan, PeriodService, PlanName } from "./hiring-result.js";
import { replacingClasses } from "./replacing.js";
import { isMissed, nearestOf, type QueueService, type Simulated, type Simulations } from "./simulations.js";
import { agentsInPeriod, periodStaff, teamCourse } from "./team-course.js";
import { type Cohort, classCourses, firstCohorts, type TeamTerms } from "./team-terms.js";
import type { Volume } from "./volumes.js";

/** What planning needs to know and to ask. */
export interface PlanningMeans {
  readonly scenario: Scenario;
  readonly terms: readonly TeamTerms[];
  readonly volumes: readonly Volume[];
  readonly needs: Needs;
  readonly simulations: Simulations;
  readonly solver: Solver;
  readonly limits: SolverLimits;
  /** Times that the chosen plan is sought, at most. */
  readonly rounds: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * By how many agents the need of a period is raised where its target is missed: as many as the simulation
 * says are missing and a bit more; where it does not say, so many. Twice as many each time it is missed
 * again.
 */
const PLAIN_RAISE = 0.5;
const MOST_RAISE = 4;
const RAISED_TIMES = 1.2;
const RAISED_MORE = 0.03;
/** Hours a week that are missing, from which on it is not the need that is at fault. */
const SHORT_HOURS = 0.05;

const NOT_SIMULATED: Figure = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };

/** A team's part of a plan in the making. */
interface TeamPart {
  readonly question: TeamQuestion;
  readonly answer: TeamAnswer;
  /** Those there at the start, then every class. */
  readonly cohorts: readonly Cohort[];
}

/** Finds plans, one after the other; the needs that the chosen one was raised to hold for the others. */
export class Planning {
  rounds = 0;
  /** By period and team, agents. */
  private readonly needed: number[][];
  private readonly missedTimes: number[][];
  private readonly first: readonly (readonly Cohort[])[];
  private readonly courses: readonly (readonly HeadCourse[])[];

  constructor(private readonly means: PlanningMeans) {
    const { terms, scenario, needs } = means;
    this.needed = needs.map((agents) => [...agents]);
    this.missedTimes = needs.map((agents) => agents.map(() => 0));
    this.first = terms.map((one) => firstCohorts(one, scenario));
    this.courses = terms.map((one) => classCourses(one, scenario));
  }

  /** The plan of that name; undefined where it was stopped before there was any. */
  async plan(name: PlanName): Promise<HiringPlan | undefined> {
    const { rounds, signal } = this.means;
    let best: HiringPlan | undefined;
    for (let round = 1; ; round++) {
      const parts = await this.solve(name);
      if (!parts) return best;
      const service = await this.simulate(parts);
      const plan = this.planOf(name, parts, service);
      if (name !== "chosen" || signal?.aborted) return best && signal?.aborted ? best : plan;
      this.rounds = round;
      if (!best || missedOf(plan) <= missedOf(best)) best = plan;
      if (round === rounds || !this.raise(parts, service)) return best;
    }
  }

  private async solve(name: PlanName): Promise<TeamPart[] | undefined> {
    const { terms, solver, limits, signal } = this.means;
    const parts: TeamPart[] = [];
    for (const team of terms.keys()) {
      const question = this.question(name, team);
      const answer = await solveTeam(solver, question, limits, signal);
      if (!answer) return undefined;
      const chosen = answer.classes.flatMap((heads, period) =>
        heads > 0 ? [{ heads, period, course: this.courses[team][period] }] : [],
      );
      parts.push({ question, answer, cohorts: [...question.cohorts, ...chosen] });
    }
    return parts;
  }

  private question(name: PlanName, team: number): TeamQuestion {
    const { terms, scenario } = this.means;
    const one = terms[team];
    const { choose } = one.hired;
    const { periods } = scenario.hiring!;
    const fixed = name === "frozen" ? [] : one.hired.classes;
    const given = [
      ...fixed,
      ...(name === "replacing"
        ? replacingClasses(one, this.first[team], fixed, this.courses[team], periods.length)
        : []),
    ];
    const classes = given.map(({ period, heads }) => ({ heads, period, course: this.courses[team][period] }));
    return {
      terms: one,
      periods,
      neededHours: this.needed.map((agents) => agents[team] * one.hoursPerAgent),
      cohorts: [...this.first[team], ...classes],
      courses: this.courses[team],
      starts: name === "chosen" && choose ? startsOf(choose, periods.length) : [],
      sizes: { least: choose?.least ?? 1, most: choose?.most ?? 0 },
    };
  }

  /** By period; what was not simulated when somebody stopped it is absent. */
  private async simulate(parts: readonly TeamPart[]): Promise<(Simulated | undefined)[]> {
    const { volumes, terms, simulations, signal } = this.means;
    const service: (Simulated | undefined)[] = volumes.map(() => undefined);
    try {
      for (const [period, volume] of volumes.entries()) {
        const exact = parts.map(({ question, answer, cohorts }) =>
          agentsInPeriod(question.terms, cohorts, answer, period),
        );
        service[period] = await simulations.between(volume, terms, exact, (team, agents) => {
          const { answer, cohorts } = parts[team];
          return periodStaff(terms[team], cohorts, answer, period, agents);
        });
      }
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
    return service;
  }

  private planOf(
    name: PlanName,
    parts: readonly TeamPart[],
    simulated: readonly (Simulated | undefined)[],
  ): HiringPlan {
    const { periods } = this.means.scenario.hiring!;
    const teams = parts.map(({ question, answer, cohorts }) => teamCourse(question, answer, cohorts));
    const service = simulated.map((found): PeriodService => {
      if (!found) return { serviceLevel: NOT_SIMULATED, queue: "", meets: undefined };
      const nearest = nearestOf(found);
      return { serviceLevel: nearest.level, queue: nearest.queue, meets: !isMissed(nearest) };
    });
    const penalty = parts.reduce(
      (sum, { question: { terms }, answer }) =>
        sum +
        (terms.hired.uncoveredPerHour ?? 0) *
          answer.uncoveredHours.reduce((all, hours, period) => all + hours * periods[period].weeks, 0),
      0,
    );
    const cost = teams.reduce((sum, one) => sum + one.cost, 0);
    // What fixed classes cost to recruit is no part of a programme.
    const apart = parts.reduce((sum, { answer }) => sum + Math.max(0, answer.objective - answer.bound), 0);
    const missesFrom = service.findIndex(({ meets }) => meets === false);
    return {
      name,
      teams,
      service,
      cost,
      penalty,
      bound: cost + penalty - apart,
      missesFrom: missesFrom < 0 ? undefined : missesFrom,
    };
  }

  /** More is needed where a target is missed though the need was covered; whether there is such a period. */
  private raise(parts: readonly TeamPart[], service: readonly (Simulated | undefined)[]): boolean {
    const { scenario, terms } = this.means;
    const serving = servingTeams(scenario);
    let raised = false;
    for (const [period, found] of service.entries()) {
      for (const missed of (found ?? []).filter(isMissed)) {
        const { bySkill, byOverflow } =
          serving[scenario.queues.findIndex(({ name }) => name === missed.queue)];
        const plannedOf = (teams: readonly number[]) =>
          [...terms.keys()].filter((team) => teams.includes(terms[team].index));
        const serves = plannedOf(bySkill).length > 0 ? plannedOf(bySkill) : plannedOf(byOverflow);
        const [cheapest] = serves.sort((a, b) => terms[a].rosterPay - terms[b].rosterPay || a - b);
        if (parts[cheapest].answer.uncoveredHours[period] > SHORT_HOURS) continue;
        this.needed[period][cheapest] += raiseFor(missed) * 2 ** this.missedTimes[period][cheapest]++;
        raised = true;
      }
    }
    return raised;
  }
}

function raiseFor({ margin, marginPerAgent }: QueueService): number {
  if (!(marginPerAgent > 0) || !Number.isFinite(marginPerAgent)) return PLAIN_RAISE;
  return Math.min(MOST_RAISE, (-margin / marginPerAgent) * RAISED_TIMES + RAISED_MORE);
}

function startsOf(choose: { firstPeriod: number; every: number }, periods: number): number[] {
  const starts: number[] = [];
  for (let period = choose.firstPeriod; period < periods; period += choose.every) starts.push(period);
  return starts;
}

function missedOf({ service }: HiringPlan): number {
  return service.filter(({ meets }) => meets === false).length;
}
