import { type CheckResult, tallyOf } from "../../plan/check/check-result.js";

/** What failed in a check, `1 promise fails, 2 baselines moved`; undefined where nothing did. */
export function failureSentence(result: CheckResult): string | undefined {
  const { promises, baselines, failed } = tallyOf(result);
  if (!failed) return undefined;
  const undecided = promises.undecided + baselines.undecided;
  return [
    ...(promises.fails > 0
      ? [`${counted(promises.fails, "promise")} ${promises.fails === 1 ? "fails" : "fail"}`]
      : []),
    ...(baselines.moved > 0 ? [`${counted(baselines.moved, "baseline")} moved`] : []),
    ...(baselines.missing > 0 ? [`${counted(baselines.missing, "baseline")} missing`] : []),
    ...(result.strict && undecided > 0 ? [`${undecided} undecided, which --strict makes a failure`] : []),
  ].join(", ");
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
