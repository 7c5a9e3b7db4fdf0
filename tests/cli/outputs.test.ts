import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { COMMAND, folderWith, SMALL } from "./call.js";

const home = folderWith({ "small.yaml": SMALL });
const small = path.join(home, "small.yaml");
const command = `'${process.execPath}' '${COMMAND}'`;
const vary = "--vary teams.desk.agents=3..9";

/** Every command that prints. */
const printing = [
  ...[`run '${small}'`, `run '${small}' --format json`, `staff '${small}' --format csv`, `grow '${small}'`],
  ...[`compare '${small}' --format json`, `check '${small}'`, `sweep '${small}' ${vary}`],
  ...[
    `explain '${small}' --worst`,
    "schema",
    `validate '${small}' '${small}'`,
    "--help",
    "help run",
    "--version",
  ],
  "erlang --calls-per-hour 9 --aht 4m",
];

/** Every option that names a file or a folder to write to, with the file that then has the result. */
const writing = [
  { args: `run '${small}' --format json --out OUT`, file: "run.json" },
  { args: `run '${small}' --quiet --trace OUT/trace.csv`, file: "trace.csv" },
  { args: `staff '${small}' --format json --out OUT`, file: "staff.json" },
  { args: `grow '${small}' --format json --out OUT`, file: "grow.json" },
  { args: `compare '${small}' --format json --out OUT`, file: "compare.json" },
  { args: `check '${small}' --format json --out OUT`, file: "check.json" },
  { args: `check '${small}' --junit OUT/junit.xml`, file: "junit.xml" },
  { args: `check '${small}' --code-quality OUT/quality.json`, file: "quality.json" },
  { args: `check '${small}' --baseline OUT --update-baseline`, file: "small.json" },
  { args: `sweep '${small}' ${vary} --out OUT/sweep.csv`, file: "sweep.csv" },
  { args: `explain '${small}' --worst --out OUT`, file: "explain.txt" },
  { args: "erlang --calls-per-hour 9 --aht 4m --out OUT", file: "erlang.txt" },
];

const shell = (script: string) => spawnSync("bash", ["-c", script], { encoding: "utf8", timeout: 60_000 });
const folderFor = (name: string) => {
  const folder = path.join(home, name.replace(/\W+/g, "-"));
  mkdirSync(folder, { recursive: true });
  return folder;
};

describe("a reader that has seen enough", () => {
  test.each(printing)("ends %s quietly", (args) => {
    for (const reader of ["head -1", "true"]) {
      const { stdout, stderr } = shell(
        `${command} ${args} | ${reader} > '${home}/read'; echo "\${PIPESTATUS[0]}"`,
      );
      // A sweep tells its summary there.
      if (!args.startsWith("sweep")) expect(stderr).toBe("");
      expect(stderr).not.toMatch(/\n {4}at |EPIPE|fault/);
      expect(stdout).toBe("0\n");
    }
  });
});

describe("standard output or standard error that is closed", () => {
  test.each(printing.filter((_, index) => index % 4 === 0))("does not bring down %s", (args) => {
    expect(shell(`${command} ${args} >&-`).stderr).not.toMatch(/\n {4}at |fault/);
    expect(shell(`${command} ${args} 2>&- > '${home}/read'`).status).toBe(0);
  });
});

