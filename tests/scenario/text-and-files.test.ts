import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { BadInput, formatProblem } from "../../src/kit/problem.js";
import { countryHolidays } from "../../src/scenario/check/country-holidays.js";
import { decodeText } from "../../src/scenario/decode-text.js";
import { findPath } from "../../src/scenario/find-path.js";
import { openBeside } from "../../src/scenario/open-beside.js";
import { readScenario, readScenarioText } from "../../src/scenario/read-scenario.js";
import { readYaml } from "../../src/scenario/read-yaml.js";
import { namesAt, placeAt, plainOf } from "../../src/scenario/tree.js";

const problemsOf = async (act: () => unknown): Promise<string[]> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof BadInput) return error.problems.map(formatProblem);
    throw error;
  }
  return [];
};

describe("text", () => {
  it("is UTF-8, with or without a byte order mark", () => {
    expect(decodeText(Buffer.from("\uFEFFnäme: 1"), "a")).toBe("näme: 1");
    expect(decodeText(Buffer.from("näme: 1 😀"), "a")).toBe("näme: 1 😀");
  });

  it.each([
    [[0x61, 0x0a, 0xc3, 0xa4, 0x62, 0xfc, 0x63], "a:2:3: error: byte FC"],
    [[0x61, 0xf0, 0x9f, 0x98], "a:1:2: error: byte F0"],
    [[0xff], "a:1:1: error: byte FF"],
    [[0x80, 0x61], "a:1:1: error: byte 80"],
    [[0x61, 0xc3, 0x28], "a:1:2: error: byte C3"],
  ])("that is not UTF-8 is refused at its first wrong byte: %j", async (bytes, start) => {
    const [problem] = await problemsOf(() => decodeText(Uint8Array.from(bytes), "a"));
    expect(problem).toMatch(new RegExp(`^${start} is not UTF-8`));
  });
});

describe("YAML", () => {
  it("gives every value its place and keeps the order of keys", () => {
    const tree = readYaml("b: 1\n10: {x: [1, {y: 2}]}\n2: &a text\nc: *a\n", "f");
    expect(namesAt(tree, [])).toEqual(["b", "10", "2", "c"]);
    expect(placeAt(tree, ["10", "x", 1, "y"])).toEqual({ file: "f", line: 2, column: 17 });
    expect(placeAt(tree, ["10", "x", 1, "y"], true)).toEqual({ file: "f", line: 2, column: 14 });
    expect(placeAt(tree, ["10", "z"])).toEqual({ file: "f", line: 2, column: 1 });
    expect(plainOf(tree)).toEqual({ b: 1, "10": { x: [1, { y: 2 }] }, "2": "text", c: "text" });
  });

  it("is not led into the traps of older YAML", () => {
    const tree = readYaml("a: no\nb: 12:30\nc: 2026-03-02\nd: 0o17\ne: 1_000\n", "f");
    expect(plainOf(tree)).toEqual({ a: "no", b: "12:30", c: "2026-03-02", d: 15, e: "1_000" });
  });

  it("of sixteen times as many keys takes as much longer, not the square of it", () => {
    const secondsOf = (keys: number) => {
      const text = Array.from({ length: keys }, (_, index) => `key${index}: 1`).join("\n");
      // The least of several: what else runs on the machine only ever adds.
      const times = [1, 2, 3].map(() => {
        const before = process.cpuUsage().user;
        expect(namesAt(readYaml(text, "f"), [])).toHaveLength(keys);
        return process.cpuUsage().user - before;
      });
      return Math.min(...times);
    };
    secondsOf(2_000);
    expect(secondsOf(32_000) / secondsOf(2_000)).toBeLessThan(80);
  });

  it("of sizes no scenario has is refused", async () => {
    const many = Array.from({ length: 400_000 }, (_, index) => `key${index}: 1`).join("\n");
    expect(await problemsOf(() => readYaml(many, "f"))).toEqual([
      "f:1:1: error: the file has more values than any scenario needs; put long tables into CSV files",
    ]);
    for (const deep of [
      "[".repeat(200_000),
      "- ".repeat(50_000),
      "? ".repeat(50_000),
      "{a: ".repeat(50_000),
      `${"- ".repeat(3_000)}x\nnext: 1`,
    ]) {
      expect(await problemsOf(() => readYaml(deep, "f"))).toEqual([
        expect.stringMatching(/^f:1:\d{2,3}: error: values are nested more than 64 deep$/),
      ]);
    }
  });

  it("is quoted in messages, but not without end", async () => {
    for (const endless of ["*".repeat(1_000_000), `!${"x".repeat(1_000_000)} y`]) {
      const [problem = ""] = await problemsOf(() => readYaml(endless, "f"));
      expect(problem).toMatch(/^f:1:1: error: .+\.\.\.$/);
      expect(problem.length).toBeLessThan(1_100);
    }
  });

  it("has no more cases than can be checked in seconds", async () => {
    const cases = Array.from({ length: 5_000 }, (_, index) => `c${index}: {queues.q.lines: 3}`);
    const text = `callsim: 1
name: Small
calendar: {start: 2026-03-02, days: 1}
queues: {q: {arrivals: {perHour: 1}, handle: {talk: 1m}}}
teams: {t: {skills: [q], agents: 2}}
cases: {${cases.join(", ")}}
`;
    expect(await problemsOf(() => readScenarioText(text, "f"))).toEqual([
      "f:6:1: error: cases: 5000 cases; a file has at most 500",
    ]);
  });
});

