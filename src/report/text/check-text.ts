import { formatProblem } from "../../kit/problem.js";
import {
  type BaselineVerdict,
  baselineVerdict,
  type CheckedFile,
  type CheckResult,
  type JudgedFile,
  tallyOf,
} from "../../plan/check/check-result.js";
import type { JudgedPromise, PromiseVerdict } from "../../plan/check/judge-promise.js";
import { baselineReason, movedCells } from "../check/baseline-reason.js";
import { formatReplications, promiseReason } from "../check/promise-reason.js";
import { withoutCommands } from "../check/service-commands.js";
import { clean, pad, REPORT_COLUMNS, widthOf, wrap } from "./display.js";
import { formatNumber } from "./numbers.js";
import { type Paint, PLAIN } from "./paint.js";
import { joinSections } from "./run-text.js";
import { formatTable } from "./table.js";

/** Figures of a baseline that a person reads through; JSON and the baseline's own diff have all. */
const MOST_MOVED = 15;

interface Line {
  readonly place: string;
  readonly word: string;
  readonly paint: (text: string) => string;
  readonly text: string;
}

/**
 * The report of a check: by file, a line a promise with line and column, its verdict and its reason, then how
 * the results stand to their baseline; at the end the counts. No user's text in it can be taken for a command
 * of a CI service.
 */
export function formatCheckText(result: CheckResult, paint: Paint = PLAIN): string {
  const sections = [...result.files.map((file) => fileSection(file, paint)), ending(result, paint)];
  return withoutCommands(joinSections(sections));
}

function fileSection({ file, problems, judged }: CheckedFile, paint: Paint): string[] {
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return [
    paint.title(clean(file)),
    ...(judged ? wrap(headOf(judged), REPORT_COLUMNS, "  ", "  ") : []),
    ...warnings
      .flatMap((problem) => wrap(clean(formatProblem(problem)), REPORT_COLUMNS, "    ", "  "))
      .map((line) => paint.doubtful(line)),
    ...(judged ? layOut(judgedLines(judged, paint)) : []),
    ...(judged ? movedTable(judged) : []),
    ...(errors.length > 0 ? [errorsLine(errors.length, judged !== undefined, paint)] : []),
  ];
}

function errorsLine(count: number, judged: boolean, paint: Paint): string {
  const what = judged ? "baseline not compared" : "not judged";
  return `  ${paint.bad(what)}: ${counted(count, "error")}`;
}

function headOf({ scenario, checked }: JudgedFile): string {
  const { summary, replications } = checked;
  const further =
    replications > summary.replications ? ` (${formatNumber(replications)} for what was undecided)` : "";
  return (
    `${clean(scenario.name)}; ${formatReplications(summary.replications)}${further}, ` +
    `seed ${clean(summary.seed)}; callsim ${summary.version}, scenario ${scenario.hash}`
  );
}

function judgedLines(judged: JudgedFile, paint: Paint): Line[] {
  const { checked, baseline } = judged;
  const lines = checked.promises.map((promise) => promiseLine(promise, judged, paint));
  if (lines.length === 0) {
    const text = checked.stopped ? "stopped before its promises were judged" : "no promises under expect:";
    lines.push({ place: "", word: "-", paint: paint.quiet, text });
  }
  if (!baseline) return lines;
  const verdict = baselineVerdict(baseline);
  const changed = verdict === "moved" || verdict === "missing" || verdict === "undecided";
  const word = baseline.updating && changed ? "updated" : BASELINE_WORDS[verdict];
  const painted = baseline.updating ? paint.good : paintOf(verdict, paint);
  const text = `${clean(baseline.file)}: ${clean(baselineReason(baseline, false))}${storedBy(judged)}`;
  return [...lines, { place: "", word, paint: painted, text }];
}

function promiseLine(judged: JudgedPromise, { checked }: JudgedFile, paint: Paint): Line {
  const { place, text, verdict, replications } = judged;
  const decidedLater = verdict !== "undecided" && replications > checked.summary.replications;
  const after = decidedLater ? ` (after ${formatNumber(replications)})` : "";
  return {
    place: place ? `${place.line}:${place.column}` : "--set",
    word: PROMISE_WORDS[verdict],
    paint: { holds: paint.good, fails: paint.bad, undecided: paint.doubtful }[verdict],
    text: `${clean(text)}: ${promiseReason(judged)}${after}`,
  };
}

const PROMISE_WORDS: Readonly<Record<PromiseVerdict, string>> = {
  holds: "holds",
  fails: "FAILS",
  undecided: "undecided",
};

const BASELINE_WORDS: Readonly<Record<BaselineVerdict, string>> = {
  same: "same",
  moved: "MOVED",
  missing: "MISSING",
  undecided: "undecided",
};

function paintOf(verdict: BaselineVerdict, paint: Paint): Line["paint"] {
  if (verdict === "same") return paint.good;
  return verdict === "undecided" ? paint.doubtful : paint.bad;
}

