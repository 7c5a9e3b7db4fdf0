import type { Scenario } from "../../scenario/scenario.js";
import type { Figures, Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import { formatCount, formatMoney, formatShare, formatTime, meanOf } from "./numbers.js";
import { type Column, formatTable } from "./table.js";

interface FigureColumn extends Column {
  readonly name: string;
  readonly format: (value: number) => string;
}

const NAME: Column = { heading: "", align: "left", most: 24 };

/** Where contacts went, and came from. */
const MOVES: readonly FigureColumn[] = [
  { name: "transferredOut", heading: "transferred", unit: "out", format: formatCount },
  { name: "escalated", heading: "escalated", format: formatCount },
  { name: "handedOver", heading: "handed over,", unit: "too long", format: formatCount },
  { name: "complaints", heading: "complaints", format: formatCount },
  { name: "complaintsOpen", heading: "open at", unit: "the end", format: formatCount },
  { name: "timeToSolution", heading: "time to", unit: "solution", format: formatTime },
  { name: "handover", heading: "handover", unit: "each", format: formatTime },
  { name: "transferredIn", heading: "from other", unit: "queues", format: formatCount },
  { name: "repeats", heading: "repeats", format: formatCount },
  {
    name: "firstContactResolution",
    heading: "resolved at",
    unit: "first",
    format: (share) => formatShare(share),
  },
];

/** What they brought. */
const DEALS: readonly FigureColumn[] = [
  { name: "sales", heading: "sales", format: formatCount },
  { name: "saleValue", heading: "value", unit: "sold", format: formatMoney },
  { name: "saves", heading: "customers", unit: "kept", format: formatCount },
  { name: "saveValue", heading: "value", unit: "kept", format: formatMoney },
  { name: "bonus", heading: "bonus", format: formatMoney },
];

/** By queue, of which something comes or to which something is passed: where contacts went and came from. */
export function formatOutcomeTable(_scenario: Scenario, { queues }: Summary): string[] {
  return formatFigures(MOVES, queues);
}

/** By queue and by team: sales, customers kept, what they are worth and what the agents get. */
export function formatDealTable(_scenario: Scenario, { queues, teams }: Summary): string[] {
  const named = (what: string) => (one: { readonly name: string; readonly figures: Figures }) => ({
    ...one,
    name: `${what} ${one.name}`,
  });
  return formatFigures(DEALS, [...queues.map(named("queue")), ...teams.map(named("team"))]);
}

/** Columns and rows with nothing in them are left out. */
function formatFigures(
  all: readonly FigureColumn[],
  rows: readonly { readonly name: string; readonly figures: Figures }[],
): string[] {
  const used = all.filter(({ name }) => rows.some(({ figures }) => meanOf(figures, name) > 0));
  const told = rows.filter(({ figures }) => used.some(({ name }) => meanOf(figures, name) > 0));
  if (told.length === 0) return [];
  const columns = [NAME, ...used.map(({ name: _name, format: _format, ...column }) => column)];
  return formatTable(
    columns,
    told.map(({ name, figures }) => [
      clean(name),
      ...used.map((column) => column.format(meanOf(figures, column.name))),
    ]),
  );
}
