import type { Arrivals } from "../../scenario/arrivals.js";
import type { Queue } from "../../scenario/queue.js";
import type { Calendar, Scenario } from "../../scenario/scenario.js";
import { onlyIn } from "./part-changes.js";
import { PART_NAMES, type PartName } from "./scenario-parts.js";

/** Parts that are taken from one scenario together, and why. */
export interface Coupling {
  readonly parts: readonly [PartName, PartName];
  /** `queue fleet is only in one of them`. */
  readonly reason: string;
}

/** Which parts of two scenarios cannot be mixed, because the mix would make no sense. */
export function couplings(a: Scenario, b: Scenario): Coupling[] {
  const found: Coupling[] = [];
  const couple = (one: PartName, other: PartName, reason: string) =>
    found.push({ parts: [one, other], reason });
  const queues = [...onlyIn(a.queues, b.queues), ...onlyIn(b.queues, a.queues)];
  const teams = [...onlyIn(a.teams, b.teams), ...onlyIn(b.teams, a.teams)];
  if (queues.length > 0) couple("volume", "routing", `only one of them has ${listed("queue", queues)}`);
  if (queues.length > 0 && [...a.queues, ...b.queues].some(({ after }) => after !== undefined)) {
    couple("volume", "outcomes", `only one of them has ${listed("queue", queues)}`);
  }
  if (teams.length > 0) couple("staff", "routing", `only one of them has ${listed("team", teams)}`);
  if (!sameFrame(a.calendar, b.calendar)) {
    const reason = "a table or event is tied to days that differ";
    if ([...a.queues, ...b.queues].some(({ arrivals }) => isTiedToDays(arrivals))) {
      couple("calendar", "volume", reason);
    }
    if ([...a.teams, ...b.teams].some(({ staffing }) => staffing.kind === "table")) {
      couple("calendar", "staff", reason);
    }
  }
  for (const [one, other] of inBoth(a, b)) {
    if (!sameMoments(one.arrivals, other.arrivals, "handle")) {
      couple("volume", "handle", `handle times of ${one.name} are told with its contacts`);
    }
    if (!sameMoments(one.arrivals, other.arrivals, "patience")) {
      couple("volume", "patience", `patience of ${one.name} is told with its contacts`);
    }
  }
  return found;
}

/** Where more parts differ than can be told apart, these go into one, in this order. */
const FIRST_TOGETHER: readonly (readonly [PartName, PartName])[] = [
  ["calendar", "other"],
  ["patience", "lines"],
  ["staff", "pay"],
  ["staff", "absence"],
  ["volume", "calendar"],
];

/** Parts that differ, in groups that can be mixed freely, at most `most` of them. */
export interface PartGroups {
  readonly groups: readonly (readonly PartName[])[];
  /** Why some are together, of those that concern parts that differ. */
  readonly reasons: readonly string[];
}

/** The parts that differ, in groups that can be mixed freely; beyond `most` (6 or more) some are merged. */
export function groupParts(
  changed: readonly PartName[],
  coupled: readonly Coupling[],
  most: number,
): PartGroups {
  const groupOf = new Map(PART_NAMES.map((part) => [part, new Set([part])]));
  const reasons = new Set<string>();
  const join = (one: PartName, other: PartName): void => {
    const [into, from] = [groupOf.get(one)!, groupOf.get(other)!];
    for (const part of from) {
      into.add(part);
      groupOf.set(part, into);
    }
  };
  const groups = () =>
    [...new Set(PART_NAMES.map((part) => groupOf.get(part)!))]
      .map((group) => PART_NAMES.filter((part) => group.has(part)))
      .filter((group) => group.some((part) => changed.includes(part)));
  for (const { parts, reason } of coupled) {
    join(...parts);
    if (parts.some((part) => changed.includes(part))) reasons.add(reason);
  }
  for (const parts of FIRST_TOGETHER) {
    if (groups().length <= most) break;
    if (parts.some((part) => !changed.includes(part))) continue;
    join(...parts);
    reasons.add(`more than ${most} parts differ`);
  }
  return { groups: groups(), reasons: [...reasons] };
}

function inBoth(a: Scenario, b: Scenario): [Queue, Queue][] {
  return a.queues.flatMap((one): [Queue, Queue][] => {
    const other = b.queues.find(({ name }) => name === one.name);
    return other ? [[one, other]] : [];
  });
}

/** Whether moments mean the same in both: then opening hours and holidays can be mixed with anything. */
function sameFrame(a: Calendar, b: Calendar): boolean {
  const frame = ({ open: _open, openWeekdays: _weekdays, timezoneData: _data, days, ...rest }: Calendar) =>
    JSON.stringify({ ...rest, days: days.map(({ holiday: _, ...day }) => day) });
  return frame(a) === frame(b);
}

function isTiedToDays(arrivals: Arrivals): boolean {
  return arrivals.kind !== "volume" || arrivals.events.length > 0;
}

/** Whether what is told with the contacts can be laid on the other's contacts. */
function sameMoments(a: Arrivals, b: Arrivals, of: "handle" | "patience"): boolean {
  if (!tells(a, of) && !tells(b, of)) return true;
  if (a.kind === "table" && b.kind === "table") {
    const moments = (steps: typeof a.steps) =>
      JSON.stringify(steps.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]));
    return moments(a.steps) === moments(b.steps);
  }
  if (a.kind !== "replay" || b.kind !== "replay") return false;
  return JSON.stringify(a.atSeconds) === JSON.stringify(b.atSeconds);
}

function tells(arrivals: Arrivals, of: "handle" | "patience"): boolean {
  if (arrivals.kind === "volume") return false;
  if (arrivals.kind === "replay") return arrivals[`${of}Seconds`] !== undefined;
  return of === "handle" && arrivals.steps.some(({ ahtSeconds }) => ahtSeconds !== undefined);
}

function listed(what: string, names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  return `the ${what}${names.length === 1 ? "" : "s"} ${shown}${more}`;
}
