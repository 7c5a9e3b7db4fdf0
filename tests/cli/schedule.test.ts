import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { callsim, folderWith, SMALL } from "./call.js";

const SCHEDULE = `
schedule:
  templates:
    full: {start: "08:00-09:30", length: 8h30m, breaks: [{window: 3h30m-5h, length: 30m, paid: false}]}
    part: {start: "08:00-14:00", length: 4h, contract: part}
  contracts: {full: {week: 40h}, part: {week: 20h, share: 50%}}
`;
const home = folderWith({ "small.yaml": SMALL, "scheduled.yaml": SMALL + SCHEDULE });
const file = path.join(home, "scheduled.yaml");
const quick = ["--replications", "4", "--rounds", "2", "--iterations", "2000"];

describe("callsim schedule", () => {
  it("writes the report, a scenario that runs, the roster and calendars", async () => {
    const out = path.join(home, "planned");
    const { code, stdout, stderr } = await callsim(["schedule", file, ...quick, "--out", out]);
    expect(stderr).toContain("written:");
    expect(code).toBe(0);
    expect(stdout).toBe("");
    const report = readFileSync(path.join(out, "schedule.txt"), "utf8");
    expect(report).toMatch(/least\n.* possible +gap\n/);
    expect(report).toContain("who starts when");
    const agents = new Set(
      readFileSync(path.join(out, "roster.csv"), "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((row) => row.split(",")[0]),
    );
    expect(agents.size).toBeGreaterThan(1);
    expect(readdirSync(path.join(out, "calendars")).length).toBe(agents.size);
    const ran = await callsim(["run", path.join(out, "scenario.yaml"), "--replications", "4"]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toBe("");
  }, 60_000);

  it("prints the same JSON again, with lines, cost, bound and gap", async () => {
    const args = ["schedule", file, ...quick, "--format", "json"];
    const first = await callsim(args);
    expect((await callsim([...args, "--workers", "1"])).stdout).toBe(first.stdout);
    const { teams, teamOrder, intervals } = JSON.parse(first.stdout);
    const team = teams[teamOrder[0]];
    expect(team.bound).toBeLessThanOrEqual(team.cost + 1e-6);
    expect(team.gap).toBeCloseTo((team.cost - team.bound) / team.cost, 9);
    expect(team.lines.length).toBe(team.heads.full + team.heads.part);
    expect(intervals.length).toBe(24);
  }, 60_000);

  it("says what is missing from a file without templates", async () => {
    const out = path.join(home, "nothing");
    const { code, stderr } = await callsim(["schedule", path.join(home, "small.yaml"), "--out", out]);
    expect(code).toBe(2);
    expect(stderr).toContain("has no section schedule:");
    expect(existsSync(path.join(out, "schedule.txt"))).toBe(false);
  });

  it.each([
    ["--gap", "2"],
    ["--gap", "120%"],
    ["--rounds", "0"],
    ["--iterations", "-1"],
  ])("refuses %s %s", async (option, value) => {
    const { code, stderr } = await callsim(["schedule", file, option, value]);
    expect(code).toBe(2);
    expect(stderr).toContain("Expected");
  });
});
