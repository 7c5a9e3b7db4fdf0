import type { HiringResult, TeamPeriod } from "../../plan/hire/hiring-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import { cell, csvLines } from "../csv.js";

const FIGURES: readonly (keyof TeamPeriod)[] = [
  "need",
  "productive",
  "heads",
  "headsAtEnd",
  "trainees",
  "leavers",
  "hired",
  "overtimeHours",
  "outsourcedHours",
  "uncoveredHours",
  "agents",
  "wages",
  "trainingWages",
  "recruiting",
  "overtimeCost",
  "outsourcerCost",
  "cost",
];

/**
 * Plans of head counts as CSV, a line a plan, team and period: heads are people, hours of a week, money of
 * the whole period; `serviceLevel` is that of the period's queue nearest to missing its target, as a share.
 */
export function formatHiringCsv({ hiring }: Scenario, { plans, works }: HiringResult): string {
  const rows = plans.flatMap(({ name, teams, service }) =>
    teams.flatMap(({ team, periods }) =>
      periods.map((figures, period) => {
        const { serviceLevel, meets } = service[period]!;
        return [
          name,
          team,
          hiring!.periods[period]!.name,
          works[period]!,
          ...FIGURES.map((figure) => figures[figure]),
          serviceLevel.mean,
          meets === undefined ? "" : meets ? "yes" : "no",
        ].map(cell);
      }),
    ),
  );
  return csvLines([["plan", "team", "period", "work", ...FIGURES, "serviceLevel", "meets"], ...rows]);
}
