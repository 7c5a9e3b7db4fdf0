import type { Scenario } from "../../scenario/scenario.js";
import type { Figures, Summary } from "../../statistics/summary.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { DASH, formatMoney, meanOf } from "./numbers.js";
import { type Column, formatTable } from "./table.js";

/** A column: what it is called, and the figure; `always` there even where it is nothing throughout. */
interface MoneyColumn {
  readonly heading: string;
  readonly unit?: string;
  readonly measure: string;
  readonly always?: boolean;
}

const OF_QUEUES: readonly MoneyColumn[] = [
  { heading: "revenue", measure: "revenue" },
  { heading: "sales", measure: "saleValue" },
  { heading: "customers", unit: "kept", measure: "saveValue" },
  { heading: "conver-", unit: "sions", measure: "conversionValue" },
  { heading: "cost of", unit: "staff", measure: "staffCost", always: true },
  { heading: "customers", unit: "lost", measure: "valueLost" },
  { heading: "result", measure: "result", always: true },
  { heading: "revenue", unit: "missed", measure: "revenueLost" },
];

const OF_TEAMS: readonly MoneyColumn[] = [
  { heading: "revenue", measure: "revenue" },
  { heading: "sales", measure: "saleValue" },
  { heading: "customers", unit: "kept", measure: "saveValue" },
  { heading: "pay", measure: "regularPay" },
  { heading: "premiums", measure: "premiumPay" },
  { heading: "added for", unit: "overtime", measure: "overtimePay" },
  { heading: "bonus", measure: "bonus" },
  { heading: "by", unit: "contract", measure: "contractCost" },
  { heading: "cost", measure: "cost", always: true },
  { heading: "result", measure: "result", always: true },
];

const NOTE =
  "Staff is shared out to queues by the handle time of each team. Revenue missed, of those who reached no " +
  "agent, is no part of the result.";

/** What comes in and what it costs, by queue, then by team; empty where nobody speaks of money beyond pay. */
export function formatProfitAndLoss(scenario: Scenario, { queues, teams, total }: Summary): string[] {
  if (!Object.hasOwn(total, "result")) return [];
  return [
    ...moneyTable(`queues, ${scenario.currency}`, OF_QUEUES, queues, total),
    "",
    ...moneyTable(`teams, ${scenario.currency}`, OF_TEAMS, teams),
    ...wrap(NOTE, REPORT_COLUMNS, "    ", "  "),
  ];
}

function moneyTable(
  heading: string,
  columns: readonly MoneyColumn[],
  subjects: readonly { readonly name: string; readonly figures: Figures }[],
  total?: Figures,
): string[] {
  const shown = columns.filter(
    ({ measure, always }) => always || subjects.some(({ figures }) => Math.abs(meanOf(figures, measure)) > 0),
  );
  const head: Column[] = [
    { heading, align: "left", most: 24 },
    ...shown.map(({ heading: name, unit }) => ({ heading: name, ...(unit && { unit }) })),
  ];
  const cells = (figures: Figures) => shown.map(({ measure }) => moneyCell(meanOf(figures, measure)));
  const rows = subjects.map(({ name, figures }) => [clean(name), ...cells(figures)]);
  return formatTable(head, total && subjects.length > 1 ? [...rows, ["all", ...cells(total)]] : rows);
}

/** Nothing reads as nothing, so that what is there stands out. */
function moneyCell(amount: number): string {
  return amount === 0 ? DASH : formatMoney(amount);
}
