import type { Tenure } from "../../scenario/people.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Team } from "../../scenario/team.js";
import { changedQueues, teamWithAgents } from "../changed-scenario.js";
import { EVER_SECONDS } from "./first-heads.js";
import type { TeamTerms } from "./team-terms.js";
import type { Volume } from "./volumes.js";

/** Agents of a planned team in a period. */
export interface PeriodAgents {
  readonly agents: number;
  /** By agent, ascending; undefined: all have learned all and are licensed. */
  readonly tenures: readonly number[] | undefined;
}

/** The scenario in a period of the plan: its volume, and so many agents of each planned team. */
export function periodScenario(
  scenario: Scenario,
  volume: Volume,
  planned: readonly { readonly terms: TeamTerms; readonly staff: PeriodAgents }[],
): Scenario {
  const teams = scenario.teams.map((team, index) => {
    const found = planned.find(({ terms }) => terms.index === index);
    return found ? periodTeam(team, found.terms, found.staff) : team;
  });
  return { ...scenario, teams, queues: changedQueues(scenario, volume) };
}

/** Whether it matters to the simulation how long the team's agents have been there. */
export function tenureMatters({ team, hired }: TeamTerms): boolean {
  const supervised = team.training?.supervision !== undefined && hired.training.nestingSeconds > 0;
  return team.learning !== undefined || supervised || team.skills.some(({ licence }) => licence);
}

function periodTeam(team: Team, { hired }: TeamTerms, { agents, tenures }: PeriodAgents): Team {
  const { tenure: _tenure, learning, training, ...rest } = team;
  const staffed = teamWithAgents(rest, agents);
  if (!tenures) return staffed;
  const { supervision } = training ?? {};
  return {
    ...staffed,
    ...(learning && { learning }),
    // Who is in training is on no roster here; the seniors of another team sit beside who came out of it.
    ...(supervision && {
      training: {
        lengthSeconds: hired.training.lengthSeconds,
        nestingSeconds: hired.training.nestingSeconds,
        supervision,
      },
    }),
    tenure: { kind: "hired", groups: tenureGroups(staffed, tenures) },
  };
}

type Groups = Extract<Tenure, { kind: "hired" }>["groups"];

/** Agents of one tenure together; every shift has its part of the new and of the old. */
function tenureGroups({ staffing }: Team, tenures: readonly number[]): Groups {
  const shifts =
    staffing.kind === "roster" ? staffing.shifts : [{ shift: undefined, agents: tenures.length }];
  const dealt = deal(
    shifts.map(({ agents }) => agents),
    tenures,
  );
  return shifts.flatMap(({ shift }, index) => {
    const counts = new Map<number, number>();
    for (const tenure of dealt[index]) counts.set(tenure, (counts.get(tenure) ?? 0) + 1);
    return [...counts]
      .filter(([tenureSeconds]) => tenureSeconds < EVER_SECONDS)
      .map(([tenureSeconds, agents]) => ({
        ...(shift === undefined ? {} : { shift }),
        agents,
        tenureSeconds,
      }));
  });
}

/** Deals the tenures out one by one, each to the shift that is furthest behind its part. */
function deal(sizes: readonly number[], tenures: readonly number[]): number[][] {
  const hands = sizes.map((): number[] => []);
  for (const [index, tenure] of tenures.entries()) {
    const due = sizes.map((size, shift) => (size * (index + 1)) / tenures.length - hands[shift].length);
    hands[due.indexOf(Math.max(...due))].push(tenure);
  }
  return hands;
}

/**
 * The tenures of so many agents of whom the cohorts are parts by weight: the quantiles at the middles of
 * equal parts, so that the same cohorts give nearly the same mixture in any number of agents.
 */
export function tenureQuantiles(
  cohorts: readonly { readonly weight: number; readonly tenureSeconds: number }[],
  agents: number,
): number[] {
  const ordered = cohorts
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.tenureSeconds - b.tenureSeconds);
  const total = ordered.reduce((sum, one) => sum + one.weight, 0);
  if (ordered.length === 0) return new Array<number>(agents).fill(EVER_SECONDS);
  const tenures: number[] = [];
  let index = 0;
  let reached = ordered[0].weight;
  for (let agent = 0; agent < agents; agent++) {
    while (index < ordered.length - 1 && reached < ((agent + 0.5) / agents) * total) {
      index++;
      reached += ordered[index].weight;
    }
    tenures.push(ordered[index].tenureSeconds);
  }
  return tenures;
}
