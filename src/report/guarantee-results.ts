import type { OneFewer } from "../plan/requirement/guarantee-result.js";
import type { Requirement } from "../plan/requirement/requirement-result.js";
import type { TargetJudgement } from "../statistics/target-tally.js";
import { GUARANTEE_LEVEL } from "../statistics/target-tally.js";
import type { Json } from "./json.js";
import type { TidyRow } from "./rows.js";

/** On what a guarantee rests; null where there is none. */
export function guaranteeJson({ guarantee }: Requirement): Json {
  if (!guarantee) return null;
  const { first, replications } = guarantee;
  return { level: GUARANTEE_LEVEL, firstReplication: first, replications };
}

/** What is sure of one interval: by queue whether its target holds, by team one agent fewer and one more. */
export function intervalGuaranteeJson(
  { guarantee, queues, teams }: Requirement,
  at: number,
): Readonly<Record<string, Json>> {
  if (!guarantee) return {};
  const found = guarantee.intervals[at]!;
  const judged = (one: TargetJudgement | OneFewer, verdict: string) => ({
    verdict,
    margin: Number.isFinite(one.margin) ? one.margin : null,
    low: Number.isFinite(one.low) ? one.low : null,
    high: Number.isFinite(one.high) ? one.high : null,
    moreReplications: moreReplications(one, guarantee.replications),
  });
  return {
    targets: new Map(
      queues.map((queue, index) => [
        queue,
        judged(found.targets[index]!, HOLDS[found.targets[index]!.verdict]),
      ]),
    ),
    oneFewer: new Map(
      teams.map((team, index) => {
        const { oneFewer } = found.teams[index]!;
        return [team, oneFewer ? judged(oneFewer, MISSES[oneFewer.verdict]) : null];
      }),
    ),
    oneMore: new Map(
      teams.map((team, index) => {
        const { oneMore } = found.teams[index]!;
        return [team, oneMore ? { ...oneMore } : null];
      }),
    ),
  };
}

const HOLDS = { holds: "holds", misses: "missed", unsure: "not sure", none: "nobody came" } as const;
const MISSES = { holds: "holds too", misses: "missed", unsure: "not sure" } as const;

/** The same as rows; a margin's bounds are one-sided. */
export function guaranteeRows({ guarantee, queues, teams, intervals }: Requirement, at: number): TidyRow[] {
  if (!guarantee) return [];
  const { start: interval } = intervals[at]!;
  const found = guarantee.intervals[at]!;
  const rows: TidyRow[] = [];
  const judged = (
    scope: "queue" | "need",
    name: string,
    [margin, more]: readonly [string, string],
    one: TargetJudgement | OneFewer,
  ) => {
    if (!Number.isFinite(one.margin)) return;
    const { low, high } = one;
    rows.push({ scope, name, interval, measure: margin, unit: "share", mean: one.margin, low, high });
    const count = moreReplications(one, guarantee.replications) ?? Number.NaN;
    rows.push(plain(scope, name, interval, more, "count", count));
  };
  for (const [index, queue] of queues.entries()) {
    judged("queue", queue, ["targetMargin", "targetMoreReplications"], found.targets[index]!);
  }
  for (const [index, team] of teams.entries()) {
    const { oneFewer, oneMore } = found.teams[index]!;
    if (oneFewer) judged("need", team, ["oneFewerMargin", "oneFewerMoreReplications"], oneFewer);
    if (!oneMore) continue;
    rows.push(plain("need", team, interval, "oneMoreServiceLevel", "share", oneMore.serviceLevel));
    rows.push(plain("need", team, interval, "oneMoreAbandoned", "count", oneMore.abandoned));
    rows.push(plain("need", team, interval, "oneMoreWaitSeconds", "seconds", oneMore.waitSeconds));
  }
  return rows;
}

/** 0 where it is decided, null where more than a million would be needed or nobody knows. */
function moreReplications(one: TargetJudgement | OneFewer, done: number): number | null {
  if (one.verdict !== "unsure") return 0;
  return Number.isFinite(one.replicationsToDecide) ? Math.max(1, one.replicationsToDecide - done) : null;
}

function plain(
  scope: TidyRow["scope"],
  name: string,
  interval: string,
  measure: string,
  unit: TidyRow["unit"],
  mean: number,
): TidyRow {
  return { scope, name, interval, measure, unit, mean, low: Number.NaN, high: Number.NaN };
}
