import { type EvaluateOptions, Evaluation } from "../../run/evaluation.js";
import type { Promised } from "../../scenario/promised.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Looks, planLooks } from "../../statistics/looks.js";
import type { Summary } from "../../statistics/summary.js";
import { type JudgedPromise, judgePromise } from "./judge-promise.js";

/** How promises are checked, besides what simulating is told. */
export interface CheckOptions extends Omit<EvaluateOptions, "detail"> {
  /**
   * Replications up to which an undecided promise is simulated on; eight times those of the scenario where
   * silent, none more where it is not above them.
   */
  readonly mostReplications?: number;
}

/** What checking a scenario's promises found. */
export interface CheckedPromises {
  /** After the scenario's own replications: what baselines store and compare. */
  readonly summary: Summary;
  readonly looks: Looks;
  /** In the order of the file; fewer than promised only where it was stopped before the first look. */
  readonly promises: readonly JudgedPromise[];
  /** Replications simulated in all. */
  readonly replications: number;
  /** Stopped by the signal before it was through. */
  readonly stopped: boolean;
}

/** So much longer than planned is simulated where a promise is undecided: four looks. */
const MOST_TIMES = 8;
const OVERALL = { intervals: false, weekdayIntervals: false, shifts: false } as const;

/**
 * Simulates a scenario as often as it says and judges its promises; as long as one is undecided, simulates
 * twice as many replications and looks again, up to the limit. A promise that is decided stays decided, so
 * that no promise's verdict hangs on the others.
 */
export async function checkPromises(
  scenario: Scenario,
  promises: readonly Promised[],
  { mostReplications, ...options }: CheckOptions = {},
): Promise<CheckedPromises> {
  const evaluation = new Evaluation(scenario, { ...options, detail: OVERALL });
  const summary = await evaluation.simulateAsPlanned();
  const first = summary.replications;
  const stopped = () => options.signal?.aborted ?? false;
  // Stopped early, they are fewer than the scenario says, and no look.
  if (stopped())
    return { summary, looks: planLooks(first, first), promises: [], replications: first, stopped: true };
  const looks = planLooks(first, Math.max(first, mostReplications ?? MOST_TIMES * first));
  let judged = promises.map((promised) => judgePromise(promised, summary, looks));
  let replications = first;
  for (const next of looks.replications.slice(1)) {
    if (!judged.some(worthLooking)) break;
    const further = await evaluation.simulateUpTo(next);
    replications = further.replications;
    if (stopped()) break;
    judged = judged.map((one) => (one.verdict === "undecided" ? judgePromise(one, further, looks) : one));
  }
  return { summary, looks, promises: judged, replications, stopped: stopped() };
}

/** Whether more replications could decide it: not those of which nothing was observed. */
function worthLooking({ verdict, reached }: JudgedPromise): boolean {
  return verdict === "undecided" && !Number.isNaN(reached.mean);
}
