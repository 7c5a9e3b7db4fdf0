import { createRequire } from "node:module";
import type { Parsed } from "../../kit/parsed.js";

/** As much of the optional package date-holidays as is used. */
interface HolidayCalendar {
  getHolidays(year: number): { readonly date: string; readonly type: string }[] | undefined;
}

type HolidayPackage = new (country: string, state?: string, region?: string) => HolidayCalendar;

/**
 * Dates of the public holidays of a country, `US`, or a part of it, `DE-BY`, in the years from `first` to
 * `last`, by the optional package date-holidays; both a holiday and its substitute where there is one.
 */
export function countryHolidays(
  code: string,
  first: number,
  last: number,
  load: () => HolidayPackage = loadPackage,
): Parsed<string[]> {
  let Holidays: HolidayPackage;
  try {
    Holidays = load();
  } catch {
    const hint = "install date-holidays (npm install date-holidays), or list the dates";
    return { problem: `the holidays of ${code} come from an optional package; ${hint}` };
  }
  const [country = "", state, region] = code.toUpperCase().split("-");
  const calendar = new Holidays(country, ...[state, region].filter((part) => part !== undefined));
  const dates = new Set<string>();
  for (let year = first; year <= last; year++) {
    for (const holiday of calendar.getHolidays(year) || []) {
      if (holiday.type === "public") dates.add(holiday.date.slice(0, 10));
    }
  }
  if (dates.size === 0) return { problem: `no holidays are known of ${code}; list the dates` };
  return { value: [...dates].sort() };
}

function loadPackage(): HolidayPackage {
  const loaded = createRequire(import.meta.url)("date-holidays") as HolidayPackage & {
    default?: HolidayPackage;
  };
  return loaded.default ?? loaded;
}
