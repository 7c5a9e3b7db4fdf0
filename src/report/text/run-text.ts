import { formatProblem, type Problem } from "../../kit/problem.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { countedDays, formatHead } from "./head.js";
import { MECHANISM_SECTIONS, type MechanismSection } from "./mechanism-sections.js";
import { formatCount, formatHours, formatMoney, formatShare, meanOf } from "./numbers.js";
import { type Paint, PLAIN } from "./paint.js";
import { formatQueueTable, formatWaitTable } from "./queue-tables.js";
import { formatServicePicture } from "./service-picture.js";
import { formatSources } from "./sources.js";
import { formatSureness } from "./sureness.js";
import { formatTargets } from "./targets.js";
import { formatShiftTable, formatTeamTable } from "./team-tables.js";

/** What a report of a run is made from. */
export interface RunReport {
  readonly scenario: Scenario;
  readonly summary: Summary;
  readonly warnings: readonly Problem[];
}

/** The report of a run for a terminal of 100 columns: what a planner asks first stands first. */
export function formatRunText(report: RunReport, paint: Paint = PLAIN): string {
  const { scenario, summary, warnings } = report;
  return joinSections([
    [...formatHead(scenario, summary, paint), ...formatSureness(scenario, summary, paint)],
    formatWarnings(warnings, paint),
    formatRunSections(scenario, summary, paint),
    titled("Where the figures came from", formatSources(scenario), paint),
  ]);
}

const WAITS = "Waits of those answered: so many of them waited at most";

/** The tables and the picture of a run, without head and sources. */
export function formatRunSections(
  scenario: Scenario,
  summary: Summary,
  paint: Paint,
  others: readonly MechanismSection[] = MECHANISM_SECTIONS,
): string[] {
  const days = countedDays(scenario);
  const span = days === 1 ? "the day" : `the ${days} days`;
  const means =
    summary.replications > 1 ? "mean of the replications; ± is the 95 % interval" : "one replication";
  const othersAfter = (table: MechanismSection["after"]) =>
    others
      .filter(({ after }) => after === table)
      .map(({ title, format }) => titled(title, format(scenario, summary, paint), paint));
  return joinSections([
    titled(`Queues: contacts over ${span}, ${means}`, formatQueueTable(scenario, summary, paint), paint),
    titled("Targets", formatTargets(scenario, summary, paint), paint),
    titled(WAITS, formatWaitTable(scenario, summary), paint),
    ...othersAfter("waits"),
    titled(`Teams: over ${span}`, formatTeamTable(scenario, summary), paint),
    ...othersAfter("teams"),
    titled("Shifts", formatShiftTable(scenario, summary), paint),
    titled("Service level over the day", formatServicePicture(scenario, summary, paint), paint),
    formatTotal(scenario, summary, paint),
  ])
    .trimEnd()
    .split("\n");
}

/** All together in a sentence or two. */
function formatTotal({ currency }: Scenario, { total }: Summary, paint: Paint): string[] {
  const level = meanOf(total, "serviceLevel");
  const sentences = [
    `${formatCount(meanOf(total, "offered"))} contacts offered, ` +
      `${formatCount(meanOf(total, "answered"))} answered` +
      `${Number.isNaN(level) ? "" : `, service level ${formatShare(level)}`}.`,
    `${formatHours(meanOf(total, "paidHours"))} paid hours, ` +
      `occupancy ${formatShare(meanOf(total, "occupancy"))}.`,
  ];
  const cost = meanOf(total, "cost");
  if (!Number.isNaN(cost)) {
    const each = formatMoney(meanOf(total, "costPerContact"));
    sentences.push(`Cost ${formatMoney(cost)} ${currency}, ${each} ${currency} a contact answered.`);
  }
  const [first = "", ...rest] = wrap(`All together: ${sentences.join(" ")}`, REPORT_COLUMNS, "  ");
  return [first.replace("All together:", (text) => paint.title(text)), ...rest];
}

/** Warnings of the reader, one a paragraph. */
export function formatWarnings(warnings: readonly Problem[], paint: Paint): string[] {
  return warnings
    .flatMap((problem) => wrap(clean(formatProblem(problem)), REPORT_COLUMNS, "  "))
    .map((line) => paint.doubtful(line));
}

/** A title over its lines; nothing where there are none. */
export function titled(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : [paint.title(title), ...lines];
}

/** Sections with an empty line between, each line ended. */
export function joinSections(sections: readonly (readonly string[])[]): string {
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}
