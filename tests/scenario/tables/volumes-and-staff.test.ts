import { describe, expect, it } from "vitest";
import { readDayShape } from "../../../src/scenario/tables/read-day-shape.js";
import { readStaff } from "../../../src/scenario/tables/read-staff.js";
import { readVolumes } from "../../../src/scenario/tables/read-volumes.js";
import { noProblem, week } from "./table-calendar.js";

const HOUR = 3600;

function volumes(text: string, calendar = week(), queues = ["claims", "sales"]) {
  const read = readVolumes(text, "volumes.csv", calendar, queues, noProblem);
  return (queue: string) =>
    (read.get(queue) ?? []).map((step) => [step.fromSeconds / HOUR, step.toSeconds / HOUR, step.contacts]);
}

describe("a table by the hour where the interval is half an hour", () => {
  const warnings = (clocks: readonly string[], intervalSeconds: 900 | 1800 | 3600 = 1800) => {
    const found: string[] = [];
    const text = `time,agents\n${clocks.map((clock) => `${clock},5\n`).join("")}`;
    readStaff(text, "staff.csv", week({ intervalSeconds }), "desk", ({ severity, message }) => {
      expect(severity).toBe("warning");
      found.push(message);
    });
    return found;
  };

  it("is warned of, for every other interval would have nobody", () => {
    expect(warnings(["09:00", "10:00", "11:00"])).toEqual([
      "time: the rows are 1h apart, the interval is 30m, and a row holds for one interval; " +
        "set calendar.interval to 1h or add the rows between",
    ]);
    expect(warnings(["09:00", "09:30", "10:00"], 900)[0]).toContain("set calendar.interval to 30m");
  });

  it("is not seen in steps of the interval, nor in single times", () => {
    expect(warnings(["09:00", "10:00", "11:00"], 3600)).toEqual([]);
    expect(warnings(["09:00", "10:00", "10:30", "11:00"])).toEqual([]);
    expect(warnings(["09:00", "12:00", "13:00"])).toEqual([]);
  });
});

describe("volumes", () => {
  it("by date hold for one interval of that date, in any order of rows", () => {
    const of = volumes(
      "date,time,queue,contacts\n2026-03-03,08:30,claims,7\n2026-03-02,08:00,sales,2.5\n" +
        "2026-03-03,08:00,claims,5\n2030-01-01,08:00,claims,5\n",
    );
    expect(of("claims")).toEqual([
      [32, 32.5, 5],
      [32.5, 33, 7],
    ]);
    expect(of("sales")).toEqual([[8, 8.5, 2.5]]);
    expect(of("fax")).toEqual([]);
  });

  it("by weekday hold on each such day, from the one before the simulation on", () => {
    const calendar = week({ start: "2026-02-02", days: 8 });
    const of = volumes("weekday,time,queue,contacts\nmon,08:00,claims,5\nsun,09:00,claims,3\n", calendar);
    expect(of("claims")).toEqual([
      [-15, -14.5, 3],
      [8, 8.5, 5],
      [153, 153.5, 3],
      [176, 176.5, 5],
    ]);
  });

  it("for holidays take the place of the weekday's, for the queues that have them", () => {
    const calendar = week({ start: "2026-02-03", days: 1, holidays: ["2026-02-03"] });
    const of = volumes(
      "weekday,time,queue,contacts\ntue,08:00,claims,5\ntue,09:00,claims,5\nholiday,08:00,claims,1\n" +
        "tue,08:00,sales,4\n",
      calendar,
    );
    expect(of("claims")).toEqual([[8, 8.5, 1]]);
    expect(of("sales")).toEqual([[8, 8.5, 4]]);
  });

  it("need no queue column where there is one queue", () => {
    const of = volumes("date,time,contacts\n2026-03-02,08:00,5\n", week(), ["claims"]);
    expect(of("claims")).toEqual([[8, 8.5, 5]]);
  });

  it("carry a handle time where a row says one, in seconds or as a duration", () => {
    const text =
      "date,time,contacts,aht\n2026-03-02,08:00,5,200\n2026-03-02,08:30,5,3m\n2026-03-02,09:00,5,\n";
    const steps = readVolumes(text, "v.csv", week(), ["claims"], noProblem).get("claims") ?? [];
    expect(steps.map((step) => step.ahtSeconds)).toEqual([200, 180, undefined]);
  });

  it("of a weekday skip the hour that clocks skip and come twice in the one they repeat", () => {
    const text = "weekday,time,queue,contacts\nsun,00:30,claims,1\nsun,01:30,claims,5\nsun,02:30,claims,6\n";
    const spring = week({ start: "2026-03-08", days: 1 });
    expect(volumes(text, spring)("claims").slice(-2)).toEqual([
      [0.5, 1, 1],
      [1.5, 2, 5],
    ]);
    const autumn = week({ start: "2026-11-01", days: 1 });
    expect(volumes(text, autumn)("claims")).toEqual([
      [0.5, 1, 1],
      [1.5, 2, 5],
      [2.5, 3, 5],
      [3.5, 4, 6],
    ]);
  });

  it("of a date may be given once for each occurrence of a repeated time", () => {
    const calendar = week({ start: "2026-11-01", days: 1, intervalSeconds: 3600 });
    const of = volumes(
      "date,time,queue,contacts\n2026-11-01,01:00,claims,5\n2026-11-01,01:00,claims,3\n",
      calendar,
    );
    expect(of("claims")).toEqual([
      [1, 2, 5],
      [2, 3, 3],
    ]);
  });

  it("count in proportion in an interval that a clock change cuts short", () => {
    const calendar = week({
      timezone: "Australia/Lord_Howe",
      start: "2026-04-05",
      days: 1,
      intervalSeconds: 3600,
    });
    const of = volumes(
      "date,time,queue,contacts\n2026-04-05,01:00,claims,10\n2026-04-05,02:00,claims,8\n",
      calendar,
    );
    expect(of("claims")).toEqual([
      [1, 2, 10],
      [2, 2.5, 5],
      [2.5, 3.5, 8],
    ]);
  });

  it("cover the reporting intervals exactly, in a zone and week with a clock change", () => {
    for (const start of ["2026-03-02", "2026-10-26"]) {
      const calendar = week({ start });
      const rows = Array.from({ length: 48 }, (_, index) => {
        const clock = `${String(index >> 1).padStart(2, "0")}:${index % 2 ? "30" : "00"}`;
        return `mon-sun,${clock},claims,${index + 1}\n`;
      });
      const steps = volumes(`weekday,time,queue,contacts\n${rows.join("")}`, calendar)("claims");
      const counted = steps.filter(([from]) => from >= 0);
      expect(counted).toEqual(
        calendar.intervals.map(({ startSeconds, lengthSeconds, clockSeconds }) => [
          startSeconds / HOUR,
          (startSeconds + lengthSeconds) / HOUR,
          clockSeconds / 1800 + 1,
        ]),
      );
    }
  });
});

