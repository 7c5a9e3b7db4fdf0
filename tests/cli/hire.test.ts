import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { callsim, folderWith, SMALL } from "./call.js";

const HIRING = `
hiring:
  from: 2026-01
  months: 6
  volume: {perYear: 20%}
  teams:
    desk:
      heads: 6
      attrition: {26w: 60%, later: 30%}
      choose: {sizes: 1..4}
      recruit: {perHead: 500, perClass: 100}
      training: {length: 2w, pass: 90%}
      overtime: {most: 10%, premium: 50%}
`;
const WEEKS = HIRING.replace("2026-01\n  months: 6", "2026-01-05\n  weeks: 9");
const home = folderWith({ "plain.yaml": SMALL, "months.yaml": SMALL + HIRING, "weeks.yaml": SMALL + WEEKS });
const file = (name: string) => path.join(home, name);

describe("callsim hire", () => {
  test("prints whom to hire, other ways beside it, a picture and every month", async () => {
    const { code, stdout, stderr } = await callsim(["hire", file("months.yaml")]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Whom to hire$/m);
    expect(stdout).toMatch(/desk: hire \d+ in /);
    expect(stdout).toMatch(
      /It costs [\d,]+ USD in 6 months, (?:proved to be the least|at most [\d.]+ % above)/,
    );
    for (const way of ["this plan", "hire as you lose", "hire nobody"]) expect(stdout).toContain(`  ${way} `);
    for (let month = 1; month <= 6; month++) expect(stdout).toContain(`\n  2026-0${month} `);
    expect(stdout).toMatch(/██/);
    for (const line of stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  });

  test("plans by weeks too", async () => {
    const { code, stdout } = await callsim(["hire", file("weeks.yaml"), "--replications", "2"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/USD in 9 weeks/);
    expect(stdout).toContain("\n  2026-03-02 ");
  });

  test("has the same plan as JSON and CSV, the same bytes on any number of workers", async () => {
    const [one, two] = await Promise.all(
      ["1", "2"].map((workers) =>
        callsim(["hire", file("months.yaml"), "--format", "json", "--workers", workers]),
      ),
    );
    expect(one!.stdout).toBe(two!.stdout);
    const found = JSON.parse(one!.stdout);
    expect(found.planOrder).toEqual(["chosen", "replacing", "frozen"]);
    expect(found.periods.map(({ name }: { name: string }) => name)).toEqual(
      [1, 2, 3, 4, 5, 6].map((month) => `2026-0${month}`),
    );
    const { chosen } = found.plans;
    const costs = chosen.teams.desk.periods.map(({ cost }: { cost: number }) => cost);
    expect(costs.reduce((sum: number, cost: number) => sum + cost, 0)).toBeCloseTo(chosen.cost, 6);
    expect(chosen.bound).toBeLessThanOrEqual(chosen.cost + 1e-6);
    const csv = (await callsim(["hire", file("months.yaml"), "--format", "csv"])).stdout
      .trimEnd()
      .split("\n");
    expect(csv).toHaveLength(1 + 3 * 6);
    const columns = csv[0]!.split(",");
    const first = csv[1]!.split(",");
    expect(first.slice(0, 3)).toEqual(["chosen", "desk", "2026-01"]);
    expect(Number(first[columns.indexOf("cost")])).toBe(costs[0]);
    expect(Number(first[columns.indexOf("hired")])).toBe(chosen.teams.desk.periods[0].hired);
  });

  test("writes into a folder", async () => {
    const out = path.join(home, "out");
    const { code, stdout, stderr } = await callsim([
      "hire",
      file("months.yaml"),
      "--out",
      out,
      "--format",
      "csv",
      "--replications",
      "2",
    ]);
    expect(code).toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toContain("written: ");
    expect(readFileSync(path.join(out, "hire.csv"), "utf8")).toMatch(/^plan,team,period,work,need,/);
  });

  test("asks for the section where there is none, and for sensible options", async () => {
    const { code, stderr } = await callsim(["hire", file("plain.yaml")]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/has no section hiring:/);
    const share = await callsim(["hire", file("months.yaml"), "--gap", "0.1"]);
    expect(share.code).toBe(2);
    expect(share.stderr).toMatch(/Expected a share from 0% to 100%/);
    const slip = await callsim(["hire", file("months.yaml"), "--set", "hiring.teams.desk.heads=many"]);
    expect(slip.code).toBe(3);
    expect(slip.stderr).toMatch(/hiring\.teams\.desk\.heads: found "many"; expected heads/);
  });
});
