import { CREW_FIELDS, type Observations, QUEUE_FIELDS } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import { serviceLevelParts } from "./service-level.js";
import type { Slice } from "./slices.js";

/** What measures of queues are made of: one replication's sums over a slice. */
export type QueueSums = Record<
  | (typeof QUEUE_FIELDS)[number]
  | "offered" // answered and abandoned, and blocked where the queue counts them
  | "serviceMet" // the two parts of the service level as the queue counts it
  | "serviceOf"
  | "occurrences", // of the slice
  number
>;

/** What measures of teams and shifts are made of: one replication's sums over a slice. */
export type TeamSums = Record<
  | (typeof CREW_FIELDS)[number]
  | "cost" // in the scenario's currency; NaN where the team has no pay
  | "occurrences"
  | "seconds", // length of the slice
  number
>;

const QUEUE_SUMS: readonly (keyof QueueSums)[] = [
  ...QUEUE_FIELDS,
  "offered",
  "serviceMet",
  "serviceOf",
  "occurrences",
];
const TEAM_SUMS: readonly (keyof TeamSums)[] = [...CREW_FIELDS, "cost", "occurrences", "seconds"];

/** Sums of nothing yet, for `readQueue` and `addQueue` to write into. */
export function noQueueSums(): QueueSums {
  return Object.fromEntries(QUEUE_SUMS.map((name) => [name, 0])) as QueueSums;
}

/** Sums of nothing yet, for `readCrew` and `addTeam` to write into. */
export function noTeamSums(): TeamSums {
  return Object.fromEntries(TEAM_SUMS.map((name) => [name, 0])) as TeamSums;
}

/** Overwrites `into` with one queue's sums over the slice. */
export function readQueue(
  model: Model,
  observed: Observations,
  queue: number,
  slice: Slice,
  into: QueueSums,
): void {
  readCells(observed.queueCells, QUEUE_FIELDS, queue * (observed.intervals + 1), slice, into);
  const { countBlocked, serviceLevel } = model.scenario.queues[queue];
  into.offered = into.answered + into.abandoned + (countBlocked ? into.blocked : 0);
  const { met, of } = serviceLevelParts(serviceLevel.counting, into);
  into.serviceMet = met;
  into.serviceOf = of;
  into.occurrences = slice.occurrences;
}

/** Overwrites `into` with one crew's sums over the slice. `costAnHour`: pay with the shift's premium, or NaN. */
export function readCrew(
  observed: Observations,
  crew: number,
  costAnHour: number,
  slice: Slice,
  into: TeamSums,
): void {
  readCells(observed.crewCells, CREW_FIELDS, crew * (observed.intervals + 1), slice, into);
  into.cost = (into.paidSeconds / 3600) * costAnHour;
  into.occurrences = slice.occurrences;
  into.seconds = slice.seconds;
}

/** Adds another queue of the same slice. */
export function addQueue(sums: QueueSums, into: QueueSums): void {
  for (const name of QUEUE_SUMS) into[name] += sums[name];
  into.occurrences = sums.occurrences;
}

/** Adds another crew or team of the same slice. */
export function addTeam(sums: TeamSums, into: TeamSums): void {
  for (const name of TEAM_SUMS) into[name] += sums[name];
  into.occurrences = sums.occurrences;
  into.seconds = sums.seconds;
}

/** By crew, what an hour of one agent costs: the team's pay and the shift's premium; NaN where there is no pay. */
export function crewCosts(model: Model): Float64Array {
  const { crews, scenario } = model;
  return Float64Array.from(crews.teams, (team, crew) => {
    const shift = scenario.shifts.find((one) => one.name === crews.shifts[crew]);
    return (scenario.teams[team].pay ?? Number.NaN) * (1 + (shift?.premiumShare ?? 0));
  });
}

const scratch = new Float64Array(Math.max(QUEUE_FIELDS.length, CREW_FIELDS.length));

/** Sums in a typed array first: a year has a million cells, and named fields are slower to add to. */
function readCells<Name extends string>(
  cells: Float64Array,
  fields: readonly Name[],
  row: number,
  slice: Slice,
  into: Record<Name, number>,
): void {
  const { intervals } = slice;
  const size = fields.length;
  scratch.fill(0);
  for (let index = 0; index < intervals.length; index++) {
    const cell = (row + intervals[index]) * size;
    for (let field = 0; field < size; field++) scratch[field] += cells[cell + field];
  }
  for (let field = 0; field < size; field++) into[fields[field]] = scratch[field];
}
