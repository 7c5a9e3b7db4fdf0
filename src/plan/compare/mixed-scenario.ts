import type { Arrivals } from "../../scenario/arrivals.js";
import { hashOf } from "../../scenario/hash.js";
import type { Queue } from "../../scenario/queue.js";
import type { Scenario, Shift } from "../../scenario/scenario.js";
import type { Team } from "../../scenario/team.js";
import { PART_NAMES, type PartName, partOf, type Section } from "./scenario-parts.js";

/** Which of two scenarios a part is taken from. */
type Side = (part: PartName) => Scenario;

type Named = Queue | Team | Shift;

/**
 * The checked scenario that is `a` but for the parts named, which are of `b`. Queues are there as in the
 * scenario that gives the volume, teams and shifts as in the one that gives the staff; what such a queue or
 * team has no counterpart of stays its own. Parts that `couplings` names together must be of one side.
 */
export function mixedScenario(a: Scenario, b: Scenario, fromB: ReadonlySet<PartName>): Scenario {
  const side: Side = (part) => (fromB.has(part) ? b : a);
  const queues = side("volume").queues.map((queue) => mixedQueue(queue, side));
  const teams = side("staff").teams.map((team) => mixed("teams", team, side));
  const shifts = side("staff").shifts.map((shift) => mixed("shifts", shift, side));
  const top = Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => {
      const part = partOf("top", key);
      const value = (part === "inert" ? a : side(part))[key as keyof Scenario];
      return value === undefined ? [] : [[key, value]];
    }),
  ) as unknown as Scenario;
  const scenario = { ...top, queues, teams, shifts };
  return { ...scenario, hash: hashOf(scenario) };
}

function mixedQueue(queue: Queue, side: Side): Queue {
  const found = mixed("queues", queue, side);
  const handle = counterpart("queues", queue, side("handle"));
  const patience = counterpart("queues", queue, side("patience"));
  return { ...found, arrivals: mixedArrivals(queue.arrivals, handle.arrivals, patience.arrivals) };
}

/** Each key from the side that gives its part. */
function mixed<Of extends Named>(section: Section, one: Of, side: Side): Of {
  const sources = (key: string) => {
    const part = partOf(section, key);
    return part === "inert" ? one : counterpart(section, one, side(part));
  };
  // A key may be there on one side alone.
  const keys = new Set([
    ...Object.keys(one),
    ...PART_NAMES.flatMap((part) => Object.keys(counterpart(section, one, side(part)))),
  ]);
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const value = (sources(key) as unknown as Readonly<Record<string, unknown>>)[key];
      return value === undefined ? [] : [[key, value]];
    }),
  ) as unknown as Of;
}

function counterpart<Of extends Named>(section: Section, one: Of, scenario: Scenario): Of {
  const named: readonly { readonly name: string }[] = scenario[section];
  return (named.find(({ name }) => name === one.name) as Of | undefined) ?? one;
}

/** Volumes of one, the handle times and patience told with them of others, where they are of one shape. */
function mixedArrivals(volume: Arrivals, handle: Arrivals, patience: Arrivals): Arrivals {
  if (volume.kind === "table" && handle.kind === "table") {
    if (volume.steps.length !== handle.steps.length) return volume;
    const steps = volume.steps.map(({ ahtSeconds: _, ...step }, index) => {
      const { ahtSeconds } = handle.steps[index];
      return ahtSeconds === undefined ? step : { ...step, ahtSeconds };
    });
    return { ...volume, steps };
  }
  if (volume.kind !== "replay" || handle.kind !== "replay" || patience.kind !== "replay") return volume;
  const { handleSeconds: _handle, patienceSeconds: _patience, ...moments } = volume;
  return {
    ...moments,
    ...(handle.handleSeconds && { handleSeconds: handle.handleSeconds }),
    ...(patience.patienceSeconds && { patienceSeconds: patience.patienceSeconds }),
  };
}
