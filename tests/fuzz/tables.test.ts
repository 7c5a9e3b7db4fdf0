import { readdirSync, readFileSync } from "node:fs";
import { describe } from "vitest";
import { BadInput, type Problem, type ProblemReporter } from "../../src/kit/problem.js";
import { resolveCalendar } from "../../src/scenario/calendar.js";
import { decodeText } from "../../src/scenario/decode-text.js";
import { ProblemList } from "../../src/scenario/problem-list.js";
import { readColumn } from "../../src/scenario/tables/read-column.js";
import { readDayShape } from "../../src/scenario/tables/read-day-shape.js";
import { readHolidays } from "../../src/scenario/tables/read-holidays.js";
import { readReplay } from "../../src/scenario/tables/read-replay.js";
import { readStaff } from "../../src/scenario/tables/read-staff.js";
import { readVolumes } from "../../src/scenario/tables/read-volumes.js";
import { holdOnInputs } from "./hold-on-inputs.js";
import { leastText } from "./minimise.js";
import { bytesOf } from "./mutate-bytes.js";
import { mutateText, NONSENSE, type Pool } from "./mutate-text.js";
import { expectReadable } from "./readable.js";

const tests = new URL("../", import.meta.url);
const QUEUES = ["claims", "sales"];

const calendar = resolveCalendar(
  {
    timezone: "America/New_York",
    start: "2026-03-06",
    days: 4,
    intervalSeconds: 1800,
    warmupSeconds: 0,
    holidays: ["2026-03-06"],
    hours: "always",
  },
  ({ message }) => {
    throw new Error(message);
  },
);

const SOUND: Readonly<Record<string, readonly string[]>> = {
  volumes: [
    "date,time,queue,contacts,aht\n2026-03-06,08:00,claims,12.5,240\n2026-03-06,08:30,sales,3,4m\n",
    "weekday,time,queue,contacts\nmon-fri,08:00,claims,12\nsat,08:00,claims,5\nholiday,08:00,sales,1\n",
  ],
  staff: ["weekday,time,agents\ndaily,08:00,4\ndaily,12:00,6\n", "time,agents\n08:00,4\n20:00,0\n"],
  shape: [
    "time,weight\n00:00,1\n06:00,2.5\n12:00,3\n",
    "weekday,time,weight\ndaily,00:00,1\nsun,12:00,0.5\n",
  ],
  replay: ["at,handle,patience\n08:00:00,240,60\n2026-03-06 09:00,4m,1m30s\n", "at\n0\n12.5\n3600\n"],
  column: ["talk,wrap\n12,3\n240,9.5\n"],
  holidays: [
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260306\nSUMMARY:Day\n" +
      "RRULE:FREQ=YEARLY\nEND:VEVENT\n" +
      "END:VCALENDAR\n",
  ],
};

const READERS: Readonly<Record<string, (text: string, file: string, report: ProblemReporter) => unknown>> = {
  volumes: (text, file, report) => readVolumes(text, file, calendar, QUEUES, report),
  staff: (text, file, report) => readStaff(text, file, calendar, "claims", report),
  shape: readDayShape,
  replay: (text, file, report) => readReplay(text, file, calendar, report),
  column: (text, file, report) => readColumn(text, file, "talk", report),
  holidays: readHolidays,
};

const bases = Object.keys(READERS).flatMap((kind) =>
  [...SOUND[kind]!, ...filesOf(kind)].map((text) => ({ kind, text })),
);
const pool: Pool = {
  bases: bases.map(({ text }) => text),
  nonsense: [
    ...NONSENSE,
    ";",
    "\t",
    '""',
    '"a,b"',
    "\r",
    "\n\n",
    "#N/A",
    "#REF!",
    "1.234,5",
    "12 000",
    "8:00 AM",
  ],
};

describe("a table that somebody mistyped", () => {
  holdOnInputs("is read, or refused in words that say where", {
    name: "table",
    share: 0.32,
    make: (luck) => {
      const { kind, text } = luck.pick(bases);
      return {
        kind: luck.chance(0.95) ? kind : luck.pick(Object.keys(READERS)),
        text: mutateText(luck, text, pool),
      };
    },
    judge: ({ kind, text }, luck) => {
      // As a scenario's problems are collected: that makes harmless what they quote.
      const list = new ProblemList({
        kind: "scalar",
        value: null,
        place: { file: "f.yaml", line: 1, column: 1 },
      });
      const report = (problem: Problem) => list.take(problem);
      const read = reading(() => decodeText(bytesOf(luck, text), "t.csv"), report);
      if (read !== undefined) READERS[kind]!(read, "t.csv", report);
      const problems = list.inFileOrder();
      expectReadable(problems);
      const lines = (read ?? text).split(/\r\n?|\n/).length;
      for (const { place } of problems) {
        if (!place) throw new Error("a problem of a table without a place");
        if (read !== undefined && place.line > lines) throw new Error(`line ${place.line} of ${lines}`);
      }
    },
    minimise: async ({ kind, text }, fails) => ({
      kind,
      text: await leastText(text, (less) => fails({ kind, text: less })),
    }),
  });
});

function reading(read: () => string, report: ProblemReporter): string | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    for (const problem of error.problems) report(problem);
    return undefined;
  }
}

function filesOf(kind: string): string[] {
  const folder = new URL(`bad-tables/${kind}/`, tests);
  return readdirSync(folder)
    .filter((name) => !name.endsWith(".txt"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
}
