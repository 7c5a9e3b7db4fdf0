import type { GrowthCaseResult } from "../../plan/growth/growth-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import {
  formatChange,
  formatCount,
  formatHours,
  formatMoney,
  formatNumber,
  formatShareFigure,
} from "./numbers.js";
import { type Cell, type Column, formatTable } from "./table.js";

const BAR_COLUMNS = 20;

/** What each number of centres comes to as one; empty where no curve was asked for. */
export function formatPoolCurve(scenario: Scenario, { poolCurve, years }: GrowthCaseResult): string[] {
  if (!poolCurve || poolCurve.length === 0) return [];
  const columns: Column[] = [
    { heading: "centres", unit: "as one" },
    { heading: "contacts" },
    { heading: "agents", unit: "in all" },
    { heading: "each", unit: "centre" },
    { heading: "kept", unit: "apart" },
    { heading: "fewer", unit: "as one" },
    { heading: "FTE" },
    { heading: "cost", unit: scenario.currency },
    { heading: "service", unit: "level" },
    { heading: "agents of", unit: "each centre", align: "left" },
  ];
  const most = Math.max(...poolCurve.map((point) => point.agentsPerCentre || 0));
  const rows = poolCurve.map((point): Cell[] => [
    String(point.centres),
    formatCount(point.contacts),
    Number.isNaN(point.agents) ? "none do" : formatNumber(point.agents),
    formatNumber(point.agentsPerCentre, 1),
    formatNumber(point.agentsApart),
    formatChange(point.agents / point.agentsApart - 1, 1),
    formatHours(point.fullTimeEquivalents),
    formatMoney(point.cost),
    formatShareFigure(point.serviceLevel),
    "█".repeat(Math.round(((point.agentsPerCentre || 0) / most) * BAR_COLUMNS) || 0),
  ]);
  return [`  So many centres as one, in ${years.at(-1)?.year}:`, ...formatTable(columns, rows)];
}
