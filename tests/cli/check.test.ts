import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/report/text/display.js";
import { readXml } from "../report/xml.js";
import { callsim, folderWith, SMALL } from "./call.js";

/** The small desk with these promises; the first stands on the line that is returned. */
function deskWith(...promises: string[]): string {
  return `${SMALL}expect:\n${promises.map((one) => `  - ${one}\n`).join("")}`;
}
const LINE = deskWith().split("\n").length;

const folder = folderWith({
  "good.yaml": deskWith("calls.serviceLevel >= 70%", "desk.paidHours <= 41"),
  "broken.yaml": deskWith("calls.serviceLevel >= 70%", "calls.serviceLevel >= 99%"),
  "close.yaml": deskWith("calls.serviceLevel >= 70%", "calls.meanWaitAbandoned <= 45s"),
  "bad.yaml": deskWith("calls.servicelevel >= 70%").replace("mean: 4m", "mean: 4"),
  "none.yaml": SMALL,
});
const at = (name: string) => path.join(folder, name);
const fresh = () => folderWith({});
const check = (...args: string[]) => callsim(["check", ...args]);

describe("the exit code of callsim check", () => {
  test("is 0 where every promise holds", async () => {
    const { code, stdout, stderr } = await check(at("good.yaml"));
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("1 file, 2 promises: 2 hold.");
    for (const line of stdout.split("\n")) {
      // The folder of a test is named by the system.
      if (!line.startsWith(folder)) expect(widthOf(line)).toBeLessThanOrEqual(100);
    }
  });

  test("is 1 where one fails, with its line and its reason", async () => {
    const { code, stdout, stderr } = await check(at("good.yaml"), at("broken.yaml"));
    expect([code, stderr]).toEqual([1, "check failed: 1 promise fails\n"]);
    expect(stdout).toMatch(
      new RegExp(
        `^ +${LINE + 1}:5 +FAILS +calls\\.serviceLevel >= 99%: [\\d.]+ % ±[\\d.]+, .* too little`,
        "m",
      ),
    );
  });

  test("is 0 for what is undecided, and 1 with --strict", async () => {
    const few = ["--max-replications", "5"];
    const plain = await check(at("close.yaml"), ...few);
    expect([plain.code, plain.stderr]).toEqual([0, ""]);
    expect(plain.stdout.replace(/\s+/g, " ")).toMatch(
      /undecided calls\.meanWaitAbandoned .* --max-replications \d+/,
    );
    const strict = await check(at("close.yaml"), ...few, "--strict");
    expect([strict.code, strict.stderr]).toEqual([
      1,
      "check failed: 1 undecided, which --strict makes a failure\n",
    ]);
  });

  test("is 3 for a bad file, and the other files are judged", async () => {
    const { code, stdout, stderr } = await check(at("bad.yaml"), at("none-there.yaml"), at("broken.yaml"));
    expect(code).toBe(3);
    expect(stdout).toContain("not judged: 2 errors");
    expect(stdout).toMatch(/FAILS +calls\.serviceLevel >= 99%/);
    expect(stderr).toContain(
      `${at("bad.yaml")}:${LINE}:5: error: expect[0]: there is no measure servicelevel`,
    );
    expect(stderr).toContain("there is no such file");
    expect(stderr.trimEnd().split("\n").at(-1)).toBe("3 errors");
  });

  test("is 2 for options that make no sense together", async () => {
    const other = folderWith({ "good.yaml": SMALL });
    const wrong = async (...args: string[]) => (await check(...args)).stderr;
    expect(await wrong(at("good.yaml"), "--update-baseline")).toContain("--baseline");
    const twice = await check(at("good.yaml"), path.join(other, "good.yaml"), "--baseline", fresh());
    expect(twice.code).toBe(2);
    expect(twice.stderr).toContain("would share the baseline good.json");
    expect(await wrong(at("good.yaml"), "--replications", "9", "--max-replications", "5")).toContain(
      "is less than",
    );
    expect(await wrong(at("good.yaml"), "--annotations", "gitlab")).toContain("--code-quality FILE");
    expect(await wrong(at("good.yaml"), "--format", "csv")).toContain("Expected text or json.");
    expect(await wrong()).toContain("missing required argument 'file'");
  });

  test("is 74 where a result cannot be written, before anything is simulated", async () => {
    const { code, stdout, stderr } = await check(
      at("good.yaml"),
      "--junit",
      path.join(at("good.yaml"), "x.xml"),
    );
    expect([code, stdout]).toEqual([74, ""]);
    expect(stderr).toContain("a file stands where a folder should be");
  });
});

