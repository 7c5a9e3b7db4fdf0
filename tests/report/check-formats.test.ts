import { describe, expect, test } from "vitest";
import { baselineVerdict, type CheckResult } from "../../src/plan/check/check-result.js";
import { compareBaseline } from "../../src/plan/check/compare-baseline.js";
import { baselineReason } from "../../src/report/check/baseline-reason.js";
import { findingsOf } from "../../src/report/check/check-findings.js";
import { formatCheckJson } from "../../src/report/check/check-json.js";
import { failureSentence } from "../../src/report/check/check-sentence.js";
import { formatCodeQuality } from "../../src/report/check/code-quality.js";
import { formatJunit } from "../../src/report/check/junit.js";
import { promiseReason } from "../../src/report/check/promise-reason.js";
import { formatCommand, withoutCommands } from "../../src/report/check/service-commands.js";
import { formatCheckText } from "../../src/report/text/check-text.js";
import { widthOf } from "../../src/report/text/display.js";
import { formatApart, formatDistance, formatHalf } from "../../src/report/text/measured.js";
import { COLOURED } from "../../src/report/text/paint.js";
import { madeCheck, madeFile } from "./checked.js";
import { type Element, readXml } from "./xml.js";

/** What XML 1.0 can hold of a text. */
const inXml = (text: string) =>
  text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => (/[\t\r\n\u007f-\u009f]/.test(one) ? one : "\ufffd"));
/** A promise on the queue of that name where it can be a queue's. */
const promiseOf = (name: string) => (/[<>=]|__proto__/.test(name) ? "desk.cost <= 1" : `${name}.asa <= 1s`);
const queueOf = (name: string) => (name === "__proto__" ? "proto" : name);

const check = madeCheck();
const same = (file: string) => file;
const HOSTILE = [
  "]]>",
  '"><script>alert(1)</script>',
  "a & b &amp; 'c'",
  "::error::pwned",
  "##vso[task.setvariable variable=x]y",
  "##[error]z",
  "tab\there",
  "two\r\nlines",
  "\u001b[31mred\u0000\u0008\u007f\u0085",
  "\ud800 alone",
  "\u202egnp.exe",
  "日本 🦄 ’ \ufffe",
  "=1+1",
  "__proto__",
];

