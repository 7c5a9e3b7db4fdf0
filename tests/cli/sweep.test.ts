import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/report/text/display.js";
import { COMMAND, callsim, folderWith, SMALL } from "./call.js";

const folder = folderWith({ "small.yaml": SMALL });
const small = path.join(folder, "small.yaml");
const VARY = ["--vary", "teams.desk.agents=3..5", "--vary", "queues.calls.patience.exponential.mean=1m,3m"];
/** Some fifty points of which each takes some tens of milliseconds: time to be killed in. */
const LONG = [
  ...["--vary", "teams.desk.agents=40..88", "--set", "queues.calls.arrivals.perHour=600"],
  ...["--set", "calendar.days=5", "--replications", "4"],
];
const fileOf = (name: string) => path.join(folder, name);

describe("callsim sweep", () => {
  test("prints a row for each point and total, queue and team, and its summary apart", async () => {
    const { code, stdout, stderr } = await callsim(["sweep", small, ...VARY]);
    expect(code).toBe(0);
    const [head, ...rows] = stdout.trimEnd().split("\n");
    const [agents, patience] = ["teams.desk.agents", "queues.calls.patience.exponential.mean"];
    expect(head!.startsWith(`point,${agents},${patience},replications,scope,name,offered,`)).toBe(true);
    const cells = rows.map((row) => row.split(","));
    expect(rows).toHaveLength(6 * 3);
    expect(cells.map((row) => row.slice(0, 6)).slice(3, 6)).toEqual([
      ["2", "3", "180", "5", "total", "total"],
      ["2", "3", "180", "5", "queue", "calls"],
      ["2", "3", "180", "5", "team", "desk"],
    ]);
    for (const row of cells) expect(row).toHaveLength(head!.split(",").length);
    expect(stderr).toMatch(/^Small desk\n/);
    expect(stderr.replace(/\n/g, " ")).toContain(
      "6 points, grid of 2 varied paths; 5 replications each, seed small, the same callers",
    );
    expect(stderr).toMatch(/teams\.desk\.agents {3}.*points/);
    for (const line of stderr.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });

  test("has at a point what run says of the same values", async () => {
    const { stdout } = await callsim(["sweep", small, ...VARY, "--format", "json", "--quiet"]);
    const result = JSON.parse(stdout);
    const set = ["--set", "teams.desk.agents=5", "--set", "queues.calls.patience.exponential.mean=1m"];
    const run = JSON.parse((await callsim(["run", small, ...set, "--format", "json"])).stdout);
    const point = result.points[4];
    expect(point.values).toEqual({
      "teams.desk.agents": 5,
      "queues.calls.patience.exponential.mean": 60,
    });
    expect(point.queues.calls.serviceLevel).toEqual(run.queues.calls.serviceLevel);
    expect(point.teams.desk.cost).toEqual(run.teams.desk.cost);
    expect(point.total.asa).toEqual(run.total.asa);
    expect(result.pointCount).toBe(6);
  });

  test("writes the same bytes for one worker and for two, and no journal stays", async () => {
    for (const workers of ["1", "2"]) {
      const args = ["--samples", "7", "--vary", "queues.calls.redial.chance=10%..50%"];
      const set = ["--set", "queues.calls.redial={chance: 1%, after: 5m}"];
      const out = fileOf(`w${workers}.csv`);
      const called = await callsim(["sweep", small, ...args, ...set, "--workers", workers, "--out", out]);
      expect([called.code, called.stderr]).toEqual([0, `written: ${out}\n`]);
      expect(called.stdout).toContain("7 points, Latin hypercube of 1 varied path");
    }
    expect(readFileSync(fileOf("w1.csv"), "utf8")).toBe(readFileSync(fileOf("w2.csv"), "utf8"));
    expect(readdirSync(folder).filter((name) => name.includes("journal"))).toEqual([]);
  });

  test("tells everything that is wrong at once with 3, and writes nothing", async () => {
    const vary = ["teams.dek.agents=1..2", "queues.calls.patience=1m..2m", "queues.calls.lines=0,5"];
    const args = vary.flatMap((one) => ["--vary", one]);
    const { code, stdout, stderr } = await callsim(["sweep", small, ...args, "--out", fileOf("bad.csv")]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toBe(
      [
        "error: queues.calls.patience: a grid needs a step: write 1m..2m:30s, or draw points with --samples",
        "error: teams.dek.agents: teams has no dek; did you mean desk?",
        "error: queues.calls.lines: found 0; expected lines, 1 or more",
        "3 errors\n",
      ].join("\n"),
    );
    expect(readdirSync(folder).filter((name) => name.includes("bad"))).toEqual([]);
  });

  test.each([
    [[], "required option '--vary <path=values>' not specified"],
    [["--vary", "teams.desk.agents"], "Expected path=values"],
    [["--vary", "teams.desk.agents=1..2", "--resume"], "--resume goes with --out"],
    [["--vary", "teams.desk.agents=1..2", "--samples", "0"], "Expected a whole number from 1"],
    [["--vary", "teams.desk.agents=1..2", "--format", "text"], "Expected csv or json."],
    [["--vary", "teams.desk.agents=1..2", "--measure", "calls.servicelevel"], "did you mean serviceLevel?"],
  ])("%j is wrong usage", async (args, message) => {
    const { code, stderr } = await callsim(["sweep", small, ...(args as string[])]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test("is never written over the scenario, by whatever name", async () => {
    const before = readFileSync(small, "utf8");
    const link = fileOf("link.csv");
    symlinkSync(small, link);
    for (const out of [small, path.join(folder, ".", "x", "..", "small.yaml"), link]) {
      const { code, stderr } = await callsim(["sweep", small, ...VARY, "--out", out]);
      expect([code, stderr]).toEqual([2, expect.stringContaining("which is read; name another file")]);
    }
    const others = [
      ["run", small, "--trace", small],
      ["check", small, "--junit", small],
      ["check", small, "--junit", link, "--code-quality", link],
      ["check", small, "--junit", fileOf("one.xml"), "--code-quality", fileOf("one.xml")],
    ];
    for (const args of others) expect((await callsim(args)).code).toBe(2);
    expect(readFileSync(small, "utf8")).toBe(before);
    rmSync(link);
  });

  test("refuses to begin anew over the journal of a sweep that was not finished", async () => {
    const out = fileOf("begun.csv");
    writeFileSync(`${out}.journal`, "");
    const { code, stderr } = await callsim(["sweep", small, ...VARY, "--out", out]);
    expect(code).toBe(2);
    expect(stderr).toContain("go on with it by the same command and --resume, or delete it to begin anew");
    rmSync(`${out}.journal`);
  });
});

describe("a sweep that is stopped", () => {
  test("by Ctrl-C says where its points are and how to go on; going on ends in the same bytes", async () => {
    const out = fileOf("stopped.csv");
    const sweep = ["sweep", small, ...LONG, "--out", out];
    const stopped = await callsim(sweep, {
      started: (child) => {
        const watch = setInterval(() => {
          if (!existsSync(`${out}.journal`) || linesOf(`${out}.journal`).length < 4) return;
          clearInterval(watch);
          child.kill("SIGINT");
        }, 5);
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toMatch(
      /\d+ finished points of 49 are in .*stopped\.csv\.journal; go on by the same/,
    );
    expect(existsSync(out)).toBe(false);
    const kept = linesOf(`${out}.journal`).length - 1;
    expect(kept).toBeGreaterThan(1);
    const resumed = await callsim([...sweep, "--resume"]);
    expect(resumed.code).toBe(0);
    expect(resumed.stderr).toContain(`${kept} of 49 points are in ${out}.journal; going on with the others`);
    const whole = fileOf("whole.csv");
    await callsim(["sweep", small, ...LONG, "--out", whole]);
    expect(readFileSync(out, "utf8")).toBe(readFileSync(whole, "utf8"));
    expect(existsSync(`${out}.journal`)).toBe(false);
  });

  test("before a point was finished leaves nothing behind", async () => {
    const out = fileOf("early.csv");
    const { code, stderr } = await callsim(
      ["sweep", small, ...LONG, "--replications", "4000", "--out", out],
      {
        started: (child) => {
          const watch = setInterval(() => {
            if (!existsSync(`${out}.journal`)) return;
            clearInterval(watch);
            child.kill("SIGINT");
          }, 5);
        },
      },
    );
    expect(code).toBe(130);
    expect(stderr).toContain("Interrupted before a point was finished.");
    expect(readdirSync(folder).filter((name) => name.includes("early"))).toEqual([]);
  });

  test("on standard output has the rows of the points that were finished", async () => {
    const { code, stdout, stderr } = await callsim(["sweep", small, ...LONG, "--replications", "40"], {
      started: (child) => setTimeout(() => child.kill("SIGINT"), 4000),
    });
    expect(code).toBe(130);
    const points = /the rows are of (\d+) finished points of 49/.exec(stderr)?.[1];
    const none = stderr.includes("before a point was finished");
    expect(stdout.trimEnd().split("\n")).toHaveLength(none ? 1 : 1 + 3 * Number(points));
  });

  test("by kill -9 at any instant leaves readable files, and going on ends in the same bytes", async () => {
    const out = fileOf("killed.csv");
    const sweep = ["sweep", small, ...LONG, "--out", out, "--resume", "--quiet"];
    // Instants spread over start-up, checks, simulation and the end, the same in every run of the test.
    const instants = [60, 180, 290, 350, 410, 470, 530, 610, 700, 820, 950, 1100, 1300];
    let finished = 0;
    for (const milliseconds of instants) {
      await killedAfter(sweep, milliseconds);
      if (existsSync(out)) {
        expect(linesOf(out)).toHaveLength(1 + 3 * 49);
        break;
      }
      if (!existsSync(`${out}.journal`)) continue;
      const whole = readFileSync(`${out}.journal`, "utf8").split("\n").slice(0, -1);
      for (const line of whole) expect(() => JSON.parse(line)).not.toThrow();
      expect(whole.length).toBeGreaterThanOrEqual(finished);
      finished = whole.length;
    }
    const { code } = await callsim(sweep);
    expect(code).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(readFileSync(fileOf("whole.csv"), "utf8"));
    expect(existsSync(`${out}.journal`)).toBe(false);
  });
});

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8").trimEnd().split("\n");
}

function killedAfter(args: readonly string[], milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
