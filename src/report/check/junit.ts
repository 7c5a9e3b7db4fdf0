import { formatProblem } from "../../kit/problem.js";
import { baselineVerdict, type CheckedFile, type CheckResult } from "../../plan/check/check-result.js";
import { withoutHidden } from "../../scenario/control-characters.js";
import { baselineReason, movedCells } from "./baseline-reason.js";
import { promiseReason } from "./promise-reason.js";

/** One promise or baseline as a test. */
interface TestCase {
  readonly name: string;
  readonly line: number;
  readonly outcome: "passed" | "failure" | "error" | "skipped";
  readonly reason: string;
  /** More, on lines of its own. */
  readonly detail?: string;
}

/**
 * A check as JUnit XML, as GitLab, Jenkins, Azure Pipelines and the actions for GitHub read it: a suite a
 * file, a test a promise and one for the baseline. What is undecided is skipped, with its reason, or fails
 * where the check is strict; a file that cannot be judged is a test with an error. Without times, so that the
 * same check gives the same bytes.
 */
export function formatJunit(result: CheckResult): string {
  const suites = result.files.map((file) => ({ file: file.file, cases: casesOf(file, result.strict) }));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="callsim check" ${countsOf(all)}>`,
    ...suites.flatMap(({ file, cases }) => [
      ` <testsuite name="${attribute(file)}" ${countsOf(cases)}>`,
      ...cases.flatMap((one) => caseLines(one, file)),
      " </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

function casesOf({ file, problems, judged }: CheckedFile, strict: boolean): TestCase[] {
  const cases: TestCase[] = [];
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const many = `${errors.length} error${errors.length === 1 ? "" : "s"}`;
    const detail = errors.map(formatProblem).join("\n");
    const line = errors.find(({ place }) => place?.file === file)?.place?.line ?? 1;
    cases.push({ name: "can be judged", line, outcome: "error", reason: many, detail });
  }
  const doubtful = strict ? "failure" : "skipped";
  for (const promise of judged?.checked.promises ?? []) {
    const outcome = { holds: "passed", fails: "failure", undecided: doubtful } as const;
    cases.push({
      name: promise.text,
      line: promise.place?.line ?? 1,
      outcome: outcome[promise.verdict],
      reason: promiseReason(promise),
    });
  }
  if (judged?.baseline) {
    const { baseline } = judged;
    const outcome = { same: "passed", moved: "failure", missing: "failure", undecided: doubtful } as const;
    const rows = (baseline.compared?.comparison.moved ?? []).map(movedCells);
    cases.push({
      name: `baseline ${baseline.file}`,
      line: 1,
      outcome: baseline.updating ? "passed" : outcome[baselineVerdict(baseline)],
      reason: baselineReason(baseline),
      detail: rows
        .map(({ path, before, now, change }) => `${path}: ${before} to ${now}, ${change}`)
        .join("\n"),
    });
  }
  return cases;
}

function countsOf(cases: readonly TestCase[]): string {
  const count = (outcome: TestCase["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  const bad = `failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
  return `tests="${cases.length}" ${bad}`;
}

function caseLines({ name, line, outcome, reason, detail }: TestCase, file: string): string[] {
  const where = `classname="${attribute(file)}" file="${attribute(file)}" line="${line}"`;
  const open = `  <testcase name="${attribute(name)}" ${where}`;
  if (outcome === "passed") return [`${open}/>`];
  const message = `message="${attribute(reason)}"`;
  if (outcome === "skipped") return [`${open}>`, `   <skipped ${message}/>`, "  </testcase>"];
  const kind = outcome === "failure" ? ' type="callsim"' : "";
  const text = content([`${name}: ${reason}`, ...(detail ? [detail] : [])].join("\n"));
  return [`${open}>`, `   <${outcome} ${message}${kind}>${text}</${outcome}>`, "  </testcase>"];
}

/**
 * Text between tags: hidden and control characters by their codes, so that who looks at it sees them; what
 * XML 1.0 cannot hold in any spelling becomes a replacement mark.
 */
function content(text: string): string {
  const plain = text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r/g, "&#13;");
  return withoutHidden(plain, reference).replace(/[\x7f-\x9f\u2028\u2029]/g, reference);
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)!};`;
}

/** Text between quotes; line ends and tabs keep, where a reader would make blanks of them. */
function attribute(text: string): string {
  return content(text)
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&apos;")
    .replace(/\n/g, "&#10;")
    .replace(/\t/g, "&#9;");
}