describe("the text of a check", () => {
  test("reads as it was reviewed", async () => {
    await expect(formatCheckText(check)).toMatchFileSnapshot("golden/check.txt");
  });

  test("has a line a promise with its place, and no line wider than 100 columns", () => {
    const text = formatCheckText(check);
    for (const line of text.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(100);
    expect(text).toMatch(
      /^ {2}30:5 +holds +claims\.serviceLevel >= 80%: 81\.3 % ±0\.6, 1\.3 points to spare$/m,
    );
    expect(text).toMatch(/^ {2}31:5 +FAILS +claims\.abandonRate <= 3%: 3\.9 % ±0\.2, 0\.9 points too much$/m);
    expect(text).toMatch(/^ {2}32:5 +undecided .*is too close to\n +tell; --max-replications \d+ would/m);
  });

  test("says in colour what it says without", () => {
    const sequence = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
    const coloured = formatCheckText(check, COLOURED);
    expect(coloured).not.toBe(formatCheckText(check));
    expect(coloured.replace(sequence, "")).toBe(formatCheckText(check));
  });

  test("shows what an update of the baseline changes, and does not call it a failure", () => {
    const updating: CheckResult = { strict: true, files: [madeFile({ movedBy: 0.05, updating: true })] };
    const text = formatCheckText(updating);
    expect(text).toMatch(/updated {2}baselines\/line\.json: 1 of \d+ figures moved/);
    expect(text).toMatch(/queues\.claims\.serviceLevel +76\.3 % ±0\.6 +81\.3 % ±0\.6 +\+5\.0 points/);
    expect(failureSentence(updating)).toBeUndefined();
  });

  test("names the seed that a baseline was stored with where it is another", () => {
    const text = formatCheckText({
      strict: false,
      files: [madeFile({ movedBy: 0.1, storedSeed: "friday" })],
    });
    expect(text.replace(/\s+/g, " ")).toMatch(
      /1 of \d+ figures moved beyond luck \(stored with seed friday\)/,
    );
  });
});

describe("a baseline of one replication and another seed", () => {
  test("cannot be compared, which is undecided, and says why", () => {
    const file = madeFile({ movedBy: 0, storedSeed: "friday" });
    const { found } = file.judged!.baseline!;
    const alone = new Map([...found.figures].map(([path, { mean }]) => [path, { mean, half: Number.NaN }]));
    const stored = { ...found, seed: "friday", replications: 1, figures: alone };
    const compared = { stored, comparison: compareBaseline(stored, found) };
    const finding = { ...file.judged!.baseline!, compared };
    expect(baselineVerdict(finding)).toBe("undecided");
    expect(baselineReason(finding)).toBe(
      "nothing can be compared (stored with seed friday, 1 replication): one replication has no interval",
    );
    const result = { strict: false, files: [{ ...file, judged: { ...file.judged!, baseline: finding } }] };
    expect(failureSentence(result)).toBeUndefined();
    expect(failureSentence({ ...result, strict: true })).toContain("1 undecided");
  });
});

describe("figures beside their bounds", () => {
  test("have as many decimals as it takes to tell them apart", () => {
    expect(formatApart(0.8, 0.79996, "share")).toEqual(["80.000 %", "79.996 %"]);
    expect(formatApart(20.04, 20, "seconds")).toEqual(["20.04s", "20.00s"]);
    expect(formatApart(1234.4, 1234, "count")).toEqual(["1,234.4", "1,234.0"]);
    expect(formatApart(5, 5, "money")).toEqual(["5.00", "5.00"]);
    expect(formatDistance(0.01, "share")).toBe("1.0 point");
    expect(formatDistance(-0.00004, "share")).toBe("0.004 points");
    expect(formatDistance(-72, "seconds")).toBe("72s");
    expect(formatDistance(1e-6, "hours")).toBe("0.000001");
    expect([formatDistance(0.02, "hours"), formatDistance(0, "hours")]).toEqual(["0.02", "0"]);
    expect(formatApart(8, 8.02, "hours")).toEqual(["8.00", "8.02"]);
    expect([formatHalf(0, "share"), formatHalf(0.0002, "share"), formatHalf(0.04, "count")]).toEqual([
      "0.0",
      "0.02",
      "0.04",
    ]);
  });
});

describe("what would decide an undecided promise", () => {
  const judged = (needed: number) =>
    promiseReason({ ...check.files[0].judged!.checked.promises[2], needed }).replace(/^.*; /, "");

  test("is an option where it is within reach, else a number to think about", () => {
    expect(judged(400)).toBe("--max-replications 400 would decide it, should it stay there");
    expect(judged(401)).toBe("only some 410 replications would decide it");
    expect(judged(436_883)).toBe("only some 440,000 replications would decide it");
    expect(judged(Number.POSITIVE_INFINITY)).toBe("not even a million replications would decide it");
  });
});

describe("the findings of a check", () => {
  const kinds = (strict: boolean) =>
    findingsOf(madeCheck(strict)).map(({ severity, kind, place }) => `${severity} ${kind} ${place?.line}`);

  test("are what failed, as errors, and what is undecided, as warnings or strictly as errors", () => {
    const warned = kinds(false);
    expect(warned).toEqual([
      "error promise 31",
      "warning promise 32",
      "warning promise 33",
      "warning promise 36",
      "error promise 37",
      "error baseline 1",
      "error baseline 1",
      "error input 4",
      "error input 9",
    ]);
    expect(kinds(true)).toEqual(warned.map((one) => one.replace("warning", "error")));
  });

  test("make a sentence", () => {
    expect(failureSentence(check)).toBe("2 promises fail, 1 baseline moved, 1 baseline missing");
    expect(failureSentence(madeCheck(true))).toContain("3 undecided, which --strict makes a failure");
    const undecided: CheckResult = { strict: false, files: [madeFile({ promises: ["claims.asa <= 21s"] })] };
    expect(failureSentence(undecided)).toBeUndefined();
    expect(failureSentence({ ...undecided, strict: true })).toBe(
      "1 undecided, which --strict makes a failure",
    );
  });
});

describe("JUnit", () => {
  const suitesOf = (result: CheckResult) => readXml(formatJunit(result)).children;
  const childOf = ({ children }: Element) => children[0]?.name ?? "passed";

  test("has a suite a file and a test a promise and baseline, each with its outcome and its place", () => {
    const root = readXml(formatJunit(check));
    expect(root.name).toBe("testsuites");
    expect(root.attributes).toMatchObject({ tests: "13", failures: "4", errors: "1", skipped: "3" });
    expect(root.children.map(({ attributes }) => attributes["name"])).toEqual(
      ["line", "fleet", "calm", "bad"].map((name) => `scenarios/${name}.yaml`),
    );
    const [line, , calm, bad] = root.children;
    expect(line.children.map(childOf)).toEqual([
      "passed",
      "failure",
      "skipped",
      "skipped",
      "passed",
      "passed",
      "skipped",
      "failure",
      "failure",
    ]);
    expect(line.children[1].attributes).toEqual({
      name: "claims.abandonRate <= 3%",
      classname: "scenarios/line.yaml",
      file: "scenarios/line.yaml",
      line: "31",
    });
    expect(line.children[1].children[0].attributes["message"]).toBe("3.9 % ±0.2, 0.9 points too much");
    expect(calm.children.map(childOf)).toEqual(["passed", "passed"]);
    expect(bad.children.map(childOf)).toEqual(["error"]);
    expect(bad.children[0].children[0].text).toContain("there is no queue b; expected a");
    expect(bad.children[0].attributes["line"]).toBe("4");
  });

  test("makes a failure of what is undecided where the check is strict", () => {
    expect(readXml(formatJunit(madeCheck(true))).attributes).toMatchObject({ failures: "7", skipped: "0" });
  });

  test.each(HOSTILE)("is well formed with the name %j, and keeps it where XML can", (name) => {
    const clean = name.replace(/\p{Cc}/gu, "");
    const files = [
      madeFile({
        file: `${name}.yaml`,
        name,
        queueName: queueOf(clean),
        promises: [promiseOf(clean)],
        movedBy: 1,
      }),
      { file: name, problems: [{ severity: "error", message: name } as const] },
    ];
    const [suite, bad] = suitesOf({ strict: false, files });
    expect(suite.attributes["name"]).toBe(inXml(`${name}.yaml`));
    expect(suite.children[0].attributes["name"]).toBe(inXml(promiseOf(clean)));
    expect(bad.children[0].children[0].text).toContain(inXml(name));
  });

  test("is read by a reader that refuses what is not well formed", () => {
    const whole = formatJunit(check);
    for (const broken of [
      whole.replace("</testsuites>", ""),
      whole.replace("&lt;", "<"),
      whole.replace("&lt;", "&"),
      whole.replace('line="', 'line="1" line="'),
      whole.replace("scenarios", "scen\u0000arios"),
      `${whole}<more/>`,
    ]) {
      expect(() => readXml(broken)).toThrow();
    }
  });
});

describe("commands for CI services", () => {
  const [first, second] = findingsOf(check);

  test("mark the line for GitHub and for Azure Pipelines", () => {
    expect(formatCommand(first, "github", same)).toBe(
      "::error file=scenarios/line.yaml,line=31,col=5,title=callsim promise::" +
        "claims.abandonRate <= 3%25 fails: 3.9 %25 ±0.2, 0.9 points too much",
    );
    const place = "sourcepath=scenarios/line.yaml;linenumber=32;columnnumber=5";
    const begin = `##vso[task.logissue type=warning;${place};code=promise;]claims.serviceLevel >= 81`;
    expect(formatCommand(second, "azure", same).startsWith(begin)).toBe(true);
  });

  test.each(HOSTILE)("stay one command with the text %j", (text) => {
    const finding = { ...first, file: text, place: { file: text, line: 1, column: 1 }, message: text };
    const harmless = withoutCommands(text);
    const github = formatCommand(finding, "github", same);
    expect(github).not.toMatch(/[\r\n]/);
    const [, file, message] = /^::error file=([^,:]*),line=1,col=1,title=callsim promise::(.*)$/s.exec(
      github,
    )!;
    const decoded = (coded: string) =>
      coded
        .replaceAll("%3A", ":")
        .replaceAll("%2C", ",")
        .replaceAll("%0D", "\r")
        .replaceAll("%0A", "\n")
        .replaceAll("%25", "%");
    expect([decoded(file), decoded(message)]).toEqual([harmless, harmless]);
    const azure = formatCommand(finding, "azure", same);
    expect(azure).not.toMatch(/[\r\n]/);
    expect(azure.indexOf("]", 6)).toBe(azure.indexOf(";]") + 1);
  });

  test.each(HOSTILE)("do not come from the name %j in the report", (name) => {
    const clean = name.replace(/\p{Cc}/gu, "");
    const file = madeFile({
      file: name,
      name,
      queueName: queueOf(clean),
      promises: [promiseOf(clean)],
      movedBy: 1,
    });
    const result = { strict: false, files: [file] };
    for (const text of [formatCheckText(result), formatCheckJson(result)]) {
      expect(text).not.toMatch(/^\s*::/m);
      expect(text).not.toMatch(/##(?:vso)?\[/i);
    }
    expect(JSON.parse(formatCheckJson(result)).files[0]).toMatchObject({ file: name });
  });

  test("are broken wherever a text could have one", () => {
    expect(withoutCommands("  ::error::x\n##vso[y]\na ###[z] b:: c")).toBe(
      "  : :error::x\n# #vso[y]\na ## #[z] b:: c",
    );
    expect(withoutCommands("# a: b ## c")).toBe("# a: b ## c");
  });
});

describe("the code quality report", () => {
  const report = JSON.parse(formatCodeQuality(findingsOf(check), (file) => `sub/${file}`));

  test("has what GitLab asks for, of every finding", () => {
    expect(report).toHaveLength(9);
    expect(report[0]).toEqual({
      description: "claims.abandonRate <= 3% fails: 3.9 % ±0.2, 0.9 points too much",
      check_name: "callsim-promise",
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: "major",
      location: { path: "sub/scenarios/line.yaml", lines: { begin: 31 } },
    });
    expect(report[1].severity).toBe("minor");
    expect(new Set(report.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(9);
  });

  test("knows a finding again whose figures and line have changed", () => {
    const [finding] = findingsOf(check);
    const other = {
      ...finding,
      message: finding.message.replace("3.9", "3.8"),
      place: { ...finding.place!, line: 7 },
    };
    const [again] = JSON.parse(formatCodeQuality([other], (file) => `sub/${file}`));
    expect(again.fingerprint).toBe(report[0].fingerprint);
  });

  test("is an empty list where nothing is wrong", () => {
    expect(formatCodeQuality([], same)).toBe("[]\n");
  });
});

describe("the JSON of a check", () => {
  const result = JSON.parse(formatCheckJson(check));

  test("has the promised spellings", () => {
    expect(result).toMatchObject({ failed: true, strict: false, filesWithErrors: 1 });
    expect(result.promises).toEqual({ holds: 4, fails: 2, undecided: 3 });
    expect(result.baselines).toEqual({ same: 1, moved: 1, missing: 1, undecided: 0, updated: 0 });
    const [line, fleet] = result.files;
    expect(line).toMatchObject({ seed: "monday", replications: 20, level: 0.95, looks: [20] });
    expect(line.promises[1]).toMatchObject({
      promise: "claims.abandonRate <= 3%",
      line: 31,
      column: 5,
      verdict: "fails",
      bound: 0.03,
      unit: "share",
      reached: { mean: 0.0394 },
    });
    expect(line.promises[2].replicationsNeeded).toBeGreaterThan(20);
    expect(line.promises[3].replicationsNeeded).toBeNull();
    expect(line.baseline).toMatchObject({ verdict: "moved", comparison: "exact" });
    expect(line.baseline.moved).toEqual([
      {
        figure: "queues.claims.serviceLevel",
        before: { mean: 0.813 + 0.0004, half: expect.closeTo(0.006) },
        now: { mean: 0.813, half: expect.closeTo(0.006) },
      },
    ]);
    expect(fleet.baseline).toEqual({ file: "baselines/line.json", verdict: "missing", updating: false });
  });
});
