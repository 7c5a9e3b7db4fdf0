import * as v from "valibot";
import { nearest } from "../../kit/nearest.js";
import { byDays } from "./days.js";
import { type DistributionInput, distribution } from "./distribution.js";
import { clock, date, duration, flag, number, share, text, whole } from "./leaf.js";
import { described, isMap, leaf, list, listed, oneOf, type Reader, shown, strict } from "./shape.js";

const MOST_VOLUME = 1e15;
const volume = number("contacts", { least: 0, most: MOST_VOLUME });

/**
 * A distribution under a key, with help text; by reference, so that the JSON Schema spells the kinds once.
 */
export function timeSpan(help: string): Reader<DistributionInput> {
  return described(
    help,
    v.lazy(() => distribution),
  );
}

const weekdays = described(
  "Weights of days, 1 where silent: {mon: 1.2, sat-sun: 0.6, holiday: 0.5}.",
  byDays(
    "weights by day, as in {mon: 1.2, sun: 0.6}",
    number("a weight", { least: 0, most: 1e9 }),
    (entries) => {
      const weights = [1, 1, 1, 1, 1, 1, 1];
      let holiday: number | undefined;
      for (const { days, value } of entries) {
        for (const [day, named] of days.weekdays.entries()) if (named) weights[day] = value;
        if (days.holiday) holiday = value;
      }
      return { weights, holiday };
    },
  ),
);

/** `{cv: 0.12}`: the coefficient of variation of a day's gamma factor. */
export const busyness = described(
  "A day's random factor on volumes (gamma, mean 1).",
  strict("busyness", {
    cv: described("Its coefficient of variation.", number("a cv", { above: 0, most: 10 })),
  }),
);

const event = v.pipe(
  strict("an event", {
    date: described("The local date of the event.", date),
    from: v.exactOptional(described("Clock time; default 00:00.", clock), () => "00:00"),
    to: v.exactOptional(described("Clock time; default 24:00.", clock), () => "24:00"),
    factor: described("Multiplies arrivals meanwhile.", number("a factor", { least: 0, most: 1e6 })),
    why: v.exactOptional(described("For the report.", text("a reason"))),
  }),
  v.check(
    (input) => input.to > input.from,
    "the event ends before it begins; one past midnight is two events",
  ),
);

const rateEntries = {
  busyness: v.exactOptional(busyness),
  events: v.exactOptional(described("Moments that multiply arrivals.", list("events", event))),
};

const volumeEntries = {
  weekdays: v.exactOptional(weekdays),
  shape: v.exactOptional(
    described("CSV of weights over the day: time,weight or weekday,time,weight.", text("a CSV file")),
  ),
  ...rateEntries,
};

const perHour = strict("arrivals", {
  perHour: described("Expected contacts in an open hour.", volume),
  ...volumeEntries,
});
const perDay = strict("arrivals", {
  perDay: described("Expected contacts in a day.", volume),
  ...volumeEntries,
});
const perInterval = strict("arrivals", {
  perInterval: described("Expected contacts in an open interval.", volume),
  ...volumeEntries,
});
const perWeek = strict("arrivals", {
  perWeek: described("Expected contacts in a week.", volume),
  ...volumeEntries,
});

const inTable = (key: string) => ({
  [key]: `${key} does not go with a table, which says the volume of each stretch`,
});
const table = strict(
  "arrivals from a table",
  {
    table: described("CSV: date or weekday, time, queue, contacts and perhaps aht.", text("a CSV file")),
    ...rateEntries,
  },
  { ...inTable("weekdays"), ...inTable("shape") },
);

const inReplay = (key: string) => ({
  [key]: `${key} does not go with replay, which says when each contact came`,
});
const replay = strict(
  "arrivals from a log",
  { replay: described("CSV of recorded contacts: at and perhaps handle, patience.", text("a CSV file")) },
  { ...inReplay("weekdays"), ...inReplay("shape"), ...inReplay("busyness"), ...inReplay("events") },
);

