import type { Arrivals } from "../../scenario/arrivals.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Quota } from "../../scenario/team.js";

/** A part of a scenario that may be why two differ. */
export type PartName =
  | "volume"
  | "dialing"
  | "handle"
  | "patience"
  | "lines"
  | "target"
  | "staff"
  | "absence"
  | "pay"
  | "customers"
  | "routing"
  | "outcomes"
  | "calendar"
  | "other";

/** The parts in the order of reports, in a planner's words. */
export const PART_TITLES: Readonly<Record<PartName, string>> = {
  volume: "volume",
  dialing: "leads and dialing",
  handle: "handle time",
  patience: "patience and redial",
  staff: "staff",
  absence: "absence and time off the phone",
  routing: "routing",
  outcomes: "what comes of contacts",
  calendar: "calendar and opening",
  lines: "lines",
  target: "how service is counted",
  pay: "pay",
  customers: "customers and revenue",
  other: "other",
};

/** All parts, in the order of reports. */
export const PART_NAMES = Object.keys(PART_TITLES) as readonly PartName[];

/** Keys of a section by the part they belong to; `inert` ones change no figure that is compared. */
type Keys = ReadonlyMap<string, PartName | "inert">;

const QUEUE_KEYS: Keys = keys({
  volume: "arrivals backlog selfService",
  handle: "handle handleGrowth concurrency slowdown",
  patience: "patience redial announce callback",
  dialing: "outbound",
  lines: "lines seats",
  target: "serviceLevel countBlocked",
  routing: "priority risesSeconds ratio needs interruptible split",
  outcomes: "after",
  customers: "customers value",
  inert: "name target",
});
const TEAM_KEYS: Keys = keys({
  staff: "staffing tenure training",
  handle: "learning quota",
  absence: "absenceShare lateness offPhone quality",
  pay: "pay overtimeFactor premiums contract",
  routing: "skills has",
  inert: "name",
});
const TOP_KEYS: Keys = keys({
  volume: "busynessCv",
  calendar: "calendar",
  lines: "lines",
  customers: "customerCount",
  routing: "routing",
  inert: "format name about hash sources currency queues teams shifts contracts run expect cases growth",
});

/** A shift is staff, but for what it is paid. */
const SHIFT_KEYS: Keys = keys({
  staff: "weekdays holiday startClockSeconds lengthSeconds breaks",
  pay: "premiumShare",
  inert: "name",
});

/** The named sections of a scenario. */
export type Section = "queues" | "teams" | "shifts";

const SECTION_KEYS: Readonly<Record<Section | "top", Keys>> = {
  queues: QUEUE_KEYS,
  teams: TEAM_KEYS,
  shifts: SHIFT_KEYS,
  top: TOP_KEYS,
};

/** The part that a key belongs to: of a queue, a team, a shift or the scenario itself. */
export function partOf(section: Section | "top", key: string): PartName | "inert" {
  return SECTION_KEYS[section].get(key) ?? "other";
}

/** A value of a section's thing, with the part it belongs to. */
export interface PartValue {
  readonly part: PartName;
  /** `queues.claims.patience`. */
  readonly path: string;
  readonly value: unknown;
}

/** All that may matter of a scenario, by part. Handle times and patience among arrivals go to their parts. */
export function partValues(scenario: Scenario): PartValue[] {
  return [
    ...Object.entries(scenario).flatMap(([key, value]) => plainValue("top", key, key, value)),
    ...sectionValues("queues", scenario.queues),
    ...sectionValues("teams", scenario.teams),
    ...sectionValues("shifts", scenario.shifts),
  ];
}

function sectionValues(section: Section, named: readonly { readonly name: string }[]): PartValue[] {
  return named.flatMap((one) =>
    Object.entries(one).flatMap(([key, value]: [string, unknown]) => {
      const path = `${section}.${one.name}.${key}`;
      if (section === "queues" && key === "arrivals") return arrivalValues(path, value as Arrivals);
      // A quota changes nothing but by its pressure.
      if (section === "teams" && key === "quota" && !(value as Quota).pressure) return [];
      return plainValue(section, key, path, value);
    }),
  );
}

function plainValue(section: Section | "top", key: string, path: string, value: unknown): PartValue[] {
  const part = partOf(section, key);
  return part === "inert" || value === undefined ? [] : [{ part, path, value }];
}

/** Volumes by themselves, and the handle times and patience that a table or a log tells with them. */
function arrivalValues(path: string, arrivals: Arrivals): PartValue[] {
  const volume = (value: unknown): PartValue => ({ part: "volume", path, value });
  if (arrivals.kind === "volume") return [volume(arrivals)];
  if (arrivals.kind === "table") {
    const plain = arrivals.steps.map(({ ahtSeconds: _, ...step }) => step);
    const times = arrivals.steps.map(({ ahtSeconds }) => ahtSeconds);
    const handle: PartValue = { part: "handle", path: `${path}.aht`, value: times };
    return [
      volume({ ...arrivals, steps: plain }),
      ...(times.some((one) => one !== undefined) ? [handle] : []),
    ];
  }
  const { handleSeconds, patienceSeconds, ...moments } = arrivals;
  return [
    volume(moments),
    ...(handleSeconds ? [{ part: "handle" as const, path: `${path}.handle`, value: handleSeconds }] : []),
    ...(patienceSeconds
      ? [{ part: "patience" as const, path: `${path}.patience`, value: patienceSeconds }]
      : []),
  ];
}

function keys(byPart: Partial<Record<PartName | "inert", string>>): Keys {
  return new Map(
    Object.entries(byPart).flatMap(([part, names]) =>
      names.split(" ").map((name) => [name, part as PartName | "inert"] as const),
    ),
  );
}
