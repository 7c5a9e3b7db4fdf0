import type { Scenario } from "../../scenario/scenario.js";
import type { Quota, Team } from "../../scenario/team.js";
import type { QuotaSummary, ShiftSummary, Summary, TeamSummary } from "../../statistics/summary.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import {
  DASH,
  figureOf,
  formatChosenShare,
  formatHours,
  formatMoney,
  formatNumber,
  formatShare,
  formatShareFigure,
  formatTime,
  meanOf,
} from "./numbers.js";
import { type Column, formatTable } from "./table.js";

/** Agents a team has: on all its shifts together, or where a table tells them by interval, at most. */
function agentsOf({ staffing }: Team): number {
  switch (staffing.kind) {
    case "constant":
      return staffing.agents;
    case "roster":
      return staffing.shifts.reduce((sum, { agents }) => sum + agents, 0);
    case "table":
      return staffing.steps.reduce((most, { agents }) => Math.max(most, agents), 0);
  }
}

/** By team: its agents, how busy they are, what they cost. */
export function formatTeamTable(scenario: Scenario, { teams }: Summary): string[] {
  const quotas = teams.some(({ quota }) => quota !== undefined);
  const columns: Column[] = [
    { heading: "", align: "left", most: 24 },
    { heading: "agents" },
    { heading: "occupancy" },
    { heading: "paid", unit: "hours" },
    { heading: "overtime", unit: "hours" },
    { heading: "shrink-", unit: "age" },
    { heading: "adher-", unit: "ence" },
    { heading: "cost", unit: scenario.currency },
    { heading: "cost a", unit: "contact" },
    ...(quotas ? [{ heading: "quota", unit: "met by" }] : []),
  ];
  const rows = teams.map(({ name, figures, quota }, index) => [
    clean(name),
    formatNumber(agentsOf(scenario.teams[index]!)),
    formatShareFigure(figureOf(figures, "occupancy")),
    formatHours(meanOf(figures, "paidHours")),
    formatHours(meanOf(figures, "overtimeHours")),
    formatShare(meanOf(figures, "shrinkage")),
    formatShare(meanOf(figures, "adherence")),
    formatMoney(meanOf(figures, "cost")),
    formatMoney(meanOf(figures, "costPerContact")),
    ...(quotas ? [quota ? formatShare(quota.met, 0) : DASH] : []),
  ]);
  return formatTable(columns, rows);
}

/** By shift, where a team has several or a quota; empty where no team has. */
export function formatShiftTable(scenario: Scenario, { teams }: Summary): string[] {
  const shown = teams.flatMap((team, index) => {
    const several = team.shifts.length > 1 || team.quota !== undefined;
    return several ? team.shifts.map((shift) => ({ team, shift, terms: scenario.teams[index]! })) : [];
  });
  if (shown.length === 0) return [];
  const quotas = shown.some(({ shift }) => shift.quota !== undefined);
  const times = quotas && shown.some(({ terms }) => terms.quota?.handled !== undefined);
  const columns: Column[] = [
    { heading: "", align: "left", most: 20 },
    { heading: "shift", align: "left", most: 16 },
    { heading: "agents" },
    { heading: "occu-", unit: "pancy" },
    { heading: "paid", unit: "hours" },
    { heading: "overtime", unit: "hours" },
    { heading: "cost", unit: scenario.currency },
    ...(quotas
      ? [
          { heading: "quota", unit: "met by" },
          { heading: "9 in 10", unit: "handle" },
        ]
      : []),
    ...(times ? [{ heading: "and in", unit: "time" }] : []),
  ];
  const rows = shown.map(({ team, shift, terms }) => [
    shift === team.shifts[0] ? clean(team.name) : "",
    clean(shift.shift ?? "all"),
    formatNumber(agentsOnShift(terms, shift.shift)),
    formatShare(meanOf(shift.figures, "occupancy")),
    formatHours(meanOf(shift.figures, "paidHours")),
    formatHours(meanOf(shift.figures, "overtimeHours")),
    formatMoney(meanOf(shift.figures, "cost")),
    ...(quotas ? quotaCells(shift.quota) : []),
    ...(times ? [shift.quota ? formatShare(shift.quota.handledNineInTen, 0) : DASH] : []),
  ]);
  return [...formatTable(columns, rows), ...quotaNotes(scenario, teams)];
}

function quotaCells(quota: QuotaSummary | undefined): string[] {
  return quota ? [formatShare(quota.met, 0), formatNumber(quota.contactsNineInTen)] : [DASH, DASH];
}

function agentsOnShift({ staffing }: Team, shift: string | undefined): number {
  if (staffing.kind !== "roster") return Number.NaN;
  return staffing.shifts.find((one) => one.shift === shift)?.agents ?? Number.NaN;
}

/** Below this occupancy a shift passes in waiting for contacts. */
const LITTLE_TO_DO = 0.5;
const MOST_REACH_PERCENT = 90;

/** Whether fewer than nine in ten reach a quota, in whole percent as the table shows them. */
function isSeldom(share: number): boolean {
  return Math.round(share * 100) < MOST_REACH_PERCENT;
}

/** What the quotas ask, and on which shifts fewer than nine in ten meet them, with the reason. */
function quotaNotes(scenario: Scenario, teams: readonly TeamSummary[]): string[] {
  const notes: string[] = [];
  for (const [index, team] of teams.entries()) {
    const { quota } = scenario.teams[index]!;
    if (!quota || !team.quota) continue;
    notes.push(`Quota of ${clean(team.name)}: ${quotaText(quota)} a shift.`);
    const short = team.shifts.filter((shift) => shift.quota && isSeldom(shift.quota.met));
    const idle = short.filter(({ figures, quota: found }) => {
      return isSeldom(found!.contactsMet) && meanOf(figures, "occupancy") < LITTLE_TO_DO;
    });
    if (idle.length > 0) notes.push(`Too little to do for it on ${idle.map(idleText).join("; ")}.`);
    const others = short.filter((shift) => !idle.includes(shift)).map(nameOf);
    if (others.length > 0) notes.push(`Fewer than nine agents in ten meet it on ${others.join(", ")}.`);
  }
  return notes.flatMap((note) => wrap(note, REPORT_COLUMNS, "    ", "  "));
}

function idleText(shift: ShiftSummary): string {
  const busy = formatShare(meanOf(shift.figures, "occupancy"), 0);
  const reach = formatNumber(shift.quota!.contactsNineInTen);
  return `${nameOf(shift)} (busy ${busy} of the time, nine in ten handle ${reach} contacts or more)`;
}

function nameOf({ shift }: ShiftSummary): string {
  return clean(shift ?? "all days");
}

function quotaText({ contacts, handled }: Quota): string {
  const parts: string[] = [];
  if (contacts !== undefined) parts.push(`${formatNumber(contacts)} contacts`);
  if (handled) {
    parts.push(`${formatChosenShare(handled.share)} handled within ${formatTime(handled.withinSeconds)}`);
  }
  return parts.join(" and ");
}
