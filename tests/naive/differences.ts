import {
  CREW_FIELDS,
  HANDLED_BINS,
  type Observations,
  QUEUE_FIELDS,
  SHIFT_FIELDS,
  WITHIN_BINS,
} from "../../src/engine/observations.js";
import { WAIT_BINS, waitBin } from "../../src/engine/wait-bins.js";
import { serviceLevelParts } from "../../src/statistics/service-level.js";
import {
  ALWAYS_BOOKED,
  crewCellsOf,
  endedWithin,
  queueCellsOf,
  shiftCellOf,
  shiftsOf,
  waitsOf,
} from "./naive-cells.js";
import type { Attempt, NaiveRecord } from "./naive-record.js";

/** Where two traces first differ, with the rows before; undefined where they do not. */
export function firstDifference(rows: readonly string[], naive: readonly string[]): string | undefined {
  for (let at = 0; at < Math.max(rows.length, naive.length); at++) {
    if (rows[at] !== naive[at]) {
      return `${rows.slice(Math.max(0, at - 5), at).join("\n")}\nengine: ${rows[at]}\nnaive:  ${naive[at]}`;
    }
  }
  return undefined;
}

/** Where the engine's figures and those of the record differ: all of them, in words. */
export function differencesOf(observed: Observations, naive: NaiveRecord): string[] {
  const { model } = naive;
  const differences: string[] = [];
  const compare: Compare = (value, expected, ...what) => {
    if (!isNear(value, expected)) differences.push(`${what.join(" ")}: ${value}, naive ${expected}`);
  };
  for (const [queue] of model.queues.entries()) compareQueue(queue, observed, naive, compare);
  for (let crew = 0; crew < model.crews.count; crew++) compareCrew(crew, observed, naive, compare);
  compareWork(observed, naive, compare);
  compare(observed.contacts, naive.contacts, "contacts");
  return differences;
}

type Compare = (value: number, expected: number, ...what: (string | number)[]) => void;

