import type { Observations } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import { standardErrorOf } from "./confidence.js";
import { figureAt } from "./measures.js";
import { replicationsFor } from "./paired.js";
import { summariseQuota } from "./quota-summary.js";
import type { Slice } from "./slices.js";
import type {
  ControlSummary,
  IntervalSummary,
  QueueSummary,
  ShiftSummary,
  Summary,
  TeamSummary,
} from "./summary.js";
import { type Adjustments, type SliceTables, type SummaryDetail, SummaryTables } from "./summary-tables.js";
import { targetVerdict } from "./target-verdict.js";

/** Whose figures a summary is of, and by which figure the worth of its control variates is told. */
export interface SummaryAbout {
  readonly seed: string;
  readonly version: string;
  /** `total.serviceLevel` where silent. */
  readonly leadMeasure?: string;
}

/**
 * The figures of some replications of one model, in their order, with 95 % confidence intervals. Counts,
 * hours and money are means per replication over the whole period, the interval, or one such weekday's
 * interval. What was not observed is NaN, never 0. Figures over the whole period are adjusted by control
 * variates where there are replications enough, unless the scenario's run does without; those by interval,
 * waits' percentiles and quotas are as observed.
 */
export function summarise(
  model: Model,
  observations: readonly Observations[],
  about: SummaryAbout,
  detail: SummaryDetail = {},
): Summary {
  const tables = new SummaryTables(model, detail);
  for (const observed of observations) tables.add(observed);
  return summaryOf(tables, about);
}

/**
 * The figures of the replications that the tables have taken in so far, as `summarise` has them; on request
 * without those by interval, which take most of the time.
 */
export function summaryOf(tables: SummaryTables, about: SummaryAbout, overallOnly = false): Summary {
  const { model, replications, contacts, events } = tables;
  const { scenario } = model;
  const { calendar } = scenario;
  const adjustments = tables.adjustments();
  const summary: Summary = {
    version: about.version,
    scenario: { name: scenario.name, hash: scenario.hash },
    seed: about.seed,
    replications,
    queues: scenario.queues.map((_, queue) => summariseQueue(tables, queue, adjustments)),
    teams: scenario.teams.map((_, team) => summariseTeam(tables, team, adjustments)),
    intervals: summariseSlices(model, overallOnly ? undefined : tables.intervals, (_, index) => ({
      index,
      start: calendar.intervals[index].start,
    })),
    weekdayIntervals: summariseSlices(
      model,
      overallOnly ? undefined : tables.weekdays,
      ({ index, start }) => ({ index, start }),
    ),
    total: tables.total.figures(0, tables.ofTotal(adjustments)),
    contacts,
    events,
  };
  const controls = summariseControls(tables, adjustments, summary, about.leadMeasure);
  return controls ? { ...summary, controls } : summary;
}

function summariseQueue(tables: SummaryTables, index: number, adjustments: Adjustments): QueueSummary {
  const queue = tables.model.scenario.queues[index];
  const island = tables.controls.islands.findIndex(({ queues }) => queues.includes(index));
  const adjust = (table: Parameters<typeof SummaryTables.ofIsland>[2]) =>
    SummaryTables.ofIsland(adjustments, island, table, index);
  const figures = tables.queues.figures(index, adjust(tables.queues));
  const { occupancy } = tables.occupancies.figures(index, adjust(tables.occupancies));
  const { serviceLevel, abandonRate, asa, daysMet } = figures;
  return {
    name: queue.name,
    figures,
    serviceLevels: tables.serviceLevels.figures(index, adjust(tables.serviceLevels)),
    waitPercentiles: tables.waits[index].percentiles(),
    longestWaitSeconds: tables.waits[index].longestSeconds,
    target: targetVerdict(queue.target, {
      serviceLevel,
      abandonRate,
      asa,
      occupancy,
      ...(daysMet && { daysMet }),
    }),
  };
}

function summariseTeam(tables: SummaryTables, index: number, adjustments: Adjustments): TeamSummary {
  const { model, reader, shifts, crews } = tables;
  const { name, quota: asked } = model.scenario.teams[index];
  const island = tables.controls.islands.findIndex(({ teams }) => teams.includes(index));
  const quota = crews && asked;
  const ofTeam = reader.crewsOf(index);
  return {
    name,
    figures: tables.teams.figures(index, SummaryTables.ofIsland(adjustments, island, tables.teams, index)),
    shifts: (crews ? ofTeam : []).map(
      (crew): ShiftSummary => ({
        team: name,
        shift: model.crews.shifts[crew],
        figures: crews!.figures(crew, SummaryTables.ofIsland(adjustments, island, crews!, crew)),
        quota: quota && summariseQuota(quota, [crew], shifts),
      }),
    ),
    quota: quota && summariseQuota(quota, ofTeam, shifts),
  };
}

function summariseSlices<Of extends Slice>(
  { scenario }: Model,
  tables: SliceTables<Of> | undefined,
  head: (slice: Of, index: number) => Pick<IntervalSummary, "index" | "start">,
): IntervalSummary[] {
  if (!tables) return [];
  const { queues, teams } = scenario;
  return tables.slices.map((slice, at) => ({
    ...head(slice, at),
    queues: queues.map((_, queue) => tables.queues.figures(at * queues.length + queue)),
    teams: teams.map((_, team) => tables.teams.figures(at * teams.length + team)),
  }));
}

/** A figure, as a share of itself, that deviates by less is a constant but for rounding. */
const LEAST_DEVIATION = 1e-9;

/** Which controls there are, and what they are worth to the lead measure; undefined where there are none. */
function summariseControls(
  tables: SummaryTables,
  { fits }: Adjustments,
  summary: Summary,
  measure = "total.serviceLevel",
): ControlSummary | undefined {
  const { controls, replications } = tables;
  const used = fits.flatMap((fit, index) => {
    const { names, place } = controls.islands[index];
    return fit ? fit.places.map((one) => names[one - place]) : [];
  });
  if (used.length === 0) return undefined;
  const adjusted = figureAt(summary, measure);
  const observed = figureAt(asObserved(tables, summary), measure);
  const deviation = standardErrorOf(observed, replications) * Math.sqrt(replications);
  const half = (adjusted.high - adjusted.low) / 2;
  // Of what is the same in every replication but for rounding, nothing could be narrower.
  const varies = deviation > LEAST_DEVIATION * Math.abs(observed.mean);
  return {
    names: (["workload", "absence"] as const).filter((name) => used.includes(name)),
    measure,
    replicationsWithout: !varies
      ? Number.NaN
      : replicationsFor(
          { count: replications, variance: deviation * deviation },
          0.05,
          // Not the least more than it is: `replicationsFor` asks for less than a half width.
          half * (1 + 1e-12),
        ),
  };
}

/** The summary with the figures of queues, teams and total as they were observed. */
function asObserved(tables: SummaryTables, summary: Summary): Summary {
  return {
    ...summary,
    queues: summary.queues.map((queue, index) => ({ ...queue, figures: tables.queues.figures(index) })),
    teams: summary.teams.map((team, index) => ({ ...team, figures: tables.teams.figures(index) })),
    total: tables.total.figures(0),
  };
}
