import { unitAt } from "../../plan/check/baseline.js";
import { type BaselineFinding, baselineVerdict } from "../../plan/check/check-result.js";
import type { MovedFigure } from "../../plan/check/compare-baseline.js";
import { formatApart, formatDistance, formatHalf } from "../text/measured.js";
import { DASH, formatNumber } from "../text/numbers.js";
import { formatReplications } from "./promise-reason.js";

/**
 * How results stand to their baseline, in a clause: `12 of 72 figures moved, above all queues.a.asa: 8s to
 * 9.1s (+1.1s)`; without the example where a table follows.
 */
export function baselineReason(finding: BaselineFinding, example = true): string {
  const { compared } = finding;
  if (!compared) {
    return finding.updating ? "there was none" : "there is none yet; --update-baseline stores one";
  }
  const { kind, moved, compared: count, fresh } = compared.comparison;
  const how = kind === "exact" ? "" : ` beyond luck (${storedWith(finding)})`;
  const more = fresh.length > 0 ? `; ${formatNumber(fresh.length)} new, not compared` : "";
  switch (baselineVerdict(finding)) {
    case "undecided":
      return `nothing can be compared (${storedWith(finding)}): one replication has no interval${more}`;
    case "moved": {
      const many = formatNumber(moved.length);
      return `${many} of ${ofFigures(finding)} moved${how}${example ? aboveAll(moved[0]) : ""}${more}`;
    }
    default:
      return kind === "exact"
        ? `all ${formatNumber(count)} figures are exactly the same${more}`
        : `none of ${formatNumber(count)} figures has moved${how}${more}`;
  }
}

function aboveAll(moved: MovedFigure): string {
  const { path, before, now, change } = movedCells(moved);
  return `, above all ${path}: ${moved.now ? `${before} to ${now} (${change})` : "gone"}`;
}

/** A figure that moved, in words: before, now and the change between; `gone` where it is no more. */
export function movedCells({ path, before, now }: MovedFigure) {
  const unit = unitAt(path);
  const one = before?.mean ?? Number.NaN;
  const other = now?.mean ?? Number.NaN;
  const [beforeText, nowText] = formatApart(one, other, unit);
  const half = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? "" : ` ±${formatHalf(value, unit)}`;
  const difference = other - one;
  const change = Number.isNaN(difference)
    ? DASH
    : difference === 0
      ? "interval only"
      : `${difference < 0 ? "-" : "+"}${formatDistance(difference, unit)}`;
  return {
    path,
    before: beforeText + half(before?.half),
    now: now ? nowText + half(now.half) : "gone",
    change,
  };
}

/** What tells two samples apart: the seeds or the replications. */
function storedWith({ compared, found }: BaselineFinding): string {
  const { stored } = compared!;
  const parts = [
    ...(stored.seed === found.seed ? [] : [`seed ${stored.seed}`]),
    ...(stored.replications === found.replications ? [] : [formatReplications(stored.replications)]),
  ];
  return `stored with ${parts.join(", ")}`;
}

function ofFigures({ compared }: BaselineFinding): string {
  const { comparison } = compared!;
  const gone = comparison.moved.filter(({ now }) => now === undefined).length;
  return `${formatNumber(comparison.compared + gone)} figures`;
}
