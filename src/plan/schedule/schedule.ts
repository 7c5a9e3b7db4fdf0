import { WrongUsage } from "../../kit/problem.js";
import { evaluate } from "../../run/evaluate.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Schedule } from "../../scenario/schedule.js";
import type { Summary } from "../../statistics/summary.js";
import { findRequirement, type SearchOptions } from "../requirement/find-requirement.js";
import { margin, servingTeams } from "../requirement/margins.js";
import type { Requirement } from "../requirement/requirement-result.js";
import { type Miss, Needs, type TeamNeed } from "./needs.js";
import { planTeam, type TeamPlan, type TeamPlanning } from "./plan-team.js";
import type { WeekLimits } from "./plan-week.js";
import { presentAgents } from "./present-agents.js";
import type { ScheduleResult, TeamSchedule } from "./schedule-result.js";
import { scheduledScenario } from "./scheduled-scenario.js";
import { weeksOf } from "./team-weeks.js";
import { openWeekSolver, type WeekSolver } from "./week-solver.js";

/** How far a schedule is. */
export interface ScheduleProgress {
  readonly round: number;
  readonly team: string;
  /** Weeks of teams planned in this round, and of how many. */
  readonly done: number;
  readonly of: number;
  /** Of the week in work: the cost so far and its bound, as a share of the cost apart; NaN when unknown. */
  readonly gap: number;
}

/** How a schedule is sought, watched and stopped. */
export interface ScheduleOptions extends SearchOptions {
  /** Agents needed, where they are known already. */
  readonly requirement?: Requirement;
  readonly limits?: Partial<WeekLimits>;
  /** Times that shifts are sought, at most. */
  readonly rounds?: number;
  readonly onSchedule?: (progress: ScheduleProgress) => void;
}

/** The limits where nothing else is asked for. */
export const SCHEDULE_LIMITS: WeekLimits = { gap: 0.01, iterations: 8_000, nodes: 100_000, moves: 300_000 };
/** Of a schedule that is stopped before there is one: moves, and replications to simulate it. */
const ROUGH_MOVES = 20_000;
const ROUGH_REPLICATIONS = 4;
/** Times that shifts are sought, where nothing else is asked for. */
export const SCHEDULE_ROUNDS = 6;

/**
 * Shifts that cover the agents needed at least cost: by simulation how many are needed, by integer programme
 * who works when, by simulation again whether the targets hold; where one is missed, missing agents cost
 * more or more are needed, and the shifts are sought anew. WrongUsage where the scenario has no section
 * schedule:, or its rules contradict each other. When stopped, the best schedule of the rounds that were
 * finished; in the first round one made roughly; while the requirement is sought it rejects with the
 * signal's reason.
 */
export async function schedule(scenario: Scenario, options: ScheduleOptions = {}): Promise<ScheduleResult> {
  const rules = scenario.schedule;
  if (!rules) throw new WrongUsage("the scenario has no section schedule:");
  const requirement = options.requirement ?? (await findRequirement(scenario, options));
  const solver = openWeekSolver();
  try {
    return await new Scheduling(scenario, rules, requirement, options, solver).find();
  } finally {
    await solver.close();
  }
}

interface Round {
  readonly needs: readonly TeamNeed[];
  readonly plans: readonly TeamPlan[];
  readonly planned: Scenario;
  readonly summary: Summary;
  readonly missed: ScheduleResult["missed"];
}