describe("what callsim check prints", () => {
  test("is the same bytes on one worker and on two, in every format", async () => {
    const files = [at("good.yaml"), at("close.yaml"), at("broken.yaml")];
    for (const format of ["text", "json"]) {
      const [one, two] = await Promise.all(
        ["1", "2"].map((workers) => check(...files, "--format", format, "--workers", workers)),
      );
      expect(one.stdout).toBe(two.stdout);
      expect(one.code).toBe(1);
    }
  });

  test("is JSON that parses, and the failures are told on standard error", async () => {
    const { stdout, stderr } = await check(at("broken.yaml"), "--format", "json");
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ failed: true, promises: { holds: 1, fails: 1, undecided: 0 } });
    expect(result.files[0].promises[1]).toMatchObject({ line: LINE + 1, column: 5, verdict: "fails" });
    expect(stderr).toMatch(
      new RegExp(`^${at("broken.yaml")}:${LINE + 1}:5: error: calls\\.serviceLevel >= 99% fails`),
    );
  });

  test("obeys --case, --set, --seed and --replications", async () => {
    const verdict = async (...args: string[]) => {
      const { stdout } = await check(at("good.yaml"), "--format", "json", ...args);
      const [file] = JSON.parse(stdout).files;
      return [file.seed, file.replications, file.promises[0].verdict];
    };
    expect(await verdict()).toEqual(["small", 5, "holds"]);
    expect(await verdict("--case", "rush")).toEqual(["small", 5, "fails"]);
    expect(await verdict("--set", "teams.desk.agents=2")).toEqual(["small", 5, "fails"]);
    expect(await verdict("--seed", "x", "--replications", "7")).toEqual(["x", 7, "holds"]);
  });

  test("says where a file promises nothing", async () => {
    const { code, stdout } = await check(at("none.yaml"));
    expect(code).toBe(0);
    expect(stdout).toContain("no promises under expect:");
  });

  test("goes into --out, with JUnit and code quality beside, and nothing half done", async () => {
    const out = path.join(fresh(), "new");
    const files = { junit: path.join(out, "junit.xml"), quality: path.join(out, "sub", "quality.json") };
    const { code, stdout, stderr } = await check(
      at("broken.yaml"),
      at("bad.yaml"),
      ...["--out", out, "--junit", files.junit, "--code-quality", files.quality],
    );
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(`written: ${files.junit}`);
    expect(readdirSync(out).sort()).toEqual(["check.txt", "junit.xml", "sub"]);
    const suites = readXml(readFileSync(files.junit, "utf8"));
    expect(suites.attributes).toMatchObject({ tests: "3", failures: "1", errors: "1" });
    expect(JSON.parse(readFileSync(files.quality, "utf8"))).toHaveLength(3);
  });
});

describe("the examples of check in the documents", () => {
  test.each(["README.md", "docs/ci.md"])("in %s are what is printed", async (file) => {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const [, shown] = /prints\n\n```text\n(scenarios\/01[\s\S]*?)```/.exec(
      readFileSync(path.join(root, file), "utf8"),
    )!;
    const asked = ["check", "scenarios/01-one-queue.yaml", "--set", "teams.agents.agents=10"];
    const { code, stdout } = await callsim(asked, { cwd: root });
    const withoutHash = (text: string) => text.replace(/scenario [0-9a-f]{16}/, "scenario");
    expect(withoutHash(stdout).startsWith(withoutHash(shown))).toBe(true);
    expect(code).toBe(1);
  });
});

