import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/kit/problem.js";
import { readColumn } from "../../../src/scenario/tables/read-column.js";
import { readReplay } from "../../../src/scenario/tables/read-replay.js";
import { noProblem, week } from "./table-calendar.js";

const HOUR = 3600;

describe("a replay", () => {
  it("takes every spelling of a moment", () => {
    const calendar = week({ warmupSeconds: 24 * HOUR });
    const text =
      "at\n2026-03-02T08:00:05\n2026-03-02 08:00:06\n08:00:07\n28808\n28809.5\n" +
      "2026-03-02T08:00:10.25\n8:01\n-60\n2026-03-01T12:00:00\n";
    const { atSeconds } = readReplay(text, "log.csv", calendar, noProblem);
    expect(atSeconds.map((seconds) => seconds - 24 * HOUR)).toEqual([
      -12 * HOUR,
      -60,
      ...[5, 6, 7, 8, 9.5, 10.25, 60].map((seconds) => 8 * HOUR + seconds),
    ]);
  });

  it("sorts its rows, those at one moment in the order of the file, each with its own figures", () => {
    const text = "at,handle,patience\n30,3s,\n10,1,60\n30,4,1m\n20,,2m\n";
    expect(readReplay(text, "log.csv", week(), noProblem)).toEqual({
      kind: "replay",
      atSeconds: [10, 20, 30, 30],
      handleSeconds: [1, Number.NaN, 3, 4],
      patienceSeconds: [60, 120, Number.NaN, 60],
    });
  });

  it("has no handle times or patience where no row has one", () => {
    const read = readReplay("at,handle\n10,\n20,\n", "log.csv", week(), noProblem);
    expect(read).toEqual({ kind: "replay", atSeconds: [10, 20] });
  });

  it("leaves out what lies outside the simulated time, with one warning", () => {
    const problems: Problem[] = [];
    const text = "at\n2026-03-01T23:59:59\n2026-03-02T00:00:00\n2026-03-08T23:59:59\n2026-03-09T00:00:00\n";
    const { atSeconds } = readReplay(text, "log.csv", week(), (problem) => problems.push(problem));
    // The last of the days has 23 hours.
    expect(atSeconds).toEqual([0, 167 * HOUR - 1]);
    expect(problems.map((problem) => problem.severity)).toEqual(["warning"]);
  });

  it("puts a skipped time at the change and a repeated one at its first occurrence", () => {
    const spring = week({ start: "2026-03-08", days: 1 });
    const skipped = readReplay("at\n02:30:00\n03:00:01\n", "log.csv", spring, noProblem);
    expect(skipped.atSeconds).toEqual([2 * HOUR, 2 * HOUR + 1]);
    const autumn = week({ start: "2026-11-01", days: 1 });
    const repeated = readReplay("at\n01:30:00\n02:30:00\n", "log.csv", autumn, noProblem);
    expect(repeated.atSeconds).toEqual([1.5 * HOUR, 3.5 * HOUR]);
  });

  it("of 450,000 rows is read", () => {
    const rows = ["at,handle,patience"];
    for (let index = 0; index < 450_000; index++) {
      const clock = [Math.floor(index / 3600) % 24, Math.floor(index / 60) % 60, index % 60];
      const text = clock.map((part) => String(part).padStart(2, "0")).join(":");
      rows.push(`2026-03-0${2 + (index % 6)}T${text},${100 + (index % 97)},${index % 2 ? "" : "3m"}`);
    }
    const { atSeconds } = readReplay(rows.join("\n"), "log.csv", week(), noProblem);
    expect(atSeconds.length).toBe(450_000);
  });
});

describe("a column", () => {
  it("is read in ascending order, without its empty cells and whatever stands beside it", () => {
    const text = "agent,talk,note\nA,200,\nB,,x\nC,1m30s,#N/A\nD,0,y\n";
    expect(readColumn(text, "talk.csv", "talk", noProblem)).toEqual([0, 90, 200]);
  });
});
