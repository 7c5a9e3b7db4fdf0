import { formatProblem } from "../../kit/problem.js";
import { version } from "../../kit/version.js";
import type { KeptFigure } from "../../plan/check/baseline.js";
import {
  type BaselineFinding,
  baselineVerdict,
  type CheckResult,
  tallyOf,
} from "../../plan/check/check-result.js";
import type { JudgedPromise } from "../../plan/check/judge-promise.js";
import { formatJson, type Json } from "../json.js";
import { baselineReason } from "./baseline-reason.js";
import { promiseReason } from "./promise-reason.js";

/**
 * A check as JSON text. Shares are 0..1, times seconds, money in `currency`; the spellings are promises. No
 * user's text in it can be taken for a command of a CI service.
 */
export function formatCheckJson(result: CheckResult): string {
  // Within a JSON text two such signs stand in strings alone, where they may be spelled otherwise.
  return formatJson(checkJson(result)).replace(/##/g, "#\\u0023");
}

function checkJson(result: CheckResult): Json {
  const { promises, baselines, updated, bad, failed } = tallyOf(result);
  return {
    callsim: version,
    failed,
    strict: result.strict,
    promises,
    baselines: { ...baselines, updated },
    filesWithErrors: bad,
    files: result.files.map(({ file, problems, judged }) => ({
      file,
      problems: problems.map(formatProblem),
      ...(judged && {
        scenario: { name: judged.scenario.name, hash: judged.scenario.hash },
        seed: judged.checked.summary.seed,
        replications: judged.checked.summary.replications,
        replicationsInAll: judged.checked.replications,
        stopped: judged.checked.stopped,
        currency: judged.scenario.currency,
        looks: judged.checked.looks.replications,
        level: judged.checked.looks.level,
        promises: judged.checked.promises.map(promiseJson),
        ...(judged.baseline && { baseline: baselineJson(judged.baseline) }),
      }),
    })),
  };
}

function promiseJson(judged: JudgedPromise): Json {
  const { text, place, figure, verdict, reached, replications, needed } = judged;
  return {
    promise: text,
    line: place?.line ?? null,
    column: place?.column ?? null,
    verdict,
    reason: promiseReason(judged),
    relation: figure.relation,
    bound: figure.bound,
    unit: figure.unit,
    reached: { ...reached },
    replications,
    ...(verdict === "undecided" && { replicationsNeeded: needed }),
  };
}

function baselineJson(finding: BaselineFinding): Json {
  const { file, updating, compared } = finding;
  const verdict = baselineVerdict(finding);
  if (!compared) return { file, verdict, updating };
  const { stored, comparison } = compared;
  return {
    file,
    verdict,
    updating,
    reason: baselineReason(finding),
    comparison: comparison.kind,
    stored: {
      callsim: stored.version,
      hash: stored.scenario.hash,
      seed: stored.seed,
      replications: stored.replications,
    },
    compared: comparison.compared,
    moved: comparison.moved.map(({ path, before, now }) => ({
      figure: path,
      before: keptJson(before),
      now: keptJson(now),
    })),
    new: comparison.fresh,
    notCompared: comparison.unjudged,
  };
}

function keptJson(kept: KeptFigure | undefined): Json {
  return kept === undefined ? null : { ...kept };
}
