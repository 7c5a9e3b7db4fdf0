import type { Problem } from "../../kit/problem.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Baseline } from "./baseline.js";
import type { CheckedPromises } from "./check-promises.js";
import type { BaselineComparison } from "./compare-baseline.js";

/** What came of comparing a file's results with its baseline. */
export interface BaselineFinding {
  /** The baseline's file. */
  readonly file: string;
  readonly found: Baseline;
  /** Absent where there is no baseline yet. */
  readonly compared?: { readonly stored: Baseline; readonly comparison: BaselineComparison };
  /** That the results are to take the baseline's place: what moved is then no failure. */
  readonly updating: boolean;
}

/** A scenario that was simulated and judged. */
export interface JudgedFile {
  readonly scenario: Pick<Scenario, "name" | "hash" | "currency">;
  readonly checked: CheckedPromises;
  readonly baseline?: BaselineFinding;
}

/** One file of a check. */
export interface CheckedFile {
  readonly file: string;
  /** Errors and warnings of the scenario, its tables and its baseline. */
  readonly problems: readonly Problem[];
  /** Absent where errors stood in the way. */
  readonly judged?: JudgedFile;
}

/** All files of a check, so far as it came. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
  /** Undecided promises and baselines count as failures. */
  readonly strict: boolean;
}

/** How a baseline stands: `undecided` where no figure could be compared. */
export type BaselineVerdict = "same" | "moved" | "missing" | "undecided";

/** The verdict on a comparison, whether or not the baseline is being updated. */
export function baselineVerdict({ compared }: BaselineFinding): BaselineVerdict {
  if (!compared) return "missing";
  const { comparison } = compared;
  if (comparison.moved.length > 0) return "moved";
  return comparison.compared === 0 ? "undecided" : "same";
}

/** How many promises, baselines and files came out how. */
export interface CheckTally {
  readonly promises: Readonly<Record<"holds" | "fails" | "undecided", number>>;
  /** Without those that are updated, and stored anew because of it. */
  readonly baselines: Readonly<Record<BaselineVerdict, number>>;
  /** Baselines that were not the same, and are stored anew. */
  readonly updated: number;
  /** Files with errors. */
  readonly bad: number;
  readonly failed: boolean;
}

/** Counts what came out; `failed` where anything failed, files with errors aside. */
export function tallyOf({ files, strict }: CheckResult): CheckTally {
  const promises = { holds: 0, fails: 0, undecided: 0 };
  const baselines = { same: 0, moved: 0, missing: 0, undecided: 0 };
  let updated = 0;
  for (const { judged } of files) {
    for (const { verdict } of judged?.checked.promises ?? []) promises[verdict]++;
    if (!judged?.baseline) continue;
    const verdict = baselineVerdict(judged.baseline);
    if (judged.baseline.updating && verdict !== "same") updated++;
    else baselines[verdict]++;
  }
  const undecided = promises.undecided + baselines.undecided;
  return {
    promises,
    baselines,
    updated,
    bad: files.filter(({ problems }) => problems.some(({ severity }) => severity === "error")).length,
    failed: promises.fails + baselines.moved + baselines.missing + (strict ? undecided : 0) > 0,
  };
}
