import * as v from "valibot";
import { nearest } from "../../kit/nearest.js";
import { byDays } from "./days.js";
import { clock, date, number, text } from "./leaf.js";
import { described, isMap, list, listed, oneOf, type Reader, shown, strict } from "./shape.js";

const MOST_VOLUME = 1e15;
const volume = number("contacts", { least: 0, most: MOST_VOLUME });

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

/** How many contacts come, and when. */
export const arrivals: Reader<ArrivalsInput> = oneOf<ArrivalsInput>(
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
