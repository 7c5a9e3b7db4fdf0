import { payAnHour } from "../../scenario/money.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Schedule } from "../../scenario/schedule.js";
import { type PlannedTeamWeek, type TeamPlan, teamPlan } from "./plan-team.js";
import type { AgentWeek } from "./week-cover.js";

/** More agents than these are not tried in one pass: each costs a simulation. */
export const MOST_TRIALS = 150;

/** An agent's week that the schedule might do without. */
interface Candidate {
  readonly team: number;
  readonly week: number;
  readonly agent: AgentWeek;
}

/**
 * Takes the weeks of agents out one by one, dearest team first, each for good where `isAsGood` says so of
 * what is left. Agents alike in days and starts are tried once where the first is needed. Rules about heads
 * are kept. `onTried` hears how many were tried, and of how many.
 */
export async function doWithout(
  scenario: Scenario,
  schedule: Schedule,
  plans: readonly TeamPlan[],
  isAsGood: (plans: readonly TeamPlan[]) => Promise<boolean>,
  onTried: (team: number, tried: number, of: number) => void,
): Promise<readonly TeamPlan[]> {
  const pay = (team: number) => payAnHour(scenario.teams[team]);
  const candidates = plans
    .flatMap(({ weeks }, team) =>
      weeks.flatMap(({ agents }, week) => agents.map((agent): Candidate => ({ team, week, agent }))),
    )
    .sort((a, b) => pay(b.team) - pay(a.team));
  const needed = new Set<string>();
  let kept = plans;
  let tried = 0;
  for (const { team, week, agent } of candidates) {
    const key = JSON.stringify([team, week, agent.kind, agent.days.map((day) => day?.slot)]);
    if (needed.has(key)) continue;
    const { plan, keepsRules } = without(team, week, agent);
    if (!keepsRules) continue;
    if (tried++ === MOST_TRIALS) break;
    onTried(team, tried, Math.min(MOST_TRIALS, candidates.length));
    const rest = kept.with(team, plan);
    if (await isAsGood(rest)) kept = rest;
    else needed.add(key);
  }
  return kept;

  function without(team: number, week: number, agent: AgentWeek) {
    const { need, weeks } = kept[team];
    const fewer: PlannedTeamWeek = {
      ...weeks[week],
      agents: weeks[week].agents.filter((one) => one !== agent),
    };
    return teamPlan(scenario, schedule, team, need, weeks.with(week, fewer));
  }
}
