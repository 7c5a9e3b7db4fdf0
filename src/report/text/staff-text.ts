import type { Problem } from "../../kit/problem.js";
import { compile } from "../../model/model.js";
import type { Requirement } from "../../plan/requirement/requirement-result.js";
import { openWeeks } from "../../scenario/open-weeks.js";
import type { Scenario } from "../../scenario/scenario.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { formatGuarantee, formatWorthTable, surenessOf } from "./guarantee-tables.js";
import { formatHead } from "./head.js";
import { needGrid } from "./need-grid.js";
import { formatNeedPicture } from "./need-picture.js";
import { formatNeedTable } from "./need-table.js";
import { formatHours, formatNumber } from "./numbers.js";
import { type Paint, PLAIN } from "./paint.js";
import { formatWarnings, joinSections, titled } from "./run-text.js";
import { formatSources } from "./sources.js";
import { formatTable } from "./table.js";
import { formatTargets } from "./targets.js";

/** What a report of the agents needed is made from. */
export interface StaffReport {
  readonly scenario: Scenario;
  readonly requirement: Requirement;
  readonly warnings: readonly Problem[];
}

/** The whole report of the agents needed. */
export function formatStaffText(
  { scenario, requirement, warnings }: StaffReport,
  paint: Paint = PLAIN,
): string {
  return joinSections([
    formatHead(scenario, requirement.summary, paint),
    formatWarnings(warnings, paint),
    ...formatStaffSections(scenario, requirement, paint),
    titled("Where the figures came from", formatSources(scenario), paint),
  ]);
}

/** Totals, then a table and a picture for each team. */
function formatStaffSections(scenario: Scenario, requirement: Requirement, paint: Paint): string[][] {
  const sections = totals(scenario, requirement, paint);
  for (const [index, team] of requirement.teams.entries()) {
    const grid = needGrid(scenario, requirement, [index]);
    const isSure = surenessOf(scenario, requirement, index);
    const mark = isSure ? "; ? not sure yet" : "";
    const title = `${clean(team)}: ${titleOf(grid.severalWeeks)}${mark}`;
    sections.push(titled(title, formatNeedTable(grid, paint, isSure), paint));
    const picture = formatNeedPicture(grid, scenario.calendar.intervalSeconds, paint);
    sections.push(titled(`${clean(team)}: the same as a picture`, picture, paint));
    sections.push(
      titled(
        `${clean(team)}: points of service level that one agent more brings in its interval`,
        formatWorthTable(grid, requirement, index),
        paint,
      ),
    );
  }
  return sections;
}

/** Totals, and one table of all teams together. */
export function formatStaffBrief(scenario: Scenario, requirement: Requirement, paint: Paint): string[][] {
  const { teams } = requirement;
  const grid = needGrid(scenario, requirement, [...teams.keys()]);
  const who = teams.length === 1 ? clean(teams[0]!) : "All teams together";
  const table = formatNeedTable(grid, paint);
  const more = teams.length === 1 ? [] : ["  callsim staff shows each team by itself."];
  return [
    ...totals(scenario, requirement, paint),
    titled(`${who}: ${titleOf(grid.severalWeeks)}`, [...table, ...more], paint),
  ];
}

function titleOf(severalWeeks: boolean): string {
  const week = severalWeeks ? ", of each weekday the one with the greatest lack" : "";
  return `agents needed in each interval, + and - what the roster has more or less${week}`;
}

function totals(scenario: Scenario, requirement: Requirement, paint: Paint): string[][] {
  const { guarantee, interrupted, countsAbsence, evaluations, replications } = requirement;
  const who = countsAbsence ? "to be planned, some of whom are absent," : "on the phone";
  const simulations = `${formatNumber(evaluations)} simulations`;
  const how = guarantee
    ? `found with ${simulations} and judged on ${formatNumber(guarantee.replications)} fresh replications`
    : `found with ${simulations} of ${formatNumber(replications)} replications`;
  const found = interrupted
    ? `stopped early; these ${who} kept every target in the search so far, and nothing has judged them`
    : `the fewest ${who} that keep every target in every interval; ${how}`;
  const [title = "", ...more] = wrap(`Agents needed: ${found}`, REPORT_COLUMNS, "  ");
  return [
    titled(
      [paint.title(title), ...more.map(paint.title)].join("\n"),
      totalsTable(scenario, requirement),
      PLAIN,
    ),
    titled(
      "With the agents needed, over all counted time",
      formatTargets(scenario, requirement.summary, paint),
      paint,
    ),
    unmetLines(requirement, paint),
    titled("How sure this is", formatGuarantee(requirement), paint),
  ];
}

function totalsTable(scenario: Scenario, requirement: Requirement): string[] {
  const { calendar, contracts } = scenario;
  const { teams, intervals, agentHours, peak } = requirement;
  const paidHours = paidHoursOf(scenario);
  const weeks = openWeeks(calendar);
  const rows = teams.map((team, index) => {
    let rostered = 0;
    let lacking = 0;
    let spare = 0;
    for (const [interval, { agents, rostered: there }] of intervals.entries()) {
      const hours = calendar.intervals[interval]!.lengthSeconds / 3600;
      rostered += there[index]! * hours;
      lacking += Math.max(0, agents[index]! - there[index]!) * hours;
      spare += Math.max(0, there[index]! - agents[index]!) * hours;
    }
    // What an hour on the phone takes in paid hours by this team's own breaks, absence and off-phone work.
    const paidPerHour = rostered > 0 ? paidHours[index]! / rostered : Number.NaN;
    const equivalents = (hours: number) => formatHours(hours / weeks / contracts.fullTimeHours);
    return [
      clean(team),
      formatNumber(peak[index]!),
      formatHours(agentHours[index]!),
      formatHours(rostered),
      formatHours(lacking),
      formatHours(spare),
      equivalents(agentHours[index]! * paidPerHour),
      equivalents(paidHours[index]!),
    ];
  });
  return formatTable(
    [
      { heading: "", align: "left", most: 24 },
      { heading: "most at", unit: "once" },
      { heading: "hours", unit: "needed" },
      { heading: "hours", unit: "rostered" },
      { heading: "lacking", unit: "hours" },
      { heading: "spare", unit: "hours" },
      { heading: "FTE", unit: "needed" },
      { heading: "FTE", unit: "rostered" },
    ],
    rows,
  );
}

/** By team: hours that the plan pays over the counted time. */
function paidHoursOf(scenario: Scenario): number[] {
  const { crews, intervals } = compile(scenario);
  return scenario.teams.map((_, team) => {
    let seconds = 0;
    for (let crew = 0; crew < crews.count; crew++) {
      if (crews.teams[crew] !== team) continue;
      const first = crew * intervals.count;
      for (let interval = 0; interval < intervals.count; interval++)
        seconds += crews.paidSeconds[first + interval]!;
    }
    return seconds / 3600;
  });
}

const MOST_UNMET = 8;

function unmetLines({ unmet, intervals }: Requirement, paint: Paint): string[] {
  if (unmet.length === 0) return [];
  const listed = unmet
    .slice(0, MOST_UNMET)
    .map(
      ({ interval, queue }) =>
        `${clean(queue)} at ${intervals[interval]!.start.slice(0, 16).replace("T", " ")}`,
    );
  const more = unmet.length > MOST_UNMET ? ` and ${formatNumber(unmet.length - MOST_UNMET)} more` : "";
  const sentence = `No number of agents met the target of ${listed.join(", ")}${more}.`;
  return wrap(sentence, REPORT_COLUMNS, "  ").map((line) => paint.bad(line));
}
