const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Days of a month, 1 to 12, in the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * What is wrong with `text` as a local date `YYYY-MM-DD`, in words for the user; undefined when it is one.
 */
export function dateFault(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
    return `'${text}' is not a date; expected YYYY-MM-DD such as 2026-03-02`;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (month < 1 || month > 12) return `${text} does not exist: there is no month ${text.slice(5, 7)}`;
  const most = daysInMonth(year, month);
  if (day >= 1 && day <= most) return undefined;
  return `${text} does not exist: ${MONTH_NAMES[month - 1]} ${year} has ${most} days`;
}

/** The date after `date`, both `YYYY-MM-DD`; the date must exist. */
export function nextDate(date: string): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  if (day < daysInMonth(year, month)) return dateText(year, month, day + 1);
  return month < 12 ? dateText(year, month + 1, 1) : dateText(year + 1, 1, 1);
}

/** `YYYY-MM-DD` from numbers. */
export function dateText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days from 1 January of the year 1 to a date that exists, in the Gregorian calendar. */
export function dayNumber(date: string): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  let days = Number(date.slice(8)) - 1;
  for (let before = 1; before < month; before++) days += daysInMonth(year, before);
  const past = year - 1;
  return days + 365 * past + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}
