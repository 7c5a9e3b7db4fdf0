import type { Scenario } from "../../scenario/scenario.js";
import type { Schedule } from "../../scenario/schedule.js";
import type { Requirement } from "../requirement/requirement-result.js";
import { doWithout } from "./do-without.js";
import { Judge, type Verdict } from "./judge.js";
import { Needs, type TeamNeed } from "./needs.js";
import { planTeam, type TeamPlan, teamPlan } from "./plan-team.js";
import type { WeekLimits } from "./plan-week.js";
import { presentAgents } from "./present-agents.js";
import type { ScheduleOptions, ScheduleProgress } from "./schedule.js";
import type { ScheduleResult, TeamSchedule } from "./schedule-result.js";
import { weeksOf } from "./team-weeks.js";
import type { WeekSolver } from "./week-solver.js";

/** The limits where nothing else is asked for. */
export const SCHEDULE_LIMITS: WeekLimits = { gap: 0.01, iterations: 8_000, nodes: 100_000, moves: 300_000 };
/** The part of its steps that the solver has in rounds which others may follow. */
const ROUND_SHARE = 0.2;
/** Of a schedule that is stopped before there is one: moves, and replications to simulate it. */
const ROUGH_MOVES = 20_000;
const ROUGH_REPLICATIONS = 4;
/** Times that shifts are sought, where nothing else is asked for. */
export const SCHEDULE_ROUNDS = 8;
/** Times that agents are taken out, and shifts sought for what is left, at most. */
const MOST_PASSES = 2;

/** Shifts of all teams, and what simulating them says. */
interface Round extends Verdict {
  readonly plans: readonly TeamPlan[];
}

