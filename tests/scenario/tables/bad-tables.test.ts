import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatProblem, type Problem, type ProblemReporter } from "../../../src/kit/problem.js";
import { resolveCalendar } from "../../../src/scenario/calendar.js";
import { readColumn } from "../../../src/scenario/tables/read-column.js";
import { readDayShape } from "../../../src/scenario/tables/read-day-shape.js";
import { readHolidays } from "../../../src/scenario/tables/read-holidays.js";
import { readReplay } from "../../../src/scenario/tables/read-replay.js";
import { readStaff } from "../../../src/scenario/tables/read-staff.js";
import { readVolumes } from "../../../src/scenario/tables/read-volumes.js";

const CORPUS = new URL("../../bad-tables/", import.meta.url);

const calendar = resolveCalendar(
  {
    timezone: "America/New_York",
    start: "2026-03-02",
    days: 7,
    intervalSeconds: 1800,
    warmupSeconds: 0,
    holidays: ["2026-03-06"],
    hours: "always",
  },
  (problem) => {
    throw new Error(problem.message);
  },
);

/** What reads the files of each folder of the corpus. */
const READERS: Record<string, (text: string, file: string, report: ProblemReporter) => void> = {
  volumes: (text, file, report) => readVolumes(text, file, calendar, ["claims", "sales"], report),
  staff: (text, file, report) => readStaff(text, file, calendar, "claims", report),
  shape: readDayShape,
  replay: (text, file, report) => readReplay(text, file, calendar, report),
  column: (text, file, report) => readColumn(text, file, "talk", report),
  holidays: readHolidays,
};

const corpus = readdirSync(CORPUS).flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, CORPUS))
    .filter((name) => !name.endsWith(".txt"))
    .map((name) => ({ folder, name })),
);

describe("a bad table", () => {
  it("stands in the corpus with at least 40 others", () => {
    expect(corpus.length).toBeGreaterThan(40);
  });

  it.each(corpus)("$folder/$name is told as it was told before", async ({ folder, name }) => {
    const text = readFileSync(new URL(`${folder}/${name}`, CORPUS), "utf8");
    const problems: Problem[] = [];
    READERS[folder](text, name, (problem) => problems.push(problem));
    expect(problems.length).toBeGreaterThan(0);
    for (const { place, message } of problems) {
      expect(place?.line).toBeGreaterThan(0);
      expect(place?.column).toBeGreaterThan(0);
      expect(message).not.toMatch(/\n|\.$|undefined|NaN:|\[object/);
    }
    const told = `${problems.map(formatProblem).join("\n")}\n`;
    await expect(told).toMatchFileSnapshot(
      new URL(`${folder}/${name.replace(/\.\w+$/, ".txt")}`, CORPUS).pathname,
    );
  });
});
