import { NAMED_MEASURES, type Unit } from "../../statistics/measures.js";
import type { Figure, Figures, Summary } from "../../statistics/summary.js";

/** A figure as a baseline keeps it: the estimate and half the width of its 95 % interval, NaN where none. */
export interface KeptFigure {
  readonly mean: number;
  readonly half: number;
}

/** The results of one check, kept so that later ones can be compared with them. */
export interface Baseline {
  /** Version of callsim that stored it. */
  readonly version: string;
  readonly scenario: { readonly name: string; readonly hash: string };
  readonly seed: string;
  readonly replications: number;
  /** By the path that promises use, `queues.claims.serviceLevel`; in the order of reports. */
  readonly figures: ReadonlyMap<string, KeptFigure>;
}

/** Every figure of a summary that a promise can name, as a baseline. */
export function baselineOf(summary: Summary): Baseline {
  const { version, scenario, seed, replications } = summary;
  return { version, scenario, seed, replications, figures: new Map(keptFigures(summary)) };
}

/** What a figure at such a path is counted in, by its measure; a count where the measure is not known. */
export function unitAt(path: string): Unit {
  const of = path.startsWith("queues.") ? "queue" : path.startsWith("teams.") ? "team" : "total";
  const measure = path.slice(path.lastIndexOf(".") + 1);
  return NAMED_MEASURES[of].find(({ name }) => name === measure)?.unit ?? "count";
}

function keptFigures({ queues, teams, total }: Summary): [string, KeptFigure][] {
  return [
    ...queues.flatMap(({ name, figures, waitPercentiles, longestWaitSeconds }) => [
      ...kept(`queues.${name}`, figures),
      ...kept(`queues.${name}`, waitPercentiles),
      ...kept(`queues.${name}`, {
        longestWait: { mean: longestWaitSeconds, low: Number.NaN, high: Number.NaN },
      }),
    ]),
    ...teams.flatMap(({ name, figures }) => kept(`teams.${name}`, figures)),
    ...kept("total", total),
  ];
}

function kept(whose: string, figures: Figures): [string, KeptFigure][] {
  return Object.entries(figures).map(([measure, { mean, low, high }]: [string, Figure]) => [
    `${whose}.${measure}`,
    { mean: finite(mean), half: finite((high - low) / 2) },
  ]);
}

/** As a file can keep it. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
