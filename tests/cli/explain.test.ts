import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/report/text/display.js";
import { callsim, folderWith, SMALL } from "./call.js";

const folder = folderWith({ "small.yaml": SMALL });
const small = path.join(folder, "small.yaml");
const busy = ["--set", "queues.calls.arrivals.perHour=80"];

describe("callsim explain", () => {
  test("tells the story of a contact by the number that the trace has", async () => {
    const trace = path.join(folder, "trace.csv");
    await callsim(["run", small, ...busy, "--replications", "1", "--trace", trace, "--quiet"]);
    const rows = readFileSync(trace, "utf8")
      .split("\n")
      .map((row) => row.split(","));
    const waited = rows.findLast(([, event]) => event === "waits")!;
    const { code, stdout, stderr } = await callsim(["explain", small, ...busy, "--contact", waited[2]!]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.replaceAll(",", "")).toMatch(new RegExp(`^Contact ${waited[2]} of calls\n`));
    const seconds = Math.round(Number(waited[0]));
    const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
    const clock = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
    expect(stdout).toContain(`It came on Monday 2026-03-02 at ${clock}`);
    expect(stdout.trimEnd().split("\n\n").at(-1)).toMatch(/^Why: It /);
    for (const line of stdout.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });

  test("finds the longest wait, which is the one that run reports where nobody is left", async () => {
    const args = [...busy, "--set", "queues.calls.patience=never", "--set", "calendar.hours=always"];
    const json = ["--format", "json"];
    const { stdout } = await callsim(["explain", small, "--worst", ...args, ...json]);
    const run = await callsim(["run", small, ...args, "--replications", "1", ...json]);
    const story = JSON.parse(stdout);
    const { longestWait, waiting } = JSON.parse(run.stdout).queues.calls;
    const [only] = story.tries;
    if (waiting.mean === 0) expect(only.waitSeconds).toBeCloseTo(longestWait, 6);
    else expect(only.waitSeconds).toBeGreaterThanOrEqual(longestWait - 1e-6);
    expect(story.cause).toMatch(/^It (?:waited|was still waiting)/);
  });

  test("finds who hung up after the longest, in another replication and with another seed", async () => {
    const worst = ["explain", small, ...busy, "--worst", "--hung-up", "--queue", "calls", "--format", "json"];
    const stories = await Promise.all(
      [[], ["--replication", "2"], ["--seed", "other"]].map(async (args) => {
        const { stdout } = await callsim([...worst, ...args]);
        return JSON.parse(stdout);
      }),
    );
    for (const story of stories) expect(story.tries.at(-1).outcome).toBe("abandoned");
    expect(new Set(stories.map((story) => story.tries.at(-1).waitSeconds)).size).toBe(3);
    expect(stories.map(({ replication, seed }) => [replication, seed])).toEqual([
      [1, "small"],
      [2, "small"],
      [1, "other"],
    ]);
  });

  test("writes into --out", async () => {
    const out = path.join(folder, "out");
    const { code, stdout, stderr } = await callsim(["explain", small, "--contact", "1", "--out", out]);
    expect([code, stdout, stderr]).toEqual([0, "", `written: ${path.join(out, "explain.txt")}\n`]);
    expect(readdirSync(out)).toEqual(["explain.txt"]);
  });

  test.each([
    [[], "whose story? give --contact NUMBER"],
    [["--contact", "1", "--worst"], "--contact and --worst do not go together"],
    [["--contact", "1", "--queue", "calls"], "--queue goes with --worst"],
    [["--contact", "1", "--hung-up"], "--hung-up goes with --worst"],
    [["--contact", "0"], "Expected a whole number from 1"],
    [["--worst", "--queue", "cals"], "there is no queue cals; did you mean calls?"],
    [["--worst", "--format", "csv"], "Expected text or json."],
    [["--contact", "100000"], "there is no contact 100000 in replication 1: "],
    [["--worst", "--set", "teams.desk.agents=500"], "nobody had to wait in replication 1"],
  ])("%j is wrong usage", async (args, message) => {
    const { code, stdout, stderr } = await callsim(["explain", small, ...(args as string[])]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });

  test("acknowledges Ctrl-C at once and ends with 130", async () => {
    const args = ["--set", "calendar.days=90", "--set", "queues.calls.arrivals.perHour=20000"];
    const { code, stdout, stderr } = await callsim(["explain", small, "--worst", ...args], {
      started: (child) => setTimeout(() => child.kill("SIGINT"), 3000),
    });
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr).toContain("Interrupted before the story was told.");
  });
});
