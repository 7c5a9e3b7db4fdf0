import * as v from "valibot";
import type { OpeningHours, Stretch } from "../open-stretches.js";
import { byDays, stretches } from "./days.js";
import { date, duration, readDuration, text, whole } from "./leaf.js";
import { described, isMap, leaf, list, oneOf, type Reader, shown, strict } from "./shape.js";

const always: Reader<OpeningHours> = leaf({ const: "always" }, () => ({ value: "always" as const }));

const hoursByDay: Reader<OpeningHours> = byDays("opening hours by day", stretches, (entries) => {
  const weekdays: Stretch[][] = [[], [], [], [], [], [], []];
  let holiday: Stretch[] | undefined;
  for (const { days, value } of entries) {
    for (const [day, named] of days.weekdays.entries()) if (named) weekdays[day] = value;
    if (days.holiday) holiday = value;
  }
  return { weekdays, ...(holiday ? { holiday } : {}) };
});

/** Opening hours by day, or always. */
export const openingHours: Reader<OpeningHours> = oneOf([always, hoursByDay], (found) => {
  if (found === "always") return always;
  if (isMap(found) && Object.keys(found).length > 0) return hoursByDay;
  const example = typeof found === "string" && /^[0-9:]+ ?- ?[0-9:]+$/.test(found) ? found : "08:00-20:00";
  return `found ${shown(found)}; expected always, or hours by day as in {mon-fri: ${example}}`;
});

const INTERVALS = [900, 1800, 3600] as const;
const interval: Reader<900 | 1800 | 3600> = leaf({ enum: ["15m", "30m", "60m", "1h"] }, (found) => {
  const parsed = readDuration(found, true);
  if ("problem" in parsed) return parsed;
  const known = INTERVALS.find((seconds) => seconds === parsed.value);
  return known ? { value: known } : { problem: `found ${shown(found)}; expected 15m, 30m or 60m` };
});

/** Dates, an .ics file, or the code of a country. */
export type HolidaysInput = readonly string[] | string;

const holidayDates = list("dates", date);
const holidaySource = text("dates in a list, an .ics file or a country code");
const holidays: Reader<HolidaysInput> = oneOf<HolidaysInput>([holidayDates, holidaySource], (found) => {
  if (typeof found !== "string") return holidayDates;
  if (/^[0-9]{4}-/.test(found)) return `found ${shown(found)}; expected a list of dates: write [${found}]`;
  if (/\.ics$/i.test(found) || /^[A-Z]{2}(-[A-Z0-9]{1,3})*$/i.test(found)) return holidaySource;
  return `found ${shown(found)}; expected a list of dates, an .ics file, or a country code such as US`;
});

/** Which days count, where, and when the centre is open. */
export const calendar = strict("calendar", {
  timezone: v.exactOptional(
    described(
      "IANA name; days follow its daylight-saving changes.",
      text("a time zone such as Europe/Paris"),
    ),
    () => "UTC",
  ),
  start: described("The first local date that counts.", date),
  days: described("How many days count.", whole("days", { least: 1, most: 3653 })),
  interval: v.exactOptional(
    described("Step of reporting and staffing: 15m, 30m or 60m.", interval),
    () => "30m",
  ),
  warmup: v.exactOptional(described("Simulated before start, not counted.", duration()), () => "0s"),
  holidays: v.exactOptional(described("Dates, an .ics file, or a country code.", holidays)),
  hours: v.exactOptional(described("Opening hours by day, or always.", openingHours), () => "always"),
});

/** The section as the schema leaves it, defaults filled in. */
export type CalendarSection = v.InferOutput<typeof calendar>;
