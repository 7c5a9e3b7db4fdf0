import type { Scenario } from "../../scenario/scenario.js";
import { findMeasure } from "../../statistics/measures.js";
import type { ControlSummary, PrecisionSummary, Summary } from "../../statistics/summary.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { formatDistance } from "./measured.js";
import { formatNumber } from "./numbers.js";
import type { Paint } from "./paint.js";

/** What control variates were worth, and whether a precision asked for was reached; nothing without them. */
export function formatSureness(scenario: Scenario, summary: Summary, paint: Paint): string[] {
  const { controls, precision, replications } = summary;
  const lines: string[] = [];
  if (controls) lines.push(...wrap(controlsText(scenario, controls, replications), REPORT_COLUMNS, "  "));
  if (precision) {
    const text = wrap(precisionText(scenario, precision, replications), REPORT_COLUMNS, "  ");
    lines.push(...(precision.isReached ? text : text.map((line) => paint.doubtful(line))));
  }
  return lines;
}

function controlsText(
  scenario: Scenario,
  { names, measure, replicationsWithout }: ControlSummary,
  replications: number,
): string {
  const by = `Control variates (${names.join(", ")})`;
  if (!(replicationsWithout > replications)) return `${by}.`;
  const many = Number.isFinite(replicationsWithout)
    ? formatNumber(replicationsWithout)
    : "more than a million";
  return `${by}: ${titleOf(scenario, measure)} as narrow as from ${many} replications without.`;
}

function precisionText(
  scenario: Scenario,
  { measure, halfWidth, reachedHalfWidth, isReached, most }: PrecisionSummary,
  replications: number,
): string {
  const { unit } = findMeasure(measure, scenario);
  const asked = `±${formatDistance(halfWidth, unit)}`;
  const what = clean(measure);
  const now = Number.isNaN(reachedHalfWidth) ? "no interval" : `±${formatDistance(reachedHalfWidth, unit)}`;
  if (isReached) return `Precision of ${what}: ${now}, as asked (${asked}).`;
  const limit = replications < most ? `of at most ${formatNumber(most)}` : "the most allowed";
  const after = `after ${formatNumber(replications)} replications, ${limit}`;
  return `Precision of ${what} not reached: ${now} instead of ${asked} ${after}.`;
}

/** `service level` of all together, `ASA of claims` of a queue. */
function titleOf(scenario: Scenario, path: string): string {
  const { of, name, title } = findMeasure(path, scenario);
  const small = /^[A-Z][a-z]/.test(title) ? title.slice(0, 1).toLowerCase() + title.slice(1) : title;
  return of === "total" ? small : `${small} of ${clean(name)}`;
}
