import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { COMMAND, callsim, folderWith, SMALL } from "./call.js";

const folder = folderWith({ "small.yaml": SMALL });
const small = path.join(folder, "small.yaml");
/** Long enough to be interrupted: 5,000 replications of some 600,000 contacts each. */
const long = [
  "--set",
  "calendar.days=90",
  "--set",
  "queues.calls.arrivals.perHour=3000",
  "--replications",
  "5000",
];
const shell = (script: string) => spawnSync("bash", ["-c", script], { encoding: "utf8" });
const command = `'${process.execPath}' '${COMMAND}'`;

describe("the command among other processes", () => {
  test("ends quietly with 0 when its reader has seen enough", () => {
    const script = `${command} run '${small}' --format csv | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = shell(script);
    expect(stderr).toBe("");
    expect(stdout).toBe("scope,name,interval,measure,unit,mean,low,high\n0\n");
  });

  test.runIf(existsSync("/dev/full"))("says that the disk is full, and does not end with 0", () => {
    const { status, stderr } = shell(`${command} run '${small}' --format csv > /dev/full`);
    expect(status).toBe(74);
    expect(stderr).toContain("the disk is full");
  });

  test("says that it cannot write where a file stands in the way, and leaves nothing half done", async () => {
    const { code, stderr } = await callsim(["run", small, "--out", path.join(small, "below")]);
    expect(code).toBe(74);
    expect(stderr).toContain("a file stands where a folder should be");
    expect(readdirSync(folder)).toEqual(["small.yaml"]);
  });

  test("colours where FORCE_COLOR asks, never where NO_COLOR is set or nobody asks", async () => {
    const sequence = String.fromCharCode(27);
    const plain = await callsim(["run", small]);
    const forced = await callsim(["run", small], { env: { FORCE_COLOR: "1" } });
    const refused = await callsim(["run", small], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } });
    expect([plain, forced, refused].map(({ stdout }) => stdout.includes(sequence))).toEqual([
      false,
      true,
      false,
    ]);
    expect(refused.stdout).toBe(plain.stdout);
  });

  test("--version starts in less than twice the time of bare node", () => {
    // The least of several: what else runs on the machine only ever adds.
    const least = { bare: Number.POSITIVE_INFINITY, version: Number.POSITIVE_INFINITY };
    const timeOf = (args: readonly string[]) => {
      const before = performance.now();
      spawnSync(process.execPath, args);
      return performance.now() - before;
    };
    for (let round = 0; round < 9 || (round < 60 && least.version >= 2 * least.bare); round++) {
      least.bare = Math.min(least.bare, timeOf(["-e", "0"]));
      least.version = Math.min(least.version, timeOf([COMMAND, "--version"]));
    }
    expect(least.version).toBeLessThan(2 * least.bare);
  });

  test("acknowledges Ctrl-C within 200 ms, keeps what is finished, ends with 130", async () => {
    const interrupted = async () => {
      let sent = 0;
      let heard = 0;
      const ended = await callsim(["run", small, ...long, "--workers", "1"], {
        started: (child) => {
          child.stderr!.once("data", () => {
            heard = performance.now();
          });
          setTimeout(() => {
            sent = performance.now();
            child.kill("SIGINT");
          }, 5_000);
        },
      });
      return { ...ended, milliseconds: heard - sent };
    };
    // The least of several, where one was late: what else runs on the machine only ever adds.
    let last = await interrupted();
    for (let more = 0; more < 5 && last.milliseconds >= 200; more++) last = await interrupted();
    const { code, stdout, stderr, milliseconds } = last;
    expect(code).toBe(130);
    expect(milliseconds).toBeLessThan(200);
    const kept = /the figures are of the (\d+) finished replication/.exec(stderr)?.[1];
    expect(Number(kept)).toBeGreaterThan(0);
    expect(Number(kept)).toBeLessThan(5000);
    expect(stdout).toContain(`New_York; ${kept} replication`);
  });

  test("stopped by Ctrl-C while it traces, leaves no half of a file", async () => {
    const trace = path.join(folder, "trace.csv");
    const args = ["--set", "calendar.days=60", "--set", "queues.calls.arrivals.perHour=6000"];
    const { code, stderr } = await callsim(["run", small, ...args, "--replications", "1", "--trace", trace], {
      started: (child) => {
        child.stdout!.once("data", () => setTimeout(() => child.kill("SIGINT"), 300));
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain("trace.csv was not written");
    expect(readdirSync(folder)).toEqual(["small.yaml"]);
  });

  test("stopped by Ctrl-C while it looks for the agents needed, has told of today", async () => {
    const args = ["--set", "calendar.days=5", "--replications", "2000"];
    const { code, stdout, stderr } = await callsim(["grow", small, ...args], {
      started: (child) => {
        child.stdout!.once("data", () => child.kill("SIGINT"));
      },
    });
    expect(code).toBe(130);
    expect(stdout).toContain("All together: ");
    expect(stdout).not.toContain("Growth from");
    expect(stderr).toContain("Interrupted: the agents needed were not found yet.");
  });
});
