import type { HiringPlan, HiringResult, TeamHiring } from "../../plan/hire/hiring-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import { hiringGap } from "../hiring/hiring-json.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { formatMoney, formatNumber, formatShare } from "./numbers.js";

/** Hours that are printed as none. */
const SHORT_HOURS = 0.05;

/** What to do, in sentences: whom each team hires, what it costs, whether the service holds. */
export function formatHiringFindings(scenario: Scenario, result: HiringResult, chosen: HiringPlan): string[] {
  const texts = [
    ...chosen.teams.map((team) => teamText(scenario, team)),
    [
      costText(scenario, chosen),
      serviceText(scenario, chosen),
      ...shortText(scenario, chosen),
      ...roundsText(result, chosen),
    ].join(" "),
  ];
  return texts.flatMap((text) => wrap(text, REPORT_COLUMNS, "    ", "  "));
}

/** The need was raised where the simulation missed a target that the plan had covered. */
function roundsText({ rounds }: HiringResult, { service }: HiringPlan): string[] {
  if (rounds < 2) return [];
  const agreed = service.every(({ meets }) => meets);
  return [`The plan was sought ${rounds} times${agreed ? ", until the simulation agreed" : ""}.`];
}

/** Periods in which a team is short of agent hours. */
export function shortPeriods({ teams }: HiringPlan): number[] {
  const periods = teams[0]?.periods.length ?? 0;
  return Array.from({ length: periods }, (_, period) => period).filter((period) =>
    teams.some((team) => team.periods[period]!.uncoveredHours > SHORT_HOURS),
  );
}

function teamText({ hiring }: Scenario, { team, periods }: TeamHiring): string {
  const classes = periods.flatMap(({ hired }, period) =>
    hired > 0 ? [`${formatNumber(hired)} in ${hiring!.periods[period]!.name}`] : [],
  );
  const heads = periods.reduce((sum, { hired }) => sum + hired, 0);
  const count = classes.length === 1 ? "one class" : `${classes.length} classes`;
  const said =
    classes.length === 0 ? "hire nobody" : `hire ${formatNumber(heads)} in ${count}: ${classes.join(", ")}`;
  const { heads: first, headsAtEnd = 0 } = hiring!.teams.find((one) => one.team === team)!;
  const lost = formatNumber(
    periods.reduce((sum, { leavers }) => sum + leavers, 0),
    1,
  );
  const end = periods.at(-1)!.headsAtEnd;
  const fewer = end < headsAtEnd - 0.05 ? `, not the ${formatNumber(headsAtEnd)} asked for` : "";
  const those = `${formatNumber(first)} heads${classes.length === 0 ? "" : " and these"}`;
  const course = `Of ${those} ${lost} leave, and ${formatNumber(end, 1)} are there at the end${fewer}.`;
  return `${clean(team)}: ${said}. ${course}`;
}

function costText({ hiring, currency }: Scenario, chosen: HiringPlan): string {
  const { length } = hiring!.periods;
  const gap = hiringGap(chosen);
  const proved = Number.isNaN(gap)
    ? "how near that is to the least cost is not known"
    : gap < 0.00005
      ? "proved to be the least"
      : `at most ${formatShare(gap, 2)} above the least`;
  const span = `${length} ${hiring!.unit}${length === 1 ? "" : "s"}`;
  return `It costs ${formatMoney(chosen.cost)} ${currency} in ${span}, ${proved}.`;
}

function serviceText({ hiring }: Scenario, { service }: HiringPlan): string {
  const known = service.filter(({ meets }) => meets !== undefined).length;
  if (known === 0) return "It was stopped before any service was simulated.";
  const missed = service.flatMap(({ meets }, period) =>
    meets === false ? [hiring!.periods[period]!.name] : [],
  );
  if (missed.length > 0) return `The targets are missed in ${missed.join(", ")}, as simulated.`;
  const all = known === service.length ? `every ${hiring!.unit}` : `the ${known} ${hiring!.unit}s simulated`;
  return `The targets hold in ${all}, as simulated.`;
}

function shortText({ hiring }: Scenario, chosen: HiringPlan): string[] {
  const short = shortPeriods(chosen).map((period) => hiring!.periods[period]!.name);
  if (short.length === 0) return [];
  const prices = hiring!.teams.some(({ uncoveredPerHour }) => uncoveredPerHour !== undefined);
  const why = prices
    ? "there it costs more than its price, or nothing is left that would help"
    : "no class, overtime or outsourcer is left that would help in time";
  return [`The need is not covered in ${short.join(", ")}: ${why}.`];
}
