import type { Run } from "../run.js";

/**
 * The wait that a contact about to join the line of the queue is told: those who wait in it and the contact
 * itself, times their mean handle time at this hour, by the agents logged on who have the skill. Infinity
 * where there are none.
 */
export function expectedWaitSeconds({ waiting, model, present, clocks, door, events }: Run, queue: number) {
  const { start, item } = model.routing.teamsOf;
  let agents = 0;
  for (let entry = start[queue]; entry < start[queue + 1]; entry++) agents += present[item[entry]];
  if (agents === 0) return Number.POSITIVE_INFINITY;
  const meanSeconds = door!.meanHandleSeconds[queue] * clocks[queue].handleFactorAt(events.time);
  return ((waiting[queue] + 1) * meanSeconds) / agents;
}
