import type { Quality } from "../../../src/scenario/quality.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Team } from "../../../src/scenario/team.js";
import type { Choices } from "../random-scenario.js";

/** One scenario in three has teams that evaluate contacts, their own or others', or that are coached. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (choices.chance(0.65)) return scenario;
  const takesSeconds = choices.of(30, 300, 900);
  const evaluators = scenario.teams.filter((team) => team.staffing.kind !== "table");
  const teams = scenario.teams.map((team) =>
    choices.chance(0.25)
      ? team
      : { ...team, quality: randomQuality(choices, team, evaluators, takesSeconds, onGrid) },
  );
  return { ...scenario, teams };
}

function randomQuality(
  choices: Choices,
  { offPhone }: Team,
  evaluators: readonly Team[],
  takesSeconds: number,
  onGrid: boolean,
): Quality {
  const share = choices.of(0, 0.1, 0.5, 1);
  const team = evaluators.length > 0 && choices.chance(0.85) ? choices.of(...evaluators).name : undefined;
  const coaching = { share: choices.of(0, 0.05, 0.3), blockSeconds: onGrid ? 1800 : choices.of(600, 1500) };
  const isCoached = choices.chance(0.5) && coaching.share + (offPhone?.share ?? 0) < 1;
  return {
    ...(team !== undefined && { evaluation: { share, takesSeconds, team } }),
    ...(isCoached && { coaching }),
    ...(choices.chance(0.5) && { surveyShare: 0.12 }),
  };
}

export function isUsed({ teams }: Scenario): boolean {
  return teams.some(({ quality }) => (quality?.evaluation?.share ?? 0) > 0);
}