describe("annotations", () => {
  const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: folder };

  test("mark the line for GitHub, with the path from the project's folder, on standard error", async () => {
    const args = ["check", at("broken.yaml"), at("bad.yaml")];
    const { stdout, stderr } = await callsim(args, { env });
    expect(stdout).not.toContain("::error");
    expect(stderr).toContain(
      `::error file=broken.yaml,line=${LINE + 1},col=5,title=callsim promise::calls.serviceLevel`,
    );
    expect(stderr).toContain(`::error file=bad.yaml,line=${LINE},col=5,title=callsim scenario::expect[0]:`);
    const none = await callsim([...args, "--annotations", "none"], { env });
    expect(none.stderr).not.toContain("::error");
  });

  test("mark it for Azure Pipelines, and where the service is named without its environment", async () => {
    const azure = await callsim(["check", at("broken.yaml")], { env: { TF_BUILD: "True" } });
    expect(azure.stderr).toMatch(/^##vso\[task\.logissue type=error;sourcepath=/m);
    const named = await check(at("broken.yaml"), "--annotations", "github");
    expect(named.stderr).toMatch(/^::error file=/m);
    expect((await check(at("broken.yaml"))).stderr).not.toMatch(/::error|##vso/);
  });

  test("cannot be given by a stranger's scenario", async () => {
    const name = "##vso[task.complete]y";
    const text = deskWith("QUEUE.serviceLevel >= 99%")
      .replace(/^cases:.*$/m, "")
      .replace(/\bcalls\b/g, JSON.stringify(name))
      .replace(/- QUEUE(.*)$/m, `- '${name}$1'`);
    const hostile = folderWith({
      "h.yaml": text,
      "b.yaml": `${SMALL}"::error::x": 1\n"##[error]y": 2\n`,
    });
    const { stdout, stderr, code } = await callsim(
      ["check", path.join(hostile, "h.yaml"), path.join(hostile, "b.yaml")],
      { env: { TF_BUILD: "True" } },
    );
    expect(code).toBe(3);
    expect(stdout).toContain("FAILS");
    expect(`${stdout}${stderr}`).not.toMatch(/##vso\[task\.complete|##\[error|^\s*::error/m);
    expect(stderr.match(/##vso\[task\.logissue/g)!.length).toBeGreaterThanOrEqual(2);
  });
});

describe("a baseline", () => {
  test("is asked for, stored, the same, moved and stored anew", async () => {
    const base = path.join(fresh(), "base");
    const args = [at("good.yaml"), "--baseline", base];
    const missing = await check(...args);
    expect(missing.code).toBe(1);
    expect(missing.stdout).toContain("MISSING");
    expect(missing.stderr).toContain("check failed: 1 baseline missing");

    const stored = await check(...args, "--update-baseline");
    const file = path.join(base, "good.json");
    expect([stored.code, stored.stderr]).toEqual([0, `written: ${file}\n`]);
    expect(readdirSync(base)).toEqual(["good.json"]);
    expect(statSync(file).size).toBeLessThan(8_000);

    const same = await check(...args);
    expect(same.code).toBe(0);
    expect(same.stdout.replace(/\s+/g, " ")).toMatch(
      /same \S*good\.json: all \d+ figures are exactly the same/,
    );
    const before = statSync(file).mtimeMs;
    expect((await check(...args, "--update-baseline")).stderr).toBe("");
    expect(statSync(file).mtimeMs).toBe(before);

    const moved = await check(...args, "--set", "teams.desk.agents=5");
    expect(moved.code).toBe(1);
    expect(moved.stdout).toMatch(
      /teams\.desk\.occupancy +46\.9 % ±\d\.\d +\d\d\.\d % ±\d\.\d +-\d\.\d points/,
    );
    expect(moved.stderr).toContain("1 baseline moved");

    const updated = await check(...args, "--set", "teams.desk.agents=5", "--update-baseline");
    expect(updated.stdout).toContain("updated");
    expect(updated.stdout).toMatch(/teams\.desk\.occupancy +46\.9 %/);
    const again = await check(...args, "--set", "teams.desk.agents=5");
    expect(again.stdout).toMatch(/^ +same /m);
  });

  test("of another seed is compared by statistics; of another version exactly, and both are said", async () => {
    const base = fresh();
    const args = [at("good.yaml"), "--baseline", base];
    await check(...args, "--update-baseline");
    const luck = await check(...args, "--seed", "another", "--replications", "8");
    expect(luck.code).toBe(0);
    expect(luck.stdout.replace(/\s+/g, " ")).toContain(
      "beyond luck (stored with seed small, 5 replications)",
    );
    const file = path.join(base, "good.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"callsim": "[^"]*"/, '"callsim": "0.0.7"'));
    const version = await check(...args);
    expect(version.code).toBe(0);
    expect(version.stdout.replace(/\s+/g, " ")).toContain("exactly the same; stored by callsim 0.0.7");
  });

  test("of a case is a file of its own, whatever the case is called", async () => {
    const base = fresh();
    const odd = folderWith({ "odd.yaml": SMALL.replace("{rush:", '{"../../r u":') });
    await check(at("good.yaml"), "--case", "rush", "--baseline", base, "--update-baseline");
    await check(path.join(odd, "odd.yaml"), "--case", "../../r u", "--baseline", base, "--update-baseline");
    expect(readdirSync(base).sort()).toEqual(["good.rush.json", "odd.%2E%2E%2F%2E%2E%2Fr%20u.json"]);
  });

  test("that is broken is a problem and no exception; the promises are judged, and it is never written over", async () => {
    const base = fresh();
    const file = path.join(base, "broken.json");
    for (const text of [
      "",
      "{",
      '{"name": "app"}',
      '{"callsimBaseline": 9}',
      "\0\u0001",
      " ".repeat(34_000_000),
    ]) {
      writeFileSync(file, text);
      for (const update of [[], ["--update-baseline"]]) {
        const { code, stdout, stderr } = await check(at("broken.yaml"), "--baseline", base, ...update);
        expect(code).toBe(3);
        expect(stderr).toMatch(/broken\.json:\d+:\d+: error: .*\n1 error\n$/);
        expect(stdout).toContain("baseline not compared: 1 error");
        expect(stdout).toContain("FAILS");
      }
      expect(readFileSync(file, "utf8")).toBe(text);
    }
    const folders = fresh();
    mkdirSync(path.join(folders, "broken.json"));
    const { code, stderr } = await check(at("broken.yaml"), "--baseline", folders);
    expect([code, stderr]).toEqual([3, expect.stringContaining("this is no plain file")]);
  });
});

describe("callsim check, interrupted", () => {
  test("tells what it has judged and ends with 130", async () => {
    const long = folderWith({
      "long.yaml": deskWith("calls.serviceLevel >= 70%").replace("replications: 5", "replications: 500000"),
    });
    const base = fresh();
    const args = [at("broken.yaml"), path.join(long, "long.yaml"), at("good.yaml")];
    const { code, stdout, stderr } = await callsim(
      ["check", ...args, "--baseline", base, "--update-baseline"],
      {
        started: (child) => {
          child.stderr!.once("data", () => setTimeout(() => child.kill("SIGINT"), 1_500));
        },
      },
    );
    expect(code).toBe(130);
    expect(stdout).toContain("FAILS");
    expect(stdout).toContain("stopped before its promises were judged");
    expect(stderr).toContain("Interrupted: 1 of 3 files judged.");
    expect(readdirSync(base)).toEqual(["broken.json"]);
  });
});