/** The rounds of one schedule; see schedule.ts. */
export class Scheduling {
  private readonly needs: Needs;
  private readonly judge: Judge;
  private readonly plans: (TeamPlan | undefined)[];
  /** The last plan of each team, to begin at. */
  private readonly lastPlans: (TeamPlan | undefined)[];
  private rounds = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly rules: Schedule,
    private readonly requirement: Requirement,
    private readonly options: ScheduleOptions,
    private readonly solver: WeekSolver,
  ) {
    this.needs = new Needs(scenario, requirement);
    this.judge = new Judge(scenario, requirement, options);
    this.plans = scenario.teams.map(() => undefined);
    this.lastPlans = scenario.teams.map(() => undefined);
  }

  /** The whole search. */
  async find(): Promise<ScheduleResult> {
    const { rounds: most = SCHEDULE_ROUNDS, takeOut = true, signal } = this.options;
    let best: Round | undefined;
    try {
      while (this.rounds < most) {
        const round = await this.round();
        if (!best || isBetter(round, best)) best = round;
        if (signal?.aborted || !this.raise(round)) break;
      }
      const isMet = best!.missed.length === 0;
      for (let pass = 0; isMet && takeOut && pass < MOST_PASSES && !signal?.aborted; pass++) {
        const wages = wagesOf(best!);
        best = await this.leaner(best!);
        if (wagesOf(best) > wages - 1e-6) break;
      }
    } catch (error) {
      if (!signal?.aborted || !best) throw error;
    }
    return this.resultOf(best!, signal?.aborted ?? false);
  }

  private async round(): Promise<Round> {
    this.rounds++;
    const { rounds: most = SCHEDULE_ROUNDS } = this.options;
    const share = this.rounds < most ? ROUND_SHARE : 1;
    const order = this.needs.inOrder();
    const spare: (number[] | undefined)[] = this.plans.map(() => undefined);
    for (const [done, team] of order.entries()) {
      const need = this.needs.helped(team, spare);
      let plan = this.plans[team];
      // Who helped before may help less now, and the other way round.
      if (!plan || !isSame(plan.need, need)) plan = await this.planned(team, need, done, share);
      this.plans[team] = plan;
      this.lastPlans[team] = plan;
      const present = presentAgents(this.judge.scenarioOf([plan]))[team];
      spare[team] = present.map((agents, interval) => Math.max(0, agents - need.agents[interval]));
    }
    const plans = this.plans.map((plan) => plan!);
    return { plans, ...(await this.verdict(plans)) };
  }

  /** Stopped in the first round, a team is planned roughly: so there is a schedule all the same. */
  private async planned(team: number, need: TeamNeed, done: number, share: number): Promise<TeamPlan> {
    const { signal, limits } = this.options;
    const { scenario, rules, solver } = this;
    const all = { ...SCHEDULE_LIMITS, ...limits };
    const full = { ...all, iterations: Math.ceil(all.iterations * share) };
    const weeks = weeksOf(scenario).length;
    const onProgress = (week: number, { objective, bound }: { objective: number; bound: number }) => {
      const isKnown = Number.isFinite(objective) && Number.isFinite(bound);
      const of = scenario.teams.length * weeks;
      const gap = isKnown ? (objective - bound) / objective : Number.NaN;
      this.tell({ team, step: "shifts", done: done * weeks + week, of, gap });
    };
    const known = this.lastPlans[team];
    try {
      return await planTeam(scenario, rules, team, need, { solver, limits: full, known, signal, onProgress });
    } catch (error) {
      if (!this.isStoppedAtFirst()) throw error;
      const rough = { ...full, moves: Math.min(full.moves, ROUGH_MOVES), iterations: 0, nodes: 0 };
      return planTeam(scenario, rules, team, need, { solver, limits: rough });
    }
  }

  private async verdict(plans: readonly TeamPlan[]): Promise<Verdict> {
    try {
      return await this.judge.verdict(plans);
    } catch (error) {
      if (!this.isStoppedAtFirst()) throw error;
      return this.judge.verdict(plans, ROUGH_REPLICATIONS);
    }
  }

  private isStoppedAtFirst(): boolean {
    return this.rounds === 1 && this.options.signal?.aborted === true;
  }

  /** Asks for more where a target is missed; whether there was anything to ask for. */
  private raise({ missed, planned, plans }: Round): boolean {
    const asked = plans.map(({ need }) => need);
    const raised = this.needs.raise(missed, asked, presentAgents(planned));
    for (const team of raised) this.plans[team] = undefined;
    return raised.size > 0;
  }

  /**
   * The schedule without agents that no target misses. Whom it has is what was needed: shifts are sought for
   * them anew, and taken where they cost less and miss none either. All targets are met by `best`.
   */
  private async leaner(best: Round): Promise<Round> {
    const isMet = ({ missed }: Verdict) => missed.length === 0;
    let left = best;
    await doWithout(
      this.scenario,
      this.rules,
      best.plans,
      async (plans) => {
        const verdict = await this.judge.verdict(plans);
        if (!isMet(verdict)) return false;
        left = { plans, ...verdict };
        return true;
      },
      (team, done, of) => this.tell({ team, step: "doing without", done, of, gap: Number.NaN }),
    );
    const { plans, planned } = left;
    const present = presentAgents(planned);
    const anew: TeamPlan[] = [];
    for (const [team, { need }] of plans.entries()) {
      const less = need.agents.map((agents, interval) => Math.min(agents, present[team][interval]));
      this.lastPlans[team] = plans[team];
      anew.push(await this.planned(team, { ...need, agents: less }, team, 1));
    }
    const again: Round = { plans: anew, ...(await this.judge.verdict(anew)) };
    if (isMet(again) && wagesOf(again) < wagesOf(left) - 1e-6) return again;
    const bounded = plans.map(({ weeks }, team) => {
      const known = weeks.map(({ agents }, week) => ({ agents, bound: anew[team].weeks[week].bound }));
      return teamPlan(this.scenario, this.rules, team, anew[team].need, known).plan;
    });
    return { ...left, plans: bounded };
  }

  private tell({ team, ...progress }: Omit<ScheduleProgress, "round" | "team"> & { team: number }): void {
    const { name } = this.scenario.teams[team];
    this.options.onSchedule?.({ round: this.rounds, team: name, ...progress });
  }

  private resultOf({ plans, planned, summary, missed }: Round, interrupted: boolean): ScheduleResult {
    const present = presentAgents(planned);
    const teams = plans.map(
      ({ need: _need, weeks: _weeks, ...plan }, team): TeamSchedule => ({ ...plan, present: present[team] }),
    );
    const needed = plans.map(({ need }) => need.agents);
    const priceTimes = plans.map(({ need }) => need.priceTimes);
    const { requirement, rounds } = this;
    const { evaluations } = this.judge;
    return {
      requirement,
      needed,
      priceTimes,
      teams,
      summary,
      missed,
      rounds,
      evaluations,
      interrupted,
    };
  }
}

function isSame(one: TeamNeed, other: TeamNeed): boolean {
  const same = (some: readonly number[], others: readonly number[]) =>
    some.every((value, index) => value === others[index]);
  return same(one.agents, other.agents) && same(one.priceTimes, other.priceTimes);
}

/** Fewer targets missed, or as many for less pay. */
function isBetter(one: Round, other: Round): boolean {
  if (one.missed.length !== other.missed.length) return one.missed.length < other.missed.length;
  return wagesOf(one) < wagesOf(other) - 1e-6;
}

function wagesOf({ plans }: Round): number {
  return plans.reduce((sum, { wages }) => sum + wages, 0);
}
