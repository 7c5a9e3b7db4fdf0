import type { Observations } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import { figuresOf } from "./figures.js";
import { QUEUE_MEASURES, SERVICE_LEVEL_MEASURES, TEAM_MEASURES, TOTAL_MEASURES } from "./measures.js";
import { summariseQuota } from "./quota-summary.js";
import { Samples } from "./samples.js";
import { eachInterval, type Slice, weekdayIntervals, wholePeriod } from "./slices.js";
import type { IntervalSummary, QueueSummary, ShiftSummary, Summary, TeamSummary } from "./summary.js";
import { targetVerdict } from "./target-verdict.js";
import { waitPercentiles } from "./wait-percentiles.js";

/** Which tables a summary holds: all where silent. They take most of the time; one left out is empty. */
export interface SummaryDetail {
  /** By each interval of the calendar. */
  readonly intervals?: boolean;
  /** By weekday and time of day. */
  readonly weekdayIntervals?: boolean;
  /** By shift of each team, and quotas. */
  readonly shifts?: boolean;
}

/**
 * The figures of some replications of one model, in their order, with 95 % confidence intervals. Counts,
 * hours and money are means per replication over the whole period, the interval, or one such weekday's
 * interval. What was not observed is NaN, never 0.
 */
export function summarise(
  model: Model,
  observations: readonly Observations[],
  about: { readonly seed: string; readonly version: string },
  detail: SummaryDetail = {},
): Summary {
  const { scenario } = model;
  const { calendar } = scenario;
  const samples = new Samples(model, observations);
  const whole = wholePeriod(calendar);
  return {
    version: about.version,
    scenario: { name: scenario.name, hash: scenario.hash },
    seed: about.seed,
    replications: observations.length,
    queues: scenario.queues.map((_, queue) => summariseQueue(model, observations, samples, queue, whole)),
    teams: scenario.teams.map((_, team) => summariseTeam(model, observations, samples, team, whole, detail)),
    intervals:
      detail.intervals === false
        ? []
        : eachInterval(calendar).map((slice, index) =>
            summariseSlice(model, samples, slice, index, calendar.intervals[index].start),
          ),
    weekdayIntervals:
      detail.weekdayIntervals === false
        ? []
        : weekdayIntervals(calendar).map((slice) =>
            summariseSlice(model, samples, slice, slice.index, slice.start),
          ),
    total: figuresOf(TOTAL_MEASURES, samples.total(whole)),
    contacts: observations.reduce((sum, observed) => sum + observed.contacts, 0),
    events: observations.reduce((sum, observed) => sum + observed.events, 0),
  };
}

function summariseQueue(
  model: Model,
  observations: readonly Observations[],
  samples: Samples,
  index: number,
  slice: Slice,
): QueueSummary {
  const { queues, teams } = model.scenario;
  const queue = queues[index];
  const sums = samples.queue(index, slice);
  const figures = figuresOf(QUEUE_MEASURES, sums);
  const serving = [...teams.keys()].filter((team) =>
    teams[team].skills.some((skill) => skill.queue === queue.name),
  );
  const { occupancy } = figuresOf(TEAM_MEASURES, samples.teams(serving, slice));
  const { serviceLevel, abandonRate, asa } = figures;
  return {
    name: queue.name,
    figures,
    serviceLevels: figuresOf(SERVICE_LEVEL_MEASURES, sums),
    waitPercentiles: waitPercentiles(observations, index),
    longestWaitSeconds: longest(observations.map((observed) => observed.longestWaitSeconds[index])),
    target: targetVerdict(queue.target, { serviceLevel, abandonRate, asa, occupancy }),
  };
}

function summariseTeam(
  model: Model,
  observations: readonly Observations[],
  samples: Samples,
  index: number,
  slice: Slice,
  detail: SummaryDetail,
): TeamSummary {
  const { name, quota: asked } = model.scenario.teams[index];
  const quota = detail.shifts === false ? undefined : asked;
  const crews = samples.crewsOf(index);
  const shifts = (detail.shifts === false ? [] : crews).map(
    (crew): ShiftSummary => ({
      team: name,
      shift: model.crews.shifts[crew],
      figures: figuresOf(TEAM_MEASURES, samples.crew(crew, slice)),
      quota: quota && summariseQuota(quota, [crew], observations),
    }),
  );
  return {
    name,
    figures: figuresOf(TEAM_MEASURES, samples.teams([index], slice)),
    shifts,
    quota: quota && summariseQuota(quota, crews, observations),
  };
}

function summariseSlice(
  model: Model,
  samples: Samples,
  slice: Slice,
  index: number,
  start: string,
): IntervalSummary {
  const { queues, teams } = model.scenario;
  return {
    index,
    start,
    queues: queues.map((_, queue) => figuresOf(QUEUE_MEASURES, samples.queue(queue, slice))),
    teams: teams.map((_, team) => figuresOf(TEAM_MEASURES, samples.teams([team], slice))),
  };
}

/** The greatest of the values that are not NaN; NaN where there is none. */
function longest(values: readonly number[]): number {
  return values.reduce(
    (most, value) => (most >= value ? most : Number.isNaN(value) ? most : value),
    Number.NaN,
  );
}