class Scheduling {
  private readonly needs: Needs;
  private readonly plans: (TeamPlan | undefined)[];
  private rounds = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly rules: Schedule,
    private readonly requirement: Requirement,
    private readonly options: ScheduleOptions,
    private readonly solver: WeekSolver,
  ) {
    this.needs = new Needs(scenario, requirement);
    this.plans = scenario.teams.map(() => undefined);
  }

  async find(): Promise<ScheduleResult> {
    const { rounds: most = SCHEDULE_ROUNDS, signal } = this.options;
    let best: Round | undefined;
    let interrupted = false;
    try {
      while (this.rounds < most) {
        const round = await this.round();
        if (!best || isBetter(round, best)) best = round;
        interrupted = signal?.aborted ?? false;
        if (interrupted || !this.raise(round)) break;
      }
    } catch (error) {
      if (!signal?.aborted || !best) throw error;
      interrupted = true;
    }
    return this.resultOf(best!, interrupted);
  }

  private async round(): Promise<Round> {
    this.rounds++;
    const { teams } = this.scenario;
    const weeks = weeksOf(this.scenario).length;
    for (const [team, { name }] of teams.entries()) {
      this.plans[team] ??= await this.planned(team, (week, { objective, bound }) => {
        const known = Number.isFinite(objective) && Number.isFinite(bound);
        this.options.onSchedule?.({
          round: this.rounds,
          team: name,
          done: team * weeks + week,
          of: teams.length * weeks,
          gap: known ? (objective - bound) / objective : Number.NaN,
        });
      });
    }
    const plans = this.plans.map((plan) => plan!);
    const planned = scheduledScenario(this.scenario, plans);
    const summary = await this.simulated(planned);
    const needs = teams.map((_, team) => this.needs.of(team));
    return { needs, plans, planned, summary, missed: this.missedIn(summary) };
  }

  /** Stopped in the first round, a team is planned roughly: so there is a schedule all the same. */
  private async planned(
    team: number,
    onProgress: NonNullable<TeamPlanning["onProgress"]>,
  ): Promise<TeamPlan> {
    const { signal, limits } = this.options;
    const { scenario, rules, solver } = this;
    const need = this.needs.of(team);
    const full = { ...SCHEDULE_LIMITS, ...limits };
    try {
      return await planTeam(scenario, rules, team, need, {
        solver,
        limits: full,
        signal,
        onProgress,
      });
    } catch (error) {
      if (!this.isStoppedAtFirst()) throw error;
      const rough = { ...full, moves: Math.min(full.moves, ROUGH_MOVES), iterations: 0, nodes: 0 };
      return planTeam(scenario, rules, team, need, { solver, limits: rough });
    }
  }

  private async simulated(planned: Scenario): Promise<Summary> {
    const { seed, replications = this.scenario.run.replications, runner, signal } = this.options;
    const options = {
      detail: { intervals: true, weekdayIntervals: false },
      ...(runner && { runner }),
      ...(seed !== undefined && { seed }),
    };
    if (!signal?.aborted) {
      const summary = await evaluate(planned, { ...options, replications, ...(signal && { signal }) });
      if (!signal?.aborted) return summary;
    }
    if (!this.isStoppedAtFirst()) throw signal?.reason;
    return evaluate(planned, { ...options, replications: Math.min(replications, ROUGH_REPLICATIONS) });
  }

  private isStoppedAtFirst(): boolean {
    return this.rounds === 1 && this.options.signal?.aborted === true;
  }

  private missedIn(summary: Summary): Miss[] {
    const { queues } = this.scenario;
    const serving = servingTeams(this.scenario);
    const hopeless = new Set(this.requirement.unmet.map(({ interval, queue }) => `${interval} ${queue}`));
    return summary.intervals.flatMap(({ queues: figures, teams }, interval) =>
      queues.flatMap((queue, index) => {
        const serves = serving[index].bySkill.map((team) => teams[team]);
        const isMissed = margin(queue, figures[index], serves) < 0;
        return isMissed && !hopeless.has(`${interval} ${queue.name}`)
          ? [{ interval, queue: queue.name }]
          : [];
      }),
    );
  }

  /** Asks for more where a target is missed; whether there was anything to ask for. */
  private raise({ missed, planned }: Round): boolean {
    const raised = this.needs.raise(missed, presentAgents(planned));
    for (const team of raised) this.plans[team] = undefined;
    return raised.size > 0;
  }

  private resultOf({ needs, plans, planned, summary, missed }: Round, interrupted: boolean): ScheduleResult {
    const present = presentAgents(planned);
    const teams = plans.map((plan, team): TeamSchedule => ({ ...plan, present: present[team] }));
    const { requirement, rounds } = this;
    const needed = needs.map(({ agents }) => agents);
    const priceTimes = needs.map((need) => need.priceTimes);
    return { requirement, needed, priceTimes, teams, summary, missed, rounds, interrupted };
  }
}

/** Fewer targets missed, or as many for less pay. */
function isBetter(one: Round, other: Round): boolean {
  if (one.missed.length !== other.missed.length) return one.missed.length < other.missed.length;
  return wagesOf(one) < wagesOf(other) - 1e-6;
}

function wagesOf({ plans }: Round): number {
  return plans.reduce((sum, { wages }) => sum + wages, 0);
}
