import { CREW_FIELDS, type Observations } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import { T } from "./sums.js";
import { survivalOf } from "./survival.js";

/** A contact in hand when the shift ends makes nobody late for one that begins so much later. */
const APART_SECONDS = 4 * 3600;

/** One replication's agent seconds lost to absence and lateness in counted time. */
export function absentSeconds({ crewCells, intervals }: Observations, crew: number): number {
  const first = crew * (intervals + 1) * CREW_FIELDS.length;
  let sum = 0;
  for (let index = 0; index < intervals; index++) {
    sum += crewCells[first + index * CREW_FIELDS.length + T.absentSeconds];
  }
  return sum;
}

/**
 * Their expectation: the share of absence of all paid time, and of each of those who come the part of the
 * lateness that falls into the shift, the mean of the smaller of the two. NaN where it is not known exactly:
 * where agents may come late to a shift so soon after another that they might still be at work.
 */
export function expectedAbsentSeconds(model: Model, crew: number): number {
  const { crews, scenario, intervals } = model;
  const { absenceShare, lateness, staffing, training } = scenario.teams[crews.teams[crew]];
  let paidSeconds = 0;
  for (let index = 0; index < intervals.count; index++) {
    paidSeconds += crews.paidSeconds[crew * intervals.count + index];
  }
  const missed = absenceShare * paidSeconds;
  // Agents of a table have no shift to be late for.
  if (lateness === undefined || staffing.kind === "table") return missed;
  // Whoever is in training is not late for the phone.
  if (training !== undefined) return Number.NaN;
  const late = survivalOf(lateness);
  const agents = crews.firstAgents[crew + 1] - crews.firstAgents[crew];
  let lateSeconds = 0;
  let endBefore = Number.NEGATIVE_INFINITY;
  for (const { crew: whose, startSeconds, endSeconds, follows } of crews.musters) {
    if (whose !== crew) continue;
    const comesFromHome = follows < 0 && startSeconds >= 0;
    if (comesFromHome && startSeconds < endBefore + APART_SECONDS) return Number.NaN;
    endBefore = endSeconds;
    if (!comesFromHome) continue;
    const reach = Math.min(endSeconds, model.horizonSeconds) - startSeconds;
    const uncounted = Math.min(reach, Math.max(0, intervals.startsSeconds[0] - startSeconds));
    lateSeconds += late.meanUpTo(reach) - late.meanUpTo(uncounted);
  }
  return missed + (1 - absenceShare) * agents * lateSeconds;
}
