import type { GrowthCaseResult, GrowthRange, Span } from "../../plan/growth/growth-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import { REPORT_COLUMNS, wrap } from "./display.js";
import { formatCount, formatHours, formatMoney, formatNumber, formatShare } from "./numbers.js";
import type { Paint } from "./paint.js";
import { type Cell, type Column, formatTable } from "./table.js";

/**
 * How far the years of a case may lie from what is expected, with or without an explanation of the signs;
 * empty where growth is certain.
 */
export function formatGrowthRange(
  scenario: Scenario,
  { range, years: expected }: GrowthCaseResult,
  agentsToday: number,
  explained: boolean,
  paint: Paint,
): string[] {
  if (!range) return [];
  const drawn = range.kind === "distribution";
  const picture = agentsPicture(range, agentsToday);
  const columns: Column[] = [
    { heading: "year" },
    { heading: "contacts" },
    { heading: "agents" },
    { heading: "heads" },
    { heading: "cost", unit: scenario.currency },
    ...(drawn ? [{ heading: "target", unit: "broken" }] : []),
    { heading: "agents", align: "left" },
  ];
  const rows = range.years.map(({ year, contacts, agents, heads, cost, brokenShare = 0 }, index): Cell[] => {
    const share = formatShare(brokenShare, 0);
    const broken: Cell = brokenShare >= 0.5 ? { text: share, paint: paint.bad } : share;
    return [
      String(year),
      spanText(contacts, formatCount),
      spanText(agents, formatNumber),
      spanText(heads, formatHours),
      spanText(cost, formatMoney),
      ...(drawn ? [broken] : []),
      picture(agents, expected[index]!.agents),
    ];
  });
  return [
    "  From low to high:",
    ...formatTable(columns, rows),
    ...(explained ? wrap(legend(range, agentsToday), REPORT_COLUMNS, "  ", "  ") : []),
  ];
}

function legend({ kind, paths }: GrowthRange, agentsToday: number): string {
  const signs = `─ from low to high, █ what is expected, | today's ${formatNumber(agentsToday)} agents.`;
  if (kind === "levels") return `Low and high are those of the file. ${signs}`;
  const number = formatNumber(paths ?? Number.NaN);
  const said = `${number} paths of the yearly rate, 5 % below low and 5 % above high`;
  return `${said}; target broken: on how many today's agents have missed it by then. ${signs}`;
}

/** When the target breaks if things go fast, and if they go slowly. */
export function breakRangeSentence({ range, years }: GrowthCaseResult): string {
  const last = years.at(-1)?.year;
  if (!range || last === undefined) return "";
  const { kind, breaksEarliest, breaksLatest } = range;
  if (kind === "levels") {
    const when = (year: number | undefined) =>
      year === undefined ? `it holds to ${last}` : `it breaks in ${year}`;
    return `With the high ${when(breaksEarliest)}, with the low ${when(breaksLatest)}.`;
  }
  const share = formatShare(range.years.at(-1)?.brokenShare ?? 0, 0);
  if (breaksEarliest === undefined) return `On ${share} of the paths it breaks by ${last}.`;
  const most = breaksLatest === undefined ? `${share} by ${last}` : `95 % by ${breaksLatest}`;
  return `On 5 % of the paths it breaks by ${breaksEarliest}, on ${most}.`;
}

const PICTURE_COLUMNS = 20;

/** Draws spans of agents on one scale that holds all years' and today's. */
function agentsPicture({ years }: GrowthRange, today: number): (agents: Span, expected: number) => string {
  const all = years.flatMap(({ agents }) => [agents.low, agents.high]).filter((one) => !Number.isNaN(one));
  const least = Math.min(today, ...all);
  const most = Math.max(today, ...all);
  const columnOf = (agents: number) =>
    most > least ? Math.round(((agents - least) / (most - least)) * (PICTURE_COLUMNS - 1)) : 0;
  return ({ low, high }, expected) => {
    if (Number.isNaN(low) || Number.isNaN(high)) return "";
    const signs = new Array<string>(PICTURE_COLUMNS).fill(" ");
    for (let column = columnOf(low); column <= columnOf(high); column++) signs[column] = "─";
    signs[columnOf(today)] = "|";
    if (!Number.isNaN(expected)) signs[columnOf(expected)] = "█";
    return signs.join("").trimEnd();
  };
}

/** `60 to 78`, or one number where both read alike. */
export function spanText({ low, high }: Span, format: (value: number) => string): string {
  const [from, to] = [format(low), format(high)];
  return from === to ? from : `${from} to ${to}`;
}