describe("staff", () => {
  const staff = (text: string, calendar = week(), team = "claims") =>
    readStaff(text, "staff.csv", calendar, team, noProblem).map((step) => [
      step.fromSeconds / HOUR,
      step.toSeconds / HOUR,
      step.agents,
    ]);

  it("without days hold every day, holidays too", () => {
    const calendar = week({ start: "2026-02-02", days: 1, holidays: ["2026-02-02"] });
    expect(staff("time,agents\n08:30,3\n8:00,4\n", calendar)).toEqual([
      [-16, -15.5, 4],
      [-15.5, -15, 3],
      [8, 8.5, 4],
      [8.5, 9, 3],
    ]);
  });

  it("by weekday or by date hold on those days", () => {
    const calendar = week({ start: "2026-02-02", days: 3 });
    expect(staff('weekday,time,agents\n"mon,wed",08:00,4\ntue,08:00,0\n', calendar)).toEqual([
      [8, 8.5, 4],
      [32, 32.5, 0],
      [56, 56.5, 4],
    ]);
    expect(staff("date,time,agents\n2026-02-04,08:00,2\n", calendar)).toEqual([[56, 56.5, 2]]);
  });

  it("with a team column are those of the team asked for", () => {
    const calendar = week({ start: "2026-02-04", days: 1 });
    const text = "team,date,time,agents\nclaims,2026-02-04,08:00,2\nsales,2026-02-04,08:00,7\n";
    expect(staff(text, calendar, "sales")).toEqual([[8, 8.5, 7]]);
  });
});

describe("the shape of a day", () => {
  it("without weekdays is one for all days, sorted, and none for holidays", () => {
    const shape = readDayShape("time,weight\n12:00,3\n08:00,1.5\n20:15,0\n", "s.csv", noProblem);
    const steps = [
      { clockSeconds: 8 * HOUR, weight: 1.5 },
      { clockSeconds: 12 * HOUR, weight: 3 },
      { clockSeconds: 20.25 * HOUR, weight: 0 },
    ];
    expect(shape).toEqual({ weekdays: Array.from({ length: 7 }, () => steps) });
  });

  it("with weekdays follows them", () => {
    const shape = readDayShape(
      'weekday,time,weight\nmon-fri,08:00,1\n"sat,sun",09:00,2\nholiday,10:00,3\n',
      "s.csv",
      noProblem,
    );
    expect(shape.weekdays.map((steps) => steps.map((step) => step.weight))).toEqual([
      [1],
      [1],
      [1],
      [1],
      [1],
      [2],
      [2],
    ]);
    expect(shape.holiday).toEqual([{ clockSeconds: 10 * HOUR, weight: 3 }]);
  });
});
