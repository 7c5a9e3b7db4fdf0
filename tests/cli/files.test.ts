import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { COMMAND, callsim, folderWith, SMALL } from "./call.js";

const folder = folderWith({ "small.yaml": SMALL });
const small = path.join(folder, "small.yaml");
const command = `'${process.execPath}' '${COMMAND}'`;
const callsimWithin20s = (args: readonly string[]) =>
  spawnSync(process.execPath, [COMMAND, ...args], { encoding: "utf8", timeout: 20_000 });
/** Far more work than any test waits for. */
const endless = ["--set", "calendar.days=90", "--replications", "100000"];

describe("where the command reads and writes", () => {
  test.runIf(existsSync("/proc/self"))("gives up on a folder that cannot be made", () => {
    const { status, stderr } = callsimWithin20s(["run", small, "--out", "/proc/x/y"]);
    expect(stderr).toBe("error: cannot write /proc/x/y: there is no such folder\n");
    expect(status).toBe(74);
  });

  test("says before it simulates that a result cannot be written", () => {
    const below = path.join(small, "below");
    for (const where of [
      ["--out", below],
      ["--trace", path.join(below, "trace.csv")],
    ]) {
      const { status, stdout, stderr } = callsimWithin20s(["run", small, ...endless, ...where]);
      expect(stderr).toContain("cannot write");
      expect(stdout).toBe("");
      expect(status).toBe(74);
    }
  });

  test("leaves a device or a pipe that stands where a file should be as it is", async () => {
    const pipe = path.join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const { code, stderr } = await callsim(["run", small, "--trace", pipe]);
    expect(stderr).toContain("what stands there is no plain file");
    expect(code).toBe(74);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  test("follows a link to the file it writes", async () => {
    const home = folderWith({ "real.csv": "" });
    symlinkSync("real.csv", path.join(home, "link.csv"));
    expect((await callsim(["run", small, "--trace", path.join(home, "link.csv")])).code).toBe(0);
    expect(lstatSync(path.join(home, "link.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(home, "real.csv"), "utf8")).toMatch(/^seconds,event,/);
    expect(readdirSync(home)).toEqual(["link.csv", "real.csv"]);
  });

  test("does not end with 0 where a file took only a part of the result", () => {
    const script = `trap '' XFSZ; ulimit -f 8; ${command} run '${small}' --format json > '${folder}/cut.json'`;
    const { status, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8", timeout: 20_000 });
    expect(stderr).toContain("cannot write standard output");
    expect(status).toBe(74);
  });

  test("reads a scenario from a pipe, and no further than it may be long", () => {
    const script = `${command} validate <(cat '${small}'); ${command} validate /dev/zero`;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect(stdout).toContain("sound: 1 queue");
    expect(stderr).toContain("the file has more than 4 MB; a scenario has at most 4");
    expect(status).toBe(3);
  });
});
