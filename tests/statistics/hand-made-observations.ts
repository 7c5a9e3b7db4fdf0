import {
  CREW_FIELDS,
  HANDLED_BINS,
  HANDLED_FIELDS,
  type Observations,
  QUEUE_FIELDS,
  SHIFT_FIELDS,
  WITHIN_BINS,
} from "../../src/engine/observations.js";
import { WAIT_BINS, waitBin } from "../../src/engine/wait-bins.js";
import type { Model } from "../../src/model/model.js";

/** What one replication is to have observed; interval -1 is the time that is not counted. */
export interface Seen {
  readonly queues?: readonly ({ queue?: number; interval: number } & Amounts<typeof QUEUE_FIELDS>)[];
  readonly crews?: readonly ({ crew?: number; interval: number } & Amounts<typeof CREW_FIELDS>)[];
  readonly shifts?: readonly ({ crew?: number } & Amounts<typeof SHIFT_FIELDS>)[];
  /** What a crew did for a queue. */
  readonly work?: readonly ({ crew?: number; queue?: number } & Amounts<typeof HANDLED_FIELDS>)[];
  /** Contacts handled by each agent-shift of a crew, and shares within the quota's time in thousandths. */
  readonly handled?: readonly { crew?: number; each: readonly number[] }[];
  readonly within?: readonly { crew?: number; each: readonly number[] }[];
  /** Waits of answered contacts of a queue. */
  readonly waits?: readonly { queue?: number; seconds: readonly number[] }[];
}

type Amounts<Fields extends readonly string[]> = Partial<Record<Fields[number], number>>;

/** Observations of `model` that saw just this. */
export function handMade(model: Model, seen: Seen, replication = 1): Observations {
  const intervals = model.intervals.count;
  const queues = model.queues.length;
  const crews = model.crews.count;
  const observed: Observations = {
    replication,
    intervals,
    queueCells: new Float64Array(queues * (intervals + 1) * QUEUE_FIELDS.length),
    waitCounts: new Float64Array(queues * WAIT_BINS),
    longestWaitSeconds: new Float64Array(queues).fill(Number.NaN),
    crewCells: new Float64Array(crews * (intervals + 1) * CREW_FIELDS.length),
    shiftCells: new Float64Array(crews * SHIFT_FIELDS.length),
    handledCounts: new Float64Array(crews * HANDLED_BINS),
    withinCounts: new Float64Array(crews * WITHIN_BINS),
    handledCells: new Float64Array(model.sharesWork ? crews * queues * HANDLED_FIELDS.length : 0),
    events: 7,
    contacts: 3,
  };
  const row = (subject: number, interval: number) =>
    subject * (intervals + 1) + (interval < 0 ? intervals : interval);
  for (const { queue = 0, interval, ...amounts } of seen.queues ?? []) {
    put(observed.queueCells, QUEUE_FIELDS, row(queue, interval), amounts);
  }
  for (const { crew = 0, interval, ...amounts } of seen.crews ?? []) {
    put(observed.crewCells, CREW_FIELDS, row(crew, interval), amounts);
  }
  for (const { crew = 0, ...amounts } of seen.shifts ?? []) {
    put(observed.shiftCells, SHIFT_FIELDS, crew, amounts);
  }
  for (const { crew = 0, queue = 0, ...amounts } of seen.work ?? []) {
    put(observed.handledCells, HANDLED_FIELDS, crew * queues + queue, amounts);
  }
  for (const { crew = 0, each } of seen.handled ?? []) {
    for (const count of each) observed.handledCounts[crew * HANDLED_BINS + count]++;
  }
  for (const { crew = 0, each } of seen.within ?? []) {
    for (const share of each) observed.withinCounts[crew * WITHIN_BINS + share]++;
  }
  for (const { queue = 0, seconds } of seen.waits ?? []) {
    for (const wait of seconds) observed.waitCounts[queue * WAIT_BINS + waitBin(wait * 1000)]++;
    observed.longestWaitSeconds[queue] = Math.max(...seconds);
  }
  return observed;
}

function put(cells: Float64Array, fields: readonly string[], row: number, amounts: object): void {
  for (const [name, amount] of Object.entries(amounts)) {
    cells[row * fields.length + fields.indexOf(name)] += amount as number;
  }
}
