import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import { DASH, formatHours, formatShare, meanOf } from "./numbers.js";
import { type Column, formatTable } from "./table.js";

/** By team that has to do with it: hours in training and supervising, how many of those on are licensed. */
export function formatPeopleTable(scenario: Scenario, { teams }: Summary): string[] {
  const rows = teams.flatMap(({ name, figures }, index) => {
    const team = scenario.teams[index]!;
    const isTrained = team.training !== undefined;
    const supervises = scenario.teams.some(({ training }) => training?.supervision?.team === team.name);
    const isLicensed = team.skills.some(({ licence }) => licence !== undefined);
    if (!isTrained && !supervises && !isLicensed) return [];
    const hours = (measure: string) => meanOf(figures, measure);
    return [
      [
        clean(name),
        isTrained ? formatHours(hours("trainingHours")) : DASH,
        isTrained ? formatShare(hours("trainingHours") / hours("paidHours")) : DASH,
        supervises ? formatHours(hours("supervisingHours")) : DASH,
        isLicensed ? formatShare(meanOf(figures, "licensed") / meanOf(figures, "agentsOn")) : DASH,
      ],
    ];
  });
  if (rows.length === 0) return [];
  const columns: Column[] = [
    { heading: "", align: "left", most: 24 },
    { heading: "training", unit: "hours" },
    { heading: "of paid", unit: "hours" },
    { heading: "super-", unit: "vising h" },
    { heading: "licensed", unit: "of those on" },
  ];
  return formatTable(columns, rows);
}
