import { WrongUsage } from "../../kit/problem.js";
import { paidHoursOf } from "../../scenario/check/check-schedule.js";
import { elapsedAt } from "../../scenario/days.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Schedule } from "../../scenario/schedule.js";
import type { Bounds } from "../solver/solver.js";
import { agentLines, type WeekOfAgent } from "./agent-lines.js";
import type { TeamNeed } from "./needs.js";
import { planWeek, type WeekLimits } from "./plan-week.js";
import type { LineShift, TeamSchedule } from "./schedule-result.js";
import { shiftPremium } from "./shift-premium.js";
import { type TeamWeek, teamWeek, weeksOf } from "./team-weeks.js";
import { weekCost } from "./week-cost.js";
import type { AgentWeek } from "./week-cover.js";
import type { WeekSolver } from "./week-solver.js";

/** A team's schedule before anything is simulated. */
export interface TeamPlan extends Omit<TeamSchedule, "present"> {
  /** What it was planned for. */
  readonly need: TeamNeed;
  /** Its agents week by week, before weeks are joined to lines. */
  readonly weeks: readonly PlannedTeamWeek[];
}

/** A week of a team: its agents, and below which its cost cannot be. */
export interface PlannedTeamWeek {
  readonly agents: readonly AgentWeek[];
  readonly bound: number;
}

/** With what a team is planned, where it begins, and how it is watched and stopped. */
export interface TeamPlanning {
  readonly solver: WeekSolver;
  readonly limits: WeekLimits;
  /** A plan that is known, for a need like this one. */
  readonly known?: TeamPlan | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told of the week in work, from 0. */
  readonly onProgress?: (week: number, bounds: Bounds) => void;
}

/**
 * A team's lines that cover its need at least cost: each week by itself, with the night shifts of the week
 * before, then weeks joined to lines. Throws WrongUsage where the rules contradict each other.
 */
export async function planTeam(
  scenario: Scenario,
  schedule: Schedule,
  team: number,
  need: TeamNeed,
  { solver, limits, known, signal, onProgress }: TeamPlanning,
): Promise<TeamPlan> {
  const weeks: PlannedTeamWeek[] = [];
  let given: number[] | undefined;
  for (const [index, days] of weeksOf(scenario).entries()) {
    const { cover } = teamWeek(scenario, schedule, team, days, need, given);
    const planned = await planWeek(solver, cover, limits, {
      known: known?.weeks[index]?.agents,
      signal,
      onProgress: (bounds) => onProgress?.(index, bounds),
    });
    if (!planned) {
      const rules = "the most heads and the shares of the contracts contradict each other";
      throw new WrongUsage(`team ${scenario.teams[team].name} cannot be scheduled: ${rules}`);
    }
    given = [...planned.cost.onShift.subarray(cover.slots)];
    weeks.push(planned);
  }
  return teamPlan(scenario, schedule, team, need, weeks).plan;
}

/** The plan of a team whose agents are known, and whether it keeps the rules about heads. */
export function teamPlan(
  scenario: Scenario,
  schedule: Schedule,
  team: number,
  need: TeamNeed,
  planned: readonly PlannedTeamWeek[],
): { readonly plan: TeamPlan; readonly keepsRules: boolean } {
  const { name } = scenario.teams[team];
  const weeks: WeekOfAgent[][] = [];
  const sums = { wages: 0, cost: 0, bound: 0, underHours: 0, overHours: 0 };
  let keepsRules = true;
  let given: number[] | undefined;
  for (const [index, days] of weeksOf(scenario).entries()) {
    const week = teamWeek(scenario, schedule, team, days, need, given);
    const { agents, bound } = planned[index];
    const cost = weekCost(week.cover, agents);
    const slotHours = week.slotSeconds / 3600;
    sums.wages += cost.wages;
    sums.cost += cost.cost;
    sums.bound += bound;
    sums.underHours += cost.underSlots * slotHours;
    sums.overHours += cost.overSlots * slotHours;
    keepsRules &&= cost.keepsRules;
    given = [...cost.onShift.subarray(week.cover.slots)];
    weeks.push(agents.map((agent) => weekOfAgent(scenario, schedule, team, week, agent)).sort(byStart));
  }
  const isWeekend = (day: number) => scenario.calendar.days[day].weekday >= 5;
  const lines = agentLines(name, schedule, weeks, isWeekend);
  const shifts = lines.flatMap((line) => line.shifts);
  const plan = {
    team: name,
    lines,
    paidHours: shifts.reduce((sum, one) => sum + one.paidHours, 0),
    ...sums,
    heads: schedule.contracts.map(
      ({ name: contract }) => lines.filter((one) => one.contract === contract).length,
    ),
    need,
    weeks: planned,
  };
  return { plan, keepsRules };
}

function weekOfAgent(
  scenario: Scenario,
  schedule: Schedule,
  team: number,
  { days, slotSeconds, templates }: TeamWeek,
  { kind, days: work }: AgentWeek,
): WeekOfAgent {
  const template = templates[kind];
  const { name, contract, lengthSeconds, startClockSeconds, breaks } = template;
  const shifts = work.flatMap((one, index): LineShift[] => {
    if (!one) return [];
    const day = days[index];
    const clock = startClockSeconds[one.start];
    const startSeconds = elapsedAt(scenario.calendar.days[day], clock);
    const premium = shiftPremium(scenario, schedule, team, template, startSeconds);
    return [
      {
        template: name,
        day,
        startClockSeconds: clock,
        startSeconds,
        lengthSeconds,
        paidHours: paidHoursOf(lengthSeconds, breaks),
        premiumShare: premium.ofShift,
        teamPremiumShare: premium.ofTeam,
        breaks: one.breaks.map((after, rest) => ({
          afterSeconds: after * slotSeconds,
          lengthSeconds: breaks[rest].lengthSeconds,
          paid: breaks[rest].paid,
        })),
      },
    ];
  });
  return { contract, shifts };
}

/** Full weeks first in the order of the clock, so that lines read like a rota. */
function byStart(one: WeekOfAgent, other: WeekOfAgent): number {
  const [a, b] = [one.shifts[0], other.shifts[0]];
  if (one.contract !== other.contract) return one.contract < other.contract ? -1 : 1;
  if (!a || !b) return 0;
  return a.startClockSeconds - b.startClockSeconds || a.day - b.day;
}