describe("a full disk", () => {
  test.runIf(existsSync("/dev/full")).each(printing)("under standard output ends %s with 74", (args) => {
    const { status, stderr } = shell(`${command} ${args} > /dev/full`);
    expect(stderr).toContain("error: cannot write to standard output: the disk is full");
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(status).toBe(74);
  });

  const canMount = shell("unshare -rm mount -t tmpfs none /mnt").status === 0;
  test.runIf(canMount).each(writing)(
    "under $args ends it with 74, and leaves no half of a file",
    ({ args, file }) => {
      const out = folderFor(`full ${args}`);
      // Room for names, none for results.
      const script = `
      mount -t tmpfs -o size=64k none '${out}' && head -c 60K /dev/zero > '${out}/filler' || exit 99
      cat /dev/zero > '${out}/rest' 2> /dev/null
      ${command} ${args.replace("OUT", out)}; echo "code $?"; ls -A '${out}'`;
      const { stdout, stderr } = spawnSync("unshare", ["-rm", "bash", "-c", script], {
        encoding: "utf8",
        timeout: 60_000,
      });
      expect(stderr).toMatch(/error: cannot write .*: the disk is full/);
      expect(stdout).toContain("code 74\n");
      const left = stdout.slice(stdout.indexOf("code 74")).trim().split("\n").slice(1);
      expect(left.filter((one) => !["filler", "rest", "sweep.csv.journal"].includes(one))).toEqual([]);
      expect(left).not.toContain(file);
    },
  );

  const large = writing.filter(({ file }) => /^(?:run|trace|small|sweep)\./.test(file));
  test.each(large)("as a limit on file sizes: $args writes whole or not at all", ({ args, file }) => {
    const out = folderFor(`limit ${args}`);
    const script = `trap '' XFSZ; ulimit -f 0; ${command} ${args.replace("OUT", out)}`;
    const { status, stderr } = shell(script);
    expect(stderr).toContain("error: cannot write");
    expect(status).toBe(74);
    expect(readdirSync(out).filter((one) => one !== "sweep.csv.journal")).toEqual([]);
    expect(existsSync(path.join(out, file))).toBe(false);
  });
});

describe("a place that cannot be written to", () => {
  const isRoot = process.getuid?.() === 0;
  // Whoever may do everything may write into folders that are for reading: he is told by a mount instead.
  const canMount = shell("unshare -rm mount -t tmpfs none /mnt").status === 0;
  test.runIf(!isRoot || canMount).each(writing)(
    "because its folder is for reading only: $args",
    ({ args }) => {
      const out = folderFor(`readonly ${args}`);
      const run = `${command} ${args.replace("OUT", out)}; echo "code $?"`;
      if (!isRoot) chmodSync(out, 0o555);
      const script = isRoot ? `mount -t tmpfs -o ro none '${out}'; ${run}` : run;
      const { stdout, stderr } = isRoot
        ? spawnSync("unshare", ["-rm", "bash", "-c", script], { encoding: "utf8", timeout: 60_000 })
        : shell(script);
      expect(stderr).toMatch(/error: cannot write .*: writing there is not allowed/);
      expect(stdout).toBe("code 74\n");
      if (!isRoot) chmodSync(out, 0o755);
    },
  );

  test.each(writing)("because a folder stands there: $args", ({ args, file }) => {
    const out = folderFor(`folder ${args}`);
    mkdirSync(path.join(out, file));
    const { status, stderr } = shell(`${command} ${args.replace("OUT", out)}`);
    if (args.includes("--update-baseline")) {
      expect(stderr).toContain("this is no plain file");
      expect(status).toBe(3);
    } else {
      expect(stderr).toContain(
        `error: cannot write ${path.join(out, file)}: a folder stands where the file should be`,
      );
      expect(status).toBe(74);
    }
    expect(readdirSync(out)).toEqual([file]);
    expect(readdirSync(path.join(out, file))).toEqual([]);
  });

  test.each(["--junit", "--code-quality"])("is told by check %s before it simulates", (option) => {
    const endless = "--set calendar.days=90 --replications 100000";
    const { status, stderr } = shell(
      `${command} check '${small}' ${endless} ${option} '${folderFor("early")}'`,
    );
    expect(stderr).toContain("a folder stands where the file should be");
    expect(status).toBe(74);
  });

  test("init leaves a folder that stands there as it is", () => {
    const out = folderFor("init folder");
    const { status, stderr } = shell(`${command} init '${out}'`);
    expect(stderr).toBe(`error: ${out} is there already and is left as it is\n`);
    expect(status).toBe(2);
  });
});
