import type { Queue } from "../../../src/scenario/queue.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Has, Team } from "../../../src/scenario/team.js";
import type { Choices } from "../random-scenario.js";

const NAMES = ["spanish", "licence"];

/** Priorities that rise, ratios, reservation, sparing the flexible, languages: in every other scenario. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (choices.chance(0.5)) return scenario;
  const names = choices.some(NAMES, 0.4);
  return {
    ...scenario,
    routing: {
      ...scenario.routing,
      agent: choices.of("longest-idle", "fewest-skills"),
      contact: choices.of("longest-waiting", "priority", "ratio"),
    },
    queues: scenario.queues.map((queue): Queue => {
      const needs = choices.some(names, 0.4);
      return {
        ...queue,
        ...(choices.chance(0.5) && { risesSeconds: onGrid ? choices.of(60, 600) : choices.of(45, 333) }),
        ...(choices.chance(0.5) && { ratio: choices.of(0.5, 2, 3) }),
        ...(needs.length > 0 && { needs }),
      };
    }),
    teams: scenario.teams.map(
      (team): Team => ({
        ...team,
        skills: team.skills.map((skill) =>
          choices.chance(0.3) && !overflowsTo(scenario, skill.queue, team.name)
            ? { ...skill, whenFree: choices.whole(2, 3) }
            : skill,
        ),
        ...(names.length > 0 && { has: names.map((name) => randomHas(choices, name)) }),
      }),
    ),
  };
}

/** Which the format refuses where the team has the skill. */
function overflowsTo({ routing }: Scenario, queue: string, team: string): boolean {
  return routing.overflow.some((rule) => rule.queue === queue && rule.to.includes(team));
}

function randomHas(choices: Choices, name: string): Has {
  return choices.chance(0.5)
    ? { name, share: choices.of(0, 0.3, 0.5, 1) }
    : { name, agents: choices.whole(0, 3) };
}

/** Whether there is something that a plain scenario has not. */
export function isUsed({ queues, teams, routing }: Scenario): boolean {
  return (
    routing.agent === "fewest-skills" &&
    routing.contact !== "longest-waiting" &&
    queues.some(({ needs }) => needs) &&
    teams.some(({ skills }) => skills.some(({ whenFree }) => whenFree))
  );
}
