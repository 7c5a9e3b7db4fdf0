import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { callsim, folderWith, SMALL } from "./call.js";

const folder = folderWith({ "small.yaml": SMALL });
const small = path.join(folder, "small.yaml");

const wrong: readonly { args: readonly string[]; says: string }[] = [
  { args: [], says: "Usage: callsim" },
  { args: ["rnu", small], says: "Did you mean run?" },
  { args: ["run", small, "--replicatons", "3"], says: "Did you mean --replications?" },
  { args: ["run"], says: "missing required argument 'file'" },
  { args: ["run", small, "other.yaml"], says: "too many arguments" },
  ...["0", "-5", "1e9", "1000000000", "abc", "2.5", ""].map((text) => ({
    args: ["run", small, `--replications=${text}`],
    says: "Expected a whole number from 1 to 1000000.",
  })),
  { args: ["run", small, "--workers", "0"], says: "Expected a whole number from 1 to 256." },
  {
    args: ["run", small, "--format", "html"],
    says: "This version writes no html; expected text, json or csv.",
  },
  { args: ["run", small, "--format", "xml"], says: "Expected text, json or csv." },
  { args: ["run", small, "--set", "agents"], says: "Expected path=value" },
  { args: ["run", small, "--seed", ""], says: "Nothing was given." },
  { args: ["staff", small, "--trace", "x"], says: "unknown option '--trace'" },
  { args: ["erlang", "--aht", "4m"], says: "give --calls-per-hour or --calls-per-interval" },
  { args: ["erlang", "--calls-per-hour", "10"], says: "required option '--aht <duration>' not specified" },
  { args: ["erlang", "--calls-per-hour", "10", "--aht", "240"], says: "240 has no unit" },
  { args: ["erlang", "--calls-per-hour", "10", "--aht", "4m", "--target", "80%"], says: "such as 80%/20s" },
  { args: ["erlang", "--calls-per-hour", "-1", "--aht", "4m"], says: "Expected a number above 0" },
  {
    args: ["erlang", "--calls-per-hour", "10", "--aht", "4m", "--shrinkage", "120%"],
    says: "Expected a share",
  },
  {
    args: ["erlang", "--calls-per-hour", "5000", "--aht", "4m", "--lines", "1000000"],
    says: "Expected a whole number from 1 to 200000.",
  },
  {
    args: ["run", small, "--workers", "\u001b[31m2\u202e"],
    says: "argument 'U+001B[31m2U+202E' is invalid. Expected a whole number",
  },
];

describe("a command line that makes no sense", () => {
  test.each(wrong)("$args ends with 2 and a sentence", async ({ args, says }) => {
    const { code, stdout, stderr } = await callsim(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  test("is quoted, but not without end", async () => {
    const { code, stderr } = await callsim(["run", small, "--format", "x".repeat(50_000)]);
    expect(code).toBe(2);
    expect(stderr).toContain("option '--format <format>' argument 'xxx");
    expect(stderr.length).toBeLessThan(1_200);
  });

  test("a bad scenario ends with 3, a line for each problem, their number, no file", async () => {
    const before = readdirSync(folder);
    const args = ["run", small, "--set", "queues.calls.patience=20", "--set", "teams.desk.agents=-1"];
    const { code, stdout, stderr } = await callsim([...args, "--out", path.join(folder, "out")]);
    expect([code, stdout]).toEqual([3, ""]);
    const lines = stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toBe("2 errors");
    expect(readdirSync(folder)).toEqual(before);
  });

  test("an unknown case ends with 3 and the nearest spelling", async () => {
    const { code, stderr } = await callsim(["run", small, "--case", "rus"]);
    expect(code).toBe(3);
    expect(stderr).toContain("did you mean rush?");
  });

  test("help goes to standard output and ends with 0", async () => {
    const { code, stdout, stderr } = await callsim(["run", "--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const option of [
      "--replications",
      "--seed",
      "--case",
      "--set",
      "--workers",
      "--format",
      "--out",
      "--trace",
    ]) {
      expect(stdout).toContain(option);
    }
  });
});
