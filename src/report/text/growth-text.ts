import type { Problem } from "../../kit/problem.js";
import type { GrowthCaseResult, GrowthResult, GrowthYear } from "../../plan/growth/growth-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { formatGrowthPeople } from "./growth-people-text.js";
import { breakRangeSentence, formatGrowthRange, spanText } from "./growth-range-text.js";
import { countedDays, formatHead } from "./head.js";
import {
  DASH,
  formatChange,
  formatCount,
  formatHours,
  formatMoney,
  formatNumber,
  formatShare,
  formatShareFigure,
  meanOf,
} from "./numbers.js";
import { type Paint, PLAIN } from "./paint.js";
import { formatPoolCurve } from "./pool-curve-text.js";
import { formatWarnings, joinSections, titled } from "./run-text.js";
import { formatSources } from "./sources.js";
import { formatSureness } from "./sureness.js";
import { type Cell, type Column, formatTable } from "./table.js";

/** What a report of growth is made from. */
export interface GrowthReport {
  readonly scenario: Scenario;
  readonly growth: GrowthResult;
  readonly warnings: readonly Problem[];
}

/** The report of the growth cases by itself. */
export function formatGrowthText({ scenario, growth, warnings }: GrowthReport, paint: Paint = PLAIN): string {
  return joinSections([
    [...formatHead(scenario, growth.today, paint), ...formatSureness(scenario, growth.today, paint)],
    formatWarnings(warnings, paint),
    ...formatGrowthSections(scenario, growth, paint),
    titled("Where the figures came from", formatSources(scenario), paint),
  ]);
}

/** Today in a line, each case year by year, then all cases beside each other. */
export function formatGrowthSections(scenario: Scenario, growth: GrowthResult, paint: Paint): string[][] {
  return [
    todayLines(scenario, growth, paint),
    ...growth.cases.map((one, index) => {
      // The signs are explained once for each kind of range.
      const kinds = growth.cases.slice(0, index).map(({ range }) => range?.kind);
      return caseSection(scenario, one, { growth, explained: !kinds.includes(one.range?.kind) }, paint);
    }),
    titled("The cases beside each other, at their last year", comparison(scenario, growth, paint), paint),
  ];
}

function todayLines(
  scenario: Scenario,
  { baseYear, agentsToday, today }: GrowthResult,
  paint: Paint,
): string[] {
  const days = countedDays(scenario);
  const cost = meanOf(today.total, "cost");
  const paid = Number.isNaN(cost) ? "" : `, cost ${formatMoney(cost)} ${scenario.currency}`;
  const nearest =
    scenario.queues.length > 1 ? ", service levels those of the queue nearest to missing its target" : "";
  const level = formatShare(meanOf(today.total, "serviceLevel"));
  const text =
    `Growth from ${baseYear}: today ${formatNumber(agentsToday)} agents, ` +
    `${formatCount(meanOf(today.total, "offered"))} contacts in ${days === 1 ? "1 day" : `${days} days`}, ` +
    `service level ${level}${paid}. Figures below are for as many days${nearest}.`;
  const [first = "", ...rest] = wrap(text, REPORT_COLUMNS, "  ");
  return [first.replace(/^Growth from \d+/, (words) => paint.title(words)), ...rest];
}

function caseSection(
  scenario: Scenario,
  one: GrowthCaseResult,
  { growth, explained }: { readonly growth: GrowthResult; readonly explained: boolean },
  paint: Paint,
): string[] {
  const source = one.source === "" ? "" : ` (${clean(one.source)})`;
  const given = one.of === "jobs" ? "staff given, contacts it can carry" : "contacts given, agents they need";
  const assumption = `${clean(one.name)}: ${clean(one.assumption)}${source}; ${given}`;
  const [title = "", ...more] = wrap(assumption, REPORT_COLUMNS, "  ");
  return [
    paint.title(title),
    ...more,
    ...yearTable(scenario, one, paint),
    ...wrap(sentences(one), REPORT_COLUMNS, "  ", "  "),
    ...formatGrowthRange(scenario, one, growth.agentsToday, explained, paint),
    ...formatPoolCurve(scenario, one),
    ...formatGrowthPeople(one),
  ];
}