/** Counts are exact, and sums of times but for the order in which they are added. */
function isNear(value: number, expected: number): boolean {
  if (Number.isNaN(expected)) return Number.isNaN(value);
  return Math.abs(value - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
}

function compareQueue(queue: number, observed: Observations, naive: NaiveRecord, compare: Compare): void {
  const { queueCells, waitCounts, longestWaitSeconds, intervals } = observed;
  for (const [interval, cell] of queueCellsOf(naive, queue).entries()) {
    for (const [at, field] of QUEUE_FIELDS.entries()) {
      const value = queueCells[(queue * (intervals + 1) + interval) * QUEUE_FIELDS.length + at];
      compare(value, cell[field], "queue", queue, interval, field);
    }
  }
  const waits = waitsOf(naive, queue);
  const counts = countsOf(
    waits.map((wait) => waitBin(wait * 1000)),
    WAIT_BINS,
  );
  for (const [bin, expected] of counts.entries()) {
    compare(waitCounts[queue * WAIT_BINS + bin], expected, "queue", queue, "waits in bin", bin);
  }
  const longest = waits.length === 0 ? Number.NaN : Math.max(...waits);
  compare(longestWaitSeconds[queue], longest, "queue", queue, "longest wait");
  compareServiceLevel(queue, observed, naive, compare);
}

/** The share of callers served well, caller by caller, in the way in which the queue counts it. */
function compareServiceLevel(
  queue: number,
  observed: Observations,
  naive: NaiveRecord,
  compare: Compare,
): void {
  const { serviceLevel, countBlocked } = naive.model.scenario.queues[queue];
  const { counting, withinSeconds, underSeconds } = serviceLevel;
  const [start] = naive.model.intervals.startsSeconds;
  const isWithin = (call: Attempt) => endedWithin(call, withinSeconds);
  const isUnder = (call: Attempt) => call.outcome === "abandoned" && endedWithin(call, underSeconds);
  const offered = naive.attempts.filter(
    ({ queue: of, arrivedAt, outcome }) =>
      of === queue &&
      arrivedAt >= start &&
      (outcome === "answered" || outcome === "abandoned" || (countBlocked && outcome === "blocked")),
  );
  const isAnsweredWithin = (call: Attempt) => call.outcome === "answered" && isWithin(call);
  const hungUpWithin = (call: Attempt) => call.outcome === "abandoned" && isWithin(call);
  const judged = {
    "ignore-short": offered.filter((call) => !hungUpWithin(call)).map(isAnsweredWithin),
    "abandoned-miss": offered.map(isAnsweredWithin),
    "abandoned-hit": offered.map((call) => call.outcome !== "blocked" && isWithin(call)),
    "answered-only": offered.filter((call) => call.outcome === "answered").map(isWithin),
    "ignore-under": offered.filter((call) => !isUnder(call)).map(isAnsweredWithin),
    "credit-under": offered.map((call) => isUnder(call) || isAnsweredWithin(call)),
  }[counting];
  const sums = sumsOf(queue, observed);
  const { met, of } = serviceLevelParts(counting, {
    ...sums,
    offered: sums.answered + sums.abandoned + (countBlocked ? sums.blocked : 0),
  });
  compare(met, judged.filter(Boolean).length, "queue", queue, counting, "served well");
  compare(of, judged.length, "queue", queue, counting, "of");
}

function sumsOf(queue: number, { queueCells, intervals }: Observations) {
  const fields = QUEUE_FIELDS.length;
  const cells = queueCells.subarray(queue * (intervals + 1) * fields);
  return Object.fromEntries(
    QUEUE_FIELDS.map((field, at) => {
      let sum = 0;
      for (let interval = 0; interval < intervals; interval++) sum += cells[interval * fields + at];
      return [field, sum];
    }),
  ) as Record<(typeof QUEUE_FIELDS)[number], number>;
}

function compareCrew(crew: number, observed: Observations, naive: NaiveRecord, compare: Compare): void {
  const { crewCells, shiftCells, handledCounts, withinCounts, intervals } = observed;
  for (const [interval, cell] of crewCellsOf(naive, crew).entries()) {
    const fields = interval < intervals ? CREW_FIELDS : ALWAYS_BOOKED;
    for (const field of fields) {
      const at = (crew * (intervals + 1) + interval) * CREW_FIELDS.length + CREW_FIELDS.indexOf(field);
      compare(crewCells[at], cell[field], "crew", crew, interval, field);
    }
  }
  const shift = shiftCellOf(naive, crew);
  for (const [at, field] of SHIFT_FIELDS.entries()) {
    compare(shiftCells[crew * SHIFT_FIELDS.length + at], shift[field], "crew", crew, field);
  }
  const shifts = shiftsOf(naive, crew);
  const handled = countsOf(
    shifts.map((one) => Math.min(one.handled, HANDLED_BINS - 1)),
    HANDLED_BINS,
  );
  const within = countsOf(
    shifts
      .filter((one) => one.handled > 0)
      .map((one) => Math.floor((one.within / one.handled) * (WITHIN_BINS - 1))),
    WITHIN_BINS,
  );
  for (const [bin, expected] of handled.entries()) {
    compare(handledCounts[crew * HANDLED_BINS + bin], expected, "crew", crew, "shifts of contacts", bin);
  }
  for (const [bin, expected] of within.entries()) {
    compare(withinCounts[crew * WITHIN_BINS + bin], expected, "crew", crew, "shifts in bin", bin);
  }
}

/** What each crew did for each queue, where money is shared out by it. */
function compareWork({ handledCells }: Observations, { model, work }: NaiveRecord, compare: Compare): void {
  const [start] = model.intervals.startsSeconds;
  const queues = model.queues.length;
  compare(handledCells.length, model.sharesWork ? 2 * model.crews.count * queues : 0, "cells of work");
  if (!model.sharesWork) return;
  for (let row = 0; row < model.crews.count * queues; row++) {
    const own = work.filter(({ crew, queue, at }) => at >= start && crew * queues + queue === row);
    compare(handledCells[2 * row], own.length, "row", row, "answered");
    const seconds = own.reduce((sum, one) => sum + one.seconds, 0);
    compare(handledCells[2 * row + 1], seconds, "row", row, "handle time");
  }
}

function countsOf(bins: readonly number[], length: number): Float64Array {
  const counts = new Float64Array(length);
  for (const bin of bins) counts[bin]++;
  return counts;
}
