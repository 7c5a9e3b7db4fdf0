import type { Problem } from "../../kit/problem.js";
import {
  baselineVerdict,
  type CheckedFile,
  type CheckResult,
  type JudgedFile,
} from "../../plan/check/check-result.js";
import { baselineReason } from "./baseline-reason.js";
import { promiseReason } from "./promise-reason.js";

/** Something a check has to say that is not as it should be. */
export interface Finding extends Problem {
  /** The scenario's file as it was named. */
  readonly file: string;
  readonly kind: "promise" | "baseline" | "input";
}

/**
 * Everything that failed, as errors, and everything that is undecided, as warnings or, where the check is
 * strict, as errors; by file, in the order of the files.
 */
export function findingsOf(result: CheckResult): Finding[] {
  const doubtful = result.strict ? "error" : "warning";
  return result.files.flatMap((file) => [
    ...file.problems.map((problem): Finding => ({ ...problem, file: file.file, kind: "input" })),
    ...(file.judged ? [...brokenPromises(file, file.judged, doubtful), ...baselines(file, doubtful)] : []),
  ]);
}

function brokenPromises(
  { file }: CheckedFile,
  { checked }: JudgedFile,
  doubtful: Problem["severity"],
): Finding[] {
  return checked.promises.flatMap((judged): Finding[] => {
    const { verdict, text, place } = judged;
    if (verdict === "holds") return [];
    const word = verdict === "fails" ? "fails" : "is undecided";
    return [
      {
        file,
        kind: "promise",
        severity: verdict === "fails" ? "error" : doubtful,
        place: place ?? { file, line: 1, column: 1 },
        message: `${text} ${word}: ${promiseReason(judged)}`,
      },
    ];
  });
}

function baselines({ file, judged }: CheckedFile, doubtful: Problem["severity"]): Finding[] {
  const baseline = judged?.baseline;
  if (!baseline || baseline.updating) return [];
  const verdict = baselineVerdict(baseline);
  if (verdict === "same") return [];
  return [
    {
      file,
      kind: "baseline",
      severity: verdict === "undecided" ? doubtful : "error",
      place: { file, line: 1, column: 1 },
      message: `baseline ${baseline.file}: ${baselineReason(baseline)}`,
    },
  ];
}
