import type { Problem } from "../../kit/problem.js";
import type {
  HiringPlan,
  HiringResult,
  PeriodService,
  PlanName,
  TeamHiring,
} from "../../plan/hire/hiring-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { formatHead } from "./head.js";
import { formatHiringFindings, shortPeriods } from "./hiring-findings.js";
import { formatHiringPicture } from "./hiring-picture.js";
import { DASH, formatHours, formatMoney, formatNumber, formatShare } from "./numbers.js";
import { type Paint, PLAIN } from "./paint.js";
import { formatWarnings, joinSections, titled } from "./run-text.js";
import { formatSources } from "./sources.js";
import { type Cell, type Column, formatTable } from "./table.js";

/** What a report of a plan of head counts is made from. */
export interface HiringReport {
  readonly scenario: Scenario;
  readonly result: HiringResult;
  readonly warnings: readonly Problem[];
}

const PLAN_NAMES: Readonly<Record<PlanName, string>> = {
  chosen: "this plan",
  replacing: "hire as you lose",
  frozen: "hire nobody",
};
/** Over columns side by side. */
const SHORT_NAMES: Readonly<Record<PlanName, string>> = {
  chosen: "this plan",
  replacing: "as you lose",
  frozen: "nobody",
};

/** The whole report: what to do, what it costs beside other ways, each team by period with a picture. */
export function formatHiringText({ scenario, result, warnings }: HiringReport, paint: Paint = PLAIN): string {
  const [chosen] = result.plans;
  if (!chosen) return joinSections([formatHead(scenario, result.base, paint)]);
  return joinSections([
    formatHead(scenario, result.base, paint),
    formatWarnings(warnings, paint),
    titled("Whom to hire", formatHiringFindings(scenario, result, chosen), paint),
    titled("Beside other ways to hire", comparison(scenario, result, paint), paint),
    ...chosen.teams.flatMap((team) => teamSections(scenario, result, chosen, team, paint)),
    titled(
      `Service level and cost by ${scenario.hiring!.unit}, way by way`,
      byPeriod(scenario, result, paint),
      paint,
    ),
    titled("Where the figures came from", formatSources(scenario), paint),
  ]);
}

function comparison(scenario: Scenario, { plans }: HiringResult, paint: Paint): string[] {
  const { periods, unit } = scenario.hiring!;
  const columns: Column[] = [
    { heading: "", align: "left" },
    { heading: "cost", unit: scenario.currency },
    { heading: "recruit-", unit: "ing" },
    { heading: "training", unit: "wages" },
    { heading: "over-", unit: "time" },
    { heading: "out-", unit: "sourcer" },
    { heading: "hired" },
    { heading: "leave" },
    { heading: "missing", unit: "hours" },
    { heading: "misses", unit: `${unit}s` },
    { heading: "first" },
  ];
  const rows = plans.map((plan): Cell[] => {
    const all = plan.teams.flatMap((team) => team.periods);
    const sum = (key: keyof (typeof all)[number]) => all.reduce((total, one) => total + one[key], 0);
    const missing = plan.teams.reduce(
      (sum, team) =>
        sum + team.periods.reduce((all, one, index) => all + one.uncoveredHours * periods[index]!.weeks, 0),
      0,
    );
    const missed = plan.service.filter(({ meets }) => meets === false).length;
    const known = plan.service.some(({ meets }) => meets !== undefined);
    return [
      PLAN_NAMES[plan.name],
      formatMoney(plan.cost),
      formatMoney(sum("recruiting")),
      formatMoney(sum("trainingWages")),
      formatMoney(sum("overtimeCost")),
      formatMoney(sum("outsourcerCost")),
      formatNumber(sum("hired")),
      formatNumber(sum("leavers"), 1),
      missing > 0.5 ? { text: formatNumber(missing), paint: paint.bad } : DASH,
      known ? { text: String(missed), paint: missed === 0 ? paint.good : paint.bad } : DASH,
      plan.missesFrom === undefined ? DASH : periods[plan.missesFrom]!.name,
    ];
  });
  return formatTable(columns, rows);
}

