import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/report/text/display.js";
import { COMMAND, callsim, folderWith, SMALL } from "./call.js";

const folder = folderWith({ "small.yaml": SMALL });
const small = path.join(folder, "small.yaml");

describe("callsim run", () => {
  test("prints the report on standard output and nothing else anywhere", async () => {
    const { code, stdout, stderr } = await callsim(["run", small]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Small desk\n/);
    expect(stdout).toContain("5 replications, seed small");
    for (const line of stdout.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });

  test("prints JSON that parses, the same for one worker and for two", async () => {
    const json = ["run", small, "--format", "json", "--workers"];
    const [one, two] = await Promise.all([callsim([...json, "1"]), callsim([...json, "2"])]);
    expect(one.stdout).toBe(two.stdout);
    const result = JSON.parse(one.stdout);
    expect(result.replications).toBe(5);
    expect(result.queues.calls.offered.mean).toBeGreaterThan(200);
    expect(result.intervals).toHaveLength(24 * 2);
  });

  test("does what --replications, --seed, --case and --set ask for", async () => {
    const read = async (...args: string[]) =>
      JSON.parse((await callsim(["run", small, "--format", "json", ...args])).stdout);
    const [plain, changed, rush, fewer] = await Promise.all([
      read(),
      read("--replications", "3", "--seed", "other"),
      read("--case", "rush"),
      read("--set", "queues.calls.arrivals.perHour=15", "--set", "name=Calm"),
    ]);
    expect([changed.replications, changed.seed]).toEqual([3, "other"]);
    const offered = plain.queues.calls.offered.mean;
    expect(changed.queues.calls.offered.mean).not.toBe(offered);
    expect(rush.queues.calls.offered.mean).toBeGreaterThan(1.5 * offered);
    expect(fewer.queues.calls.offered.mean).toBeLessThan(0.7 * offered);
    expect(fewer.scenario.name).toBe("Calm");
  });

  test("writes into --out whole files and leaves nothing beside them", async () => {
    const out = path.join(folder, "new", "results");
    const { code, stdout, stderr } = await callsim(["run", small, "--format", "csv", "--out", out]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toBe(`written: ${path.join(out, "run.csv")}\n`);
    expect(readdirSync(out)).toEqual(["run.csv"]);
    expect(readFileSync(path.join(out, "run.csv"), "utf8")).toMatch(/^scope,name,interval,/);
    const quiet = await callsim(["run", small, "--out", out, "--quiet"]);
    expect([quiet.code, quiet.stdout, quiet.stderr]).toEqual([0, "", ""]);
    expect(readdirSync(out).sort()).toEqual(["run.csv", "run.txt"]);
  });

  test("follows every contact in a trace, with names, and agents from 1 within their team", async () => {
    const trace = path.join(folder, "trace.csv");
    const { code, stdout } = await callsim(["run", small, "--trace", trace, "--format", "json"]);
    expect(code).toBe(0);
    const [head, ...rows] = readFileSync(trace, "utf8").trimEnd().split("\n");
    expect(head).toBe("seconds,event,contact,queue,team,agent");
    const cells = rows.map((row) => row.split(","));
    const kinds = (kind: string) => cells.filter(([, event]) => event === kind);
    expect(cells[0]![1]).toBe("logsOn");
    expect(Number(cells[0]![0])).toBe(8 * 3600);
    expect(kinds("answered").length).toBeGreaterThan(100);
    expect(kinds("answered").length + kinds("abandons").length + kinds("unserved").length).toBe(
      kinds("arrives").length,
    );
    expect(new Set(kinds("answered").map(([, , , queue, team]) => `${queue} ${team}`))).toEqual(
      new Set(["calls desk"]),
    );
    expect(new Set(kinds("answered").map((row) => row[5]))).toEqual(new Set(["1", "2", "3", "4"]));
    const first = JSON.parse(
      (await callsim(["run", small, "--replications", "1", "--format", "json"])).stdout,
    );
    expect(first.queues.calls.answered.mean).toBe(kinds("answered").length);
    expect(JSON.parse(stdout).replications).toBe(5);
  });
});

describe("callsim staff and callsim grow", () => {
  test("staff gives the agents of every interval", async () => {
    const { code, stdout } = await callsim(["staff", small, "--format", "json"]);
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.intervals).toHaveLength(24);
    expect(result.intervals[12].needed.desk).toBeGreaterThan(0);
    expect(result.intervals[12].rostered.desk).toBeCloseTo(4, 1);
    expect(result.intervals[3].needed.desk).toBe(0);
  });

  test("grow shows today, the agents needed, then the cases, in this order", async () => {
    const { code, stdout, stderr } = await callsim(["grow", small]);
    expect([code, stderr]).toEqual([0, ""]);
    const parts = ["Queues: ", "Agents needed: ", "Growth from 2026", "more: contacts +20 %"];
    const places = parts.map((part) => stdout.indexOf(part));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const line of stdout.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });

  test("grow --only-cases leaves out the first two, and its JSON has every year", async () => {
    const { stdout } = await callsim(["grow", small, "--only-cases", "--format", "json"]);
    const result = JSON.parse(stdout);
    expect(result.today).toBeUndefined();
    expect(result.cases.more.years.map(({ year }: { year: number }) => year)).toEqual([2026, 2027]);
  });

  test("grow without growth cases says what is missing", async () => {
    const bare = path.join(folder, "bare.yaml");
    writeFileSync(bare, SMALL.replace(/^growth:.*$/m, ""));
    const { code, stderr } = await callsim(["grow", bare]);
    expect(code).toBe(2);
    expect(stderr).toContain("no growth cases");
  });
});

describe("the small commands", () => {
  test("validate names each sound file, and exits with 3 after the problems of all others", async () => {
    const broken = path.join(folder, "broken.yaml");
    writeFileSync(broken, SMALL.replace("mean: 4m", "mean: 4").replace("skills: [calls]", "skills: [cals]"));
    const { code, stdout, stderr } = await callsim([
      "validate",
      broken,
      small,
      path.join(folder, "none.yaml"),
    ]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^\S*small\.yaml: sound: 1 queue, 1 team, /);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.filter((line) => /^\S*broken\.yaml:\d+:\d+: error: /.test(line))).toHaveLength(2);
    expect(stderr).toContain("did you mean calls?");
    expect(lines.at(-1)).toBe("3 errors");
  });

  test("schema prints the JSON Schema", async () => {
    const { code, stdout } = await callsim(["schema"]);
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(stdout).properties)).toContain("queues");
  });

  test("init writes a scenario that runs and meets its target, and never writes over a file", async () => {
    const file = path.join(folder, "mine.yaml");
    expect((await callsim(["init", file])).code).toBe(0);
    const text = readFileSync(file, "utf8");
    const { stdout } = await callsim(["run", file, "--format", "json"]);
    expect(JSON.parse(stdout).queues.calls.target).toBe("met");
    writeFileSync(file, "mine");
    const again = await callsim(["init", file]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("is there already");
    expect(readFileSync(file, "utf8")).toBe("mine");
    const link = path.join(folder, "to-nothing.yaml");
    symlinkSync(path.join(folder, "nothing"), link);
    expect((await callsim(["init", link])).code).toBe(2);
    expect(existsSync(path.join(folder, "nothing"))).toBe(false);
    expect((await callsim(["init", path.join(folder, "no-folder", "mine.yaml")])).code).toBe(74);
    expect((await callsim(["init", path.join(folder, "x".repeat(250))])).code).toBe(0);
    expect((await callsim(["init", path.join(folder, "x".repeat(300))])).code).toBe(74);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(text).toContain("callsim: 1");
  });

  test("erlang finds the fewest agents, and shows their neighbours", async () => {
    const asked = ["erlang", "--calls-per-hour", "120", "--aht", "4m", "--target", "80%/20s"];
    const text = await callsim(asked);
    // Erlang C at 8 erlangs, by the formula worked apart from the code: 10 agents 65.4 %, 11 agents 80.9 %.
    expect(text.stdout).toContain("11 agents are the fewest");
    expect(text.stdout).toMatch(/^ +> +11 /m);
    const json = JSON.parse((await callsim([...asked, "--patience", "3m", "--format", "json"])).stdout);
    expect([json.model, json.answer, json.answerIs]).toEqual(["A", 10, "fewest"]);
    const given = JSON.parse((await callsim([...asked, "--agents", "9", "--format", "json"])).stdout);
    expect([given.answer, given.answerIs]).toEqual([9, "given"]);
    const found = (agents: number) => json.table.find((row: { agents: number }) => row.agents === agents);
    expect(found(10).serviceLevel).toBeGreaterThanOrEqual(0.8);
    expect(found(9).serviceLevel).toBeLessThan(0.8);
    const shrunk = await callsim([...asked, "--shrinkage", "30%"]);
    expect(shrunk.stdout).toContain("(16 with 30 % shrinkage)");
  });

  test("--version prints the version, and the command can be executed", async () => {
    expect((await callsim(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(statSync(COMMAND).mode & 0o111).not.toBe(0);
  });
});
