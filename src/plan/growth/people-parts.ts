import type { GrowthCase } from "../../scenario/growth.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Team } from "../../scenario/team.js";
import { teamAgents } from "../changed-scenario.js";
import { Growing, type Step } from "./growing.js";
import { type Future, yearChange } from "./growth-paths.js";
import type { PeopleYear } from "./growth-result.js";

/** Seconds of a mean year. */
const YEAR_SECONDS = 365.25 * 86_400;

/** What of its people a scenario is without, one after another. */
type Because = PeopleYear["more"][number]["because"];

/** Whether anything is said of people who leave, are trained, learn or take an exam. */
export function hasPeople({ teams, growth }: Scenario): boolean {
  return growth?.attritionShare !== undefined || teams.some((team) => becauseOf(team).length > 0);
}

/** Taken away in this order, so that what is left is everybody experienced. */
function becauseOf({ training, learning, skills }: Team): Because[] {
  return [
    ...(training ? (["training"] as const) : []),
    ...(learning?.handle || learning?.resolution ? (["learning"] as const) : []),
    ...(skills.some(({ licence }) => licence) ? (["licences"] as const) : []),
  ];
}

/**
 * For each of the case's rows: who leaves, who is hired and trained for it and for the growth of the heads,
 * and how many agents fewer would do if all were experienced, found by a search in which training, then
 * learning, then the exams are taken away.
 */
export async function followPeople(
  growing: Growing,
  growth: GrowthCase,
  futureOf: (year: number) => Future,
  steps: readonly Step[],
  onStep: () => void,
): Promise<PeopleYear[]> {
  const { scenario } = growing;
  const without = growth.of === "volume" ? scenariosWithout(growing) : [];
  const people: PeopleYear[] = [];
  for (const [index, { row }] of steps.entries()) {
    const change = yearChange(growth, row.year, growing.queues, futureOf(row.year));
    const pooled = { ...change, volume: change.volume * growth.pool };
    const more: { because: Because; agents: number }[] = [];
    let agents: number = row.agents;
    for (const { because, lesser } of without) {
      const start = Number.isNaN(agents) ? growing.agentsToday : agents;
      const fewer = (await lesser.leastAgents(pooled, start)) ?? Number.NaN;
      more.push({ because, agents: agents - fewer });
      agents = fewer;
    }
    const before = steps[index - 1]?.row;
    const growthOfHeads = before ? (row.heads - before.heads) / (row.year - before.year) : 0;
    const { leavers, hires, inTraining } = staffFlow(scenario, row.heads, growthOfHeads);
    people.push({
      year: row.year,
      leavers,
      hires,
      inTraining,
      agentsExperienced: growth.of === "volume" ? agents : undefined,
      headsMore: growth.of === "volume" ? row.heads * (1 - agents / row.agents) : undefined,
      more,
    });
    onStep();
  }
  return people;
}

/** The scenario without one thing, without one more, ... down to everybody experienced. */
function scenariosWithout(growing: Growing): { because: Because; lesser: Growing }[] {
  const { scenario, options } = growing;
  const all = new Set(scenario.teams.flatMap(becauseOf));
  let { teams } = scenario;
  return (["training", "learning", "licences"] as const)
    .filter((because) => all.has(because))
    .map((because) => {
      teams = teams.map((team) => teamWithout(team, because));
      return { because, lesser: new Growing({ ...scenario, teams }, options) };
    });
}

function teamWithout(team: Team, because: Because): Team {
  const { training, learning, ...others } = team;
  switch (because) {
    case "training":
      return { ...others, ...(learning && { learning }) };
    case "learning":
      return { ...others, ...(training && { training }) };
    case "licences":
      return { ...team, skills: team.skills.map(({ licence: _, ...skill }) => skill) };
  }
}

/**
 * Leavers, hires and people in training of a year, in heads. Heads are shared out among the teams as their
 * agents are. Of an exponential tenure with mean m, 1/m of the people leave at any time.
 */
export function staffFlow(
  { teams, growth }: Scenario,
  heads: number,
  growthOfHeads: number,
): Pick<PeopleYear, "leavers" | "hires" | "inTraining"> {
  const agents = teams.map(teamAgents);
  const all = agents.reduce((sum, one) => sum + one, 0);
  let leavers = 0;
  let hires = 0;
  let inTraining = 0;
  for (const [index, team] of teams.entries()) {
    const share = all > 0 ? agents[index] / all : 0;
    if (share === 0) continue;
    const leaving = (growth?.attritionShare ?? yearlyLeavers(team)) * heads * share;
    const hired = Math.max(0, leaving + growthOfHeads * share);
    leavers += leaving;
    hires += hired;
    inTraining += (hired * (team.training?.lengthSeconds ?? 0)) / YEAR_SECONDS;
  }
  return { leavers, hires, inTraining };
}

/** Share of a team's people that leave in a year, as far as its tenure tells. */
function yearlyLeavers({ tenure }: Team): number {
  // There for ever: nobody leaves.
  if (!tenure) return 0;
  return tenure.kind === "drawn" && tenure.of.kind === "exponential"
    ? YEAR_SECONDS / tenure.of.meanSeconds
    : Number.NaN;
}