function teamSections(
  scenario: Scenario,
  result: HiringResult,
  chosen: HiringPlan,
  team: TeamHiring,
  paint: Paint,
): string[][] {
  const { periods, unit } = scenario.hiring!;
  const names = periods.map(({ name }) => name);
  const legend = "  ── need  ██ own heads  ▒▒ overtime  ░░ outsourcer; heads who have learned all";
  return [
    titled(
      `${clean(team.team)}: heads against the need, by ${unit}`,
      [...formatHiringPicture(names, team.periods, paint), legend],
      paint,
    ),
    [
      ...titled(`${clean(team.team)}: by ${unit}`, teamTable(scenario, result, chosen, team, paint), paint),
      ...wrap(NOTE, REPORT_COLUMNS, "  ", "  "),
    ],
  ];
}

const NOTE =
  "work: contacts times handle times, beside the scenario's; need: heads who have learned all that the " +
  "simulation asks for; worth: heads on the phone in such heads, seniors' time beside beginners taken " +
  "off; heads: paid people, means, in training too; overtime and outsourced: hours a week; missing: " +
  "agent hours a week below the need.";

function teamTable(
  { hiring, currency }: Scenario,
  { works }: HiringResult,
  { service }: HiringPlan,
  { periods }: TeamHiring,
  paint: Paint,
): string[] {
  const some = (key: "overtimeHours" | "outsourcedHours" | "uncoveredHours") =>
    periods.some((one) => one[key] > 0.05);
  const [overtime, outsourced, uncovered] = [
    some("overtimeHours"),
    some("outsourcedHours"),
    some("uncoveredHours"),
  ];
  const columns: Column[] = [
    { heading: hiring!.unit, align: "left" },
    { heading: "work" },
    { heading: "need" },
    { heading: "worth" },
    { heading: "heads" },
    { heading: "in", unit: "training" },
    { heading: "leave" },
    { heading: "hired" },
    ...(overtime ? [{ heading: "over-", unit: "time h" }] : []),
    ...(outsourced ? [{ heading: "out-", unit: "sourced h" }] : []),
    ...(uncovered ? [{ heading: "missing", unit: "h" }] : []),
    { heading: "service", unit: "level" },
    { heading: "cost", unit: currency },
  ];
  const rows = periods.map((one, period): Cell[] => [
    hiring!.periods[period]!.name,
    formatShare(works[period]!),
    formatNumber(one.need, 1),
    formatNumber(one.productive, 1),
    formatNumber(one.heads, 1),
    formatNumber(one.trainees, 1),
    formatNumber(one.leavers, 1),
    one.hired > 0 ? formatNumber(one.hired) : DASH,
    ...(overtime ? [hoursText(one.overtimeHours)] : []),
    ...(outsourced ? [hoursText(one.outsourcedHours)] : []),
    ...(uncovered ? [{ text: hoursText(one.uncoveredHours), paint: paint.bad }] : []),
    levelCell(service[period]!, paint),
    formatMoney(one.cost),
  ]);
  return formatTable(columns, rows);
}

function hoursText(hours: number): string {
  return hours > 0.05 ? formatHours(hours) : DASH;
}

function levelCell({ serviceLevel, meets }: PeriodService, paint: Paint): Cell {
  const text = formatShare(serviceLevel.mean);
  return meets === undefined ? text : { text, paint: meets ? paint.good : paint.bad };
}

function byPeriod({ hiring, currency }: Scenario, { plans }: HiringResult, paint: Paint): string[] {
  const columns: Column[] = [
    { heading: hiring!.unit },
    ...plans.flatMap((plan): Column[] => [
      { heading: SHORT_NAMES[plan.name], unit: "service" },
      { heading: "", unit: currency },
      ...(shortPeriods(plan).length > 0 ? [{ heading: "missing", unit: "h" }] : []),
    ]),
  ];
  const rows = hiring!.periods.map((period, index): Cell[] => [
    period.name,
    ...plans.flatMap((plan): Cell[] => {
      const { teams, service } = plan;
      const sum = (key: "cost" | "uncoveredHours") =>
        teams.reduce((total, team) => total + team.periods[index]![key], 0);
      return [
        levelCell(service[index]!, paint),
        formatMoney(sum("cost")),
        ...(shortPeriods(plan).length > 0 ? [hoursText(sum("uncoveredHours"))] : []),
      ];
    }),
  ]);
  return formatTable(columns, rows);
}
