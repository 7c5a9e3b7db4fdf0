import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { luckOf } from "../fuzz/luck.js";
import { COMMAND, callsim, folderWith, SMALL } from "./call.js";

const home = folderWith({ "small.yaml": SMALL });
const small = path.join(home, "small.yaml");
const KILLS = 5;
/** A trace of some megabytes, which takes a while to write. */
const busy = ["--set", "queues.calls.arrivals.perHour=1500", "--set", "teams.desk.agents=110"];

const writers: readonly {
  name: string;
  args: (out: string) => readonly string[];
  files: readonly string[];
}[] = [
  { name: "run --out", args: (out) => ["run", small, "--format", "json", "--out", out], files: ["run.json"] },
  {
    name: "run --trace",
    args: (out) => ["run", small, ...busy, "--replications", "1", "--trace", path.join(out, "trace.csv")],
    files: ["trace.csv"],
  },
  {
    name: "staff --out",
    args: (out) => ["staff", small, "--format", "csv", "--out", out],
    files: ["staff.csv"],
  },
  {
    name: "grow --out",
    args: (out) => ["grow", small, "--format", "json", "--out", out],
    files: ["grow.json"],
  },
  {
    name: "compare --out",
    args: (out) => ["compare", small, "--format", "csv", "--out", out],
    files: ["compare.csv"],
  },
  {
    name: "check --update-baseline",
    args: (out) => [
      ...["check", small, "--baseline", out, "--update-baseline", "--out", out],
      ...["--junit", path.join(out, "junit.xml")],
    ],
    files: ["small.json", "check.txt", "junit.xml"],
  },
];

describe("kill -9 at any instant", () => {
  test.each(writers)(
    "of $name leaves every file as it was or as it is to be",
    async ({ name, args, files }) => {
      const folder = (part: string) => {
        const made = path.join(home, `${name.replace(/\W+/g, "-")}-${part}`);
        mkdirSync(made, { recursive: true });
        return made;
      };
      // Names of one length: lines of reports break at the same places.
      const [before, after, out] = [folder("one"), folder("two"), folder("out")];
      await done([...args(before), "--seed", "before"]);
      cpSync(before, after, { recursive: true });
      const start = performance.now();
      await done([...args(after), "--seed", "after"]);
      const span = performance.now() - start;
      const contentOf = (where: string) =>
        Object.fromEntries(
          files.map((file) => [file, textOf(path.join(where, file))?.replace(/-(?:one|two|out)\b/g, "")]),
        );
      const [old, new_] = [contentOf(before), contentOf(after)];
      const luck = luckOf(`kill ${name}`);
      for (let kill = 0; kill < KILLS; kill++) {
        cpSync(before, out, { recursive: true });
        // The last tenths are when files are written.
        const share = luck.chance(0.5) ? 0.7 + 0.3 * draw(luck) : draw(luck);
        await killedAfter([...args(out), "--seed", "after"], share * span);
        const found = contentOf(out);
        for (const file of files) expect([old[file], new_[file]], file).toContain(found[file]);
        // What it had begun beside is none that anything reads.
        const strange = readdirSync(out).filter((one) => !files.includes(one));
        for (const one of strange) expect(one).toMatch(/^\..*\.part$/);
      }
      // Whatever the kills have left beside.
      cpSync(before, out, { recursive: true });
      await done([...args(out), "--seed", "after"]);
      expect(contentOf(out)).toEqual(new_);
    },
  );
});

function draw(luck: ReturnType<typeof luckOf>): number {
  return luck.below(1000) / 1000;
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

async function done(args: readonly string[]): Promise<void> {
  const { code, stderr } = await callsim(args);
  expect([code, stderr.replace(/^written: .*\n/gm, "")]).toEqual([0, ""]);
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
