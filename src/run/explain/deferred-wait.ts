import type { Model } from "../../model/model.js";
import { compileSampler } from "../../random/compile-sampler.js";
import { openStream } from "../../random/stream.js";

/** How long the contacts of a queue's backlog had waited when counted time started, the longest first. */
export function drawnAges({ queues, channels }: Model, seed: string, replication: number, queue: number) {
  const { contacts, age } = channels!.backlogs[queue]!;
  const ages = new Float64Array(contacts);
  if (age === undefined) return ages;
  const draw = compileSampler(age, openStream(seed, replication, "backlog-age", queues[queue].name));
  return ages.map(draw).sort().reverse();
}

/** The part of a wait between two moments that counts in opening hours; undefined where all of it does. */
export function openWait(
  { channels }: Model,
  queue: number,
  fromSeconds: number,
  toSeconds: number,
): number | undefined {
  if (channels?.countsOpen?.[queue] !== 1) return undefined;
  const hours = channels.openHours!;
  return hours.until(toSeconds) - hours.until(fromSeconds);
}

/** When the centre opens, for a contact that comes while it is closed and may wait until then. */
export function opensFor(
  { channels, scenario, horizonSeconds }: Model,
  queue: number,
  cameSeconds: number,
): number | undefined {
  if (channels?.isDeferred[queue] !== 1) return undefined;
  const { open } = scenario.calendar;
  const isOpen = open.some((one) => one.fromSeconds <= cameSeconds && cameSeconds < one.toSeconds);
  const next = open.find(({ fromSeconds }) => fromSeconds > cameSeconds);
  return isOpen || next === undefined || next.fromSeconds >= horizonSeconds ? undefined : next.fromSeconds;
}
