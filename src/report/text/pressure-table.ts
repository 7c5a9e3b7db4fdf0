import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import { DASH, formatChosenShare, formatCount, formatNumber, formatShare, meanOf } from "./numbers.js";
import { type Column, formatTable } from "./table.js";

/**
 * By team whose quota hurries: how many contacts were taken behind it, and what is supposed to come of that.
 */
export function formatPressureTable(scenario: Scenario, { teams }: Summary): string[] {
  const rows = teams.flatMap(({ name, figures }, index) => {
    const { contacts, pressure } = scenario.teams[index]!.quota ?? {};
    if (pressure === undefined) return [];
    const factor = (value: number) => (value === 1 ? DASH : formatChosenShare(value));
    return [
      [
        clean(name),
        formatNumber(contacts!),
        formatCount(meanOf(figures, "pressured")),
        formatShare(meanOf(figures, "pressured") / meanOf(figures, "answered")),
        factor(pressure.wrapFactor),
        factor(pressure.repeatFactor),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const columns: Column[] = [
    { heading: "", align: "left", most: 24 },
    { heading: "quota", unit: "a shift" },
    { heading: "taken", unit: "behind it" },
    { heading: "of all", unit: "answered" },
    { heading: "wrap", unit: "then" },
    { heading: "repeats", unit: "then" },
  ];
  return formatTable(columns, rows);
}