/** Arrivals in one of their spellings. */
export type ArrivalsInput =
  | v.InferOutput<typeof perHour>
  | v.InferOutput<typeof perDay>
  | v.InferOutput<typeof perInterval>
  | v.InferOutput<typeof perWeek>
  | v.InferOutput<typeof table>
  | v.InferOutput<typeof replay>;

const ARRIVALS = { perHour, perDay, perInterval, perWeek, table, replay };
const ARRIVAL_KEYS = Object.keys(ARRIVALS) as (keyof typeof ARRIVALS)[];

const arrivals: Reader<ArrivalsInput> = oneOf<ArrivalsInput>(
  [perHour, perDay, perInterval, perWeek, table, replay],
  (found) => {
    const one = `expected one of ${listed(ARRIVAL_KEYS, "or")}`;
    if (!isMap(found)) return `found ${shown(found)}; ${one}, as in {perDay: 2400}`;
    const given = ARRIVAL_KEYS.filter((key) => key in found);
    if (given.length > 1) return `found ${listed(given)} together; ${one}`;
    if (given.length === 1) return ARRIVALS[given[0]!];
    const unknown = Object.keys(found).filter((key) => !Object.hasOwn(volumeEntries, key));
    const near = unknown.map((key) => nearest(key, ARRIVAL_KEYS)).find((key) => key !== undefined);
    if (near) return `found ${listed(unknown)}; did you mean ${near}?`;
    return `found ${shown(found)}; ${one}`;
  },
);

const handleParts = v.pipe(
  strict(
    "handle",
    {
      talk: v.exactOptional(timeSpan("Speaking with the caller.")),
      hold: v.exactOptional(timeSpan("Caller waits while the agent works.")),
      wrap: v.exactOptional(timeSpan("After-call work.")),
    },
    Object.fromEntries(
      ["constant", "exponential", "lognormal", "gamma", "weibull", "erlang", "uniform", "empirical"].map(
        (kind) => [
          kind,
          `${kind} stands one step too high; write talk: {${kind}: ...}, and wrap: for after-call work`,
        ],
      ),
    ),
  ),
  v.check(
    (input) => Object.keys(input).length > 0,
    "found an empty map; expected talk, hold or wrap, as in {talk: 4m}",
  ),
);

const handle: Reader<v.InferOutput<typeof handleParts>> = oneOf([handleParts], (found) => {
  if (isMap(found)) return handleParts;
  if (typeof found === "string")
    return `found ${shown(found)}; say which part takes it: {talk: ${found}} or {talk: ${found}, wrap: 30s}`;
  return `found ${shown(found)}; expected talk, hold or wrap, as in {talk: 4m, wrap: 30s}`;
});

const never: Reader<"never"> = leaf({ const: "never" }, () => ({ value: "never" as const }));
const patience: Reader<"never" | DistributionInput> = oneOf<"never" | DistributionInput>(
  [never, v.lazy(() => distribution)],
  (found) => {
    if (found === "never") return never;
    const meantNever = typeof found === "string" && nearest(found, ["never"]) !== undefined;
    return meantNever ? `found ${shown(found)}; did you mean never?` : distribution;
  },
);

const VARIANTS = ["ignore-short", "abandoned-miss", "abandoned-hit", "answered-only"] as const;
const UNDER = ["ignore-under", "credit-under"] as const;

/** How hang-ups count in service level. */
export interface CountingInput {
  readonly counting: (typeof VARIANTS)[number] | (typeof UNDER)[number];
  readonly underSeconds?: number;
}

