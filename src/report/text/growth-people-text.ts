import type { GrowthCaseResult } from "../../plan/growth/growth-result.js";
import { REPORT_COLUMNS, wrap } from "./display.js";
import { formatCount, formatNumber } from "./numbers.js";
import { type Cell, type Column, formatTable } from "./table.js";

/** Who leaves, is hired and trained, and what agents more that asks for; empty where nobody does. */
export function formatGrowthPeople({ people, years, of }: GrowthCaseResult): string[] {
  const [first] = people ?? [];
  if (!people || !first) return [];
  const trained = people.some(({ inTraining }) => inTraining > 0);
  const sought = of === "volume" && first.more.length > 0;
  const columns: Column[] = [
    { heading: "year" },
    { heading: "leavers", unit: "a year" },
    { heading: "hired", unit: "a year" },
    ...(trained ? [{ heading: "of them in", unit: "training" }] : []),
    ...(sought
      ? [
          { heading: "agents if all", unit: "experienced" },
          ...first.more.map(({ because }) => ({ heading: "more for", unit: because })),
          { heading: "agents", unit: "needed" },
          { heading: "heads for", unit: "those more" },
        ]
      : []),
  ];
  const rows = people.map((year, index): Cell[] => [
    String(year.year),
    formatCount(year.leavers),
    formatCount(year.hires),
    ...(trained ? [formatCount(year.inTraining)] : []),
    ...(sought
      ? [
          formatNumber(year.agentsExperienced ?? Number.NaN),
          ...year.more.map(({ agents }) => formatNumber(agents)),
          formatNumber(years[index]!.agents),
          formatCount(year.headsMore ?? Number.NaN),
        ]
      : []),
  ]);
  const unknown = Number.isNaN(first.leavers)
    ? ["How many leave is not told: give growth: {attrition: 30%}, or an exponential tenure."]
    : [];
  return [
    "  People; leavers, hired and in training in heads:",
    ...formatTable(columns, rows),
    ...unknown.flatMap((text) => wrap(text, REPORT_COLUMNS, "  ", "  ")),
  ];
}
