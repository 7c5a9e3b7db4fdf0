import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/report/text/display.js";
import { COMMAND, callsim, folderWith, SMALL } from "./call.js";

const folder = folderWith({
  "small.yaml": SMALL.replace("cases: {", "cases: {lean: {teams.desk.agents: 3}, "),
  "other.yaml": SMALL.replace("agents: 4", "agents: 5").replace("perHour: 30", "perHour: 33"),
  "bare.yaml": SMALL.replace(/^cases:.*$/m, ""),
  "broken.yaml": SMALL.replace("mean: 4m", "mean: 4"),
  "broken-too.yaml": SMALL.replace("skills: [calls]", "skills: [cals]"),
});
const at = (name: string) => path.join(folder, name);
const small = at("small.yaml");
const json = async (...args: string[]) =>
  JSON.parse((await callsim(["compare", ...args, "--format", "json"])).stdout);

describe("callsim compare", () => {
  test("of a file and a case prints the verdict first, within 100 columns, and nothing else", async () => {
    const { code, stdout, stderr } = await callsim(["compare", small, "--case", "rush"]);
    expect([code, stderr]).toEqual([0, ""]);
    const [verdict = ""] = /^In B, rush.*$/m.exec(stdout) ?? [];
    expect(verdict).toMatch(/^In B, rush, the service level is [\d.]+ points lower than in A: /);
    expect(stdout.indexOf(verdict)).toBeLessThan(stdout.indexOf("B against A"));
    expect(stdout).toContain("volume: queues.calls.arrivals.contacts 30 to 60");
    for (const line of stdout.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });

  test("gives the same bytes for one worker and for two, mixes and intervals included", async () => {
    const args = ["compare", small, at("other.yaml"), "--intervals", "each", "--format", "json", "--workers"];
    const [one, two] = await Promise.all([callsim([...args, "1"]), callsim([...args, "2"])]);
    expect(one.stdout).toBe(two.stdout);
    const [{ why, intervals }] = JSON.parse(one.stdout).comparisons;
    expect(why.mixes).toBe(4);
    expect(intervals).toHaveLength(24);
  });

  test("compares the file with all its cases, or the cases named with the first of them", async () => {
    const names = (result: { variants: { name: string }[] }) => result.variants.map(({ name }) => name);
    const [all, two, dot, files] = await Promise.all([
      json(small),
      json(small, "--case", "lean", "--case", "rush"),
      json(small, "--case", "rush", "--case", ".", "--by", "asa"),
      json(small, at("other.yaml"), small),
    ]);
    expect(names(all)).toEqual(["as it stands", "lean", "rush"]);
    expect(all.ranking.ranked[0].name).toBe("as it stands");
    expect(names(two)).toEqual(["lean", "rush"]);
    expect(two.ranking).toBeNull();
    expect(names(dot)).toEqual(["rush", "as it stands"]);
    expect(dot.comparisons[0].difference.difference.mean).toBeLessThan(0);
    expect(names(files)).toEqual([small, at("other.yaml"), `${small} (2)`]);
    expect(files.comparisons[1].total.serviceLevel.verdict).toBe("same");
  });

  test("applies one case and every --set to all files, and the seed and replications asked for", async () => {
    const result = await json(small, small, "--case", "rush", "--set", "teams.desk.agents=9", "--seed", "s");
    expect(result).toMatchObject({ seed: "s", replications: 5, notes: [] });
    expect(result.variants[0].figure.mean).toBeGreaterThan(0.9);
    const own = await json(small, small, "--replications", "3", "--no-why");
    expect(own.replications).toBe(3);
    expect(own.comparisons[0].why).toBeNull();
  });

  test("explains several where --why asks, and takes --smallest for what matters", async () => {
    const result = await json(small, "--why", "--smallest", "serviceLevel=100%", "--smallest", "asa=1h");
    for (const { why, total } of result.comparisons) {
      expect(why.mixes).toBe(2);
      expect(total.serviceLevel).toMatchObject({ smallest: 1, verdict: "slight" });
      expect(total.asa).toMatchObject({ smallest: 3600, verdict: "slight" });
    }
  });

  test("notes a seed and a number of replications that were not used", async () => {
    const other = folderWith({
      "b.yaml": SMALL.replace("replications: 5, seed: small", "replications: 7, seed: b"),
    });
    const { stdout } = await callsim(["compare", small, path.join(other, "b.yaml")]);
    expect(stdout).toContain("The seed is A's; that of B differs.");
    expect(stdout).toContain("The number of replications is A's; that of B differs.");
  });

  test("notes a precision, which is for one scenario by itself, and intervals that nobody shares", async () => {
    const precision = "run={replications: 3, precision: {measure: calls.asa, halfWidth: 1s}}";
    const asked = ["compare", small, "--case", "rush", "--no-why", "--set", precision];
    const { stdout } = await callsim(asked);
    expect(stdout.replace(/\s+/g, " ")).toContain("asks of calls.asa is for one scenario by itself");
    expect((await callsim([...asked, "--replications", "2"])).stdout).not.toContain("by itself");
    const other = folderWith({ "b.yaml": SMALL.replace("2026-03-02", "2026-03-09") });
    const { stdout: apart } = await callsim([
      "compare",
      small,
      path.join(other, "b.yaml"),
      "--intervals",
      "each",
    ]);
    expect(apart).toContain("B and A have no figure by interval in common; try --intervals weekday.");
  });

  test("writes whole files into --out", async () => {
    const out = at("results");
    for (const format of ["text", "json", "csv"]) {
      await callsim(["compare", small, "--case", "rush", "--format", format, "--out", out, "--quiet"]);
    }
    expect(readdirSync(out).sort()).toEqual(["compare.csv", "compare.json", "compare.txt"]);
    expect(readFileSync(path.join(out, "compare.csv"), "utf8")).toMatch(/^variant,against,scope,name,/);
  });

  test("ends quietly where its reader has seen enough", () => {
    const script = `'${process.execPath}' '${COMMAND}' compare '${small}' | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
    expect([stdout, stderr]).toEqual(["Small desk: 3 variants\n0\n", ""]);
  });

  test("after Ctrl-C tells of the replications that all variants have finished", async () => {
    const { code, stdout, stderr } = await callsim(
      [
        "compare",
        small,
        "--set",
        "calendar.days=60",
        "--replications",
        "4000",
        "--workers",
        "1",
        "--case",
        "rush",
      ],
      { started: (child) => setTimeout(() => child.kill("SIGINT"), 4_000) },
    );
    expect(code).toBe(130);
    const kept = /of the (\d+) finished replications? of each variant/.exec(stderr)?.[1];
    expect(Number(kept)).toBeGreaterThan(0);
    expect(stdout).toContain(`${kept} replications of each`);
    expect(stdout).not.toContain("Why B differs");
  });
});

describe("a comparison that cannot be made", () => {
  test("lists the problems of all files, each once, and ends with 3", async () => {
    const { code, stdout, stderr } = await callsim([
      "compare",
      at("broken.yaml"),
      small,
      at("broken-too.yaml"),
    ]);
    expect([code, stdout]).toEqual([3, ""]);
    const lines = stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/broken\.yaml:\d+:\d+: error: .*4 has no unit/);
    expect(lines[1]).toMatch(/broken-too\.yaml:\d+:\d+: error: .*did you mean calls\?/);
    const cases = await callsim(["compare", at("broken.yaml"), "--case", "rush", "--case", "rus"]);
    expect(cases.stderr).toContain("did you mean rush?");
    expect(cases.stderr.match(/4 has no unit/g)).toHaveLength(1);
  });

  test.each([
    { args: [at("bare.yaml")], says: "has no cases to compare" },
    { args: [small, "--case", "."], says: "one variant cannot be compared" },
    { args: [small, "--case", "rush", "--case", "rush"], says: "--case rush is given twice" },
    { args: [small, small, "--case", "rush", "--case", "lean"], says: "name one file" },
    { args: [small, "--by", "sevice-level"], says: "did you mean serviceLevel?" },
    { args: [small, "--by", "calls.longestWait"], says: "has no interval" },
    { args: [small, "--by", "calls.p90", "--intervals", "each"], says: "not counted by interval" },
    { args: [small, "--intervals", "hour"], says: "Expected each or weekday." },
    { args: [small, "--smallest", "asa"], says: "Expected measure=difference" },
    { args: [small, "--smallest", "asa=5"], says: "asa is a time: 5 has no unit" },
    { args: [small, "--smallest", "aza=5s"], says: "did you mean asa?" },
    { args: [small, "--smallest", "cost=-5"], says: "a difference of cost is 0 or more" },
    { args: [], says: "missing required argument" },
  ])("$args ends with 2 and a sentence", async ({ args, says }) => {
    const { code, stdout, stderr } = await callsim(["compare", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});
