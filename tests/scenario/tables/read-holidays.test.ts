import { describe, expect, it } from "vitest";
import { readHolidays } from "../../../src/scenario/tables/read-holidays.js";
import { noProblem } from "./table-calendar.js";

function holidays(...events: string[]): string[] {
  const text = events.map((event) => `BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT\r\n`).join("");
  const file = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${text}END:VCALENDAR\r\n`;
  return readHolidays(file, "holidays.ics", noProblem);
}

describe("holidays of an iCalendar file", () => {
  it("are its whole days, sorted, each once", () => {
    expect(
      holidays(
        "SUMMARY:Christmas\r\nDTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226",
        "DTSTART;VALUE=DATE:20260525\r\nSUMMARY:Memorial Day",
        "DTSTART:20260525",
      ),
    ).toEqual(["2026-05-25", "2026-12-25"]);
  });

  it("may last several days, over the end of a month or year", () => {
    expect(holidays("DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280102")).toEqual([
      "2027-12-31",
      "2028-01-01",
    ]);
    expect(holidays("DTSTART;VALUE=DATE:20280228\r\nDURATION:P3D")).toEqual([
      "2028-02-28",
      "2028-02-29",
      "2028-03-01",
    ]);
    expect(holidays("DTSTART;VALUE=DATE:20260525\r\nDTEND;VALUE=DATE:20260525")).toEqual(["2026-05-25"]);
  });

  it("may come every year", () => {
    const rule = "DTSTART;VALUE=DATE:20240704\r\nRRULE:FREQ=YEARLY";
    const all = holidays(rule);
    expect([all[0], all[2], all[all.length - 1]]).toEqual(["2024-07-04", "2026-07-04", "2100-07-04"]);
    expect(holidays(`${rule};COUNT=2`)).toEqual(["2024-07-04", "2025-07-04"]);
    expect(holidays(`${rule};UNTIL=20250704;BYMONTH=7;BYMONTHDAY=4;INTERVAL=1`)).toEqual([
      "2024-07-04",
      "2025-07-04",
    ]);
    expect(holidays(`${rule};COUNT=3\r\nEXDATE;VALUE=DATE:20250704`)).toEqual(["2024-07-04", "2026-07-04"]);
    expect(holidays("DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY;COUNT=2")).toEqual([
      "2024-02-29",
      "2028-02-29",
    ]);
  });

  it("are found behind folded lines, alarms and quoted parameters", () => {
    expect(
      holidays(
        'SUMMARY;X-NOTE="a:b;c":Long\r\n  name\r\nDTSTART;VALUE=\r\n DATE:2026\r\n 0525\r\n' +
          "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDURATION:PT1H\r\nEND:VALARM",
      ),
    ).toEqual(["2026-05-25"]);
  });

  it("are not those that were cancelled", () => {
    expect(
      holidays("DTSTART;VALUE=DATE:20260525\r\nSTATUS:CANCELLED", "DTSTART;VALUE=DATE:20260704"),
    ).toEqual(["2026-07-04"]);
  });
});