function sentences(one: GrowthCaseResult): string {
  const stopped = one.interrupted
    ? [`Interrupted: its years to ${one.years.at(-1)?.year} are here, and not all that follows.`]
    : [];
  return [clean(one.finding), breakSentence(one), breakRangeSentence(one), ...stopped]
    .filter(Boolean)
    .join(" ");
}

function breakSentence({ breaksIn, years }: GrowthCaseResult): string {
  const last = years.at(-1);
  if (!last) return "";
  if (breaksIn === undefined) return `With today's agents the target holds to ${last.year}.`;
  if (breaksIn === years[0]!.year) return `Today's agents miss the target in ${breaksIn} already.`;
  return `If nobody is hired the target breaks in ${breaksIn}.`;
}

function yearTable(scenario: Scenario, { years, breaksIn, of }: GrowthCaseResult, paint: Paint): string[] {
  const pooled = years.some(({ agentsApart }) => agentsApart !== undefined);
  const columns: Column[] = [
    { heading: "year" },
    { heading: "contacts" },
    { heading: "agents", unit: of === "jobs" ? "there are" : "needed" },
    ...(pooled ? [{ heading: "kept", unit: "apart" }] : []),
    { heading: "FTE" },
    { heading: "heads" },
    { heading: "cost", unit: scenario.currency },
    { heading: "service", unit: "level" },
    { heading: "if nobody", unit: "is hired" },
    { heading: "", align: "left" },
  ];
  const rows = years.map((year): Cell[] => [
    String(year.year),
    formatCount(year.contacts),
    agentsText(year),
    ...(pooled ? [formatNumber(year.agentsApart ?? Number.NaN)] : []),
    formatHours(year.fullTimeEquivalents),
    formatHours(year.heads),
    formatMoney(year.cost),
    formatShareFigure(year.serviceLevel),
    { text: formatShareFigure(year.serviceLevelNoHire), paint: year.noHireMeets ? paint.good : paint.bad },
    year.year === breaksIn ? { text: "< breaks", paint: paint.bad } : "",
  ]);
  return formatTable(columns, rows);
}

function agentsText({ found, agents }: GrowthYear): string {
  return found ? formatNumber(agents) : "none do";
}

function comparison(scenario: Scenario, { cases }: GrowthResult, paint: Paint): string[] {
  const ended = cases.filter(({ years }) => years.length > 0);
  if (ended.length < 2) return [];
  const ranged = ended.some(({ range }) => range);
  const columns: Column[] = [
    { heading: "", align: "left", most: 24 },
    { heading: "until" },
    { heading: "contacts", unit: "change" },
    { heading: "agents" },
    ...(ranged ? [{ heading: "low", unit: "to high" }] : []),
    { heading: "agents", unit: "change" },
    { heading: "FTE" },
    { heading: "heads" },
    { heading: "cost", unit: scenario.currency },
    { heading: "if nobody", unit: "is hired" },
    { heading: "target", unit: "breaks" },
  ];
  const rows = ended.map(({ name, years, breaksIn, range }): Cell[] => {
    const first = years[0]!;
    const last = years.at(-1)!;
    // Of centres made one, against what they need apart: that is what the case is about.
    const before = first.agentsApart ?? first.agents;
    return [
      clean(name),
      String(last.year),
      formatChange(last.contacts / first.contacts - 1, 1),
      agentsText(last),
      ...(ranged ? [range ? spanText(range.years.at(-1)!.agents, formatNumber) : ""] : []),
      formatChange(last.agents / before - 1, 1),
      formatHours(last.fullTimeEquivalents),
      formatHours(last.heads),
      formatMoney(last.cost),
      { text: formatShare(last.serviceLevelNoHire.mean), paint: last.noHireMeets ? paint.good : paint.bad },
      breaksIn === undefined ? DASH : { text: String(breaksIn), paint: paint.bad },
    ];
  });
  return formatTable(columns, rows);
}