describe("a path written as text", () => {
  it("prefers the longest name the file has", () => {
    const tree = readYaml("queues: {a.b: {c: [x, y]}, a: 1}\n", "f");
    expect(findPath(tree, "queues.a.b.c[1]")).toEqual(["queues", "a.b", "c", 1]);
    expect(findPath(tree, "queues.a.b.c.1")).toEqual(["queues", "a.b", "c", 1]);
    expect(findPath(tree, "queues.a")).toEqual(["queues", "a"]);
    expect(findPath(tree, "queues.z.patience")).toEqual(["queues", "z", "patience"]);
    expect(findPath(tree, "..a[")).toEqual([".", "a", "["]);
  });
});

describe("files beside a scenario", () => {
  const root = mkdtempSync(path.join(tmpdir(), "callsim-files-"));
  const home = path.join(root, "home");
  const other = path.join(root, "other");
  mkdirSync(path.join(home, "tables"), { recursive: true });
  mkdirSync(other);
  writeFileSync(path.join(home, "tables", "a.csv"), "inside");
  writeFileSync(path.join(home, "..b.csv"), "dots");
  writeFileSync(path.join(other, "secret.csv"), "outside");
  symlinkSync(path.join(other, "secret.csv"), path.join(home, "link.csv"));
  symlinkSync(other, path.join(home, "folder"));
  symlinkSync(path.join(home, "gone.csv"), path.join(home, "dangling.csv"));
  symlinkSync("circle.csv", path.join(home, "circle.csv"));
  symlinkSync("dangling-out.csv", path.join(home, "dangling-twice.csv"));
  symlinkSync(path.join(other, "gone.csv"), path.join(home, "dangling-out.csv"));
  symlinkSync(path.join(home, "tables", "a.csv"), path.join(home, "own-link.csv"));
  const open = openBeside(home);

  it("are opened in its folder and below, also through links that stay there", () => {
    expect(open("tables/a.csv")).toEqual({ value: "inside" });
    expect(open("./tables/../tables/a.csv")).toEqual({ value: "inside" });
    expect(open("own-link.csv")).toEqual({ value: "inside" });
    expect(open("..b.csv")).toEqual({ value: "dots" });
  });

  it.each([
    "../other/secret.csv",
    "../other/not-there.csv",
    "link.csv",
    "dangling-out.csv",
    "dangling-twice.csv",
    "folder/secret.csv",
    "folder/not-there.csv",
    path.join(other, "secret.csv"),
    "/etc/passwd",
    "..",
    ".",
    "tables/../../other/secret.csv",
  ])("are not opened elsewhere, nor is it told what there is: %s", (file) => {
    const { problem } = open(file) as { problem: string };
    expect(problem).toContain("outside the scenario's folder");
  });

  it.each([
    ["https://example.org/a.csv", "is an address"],
    ["file:///etc/passwd", "is an address"],
    ["tables", "is not a file"],
    ["not-there.csv", "there is no file"],
    ["dangling.csv", "dangling.csv is a link that leads to no file"],
    ["circle.csv", "circle.csv is a link that leads to no file"],
    ["x".repeat(5_000), "there is no file"],
    ["a\0b", "zero byte"],
  ])("have to be files: %s", (file, reason) => {
    expect((open(file) as { problem: string }).problem).toContain(reason);
  });

  it.each(["dangling.csv", "circle.csv"])(
    "are said to be links where the scenario is one: %s",
    async (name) => {
      const file = path.join(home, name);
      await expect(readScenario(file)).rejects.toThrow(
        `${file}:1:1: error: this is a link that leads to no file`,
      );
    },
  );

  it("may lie in a folder that is allowed", () => {
    const allowed = openBeside(home, [other]);
    expect(allowed("../other/secret.csv")).toEqual({ value: "outside" });
    expect(allowed("link.csv")).toEqual({ value: "outside" });
    expect(allowed("/etc/passwd")).toHaveProperty("problem");
  });

  it("are named in problems as they are found from here", async () => {
    const scenario = path.join(home, "scenario.yaml");
    writeFileSync(path.join(home, "tables", "bad.csv"), "time,agents\n09:00,many\n");
    writeFileSync(
      scenario,
      `callsim: 1
name: Small
calendar: {start: 2026-03-02, days: 1}
queues: {q: {arrivals: {perHour: 1}, handle: {talk: 1m}}}
teams: {t: {skills: [q], agents: {table: tables/bad.csv}}}
`,
    );
    const [problem] = await problemsOf(() => readScenario(scenario));
    expect(problem).toMatch(`${path.join(home, "tables", "bad.csv")}:2:7: error: agents:`);
  });

  it("include the scenario itself, which must be one, of a sensible size", async () => {
    expect(await problemsOf(() => readScenario(path.join(home, "nothing.yaml")))).toEqual([
      `${path.join(home, "nothing.yaml")}:1:1: error: there is no such file`,
    ]);
    expect((await problemsOf(() => readScenario(home)))[0]).toContain("this is a folder");
    const large = path.join(home, "large.yaml");
    writeFileSync(large, `# ${"x".repeat(5_000_000)}`);
    expect((await problemsOf(() => readScenario(large)))[0]).toContain("the file has 5 MB");
  });
});

describe("holidays of a country", () => {
  class Known {
    constructor(
      readonly country: string,
      readonly state?: string,
    ) {}
    getHolidays(year: number) {
      if (this.country !== "DE") return undefined;
      return [
        { date: `${year}-01-01 00:00:00`, type: "public" },
        { date: `${year}-02-14 00:00:00`, type: "observance" },
        ...(this.state === "BY" ? [{ date: `${year}-01-06 00:00:00`, type: "public" }] : []),
      ];
    }
  }

  it("are its public ones, of a part of it too", () => {
    expect(countryHolidays("de", 2026, 2027, () => Known)).toEqual({ value: ["2026-01-01", "2027-01-01"] });
    expect(countryHolidays("DE-BY", 2026, 2026, () => Known)).toEqual({
      value: ["2026-01-01", "2026-01-06"],
    });
    expect(countryHolidays("XX", 2026, 2026, () => Known)).toHaveProperty("problem");
  });
});
