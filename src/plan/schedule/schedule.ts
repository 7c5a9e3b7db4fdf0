import { WrongUsage } from "../../kit/problem.js";
import type { Scenario } from "../../scenario/scenario.js";
import { findRequirement, type SearchOptions } from "../requirement/find-requirement.js";
import type { Requirement } from "../requirement/requirement-result.js";
import type { WeekLimits } from "./plan-week.js";
import type { ScheduleResult } from "./schedule-result.js";
import { Scheduling } from "./scheduling.js";
import { openWeekSolver } from "./week-solver.js";

/** How far a schedule is. */
export interface ScheduleProgress {
  readonly round: number;
  readonly team: string;
  /** What is done: weeks of teams planned in this round, or agents tried to do without. */
  readonly step: "shifts" | "doing without";
  /** So many of them, and of how many. */
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
  /** Whether agents are taken out, once all targets hold, whom none misses; default true. */
  readonly takeOut?: boolean;
  readonly onSchedule?: (progress: ScheduleProgress) => void;
}

/**
 * Shifts that cover the agents needed at least cost: by simulation how many are needed, by integer programme
 * who works when, by simulation again whether the targets hold; where one is missed, missing agents cost
 * more or more are needed, and the shifts are sought anew; where all hold, agents are taken out that no
 * target misses. WrongUsage where the scenario has no section schedule:, or its rules contradict each other.
 * When stopped, the best schedule of the rounds that were finished; in the first round one made roughly;
 * while the requirement is sought it rejects with the signal's reason.
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
