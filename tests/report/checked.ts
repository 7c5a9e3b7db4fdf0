import type { Problem } from "../../src/kit/problem.js";
import { baselineOf } from "../../src/plan/check/baseline.js";
import type { CheckedFile, CheckResult } from "../../src/plan/check/check-result.js";
import { compareBaseline } from "../../src/plan/check/compare-baseline.js";
import { judgePromise } from "../../src/plan/check/judge-promise.js";
import { parsePromise } from "../../src/scenario/promise.js";
import { planLooks } from "../../src/statistics/looks.js";
import { lineScenario, lineSummary } from "./fixtures.js";

const HASH = "0123456789abcdef";

/** What a made-up check is to have found. */
export interface Made {
  readonly file?: string;
  readonly name?: string;
  readonly queueName?: string;
  readonly promises?: readonly string[];
  readonly problems?: readonly Problem[];
  /** Change of the stored service level of claims; absent: no baseline asked for. */
  readonly movedBy?: number;
  readonly storedSeed?: string;
  readonly storedHash?: string;
  readonly missing?: true;
  readonly updating?: true;
}

/**
 * A file of the insurance line that was checked, its promises judged by 20 replications of hand-made figures.
 */
export function madeFile(made: Made = {}): CheckedFile {
  const { file = "scenarios/line.yaml", queueName = "claims", promises = [] } = made;
  const scenario = lineScenario(queueName);
  const summary = lineSummary(scenario);
  const looks = planLooks(20, 20);
  const names = { queues: [queueName, "fleet"], teams: ["desk", "experts"] };
  const judged = promises.map((text, index) => {
    const parsed = parsePromise(text, names);
    if ("problem" in parsed) throw new Error(parsed.problem);
    const place = { file, line: 30 + index, column: 5 };
    return judgePromise({ text, figure: parsed.value, place }, summary, looks);
  });
  const found = baselineOf(summary);
  const path = `queues.${queueName}.serviceLevel`;
  const level = found.figures.get(path)!;
  const stored = {
    ...found,
    scenario: { name: scenario.name, hash: made.storedHash ?? HASH },
    seed: made.storedSeed ?? found.seed,
    figures: new Map(found.figures).set(path, { ...level, mean: level.mean - (made.movedBy ?? 0) }),
  };
  const compared = { stored, comparison: compareBaseline(stored, found) };
  const baseline = {
    file: "baselines/line.json",
    found,
    ...(made.missing ? {} : { compared }),
    updating: made.updating ?? false,
  };
  return {
    file,
    problems: made.problems ?? [],
    judged: {
      scenario: { name: made.name ?? scenario.name, hash: HASH, currency: "USD" },
      checked: { summary, looks, promises: judged, replications: 20, stopped: false },
      ...((made.movedBy !== undefined || made.missing) && { baseline }),
    },
  };
}

/** A check of everything: what holds, fails, is undecided, moved, missing, and a file that cannot be read. */
export function madeCheck(strict = false): CheckResult {
  const place = (line: number) => ({ file: "scenarios/bad.yaml", line, column: 3 });
  return {
    strict,
    files: [
      madeFile({
        promises: [
          "claims.serviceLevel >= 80%",
          "claims.abandonRate <= 3%",
          "claims.serviceLevel >= 81%",
          "claims.serviceLevel >= 81.3%",
          "claims.asa <= 25s",
          "total.cost <= 24600",
          "fleet.serviceLevel >= 50%",
          "claims.longestWait <= 1h",
        ],
        movedBy: -0.0004,
      }),
      madeFile({ file: "scenarios/fleet.yaml", name: "Fleet", missing: true }),
      madeFile({ file: "scenarios/calm.yaml", name: "Calm", promises: ["claims.asa <= 30s"], movedBy: 0 }),
      {
        file: "scenarios/bad.yaml",
        problems: [
          { severity: "error", place: place(4), path: "queues.a.patience", message: "exponentail is none" },
          { severity: "error", place: place(9), message: "there is no queue b; expected a" },
        ],
      },
    ],
  };
}