const countingWord: Reader<CountingInput> = leaf({ enum: [...VARIANTS] }, (found) => {
  const known = VARIANTS.find((word) => word === found);
  if (known) return { value: { counting: known } };
  const under = UNDER.find((word) => word === found);
  if (under) return { problem: `${under} needs its time, as in {${under}: 5s}` };
  const near = typeof found === "string" ? nearest(found, [...VARIANTS, ...UNDER]) : undefined;
  const expected = `expected ${listed(VARIANTS)}, {ignore-under: 5s} or {credit-under: 5s}`;
  return { problem: `found ${shown(found)}; ${near ? `did you mean ${near}?` : expected}` };
});

const countingUnder = (key: (typeof UNDER)[number], help: string): Reader<CountingInput> =>
  v.pipe(
    strict("counting", { [key]: described(help, duration({ positive: true })) }),
    v.transform((input) => ({ counting: key, underSeconds: input[key]! })),
  );
const ignoreUnder = countingUnder("ignore-under", "Hang-ups before this are left out.");
const creditUnder = countingUnder("credit-under", "Hang-ups before this count as answered in time.");

const counting: Reader<CountingInput> = oneOf([countingWord, ignoreUnder, creditUnder], (found) => {
  if (!isMap(found)) return countingWord;
  if ("credit-under" in found) return creditUnder;
  if ("ignore-under" in found || Object.keys(found).length === 0) return ignoreUnder;
  return `found ${shown(found)}; expected {ignore-under: 5s} or {credit-under: 5s}`;
});

const target = strict("a target", {
  answered: v.exactOptional(described("Least service level.", share("a service level"))),
  within: v.exactOptional(
    described("The service level's threshold; default 20s.", duration({ positive: true })),
  ),
  counting: v.exactOptional(described("How hang-ups count; default ignore-short.", counting)),
  abandoned: v.exactOptional(described("Greatest share of hang-ups.", share("a share"))),
  asa: v.exactOptional(described("Longest average speed of answer.", duration({ positive: true }))),
  occupancy: v.exactOptional(described("Highest occupancy of the teams.", share("an occupancy"))),
});

const redial = strict("redial", {
  chance: described("Chance of trying again after a hang-up or busy signal.", share("a chance")),
  after: timeSpan("How much later."),
  attempts: v.exactOptional(
    described("Most redials of a caller.", whole("attempts", { least: 1, most: 1e6 })),
  ),
});

const OTHER_CHANNELS = [
  "chat",
  "email",
  "mail",
  "fax",
  "web",
  "form",
  "edi",
  "visit",
  "outbound",
  "sms",
  "video",
];
const channel: Reader<"phone"> = leaf({ enum: ["phone"] }, (found) => {
  if (found === "phone") return { value: "phone" as const };
  const known = typeof found === "string" && OTHER_CHANNELS.includes(found.toLowerCase());
  if (known) return { problem: `${found} is not in this version; it simulates phone queues only` };
  return { problem: `found ${shown(found)}; expected phone` };
});

/** What contacts wait in: its arrivals, handle time, patience and target. */
export const queue = strict("a queue", {
  channel: v.exactOptional(described("phone.", channel), () => "phone"),
  arrivals: described("How many contacts come, and when.", arrivals),
  handle: described("Talk, hold and wrap times.", handle),
  patience: v.exactOptional(
    described("How long a caller waits; default never hangs up.", patience),
    () => "never",
  ),
  lines: v.exactOptional(
    described(
      "Most contacts of this queue at once; past it a busy signal.",
      whole("lines", { least: 1, most: 1e9 }),
    ),
  ),
  redial: v.exactOptional(described("Callers who try again.", redial)),
  priority: v.exactOptional(
    described(
      "Smaller is served first under contact: priority.",
      whole("a priority", { least: 1, most: 1e6 }),
    ),
    () => 1,
  ),
  target: v.exactOptional(described("What must hold, and how service level is counted.", target)),
  countBlocked: v.exactOptional(described("Whether blocked contacts count as offered.", flag), () => false),
});

/** A queue as the schema leaves it, defaults filled in. */
export type QueueInput = v.InferOutput<typeof queue>;