/** What else is not as it was when the baseline was stored. */
function storedBy({ baseline, scenario }: JudgedFile): string {
  if (!baseline?.compared) return "";
  const { stored } = baseline.compared;
  const parts = [
    ...(stored.version === baseline.found.version ? [] : [`by callsim ${clean(stored.version)}`]),
    ...(stored.scenario.hash === scenario.hash ? [] : ["from another state of the scenario"]),
  ];
  return parts.length === 0 ? "" : `; stored ${parts.join(" ")}`;
}

function layOut(lines: readonly Line[]): string[] {
  const places = Math.max(...lines.map(({ place }) => widthOf(place)));
  const words = Math.max(...lines.map(({ word }) => word.length));
  const indent = " ".repeat(2 + (places === 0 ? 0 : places + 2) + words + 2);
  return lines.flatMap(({ place, word, paint, text }) => {
    const [first = "", ...rest] = wrap(text, REPORT_COLUMNS, indent, indent);
    const begin = `  ${places === 0 ? "" : `${pad(place, places)}  `}${pad(word, words)}  `;
    return [begin.replace(word, () => paint(word)) + first.slice(indent.length), ...rest];
  });
}

function movedTable({ baseline }: JudgedFile): string[] {
  const moved = baseline?.compared?.comparison.moved ?? [];
  if (moved.length === 0) return [];
  const rows = moved.slice(0, MOST_MOVED).map((one) => {
    const { path, before, now, change } = movedCells(one);
    return ["", clean(path), before, now, change];
  });
  const columns = [
    { heading: "" },
    { heading: "moved", align: "left" as const },
    { heading: "was" },
    { heading: "is" },
    { heading: "change" },
  ];
  const more = moved.length - MOST_MOVED;
  return [
    ...formatTable(columns, rows),
    ...(more > 0 ? [`     ... and ${formatNumber(more)} more; --format json lists all`] : []),
  ];
}

function ending(result: CheckResult, paint: Paint): string[] {
  const { promises, baselines, updated, bad, failed } = tallyOf(result);
  const parts = [
    ...some(promises.holds, "hold", "holds"),
    ...some(promises.fails, "fail", "fails"),
    ...some(promises.undecided, "undecided", "undecided"),
  ];
  const kept = [
    ...some(baselines.same, "same", "same"),
    ...some(baselines.moved, "moved", "moved"),
    ...some(baselines.missing, "missing", "missing"),
    ...some(baselines.undecided, "undecided", "undecided"),
    ...some(updated, "updated", "updated"),
  ];
  const all = promises.holds + promises.fails + promises.undecided;
  const counts =
    `${counted(result.files.length, "file")}, ${counted(all, "promise")}` +
    `${parts.length > 0 ? `: ${parts.join(", ")}` : ""}` +
    `${kept.length > 0 ? `; baselines: ${kept.join(", ")}` : ""}` +
    `${bad > 0 ? `; ${counted(bad, "file")} with errors` : ""}.`;
  const strictly = promises.undecided > 0 && result.strict ? " Strict: undecided is a failure." : "";
  const mark = failed || bad > 0 ? paint.bad : paint.good;
  return [
    ...wrap(`${counts}${strictly}`, REPORT_COLUMNS, "  ").map((line) => mark(line)),
    ...wrap(howSure(result), REPORT_COLUMNS, "  "),
  ];
}

/** What ± means, of promises and of what moved. */
function howSure(result: CheckResult): string {
  const ofMoved = result.files.some(({ judged }) => judged && movedTable(judged).length > 0);
  const ofPromises = howSurePromises(result);
  if (!ofMoved) return ofPromises;
  return `${ofPromises}${ofPromises === "" ? "" : " "}Beside figures that moved ± is their 95 % interval.`;
}

function howSurePromises({ files }: CheckResult): string {
  const looks = files.flatMap(({ judged }) => {
    const withInterval = judged?.checked.promises.some(({ reached }) => !Number.isNaN(reached.low));
    return judged && withInterval ? [judged.checked.looks] : [];
  });
  const most = looks.reduce((best, one) => (one.level > best.level ? one : best), looks[0]);
  if (!most) return "";
  const count = most.replications.length;
  if (count === 1) return "± is the 95 % interval that a promise is judged by.";
  const percent = Math.round(most.level * 1e4) / 100;
  return (
    `± is the interval that a promise is judged by, at ${percent} %: what is undecided is simulated on ` +
    `and looked at up to ${count} times, and all looks together err at most 5 times in 100.`
  );
}

function some(count: number, many: string, one: string): string[] {
  return count === 0 ? [] : [`${formatNumber(count)} ${count === 1 ? one : many}`];
}

function counted(count: number, what: string): string {
  return `${formatNumber(count)} ${what}${count === 1 ? "" : "s"}`;
}
