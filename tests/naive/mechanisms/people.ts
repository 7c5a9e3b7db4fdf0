import type { Licence, Tenure, Training } from "../../../src/scenario/people.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Team } from "../../../src/scenario/team.js";
import type { Choices } from "../random-scenario.js";

const HOUR = 3600;

/** Every other scenario has people who are new: hours here are what weeks are elsewhere. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (choices.chance(0.4)) return scenario;
  const teams = scenario.teams.map((team) => {
    if (choices.chance(0.3)) return team;
    const handle = { start: choices.of(1.5, 2, 0.5), halfSeconds: choices.of(6, 30) * HOUR };
    const resolution = { start: choices.of(0.5, 0.8, 1.5), halfSeconds: choices.of(6, 30) * HOUR };
    const pressure = { wrapFactor: onGrid ? 1 : choices.of(1, 0.6), repeatFactor: choices.of(1, 2) };
    const isHurried = team.staffing.kind !== "table" && choices.chance(0.4);
    return {
      ...team,
      skills: team.skills.map((skill) =>
        choices.chance(0.4) ? { ...skill, licence: randomLicence(choices) } : skill,
      ),
      ...(choices.chance(0.8) && { tenure: randomTenure(choices, team) }),
      // A factor of handle times would take them off the grid.
      ...(choices.chance(0.5) && { learning: { ...(!onGrid && { handle }), resolution } }),
      ...(isHurried && { quota: { ...team.quota, contacts: choices.whole(3, 40), pressure } }),
      ...(choices.chance(0.6) && { training: randomTraining(choices, team, scenario.teams) }),
    };
  });
  return { ...scenario, teams };
}

function randomTenure(choices: Choices, team: Team): Tenure {
  if (choices.chance(0.5)) {
    return { kind: "drawn", of: { kind: "exponential", meanSeconds: choices.of(10, 40) * HOUR } };
  }
  const shifts = team.staffing.kind === "roster" ? team.staffing.shifts.map((one) => one.shift) : [];
  const group = () => ({
    ...(shifts.length > 0 && choices.chance(0.8) && { shift: choices.of(...shifts) }),
    agents: choices.whole(1, 2),
    tenureSeconds: choices.whole(0, 3) * 12 * HOUR,
  });
  return { kind: "hired", groups: choices.list(choices.whole(1, 3), group) };
}

function randomTraining(choices: Choices, team: Team, teams: readonly Team[]): Training {
  const others = teams.filter((one) => one !== team && one.staffing.kind !== "table");
  const alone = others.length === 0 || choices.chance(0.2);
  return {
    lengthSeconds: choices.of(0, 12, 24, 48) * HOUR,
    nestingSeconds: alone ? 0 : choices.of(12, 36) * HOUR,
    ...(!alone && {
      supervision: {
        team: choices.of(...others).name,
        share: choices.of(0.1, 0.5, 1),
        blockSeconds: 1800,
      },
    }),
  };
}

function randomLicence(choices: Choices): Licence {
  return {
    afterSeconds: choices.of(0, 12, 30) * HOUR,
    passShare: choices.of(0, 0.5, 0.8, 1),
    ...(choices.chance(0.7) && { againSeconds: choices.of(6, 18) * HOUR }),
  };
}

export function isUsed({ teams }: Scenario): boolean {
  return teams.some(
    ({ tenure, training, skills }) =>
      tenure !== undefined && (training?.supervision !== undefined || skills.some((one) => one.licence)),
  );
}
