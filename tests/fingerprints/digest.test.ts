import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/* The build, in processes of their own: see digest.mjs and node-versions.mjs. */

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const OTHER_PROCESSOR = ["--import", fileOf("other-processor.mjs")];

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const digest = (args: readonly string[], before: readonly string[] = [], env = {}) =>
  node([...before, fileOf("digest.mjs"), ...args], env);

describe("the digest of the build's results", () => {
  it("is the one kept, in one thread and on 1, 2 and 8 worker threads", async () => {
    const { code, stdout } = await digest([]);
    const [machine, what, says, ...rest] = stdout.split("\n");
    expect(machine).toMatch(/^callsim [\d.]+, Node [\d.]+, \w+ \w+, time-zone data \w+$/);
    expect(what).toMatch(/ 8 replications each, in one thread and on 1, 2 and 8 workers$/);
    expect(says).toMatch(/^digest [0-9a-f]{12}, as kept$/);
    expect(rest).toEqual([""]);
    expect(code).toBe(0);
    // Eight threads each compile the engine for themselves: on two busy processors that takes its time.
  }, 300_000);

  it("does not change with the functions whose last bit differs between processors", async () => {
    const { stdout } = await digest(["--workers", "0", "--json"], OTHER_PROCESSOR);
    expect(JSON.parse(stdout)).toMatchObject({ isSame: true });
  });

  it("would change if results hung on them, as they do on the square root", async () => {
    const { code, stdout } = await digest(["--workers", "0", "--json"], OTHER_PROCESSOR, {
      OTHER_FUNCTIONS: "sqrt",
    });
    expect(JSON.parse(stdout)).toMatchObject({ isSame: false });
    expect(code).toBe(1);
    const exp = "process.stdout.write(String(Math.exp(1) - Math.E))";
    expect((await node([...OTHER_PROCESSOR, "--eval", exp])).stdout).toMatch(/^-?4\.44\d+e-16$/);
  });

  it("says, where it is another, which scenarios and which sets it is", async () => {
    const kept = JSON.parse(readFileSync(fileOf("fingerprints.json"), "utf8"));
    const file = path.join(mkdtempSync(path.join(tmpdir(), "callsim-kept-")), "kept.json");
    kept.digest = "0123456789ab";
    kept.results["02-hang-ups-and-redials"] = "fedcba987654";
    kept.scenarios["02-hang-ups-and-redials"].waits = "fedcba987654";
    writeFileSync(file, JSON.stringify(kept));
    const { code, stdout } = await digest(["--workers", "0", "--kept", file]);
    expect(code).toBe(1);
    expect(stdout).toContain("NOT AS KEPT (0123456789ab): other results in 02.\nIn 02 moved: waits.\n");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("is refused for numbers of workers that are none", async () => {
    const { code, stderr } = await digest(["--workers", "two"]);
    expect(code).toBe(2);
    expect(stderr).toBe("--workers takes whole numbers with commas between, not two\n");
  });
});

describe("the comparison of versions of Node", () => {
  const compare = (args: readonly string[]) =>
    node([fileOf("node-versions.mjs"), ...args], { npm_config_offline: "true" });

  it("says which version cannot be had, and fails for it only where asked to", async () => {
    const { code, stdout } = await compare(["999"]);
    expect(stdout).toMatch(
      /^ {2}999 +-{12} {2}cannot be had from the registry: .+\nNOT COMPARED: Node 999\.\n$/,
    );
    expect(stdout).not.toContain("npm error");
    expect(code).toBe(0);
    expect((await compare(["999", "--strict"])).code).toBe(1);
  });

  it("is made by CI for the versions that the workflow runs on", () => {
    const read = (name: string) => readFileSync(fileOf(`../../${name}`), "utf8");
    const [, run] = /node-versions\.mjs ([\d ]+)/.exec(read(".ci/run"))!;
    const [, matrix] = /node: \[([\d, ]+)\]/.exec(read(".github/workflows/ci.yml"))!;
    expect(run.trim().split(" ")).toEqual(matrix.split(", "));
  });

  it("refuses what is no major", async () => {
    const { code, stderr } = await compare(["20", "v22"]);
    expect(code).toBe(2);
    expect(stderr).toBe("majors of Node are whole numbers, unlike v22\n");
  });
});
