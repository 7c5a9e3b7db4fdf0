import { CREW_FIELDS, type Observations, QUEUE_FIELDS } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import { serviceLevelParts } from "./service-level.js";
import type { Slice } from "./slices.js";

/**
 * One replication's sums over a slice, at the places of `Q` for queues and of `T` for teams. An array,
 * because a year by interval has millions of sums, and named fields would make an object of each.
 */
export type Sums = Float64Array;

const QUEUE_SUMS = [
  ...QUEUE_FIELDS,
  "offered", // answered and abandoned, and blocked where the queue counts them
  "serviceMet", // the two parts of the service level as the queue counts it
  "serviceOf",
  "days", // on which somebody came, and of them those on which the queue's target held; 0 unless it is by day
  "daysMet",
  "valueLost", // a year's value of the customers lost; NaN where they have no value
  "revenue", // of contacts answered, and of those gone
  "revenueLost",
  "staffCost", // the queue's share of what teams cost; NaN where nobody knows
  "occurrences", // of the slice
] as const;

const TEAM_SUMS = [
  ...CREW_FIELDS,
  "cost", // in the scenario's currency; NaN where the team has neither pay nor a contract
  "regularPay", // the parts of it, beside bonus
  "premiumPay",
  "overtimePay",
  "contractCost",
  "revenue", // of contacts answered; NaN where nobody knows
  "evaluated", // of contacts answered, those evaluated and those followed by a survey, as expected
  "surveys",
  "occurrences",
  "seconds", // length of the slice
] as const;

/** Places in a queue's sums. */
export const Q = places(QUEUE_SUMS);

/** Places in a team's or crew's sums. */
export const T = places(TEAM_SUMS);

/** Sums of nothing yet, for `readQueue` and `addQueue` to write into. */
export function noQueueSums(): Sums {
  return new Float64Array(QUEUE_SUMS.length);
}

/** Sums of nothing yet, for `readCrew` and `addTeam` to write into. */
export function noTeamSums(): Sums {
  return new Float64Array(TEAM_SUMS.length);
}

/** Overwrites `into` with one queue's sums over the slice. */
export function readQueue(
  model: Model,
  observed: Observations,
  queue: number,
  slice: Slice,
  into: Sums,
): void {
  readCells(observed.queueCells, QUEUE_FIELDS.length, queue * (observed.intervals + 1), slice, into);
  const { countBlocked, customers, outbound, serviceLevel, value = 0 } = model.scenario.queues[queue];
  into[Q.offered] = into[Q.answered] + into[Q.abandoned] + (countBlocked ? into[Q.blocked] : 0);
  const { met, of } = serviceLevelParts(serviceLevel.counting, serviceCounts(into));
  // Who is called waits for nobody: no service level, nor a part in that of all queues.
  into[Q.serviceMet] = outbound ? 0 : met;
  into[Q.serviceOf] = outbound ? 0 : of;
  into[Q.days] = 0;
  into[Q.daysMet] = 0;
  into[Q.valueLost] = into[Q.customersLost] * (customers?.yearlyValue ?? Number.NaN);
  into[Q.revenue] = into[Q.answered] * value;
  into[Q.revenueLost] = into[Q.gone] * value;
  into[Q.staffCost] = Number.NaN;
  into[Q.occurrences] = slice.occurrences;
}

/** What service levels are counted from. */
export function serviceCounts(sums: Sums) {
  return {
    offered: sums[Q.offered],
    answered: sums[Q.answered],
    answeredWithin: sums[Q.answeredWithin],
    abandonedWithin: sums[Q.abandonedWithin],
    abandonedUnder: sums[Q.abandonedUnder],
  };
}

/** Overwrites `into` with one crew's sums over the slice, but for what it costs and earns. */
export function readCrew(observed: Observations, crew: number, slice: Slice, into: Sums): void {
  readCells(observed.crewCells, CREW_FIELDS.length, crew * (observed.intervals + 1), slice, into);
  into[T.revenue] = Number.NaN;
  into[T.occurrences] = slice.occurrences;
  into[T.seconds] = slice.seconds;
}

/** Adds another queue of the same slice. */
export function addQueue(sums: Sums, into: Sums): void {
  for (let place = 0; place < Q.occurrences; place++) into[place] += sums[place];
  into[Q.occurrences] = sums[Q.occurrences];
}

/** Adds another crew or team of the same slice. */
export function addTeam(sums: Sums, into: Sums): void {
  for (let place = 0; place < T.occurrences; place++) into[place] += sums[place];
  into[T.occurrences] = sums[T.occurrences];
  into[T.seconds] = sums[T.seconds];
}

function readCells(cells: Float64Array, fields: number, row: number, slice: Slice, into: Sums): void {
  const { intervals } = slice;
  for (let field = 0; field < fields; field++) into[field] = 0;
  for (let index = 0; index < intervals.length; index++) {
    const cell = (row + intervals[index]) * fields;
    for (let field = 0; field < fields; field++) into[field] += cells[cell + field];
  }
}

function places<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, place) => [name, place])) as Record<Name, number>;
}
